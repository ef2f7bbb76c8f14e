"""The languages in which problems are worded."""

from typing import Literal

Language = Literal["th", "en"]
