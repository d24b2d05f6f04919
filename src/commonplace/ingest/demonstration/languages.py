"""The languages of the demonstration: MARC code, English name, and the articles filing skips.

A table: add a line for a new language. Articles end with the space or apostrophe they end with.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the table."""

    code: str
    name: str
    articles: tuple[str, ...] = ()


_TABLE = (
    Language("afr", "Afrikaans", ("die ", "’n ", "'n ")),
    Language("akk", "Akkadian"),
    Language("alb", "Albanian"),
    Language("amh", "Amharic"),
    Language("ang", "Old English"),
    Language("ara", "Arabic", ("al-",)),
    Language("arm", "Armenian"),
    Language("baq", "Basque"),
    Language("bel", "Belarusian"),
    Language("ben", "Bengali"),
    Language("bos", "Bosnian"),
    Language("bre", "Breton"),
    Language("bul", "Bulgarian"),
    Language("bur", "Burmese"),
    Language("cat", "Catalan", ("el ", "la ", "els ", "les ", "l’", "l'")),
    Language("chi", "Chinese"),
    Language("cor", "Cornish"),
    Language("cze", "Czech"),
    Language("dan", "Danish", ("en ", "et ", "den ", "det ", "de ")),
    Language("dut", "Dutch", ("de ", "het ", "een ", "’t ", "'t ")),
    Language("dzo", "Dzongkha"),
    Language("eng", "English", ("the ", "a ", "an ")),
    Language("enm", "Middle English"),
    Language("est", "Estonian"),
    Language("fil", "Filipino"),
    Language("fin", "Finnish"),
    Language("fre", "French", ("le ", "la ", "les ", "l’", "l'", "un ", "une ")),
    Language("fro", "Old French"),  # codespell:ignore
    Language("geo", "Georgian"),
    Language("ger", "German", ("der ", "die ", "das ", "ein ", "eine ")),
    Language("gla", "Scottish Gaelic", ("an ", "a’ ", "na ")),
    Language("gle", "Irish", ("an ", "na ")),
    Language("glg", "Galician", ("o ", "a ", "os ", "as ")),
    Language("grc", "Ancient Greek"),
    Language("gre", "Greek", ("o ", "hē ", "to ")),
    Language("guj", "Gujarati"),
    Language("hau", "Hausa"),
    Language("haw", "Hawaiian", ("ka ", "ke ", "he ")),
    Language("heb", "Hebrew", ("ha-",)),
    Language("hin", "Hindi"),
    Language("hrv", "Croatian"),
    Language("hun", "Hungarian", ("a ", "az ", "egy ")),
    Language("ibo", "Igbo"),
    Language("ice", "Icelandic"),
    Language("iku", "Inuktitut"),
    Language("ind", "Indonesian"),
    Language(
        "ita", "Italian", ("il ", "lo ", "la ", "i ", "gli ", "le ", "l’", "l'", "un ", "una ")
    ),
    Language("jpn", "Japanese"),
    Language("kan", "Kannada"),
    Language("kaz", "Kazakh"),
    Language("khm", "Khmer"),
    Language("kik", "Kikuyu"),
    Language("kin", "Kinyarwanda"),
    Language("kor", "Korean"),
    Language("kur", "Kurdish"),
    Language("lao", "Lao"),
    Language("lat", "Latin"),
    Language("lav", "Latvian"),
    Language("lit", "Lithuanian"),
    Language("mac", "Macedonian"),
    Language("mal", "Malayalam"),
    Language("mao", "Māori", ("te ", "ngā ", "he ")),  # codespell:ignore
    Language("mar", "Marathi"),
    Language("may", "Malay"),
    Language("mon", "Mongolian"),
    Language("mul", "several languages"),
    Language("nah", "Nahuatl"),
    Language("nep", "Nepali"),
    Language("nno", "Norwegian Nynorsk", ("ein ", "ei ", "eit ", "den ", "det ", "dei ")),
    Language("nob", "Norwegian Bokmål", ("en ", "et ", "ei ", "den ", "det ", "de ")),
    Language("nor", "Norwegian", ("en ", "et ", "ei ", "den ", "det ", "de ")),
    Language("sga", "Old Irish"),
    Language("oci", "Occitan", ("lo ", "la ", "los ", "las ", "l’", "l'")),
    Language("ota", "Ottoman Turkish"),
    Language("pan", "Punjabi"),
    Language("per", "Persian"),
    Language("pol", "Polish"),
    Language("por", "Portuguese", ("o ", "a ", "os ", "as ", "um ", "uma ")),
    Language("pus", "Pashto"),
    Language("que", "Quechua"),
    Language("rum", "Romanian"),
    Language("rus", "Russian"),
    Language("san", "Sanskrit"),
    Language("sco", "Scots", ("the ", "a ", "an ")),
    Language("sin", "Sinhala"),
    Language("slo", "Slovak"),
    Language("slv", "Slovenian"),
    Language("sme", "Northern Sami"),  # codespell:ignore
    Language("snd", "Sindhi"),
    Language("som", "Somali"),  # codespell:ignore
    Language("spa", "Spanish", ("el ", "la ", "los ", "las ", "un ", "una ", "lo ")),
    Language("srp", "Serbian"),
    Language("swa", "Swahili"),
    Language("swe", "Swedish", ("en ", "ett ", "den ", "det ", "de ")),
    Language("tam", "Tamil"),
    Language("tel", "Telugu"),
    Language("tgl", "Tagalog", ("ang ", "mga ")),
    Language("tha", "Thai"),  # codespell:ignore
    Language("tib", "Tibetan"),
    Language("tur", "Turkish"),
    Language("ukr", "Ukrainian"),
    Language("und", "an undetermined language"),
    Language("urd", "Urdu"),
    Language("uzb", "Uzbek"),
    Language("vie", "Vietnamese"),  # codespell:ignore
    Language("wel", "Welsh", ("y ", "yr ")),  # codespell:ignore
    Language("wol", "Wolof"),
    Language("xho", "Xhosa"),
    Language("yid", "Yiddish", ("der ", "di ", "dos ", "a ")),
    Language("yor", "Yoruba"),
    Language("zul", "Zulu"),
    Language("zxx", "no language"),
)

LANGUAGES: dict[str, Language] = {each.code: each for each in _TABLE}
SURNAME_FIRST = frozenset({"chi", "kor"})


def articles_of(*codes: str) -> tuple[str, ...]:
    """The articles of these languages, the longest first."""
    found = {article for code in codes for article in LANGUAGES[code].articles}
    return tuple(sorted(found, key=lambda article: (-len(article), article)))


def skipped_when_filing(title: str, *codes: str) -> int:
    """How many characters of the title filing leaves out (MARC 21 245, second indicator)."""
    lowered = title.lower()
    return next(
        (len(each) for each in articles_of(*codes) if lowered.startswith(each) and lowered != each),
        0,
    )


def names_of(codes: list[str]) -> str:
    """The languages in words: ``English, French and Persian``."""
    names = [LANGUAGES[code].name for code in codes]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""
