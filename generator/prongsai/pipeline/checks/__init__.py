"""Checks of a site that need its folder: pages written by hand, published addresses, and the finished site."""
