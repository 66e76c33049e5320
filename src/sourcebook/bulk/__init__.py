"""Reading inputs from disk, pages and dumps of places, and working through many of them."""
