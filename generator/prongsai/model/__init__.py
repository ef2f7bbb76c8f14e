"""What an agency states, as frozen values: no files, no clock, no network."""
