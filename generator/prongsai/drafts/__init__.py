"""First texts of an analysis and of measures, made from the figures and from a bank of measures, for people to finish."""
