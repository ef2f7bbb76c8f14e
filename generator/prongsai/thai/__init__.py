"""Thai digits, dates, codes and text: plain functions, no files, no clock."""
