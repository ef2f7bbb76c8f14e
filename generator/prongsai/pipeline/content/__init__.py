"""The folder content/: what people put there, and what is generated next to it."""
