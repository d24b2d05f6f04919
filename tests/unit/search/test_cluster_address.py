"""The address of a cluster: read whole, or refused without telling what is secret in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.search.engines.opensearch.address import (
    BadClusterAddress,
    ClusterAddress,
    cluster_address,
)


def test_an_address_says_nodes_who_asks_the_name_and_how_an_index_is_spread() -> None:
    text = (
        "https://ann:p%40ss:w@one.example.org:9201,[::1]/ashford?shards=3&copies=2&certificates=/c"
    )
    assert cluster_address(text) == ClusterAddress(
        hosts=(("one.example.org", 9201), ("[::1]", 9200)),
        is_encrypted=True,
        credentials=("ann", "p@ss:w"),
        name="ashford",
        shards=3,
        copies=2,
        certificates="/c",
    )


def test_what_is_not_said_is_as_the_guide_says() -> None:
    assert cluster_address("http://localhost") == ClusterAddress(hosts=(("localhost", 9200),))


@pytest.mark.parametrize(
    "text",
    [
        "", "localhost:9200", "ftp://a", "http://", "http://a:b:c", "http://a:0", "http://a:99999",
        "http://a,", "http://a/B", "http://a/..", "http://a/*", "http://a/b/c", "http://a?shards=0",
        "http://a?shards=x", "http://a?copies=-1", "http://a?shards=999", "http://a?nonsense=1",
        "http://a?shards", "http://[a",
    ],
)  # fmt: skip
def test_an_address_that_cannot_be_used_is_refused(text: str) -> None:
    with pytest.raises(BadClusterAddress, match="COMMONPLACE_OPENSEARCH_URL"):
        cluster_address(text)


@given(st.text(alphabet="abc:/@?&=,.[]%9 \n", max_size=30))
def test_no_mistake_tells_the_password(rest: str) -> None:
    try:
        said = repr(cluster_address(f"https://ann:verysecret@{rest}"))
    except BadClusterAddress as error:
        said = f"{error} {error.__cause__}"
    assert "verysecret" not in said
