"""Finding: the query language, the analysis of text, and the engines that answer.

``query`` turns what a reader typed into a small tree, ``analysis`` turns text into words once for
all engines, ``engines`` answer a tree with titles, counts and reasons. Nothing here knows MARC or
Django.
"""
