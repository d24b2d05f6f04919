"""Taking in ratings and comments written elsewhere: files of rows, each with where it comes from.

    file → rows → entries → titles found → what is known of them → written, batch by batch

Taking a file in again doubles nothing: a row is known by its library and its id there.
"""
