"""Writing back into the YAML that people keep: changes by position, of which the text read again is the proof."""
