"""Answers as they were submitted for the assessment: kept as they were, and compared with what is there now."""
