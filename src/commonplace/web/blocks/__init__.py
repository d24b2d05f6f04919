"""The blocks pages are made of, each a frozen value with what a template needs to say about it.

A block keeps the catalogue's own values and turns them into words only when asked, so that the same
block serves every language and the JSON twin.
"""
