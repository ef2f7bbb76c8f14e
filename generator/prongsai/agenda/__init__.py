"""Agenda: what is due and late on a day, by unit, from the calendar, the rules and the data; nothing is published."""
