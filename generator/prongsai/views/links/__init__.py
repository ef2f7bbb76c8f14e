"""Links of the registers to other websites, in words and in tables."""
