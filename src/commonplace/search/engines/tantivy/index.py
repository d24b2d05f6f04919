"""The fields of the index, and opening one."""

from pathlib import Path

import tantivy

from commonplace.search.engines.errors import IndexUnusable
from commonplace.search.engines.ordering import COLUMNS
from commonplace.search.fields import FACETS, NUMBERS, TEXTS


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for text in TEXTS:
        builder.add_text_field(f"t_{text}", tokenizer_name="spaced", index_option="position")
    builder.add_text_field("anywhere", tokenizer_name="spaced", index_option="basic")
    for name in ("known", "completion"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for facet in FACETS:
        builder.add_text_field(f"f_{facet}", tokenizer_name="raw", index_option="basic", fast=True)
    for number in (*(f"n_{name}" for name in NUMBERS), *COLUMNS):
        builder.add_integer_field(number, fast=True)
    for number in ("id", "work"):
        builder.add_integer_field(number, fast=True, indexed=True)
    builder.add_float_field("weight", fast=True)
    return builder.build()


SCHEMA = _schema()


def opened(directory: Path, *, may_make: bool) -> tantivy.Index:
    """The index in a directory, made where it may be. Raises ``IndexUnusable``."""
    try:
        if may_make:
            directory.mkdir(parents=True, exist_ok=True)
            index = tantivy.Index(SCHEMA, str(directory))
        else:
            index = tantivy.Index.open(str(directory))
            if index.schema != SCHEMA:
                raise IndexUnusable(directory, "made by another version of Commonplace")
    except (ValueError, OSError) as error:
        raise IndexUnusable(directory, str(error)) from error
    spaced = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("spaced", spaced)
    index.config_reader("manual")
    index.reload()
    return index
