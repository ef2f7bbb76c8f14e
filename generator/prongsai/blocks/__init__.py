"""What pages and papers consist of, block by block: composed once, written as Markdown, PDF or Word elsewhere."""
