"""Worded views: what pages, exports and feeds show, with columns, texts and figures defined once."""
