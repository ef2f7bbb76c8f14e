"""Official documents of a year, for paper and for officers: values first, then PDF and Word."""
