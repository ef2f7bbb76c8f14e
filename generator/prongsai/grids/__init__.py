"""Tables of other programs as grids: workbooks, Word documents, HTML and text, with merged and printed cells."""
