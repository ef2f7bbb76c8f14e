"""Trials of writing back: untidy files, random edits, and a judge that knows nothing of how they are made."""
