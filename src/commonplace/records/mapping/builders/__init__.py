"""One field in, one typed value out: the builders that ``each`` rows name.

A builder knows one kind of MARC field and nothing of the rest of the record; what needs several
fields is decided in ``conclusions``. A builder is pure, so the plan may remember what it answered.
"""
