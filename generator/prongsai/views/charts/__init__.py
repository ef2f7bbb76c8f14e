"""Pictures in words: their figures, and the tables with the same figures."""
