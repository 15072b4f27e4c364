"""Shipped queries, one file each, and the catalogue that finds, describes and binds them."""
