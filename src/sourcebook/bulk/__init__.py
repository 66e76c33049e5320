"""Reading inputs from disk and working through many of them."""
