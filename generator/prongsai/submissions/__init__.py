"""What was submitted for the assessment: kept as it was, compared with what is there now."""
