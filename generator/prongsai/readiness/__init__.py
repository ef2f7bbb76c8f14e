"""Readiness of the OIT items of a year: what may cost each its score, what a person has to see, what nobody judged."""
