"""Rules of a year entered from its manual: skeletons, workbooks, printed lists, packs, and what is missing still."""
