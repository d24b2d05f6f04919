"""Where a cluster is and how an index is spread over it, as one address says it.

``https://name:password@one:9200,two:9200/ashford?shards=1&copies=1&certificates=/etc/ssl/ca.pem``
It holds a password, so no mistake in it is told with the address itself.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlsplit

from commonplace.search.engines.errors import EngineError

_PORT = 9200
_NAME = re.compile(r"[a-z][a-z0-9-]{0,80}")
_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^\s:\[\]]+)(?::(\d{1,5}))?")
_SCHEMES = {"http": False, "https": True}
_OPTIONS = frozenset({"shards", "copies", "certificates"})
_MOST_SHARDS = 64


class BadClusterAddress(EngineError):
    """The address of the cluster cannot be used."""

    def __init__(self, reason: str):
        super().__init__(
            f"COMMONPLACE_OPENSEARCH_URL cannot be used: {reason}. Write it as"
            " https://USER:PASSWORD@HOST:9200/NAME"
        )


@dataclass(frozen=True, slots=True)
class ClusterAddress:
    """The nodes to ask, who asks, and the name under which this library's index is served.

    ``shards`` are the parts of an index, ``copies`` how many further nodes keep each of them where
    there are so many.
    """

    hosts: tuple[tuple[str, int], ...]
    is_encrypted: bool = False
    credentials: tuple[str, str] | None = field(default=None, repr=False)
    name: str = "commonplace"
    shards: int = 1
    copies: int = 1
    certificates: str = ""


def cluster_address(text: str) -> ClusterAddress:
    """The address read. Raises ``BadClusterAddress``."""
    try:
        parts = urlsplit(text.strip())
        options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
    except ValueError:
        raise BadClusterAddress("it is not an address") from None
    if parts.scheme not in _SCHEMES:
        raise BadClusterAddress("it begins with neither http: nor https:")
    if unknown := options.keys() - _OPTIONS:
        raise BadClusterAddress(f"it has no option {', '.join(sorted(unknown))}")
    said, _, hosts = parts.netloc.rpartition("@")
    return ClusterAddress(
        hosts=tuple(map(_host, hosts.split(","))),
        is_encrypted=_SCHEMES[parts.scheme],
        credentials=_credentials(said),
        name=_name(unquote(parts.path.strip("/"))),
        shards=_number("shards", options.get("shards", "1"), 1),
        copies=_number("copies", options.get("copies", "1"), 0),
        certificates=options.get("certificates", ""),
    )


def _host(text: str) -> tuple[str, int]:
    found = _HOST.fullmatch(text)
    if not found or not 0 < int(found[2] or _PORT) < 2**16:
        raise BadClusterAddress("a host in it cannot be read")
    return found[1], int(found[2] or _PORT)


def _credentials(said: str) -> tuple[str, str] | None:
    user, _, password = said.partition(":")
    return (unquote(user), unquote(password)) if said else None


def _name(text: str) -> str:
    if text and not _NAME.fullmatch(text):
        raise BadClusterAddress("the name behind the hosts needs small letters, digits and hyphens")
    return text or "commonplace"


def _number(option: str, text: str, least: int) -> int:
    if not (text.isdecimal() and text.isascii() and least <= int(text[:9]) <= _MOST_SHARDS):
        raise BadClusterAddress(f"{option} is a number from {least} to {_MOST_SHARDS}")
    return int(text)
