"""Other programs run on the same texts, one module each, which says how to install it into a venv of its own."""
