"""Links asked, and what they show kept as evidence."""
