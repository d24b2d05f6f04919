"""How pages say names, languages, formats, roles, days and numbers, in the page's language.

Each function takes a value of the catalogue and gives text a reader understands. Nothing here
reads a database.
"""
