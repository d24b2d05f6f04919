"""Asking the library to get something: the form, and the staff's queue of what is asked."""
