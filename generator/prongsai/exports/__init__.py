"""What is handed out beside the pages: data for machines."""
