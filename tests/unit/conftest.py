"""Settings of Hypothesis for the unit tests: the same examples every time, and no limit for a slow machine."""

from hypothesis import settings

settings.register_profile("prongsai", deadline=None, derandomize=True, database=None)
settings.load_profile("prongsai")
