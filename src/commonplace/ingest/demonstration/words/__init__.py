"""What readers say in the demonstration: the table (``demo/words``) made into a file of rows, which
is taken in as any library's would be.
"""

from commonplace.ingest.demonstration.words.building import all_words

__all__ = ["all_words"]
