"""Accounts and signing in. So far staff have accounts; readers' library cards join them later.

A name, a password and a second factor open a session; nobody's address or browser is kept.
"""
