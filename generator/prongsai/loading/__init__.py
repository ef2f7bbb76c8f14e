"""From YAML files to the model, with every problem of every file in one run."""
