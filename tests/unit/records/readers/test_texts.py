"""Whatever encoding a record is in, its text is right or its problem is told."""

import io
import json
from pathlib import Path
from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymarc.marc8 import marc8_to_unicode

from commonplace.records.readers import open_records, read_record
from commonplace.records.readers.marc8 import decode_marc8
from tests.records.samples import title


def read(text: bytes, flag: bytes = b"a") -> tuple[str | None, set[str]]:
    """The title as read, and the codes of what was wrong."""
    frame = next(iter(open_records(io.BytesIO(title(text, flag=flag)))))
    record, problems = read_record(frame)
    fields = list(record.fields(["245"])) if record else []
    return (fields[0].first("a") if fields else None), {each.code for each in problems}


AS_THEY_SHOULD_BE = {
    "plain": (b"Middlemarch", b" ", "Middlemarch"),
    "UTF-8": ("Åsne Seierstad, 归途列车".encode(), b"a", "Åsne Seierstad, 归途列车"),
    "MARC-8": (b"Andr\xe2e Chedid, fran\xf0cais", b" ", "André Chedid, français"),
    "MARC-8 ligatures": (b"Dostoevski\xe6i, \xebi\xect", b" ", "Dostoevskiĭ, i︠t︡"),
    "MARC-8 Han": (b"\x1b$1!0!!<N\x1b(B", b" ", None),
    "MARC-8 Cyrillic": (b"\x1b(NpU[KIN\x1b(B", b" ", "Пушкин"),
    "MARC-8 Greek letter": (b"\x1bga\x1bs-rays", b" ", "α-rays"),
    "MARC-8 subscript": (b"H\x1bb2\x1bsO", b" ", "H₂O"),
    "references in MARC-8": (b"&#x5F52;&#x9014;", b" ", "归途"),
}


@pytest.mark.parametrize("name", AS_THEY_SHOULD_BE)
def test_text_as_marc_wants_it_is_read_without_a_word(name: str) -> None:
    content, flag, expected = AS_THEY_SHOULD_BE[name]
    text, codes = read(content, flag)
    assert not codes
    assert text == (normalize("NFC", expected) if expected else text)


MISLABELLED = {
    "UTF-8 said to be MARC-8": ("Forêt noire".encode(), b" ", "Forêt noire", "wrong_encoding_flag"),
    "MARC-8 said to be UTF-8": (b"For\xe3et noire", b"a", "Forêt noire", "wrong_encoding_flag"),
    "escapes said to be UTF-8": (b"\x1b(NpU[KIN\x1b(B", b"a", "Пушкин", "wrong_encoding_flag"),
    "Latin-1 said to be MARC-8": ("Forêt déjà".encode("latin-1"), b" ", "Forêt déjà", "guessed"),
    "Latin-1 said to be UTF-8": ("Müller à Köln".encode("latin-1"), b"a", "Müller à Köln", "guess"),
    "Windows quotes": ("L’été “doré”".encode("cp1252"), b" ", "L’été “doré”", "guessed_encoding"),
    "Windows Cyrillic": ("Война и мир".encode("cp1251"), b" ", "Война и мир", "guessed_encoding"),
    "DOS Cyrillic": ("Война и мир".encode("cp866"), b" ", "Война и мир", "guessed_encoding"),
    "DOS French": ("Forêt déjà été".encode("cp850"), b" ", "Forêt déjà été", "guessed_encoding"),
}


@pytest.mark.parametrize("name", MISLABELLED)
def test_mislabelled_text_is_read_as_what_it_is_and_said_to_be(name: str) -> None:
    content, flag, expected, code = MISLABELLED[name]
    text, codes = read(content, flag)
    assert text == expected
    assert any(each.startswith(code) for each in codes)


def test_a_czech_name_in_marc8_is_not_taken_for_french() -> None:
    assert read(b"Smetana, Bed\xe9rich", b" ") == ("Smetana, Bedřich", set())
    assert read(b"Dvo\xe9r\xe2ak, Anton\xe2in", b" ") == ("Dvořák, Antonín", set())


def test_a_french_name_in_latin1_is_not_taken_for_marc8() -> None:
    assert read("Gérard Philipe".encode("latin-1"), b" ")[0] == "Gérard Philipe"


def test_one_bad_byte_in_utf8_is_replaced_and_told() -> None:
    text, codes = read("Forêt".encode() + b"\xff noire")
    assert text == "Forêt\ufffd noire"
    assert codes == {"bad_utf8"}


def test_a_lone_bad_byte_in_plain_text_is_replaced_and_told() -> None:
    text, codes = read(b"For\xffest")
    assert text == "For\ufffdest"
    assert codes == {"bad_utf8"}


@pytest.mark.parametrize("surrogate", [b"\xed\xa0\x80", b"\xed\xbf\xbf"])
def test_surrogates_in_utf8_do_not_reach_the_text(surrogate: bytes) -> None:
    text, codes = read(b"Half " + surrogate + " Été".encode() * 3)
    assert codes == {"bad_utf8"}
    assert text is not None
    text.encode("utf-8")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"Nul\x00l", "Null"),
        (b"two\nlines", "two lines"),
        (b"the nation\x19s", "the nation’s"),
        (b"1950\x131960", "1950–1960"),
        ("l\u0092été".encode(), "l’été"),
        ("The \u0098 and \u009cend".encode(), "The  and end"),
        ("a\ufeffb".encode(), "ab"),
    ],
)
def test_control_characters_leave_the_text(content: bytes, expected: str) -> None:
    assert read(content) == (expected, {"control_characters"})


def test_references_never_bring_in_what_ends_a_field() -> None:
    text, _ = read(b"A&#x1F;b&#x001E;c&#xD800;d&#x110000;", b" ")
    assert text == "A&#x1F;b&#x001E;c&#xD800;d&#x110000;"


def test_decomposed_text_is_composed() -> None:
    decomposed = normalize("NFD", "Åsne 한국어 Việt")
    text, codes = read(decomposed.encode())
    assert (text, codes) == ("Åsne 한국어 Việt", set())


def test_known_pairs_of_marc8_and_unicode_agree(shared: Path) -> None:
    pairs = json.loads((shared / "vectors/marc8.json").read_text("utf-8"))["pairs"]
    wrong = []
    for pair in pairs:
        text, _ = decode_marc8(bytes.fromhex(pair["marc8_hex"]))
        if normalize("NFC", text) != normalize("NFC", pair["utf8"]):
            wrong.append((text, pair["utf8"]))
    assert len(pairs) > 500
    assert wrong == []


@given(st.text(st.sampled_from("abc ÀÉÖàéöłøßæœđ¿¡£ñçāščőžṭḥ"), max_size=30))
def test_latin_text_goes_through_marc8_and_back(text: str) -> None:
    content = as_ansel(text)
    decoded, bad = decode_marc8(content)
    assert (normalize("NFC", decoded), bad) == (text, 0)


@given(st.binary(max_size=80))
def test_no_bytes_make_the_decoder_raise(content: bytes) -> None:
    text, bad = decode_marc8(content)
    assert bad == text.count("\ufffd")


@given(st.lists(st.sampled_from([bytes([each]) for each in range(0x20, 0x7F)]), max_size=12))
def test_every_set_reads_as_pymarc_reads_it(letters: list[bytes]) -> None:
    for escape in (b"\x1b(N", b"\x1b(S", b"\x1b(2", b"\x1b(3", b"\x1bg", b"\x1bb", b"\x1bp"):
        content = escape + b"a" + b"".join(letters).replace(b" ", b"") + b"\x1bs."
        ours, bad = decode_marc8(content)
        if not bad:
            theirs = marc8_to_unicode(content, hide_utf8_warnings=True)
            assert normalize("NFC", ours) == theirs


@given(st.text(max_size=60))
def test_any_text_in_utf8_comes_out_in_nfc_and_without_controls(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass").replace(b"\x1d", b"").replace(b"\x1f", b"")
    result, _ = read(content.replace(b"\x1e", b""))
    if result is not None:
        assert is_normalized("NFC", result)
        assert not any(each < " " for each in result)
        result.encode("utf-8")


DIACRITICS = {
    "\u0300": 0xE1,
    "\u0301": 0xE2,
    "\u0303": 0xE4,
    "\u0304": 0xE5,
    "\u0308": 0xE8,
    "\u030b": 0xEE,
    "\u030c": 0xE9,
    "\u0323": 0xF2,
    "\u0327": 0xF0,
}
LETTERS = {"ł": 0xB1, "ø": 0xB2, "đ": 0xB3, "æ": 0xB5, "œ": 0xB6, "£": 0xB9, "ß": 0xC7}
LETTERS |= {"¿": 0xC5, "¡": 0xC6}


def as_ansel(text: str) -> bytes:
    """Latin text in MARC-8, each diacritic before its letter."""
    content = bytearray()
    for each in text:
        plain = normalize("NFD", each)
        content += bytes(DIACRITICS[mark] for mark in plain[1:])
        content.append(LETTERS[plain[0]] if plain[0] in LETTERS else ord(plain[0]))
    return bytes(content)
