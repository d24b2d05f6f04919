"""Contributions: what hangs on a work and goes with it. A module a deed; reads in ``queries``.

``docs/explanation/readers-words.md`` says in words what becomes of them when works change.
"""
