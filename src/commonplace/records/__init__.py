"""Bibliographic records: read in any serialization, described by tables, problems kept as data.

This is the only package that knows MARC tags. Bytes go in at ``readers``; ``mapping`` gives a
``bibliography.Description``; ``problems`` names everything that can be wrong with a record.
"""
