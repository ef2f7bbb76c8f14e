"""From the model to results: scoring, intervals, comparison, lists."""
