"""Many readings in, incidents out: copies, links, incidents, accounts, grades. Pure."""
