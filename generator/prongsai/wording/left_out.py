"""Codes of problems that say which part of a site is not published, because it is not finished."""

LEFT_OUT = frozenset({"draft-part", "gap-left"})
