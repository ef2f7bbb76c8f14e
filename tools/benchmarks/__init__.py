"""The benchmarks: timed runs in turn on the same folders, kept as JSON, and the page that is made of them."""
