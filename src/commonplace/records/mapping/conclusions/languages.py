"""Spoken or written, subtitled, original: 041 with 008/35-37.

``mul`` and ``und`` only stand where nothing better is said; ``zxx`` is no language at all.
"""

from collections.abc import Iterable
from typing import Any

from commonplace.records.mapping.builders.languages import LanguageLine
from commonplace.records.mapping.plan import Gathered
from commonplace.records.vocabularies.languages import language_of

_VAGUE = frozenset({"mul", "und", "mis"})  # codespell:ignore
_FILM = "g"


def languages(gathered: Gathered) -> dict[str, Any]:
    """The languages it speaks or is written in, of its subtitles, and it was translated from."""
    main = _main(gathered)
    lines: list[LanguageLine] | None = gathered.values.get("language_lines")
    if lines is None:
        return {"languages": (main,)} if main and main not in ("zxx", "und") else {}
    for line in lines:
        if line.unknown:
            gathered.report("language_unknown", "041", f"left out: {', '.join(line.unknown)[:60]}")
    return {
        "languages": _spoken([main, *(code for line in lines for code in line.spoken)]),
        "subtitles": _subtitles(lines, gathered.leader[6:7]),
        "original_languages": _unique(code for line in lines for code in line.originals),
    }


def _spoken(found: list[str]) -> tuple[str, ...]:
    clear = [code for code in found if code and code not in _VAGUE and code != "zxx"]
    return _unique(clear or [code for code in found if code in _VAGUE and code != "und"])


def _subtitles(lines: list[LanguageLine], kind: str) -> tuple[str, ...]:
    """Before $j was made, films had them in $b."""
    found = [code for line in lines for code in line.subtitles]
    if not found and kind == _FILM:
        found = [code for line in lines for code in line.summaries]
    return _unique(code for code in found if code != "zxx")


def _unique(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


def _main(gathered: Gathered) -> str:
    said = gathered.first("language_code")
    if not said or "|" in said or "#" in said or not said.strip("- "):
        return ""
    code = language_of(said)
    if not code:
        gathered.report("language_unknown", "008/35-37", f"left out: {said}")
    return code
