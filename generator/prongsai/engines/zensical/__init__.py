"""The package of Zensical as an engine: what it does not know is done before or after it, by these modules."""
