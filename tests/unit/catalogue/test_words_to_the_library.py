"""Words that people write to the library: nothing that is seen is lost, nothing hostile is kept."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from commonplace.catalogue.letters.codes import LENGTH, LETTERS, code_of, grouped, read_code
from commonplace.catalogue.letters.words import has_address, has_number, kept

ANYTHING = st.text(max_size=300)


@given(ANYTHING)
def test_what_is_kept_is_kept_the_same_when_it_is_sent_again(text: str) -> None:
    assert kept(kept(text)) == kept(text)


@given(ANYTHING)
def test_every_database_can_keep_what_is_kept(text: str) -> None:
    words = kept(text)
    words.encode()
    assert "\x00" not in words
    assert not [each for each in words if unicodedata.bidirectional(each) in {"RLO", "LRO", "RLI"}]


@given(st.text(st.characters(categories=("L", "N", "P", "S")), max_size=200))
def test_letters_figures_and_signs_are_all_kept(text: str) -> None:
    assert kept(text) == unicodedata.normalize("NFC", text).strip()


def test_line_breaks_of_every_system_are_one_and_ten_thousand_are_two() -> None:
    assert kept("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
    assert kept("a" + "\r\n" * 10_000 + "b") == "a\n\nb"
    assert kept("a\n \t \n\u3000\nb") == "a\n\nb"


def test_marks_that_join_letters_stay() -> None:
    assert kept("می\u200cخواهم 👩\u200d👧") == "می\u200cخواهم 👩\u200d👧"


@given(st.text("0123456789 -@.(", max_size=1_000))
def test_looking_for_numbers_and_addresses_always_ends(text: str) -> None:
    assert has_number(text) in {True, False}
    assert has_address(text) in {True, False}


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_code_is_read_as_it_was_written_and_in_any_grouping(form: str, words: str) -> None:
    code = code_of(form, words)
    assert len(code) == LENGTH
    assert set(code) <= set(LETTERS)
    assert read_code(grouped(code)) == read_code(f" {code.lower()}") == code


@given(ANYTHING)
def test_whatever_is_typed_is_a_code_or_nothing(typed: str) -> None:
    code = read_code(typed)
    assert code == "" or (len(code) == LENGTH and set(code) <= set(LETTERS))
