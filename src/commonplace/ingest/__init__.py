"""Taking records in: load, quarantine, withdrawal, building derived rows again, the demonstration.

This is where records, catalogue, holdings, browse and discovery are joined.
"""
