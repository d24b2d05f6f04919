"""Spoken or written, subtitled, original: 041 with 008/35-37.

``mul`` and ``und`` only stand where nothing better is said; ``zxx`` is no language at all.
"""

from commonplace.records.mapping.builders.languages import LanguageLine
from commonplace.records.mapping.plan import Gathered
from commonplace.records.vocabularies.languages import language_of

_VAGUE = frozenset({"mul", "und", "mis"})
_FILM = "g"


def languages(gathered: Gathered) -> tuple[str, ...]:
    """The languages it speaks or is written in, the main one first."""
    main = _main(gathered)
    lines: list[LanguageLine] | None = gathered.values.get("language_lines")
    if not lines:
        return (main,) if main and main not in ("zxx", "und") else ()
    for line in lines:
        if line.unknown:
            gathered.report("language_unknown", "041", f"left out: {', '.join(line.unknown)[:60]}")
    found = [main, *(code for line in lines for code in line.spoken)]
    clear = [code for code in found if code and code not in _VAGUE and code != "zxx"]
    vague = [code for code in found if code in _VAGUE and code != "und"]
    return tuple(dict.fromkeys(clear or vague))


def _main(gathered: Gathered) -> str:
    said = gathered.first("language_code")
    if not said or "|" in said or "#" in said or not said.strip("- "):
        return ""
    code = language_of(said)
    if not code:
        gathered.report("language_unknown", "008/35-37", f"left out: {said}")
    return code


def subtitles(gathered: Gathered) -> tuple[str, ...]:
    """The languages of subtitles; before $j was made, films had them in $b."""
    lines: list[LanguageLine] = gathered.values.get("language_lines") or []
    found = [code for line in lines for code in line.subtitles]
    if not found and gathered.leader[6:7] == _FILM:
        found = [code for line in lines for code in line.summaries]
    return tuple(dict.fromkeys(code for code in found if code != "zxx"))


def original_languages(gathered: Gathered) -> tuple[str, ...]:
    """The languages it was translated from."""
    lines: list[LanguageLine] = gathered.values.get("language_lines") or []
    return tuple(dict.fromkeys(code for line in lines for code in line.originals))
