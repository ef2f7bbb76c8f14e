"""prongsai (โปร่งใส): a Thai agency's ITA facts, kept as YAML, become a public transparency site."""

__version__ = "0.1.0"
