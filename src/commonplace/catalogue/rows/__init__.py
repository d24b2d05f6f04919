"""Titles and works: the catalogue's derived rows, made again from the records at any time."""
