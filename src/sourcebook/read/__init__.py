"""One page in, one reading out: pure stages on frozen records, in the order in which ``flow.read_page`` calls them."""
