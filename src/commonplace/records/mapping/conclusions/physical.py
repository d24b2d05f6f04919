"""What it is made of, in words."""

from commonplace.records.mapping.plan import Gathered

# 338$b, and 007/00-01 where there is no 338 → RDA's term
CARRIER_TERMS = {
    "nc": "volume", "nb": "sheet", "no": "card", "nr": "object", "cr": "online resource",
    "cd": "computer disc", "cb": "computer chip cartridge", "sd": "audio disc",
    "ss": "audiocassette", "vd": "videodisc", "vf": "videocassette", "mr": "film reel",
    "gs": "slide", "hd": "microfilm reel", "he": "microfiche",
}  # fmt: skip
FROM_007 = {
    "ta": "volume", "tb": "volume", "tc": "volume", "cr": "online resource", "co": "computer disc",
    "sd": "audio disc", "ss": "audiocassette", "vd": "videodisc", "vf": "videocassette",
    "mr": "film reel", "gs": "slide", "hd": "microfilm reel", "he": "microfiche",
}  # fmt: skip


def physical(gathered: Gathered) -> str:
    """Colour, sound, illustrations, and what comes with it."""
    printed, beside = gathered.first("physical_printed"), gathered.first("accompanied_by")
    return f"{printed} + {beside}" if printed and beside else printed or beside


def carriers(gathered: Gathered) -> tuple[str, ...]:
    """RDA's words for the carriers: as the record has them, else from its codes."""
    texts = gathered.texts
    if "carrier_terms" in texts:
        return tuple(texts["carrier_terms"])
    if "carrier_codes" in texts:
        return _terms([CARRIER_TERMS.get(code.strip(" .")) for code in texts["carrier_codes"]])
    return _terms([FROM_007.get(code[:2]) for code in texts.get("codes_007", ())])


def _terms(found: list[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for term in found if term))
