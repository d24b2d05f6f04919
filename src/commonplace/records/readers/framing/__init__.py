"""Cutting a file of records into frames, without reading what is in them."""
