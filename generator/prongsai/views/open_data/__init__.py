"""The open data of a site: its tables, and what is said of them."""
