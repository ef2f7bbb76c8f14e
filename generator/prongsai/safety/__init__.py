"""What pages and files written by hand would load, run or send, as a browser reads them."""
