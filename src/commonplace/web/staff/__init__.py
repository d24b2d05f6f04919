"""Pages for the library's staff, behind one door."""
