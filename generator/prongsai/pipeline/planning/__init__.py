"""Every generated file with its address, before anything is written."""
