"""First texts of an analysis and of measures for people to finish, from the figures and from a bank of measures."""
