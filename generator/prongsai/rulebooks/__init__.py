"""Rules of a year entered beside its manual: skeletons, workbooks, printed lists, packs, and what is missing still."""
