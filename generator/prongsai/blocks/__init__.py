"""Blocks of which pages and papers consist: composed once, written as Markdown, PDF or Word elsewhere."""
