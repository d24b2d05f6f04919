"""The engine a library starts with: tantivy, in a directory of its own. Nobody else imports it.

Text arrives analysed (``layout.prepare``) and queries are built as objects; tantivy's own analysis
and its parser are never used. A query becomes two things: what must match, which scores nothing,
and what ranks. Readers open the index once and see commits by ``reload``; one process writes.
"""
