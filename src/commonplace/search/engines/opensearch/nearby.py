"""What is like something else: completions of what was typed, and titles like a title."""

import re
from collections.abc import Sequence

from commonplace.bibliography.names_that_last import number_of
from commonplace.search.analysis import words_of
from commonplace.search.engines.contract import Hit
from commonplace.search.engines.hits import NumberedHits
from commonplace.search.engines.layout import COMPLETED_BY
from commonplace.search.engines.opensearch.cluster import Cluster, Json
from commonplace.search.engines.opensearch.searching import hits_of, weighed

_SHARED = ("subject", "author", "series", "genre")
_MOST_SHARED = 40
_LONGEST_KEY = 400
_FROM_EACH_PART = 20
_SIGN = re.compile(r"([^\w ])", re.ASCII)


def completions(cluster: Cluster, index: str, prefix: str, limit: int) -> list[str]:
    """Completions of what was typed, those of most titles first."""
    key = " ".join(words_of(prefix))
    if not key or limit < 1 or len(key) > _LONGEST_KEY:
        return []
    values: Json = {
        "field": "completion",
        "include": f"{_literally(key)}.+",
        "size": 3 * limit,
        "shard_size": _FROM_EACH_PART * limit,
        "order": [{"_count": "desc"}, {"_key": "asc"}],
    }
    body: Json = {
        "query": {"prefix": {"completion": key}},
        "size": 0,
        "track_total_hits": False,
        "aggs": {"completed": {"terms": values}},
    }
    (reply,) = cluster.search(index, "completing", [body])
    buckets = reply["aggregations"]["completed"]["buckets"]
    shown = (str(each["key"]).partition(COMPLETED_BY)[2] for each in buckets)
    return list(dict.fromkeys(shown))[:limit]


def _literally(key: str) -> str:
    """Only values that begin so are counted; no sign in what was typed means anything there.

    At least one sign follows a key. Said with ``.+`` and not ``.*``, this walks round a fault of
    OpenSearch 2.16 to 3.3, which fail when no value begins so.
    """
    return _SIGN.sub(r"\\\1", key)


def titles_like(cluster: Cluster, index: str, title_id: str, limit: int) -> Sequence[Hit]:
    """Titles of other works that share headings with this one, the rarer ones worth more."""
    number = number_of(title_id)
    columns = [f"f_{name}" for name in _SHARED]
    this = {"query": {"term": {"id": number}}, "size": 1, "docvalue_fields": ["work", *columns]}
    (reply,) = cluster.search(index, f"t{number}", [this | _ONLY_COLUMNS])
    found = hits_of(reply)
    if not found or limit < 1:
        return []
    fields = found[0]["fields"]
    shares = [{"term": {name: each}} for name in columns for each in fields.get(name, ())]
    if not shares:
        return []
    alike = {
        "should": shares[:_MOST_SHARED],
        "minimum_should_match": 1,
        "must_not": [{"term": {"work": fields["work"][0]}}],
    }
    others = {
        "query": weighed({"bool": alike}),
        "size": limit,
        "track_total_hits": False,
        "sort": [{"_score": {"order": "desc"}}, {"id": {"order": "asc"}}, "work"],
    }
    (reply,) = cluster.search(index, f"t{number}", [others | _ONLY_COLUMNS])
    keys = [each["sort"] for each in hits_of(reply)]
    return NumberedHits(*([key[at] for key in keys] for at in (1, 2, 0)))


_ONLY_COLUMNS: Json = {"_source": False, "stored_fields": "_none_"}
