"""Which words may have been meant: keys, distances, what of a query may be misspelt at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.search.engines.contract import Document
from commonplace.search.engines.layout import prepare
from commonplace.search.suggestions.spelling import (
    Known,
    buckets_to_keep,
    buckets_to_look_in,
    nearest,
    own_bucket,
)
from commonplace.search.suggestions.surface import as_written
from commonplace.search.suggestions.typed import typed_words, with_others
from commonplace.search.suggestions.vocabulary import Vocabulary

LETTERS = st.text("abcdefghijklmnopqrstuvwxyzабвгдеالايم", min_size=3, max_size=20)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("midlemarch", "middlemarch"),
        ("shakespere", "shakespeare"),
        ("tolkein", "tolkien"),
        ("dostoievski", "dostoyevsky"),
        ("hemmingway", "hemingway"),
        ("murakammi", "murakami"),
        ("приступление", "преступление"),
        ("αλεξανδρια", "αλεξανδρεια"),
        ("الايم", "الايام"),
        ("归徒列车", "归途列车"),
    ],
)
def test_a_misspelt_word_is_near_the_right_one_in_any_script(typed: str, meant: str) -> None:
    assert buckets_to_keep(meant) & buckets_to_look_in(typed)
    assert nearest(typed, [Known(meant, 3), Known("something", 9)], 3) == [meant]


@pytest.mark.parametrize(("typed", "other"), [("cat", "car"), ("to", "two"), ("归途", "归徒")])
def test_short_words_have_fewer_mistakes_in_them(typed: str, other: str) -> None:
    farther = nearest(typed, [Known(f"{other}xy", 9)], 3)
    assert farther == []


def test_the_nearest_comes_first_and_of_equally_near_ones_the_commonest() -> None:
    known = [Known("marten", 2), Known("martin", 9), Known("morton", 12)]
    assert nearest("martan", known, 3)[0] == "martin"


def test_a_word_is_not_offered_in_its_own_place() -> None:
    assert nearest("emma", [Known("emma", 3)], 3) == []


@given(LETTERS)
def test_a_word_is_kept_where_it_is_looked_for_itself(word: str) -> None:
    assert own_bucket(word) in buckets_to_keep(word) & buckets_to_look_in(word)


@given(LETTERS, st.integers(0, 30), st.sampled_from("xяه"))
def test_one_letter_more_less_or_other_always_leads_to_the_word(
    word: str, place: int, letter: str
) -> None:
    place %= len(word)
    for typed in (word[:place] + word[place + 1 :], word[:place] + letter + word[place:]):
        assert buckets_to_keep(word) & buckets_to_look_in(typed)
    other = word[:place] + letter + word[place + 1 :]
    assert buckets_to_keep(word) & buckets_to_look_in(other)


def test_what_has_a_meaning_of_its_own_is_not_a_word_to_mend() -> None:
    query = 'title:emna AND (worts OR "a frase") -owt py:[1900 TO 1950] migr* 1984 titel:trane'
    words = [(each.word, each.field) for each in typed_words(query)]
    anywhere = [(each, "anywhere") for each in ("worts", "frase", "trane")]
    assert words == [("emna", "title"), *anywhere]


def test_words_are_put_in_their_places_and_nothing_else_changes() -> None:
    query = 'au:"tolkein" OR  rings'
    (word, _) = typed_words(query)
    assert with_others(query, {word: "tolkien"}) == 'au:"tolkien" OR  rings'


@given(st.text(max_size=300))
def test_any_text_at_all_has_words_within_it(text: str) -> None:
    for word in typed_words(text):
        assert 0 <= word.start < word.end <= len(text)
    assert with_others(text, {}) == text


@pytest.mark.parametrize(
    ("word", "said", "like", "written"),
    [
        ("dostoievski", ["Dostoïevski, Fiodor"], "dostoyevski", "dostoïevski"),
        ("dostoievski", ["Dostoïevski, Fiodor"], "Dostoyevski", "Dostoïevski"),
        ("obrien", ["The O’Brien girls"], "o'brein", "o’brien"),
        ("归途列车", ["歸途列車 : film"], "歸徒列車", "歸途列車"),
        ("one hundred", ["One hundred years"], "onehundred", "one hundred"),
        ("nowhere", ["Somewhere"], "nowere", "nowhere"),
    ],
)
def test_a_word_is_offered_as_the_record_writes_it(
    word: str, said: list[str], like: str, written: str
) -> None:
    assert as_written(word, said, like=like) == written


def test_the_vocabulary_is_the_words_of_titles_names_and_subjects_in_every_script() -> None:
    document = Document(
        "a" * 13,
        "b" * 13,
        {
            "title": ["Last train home", "归途列车", "백년의 고독"],
            "author": ["Dostoïevski, F. M."],
            "subject": ["Migrant labor -- China"],
            "notes": ["Unheardof"],
        },
    )
    loaded, changed = Vocabulary(), Vocabulary()
    loaded.add([prepare(document)])
    changed.add_documents([document])
    for words in (loaded.words(), changed.words()):
        assert {"train", "归途列车", "백년의", "고독", "dostoievski", "migrant", "china"} <= set(
            words
        )
        assert not {"unheardof", "归途", "f", "^"} & set(words)
        assert not [word for word in words if not word[0].isalpha()]


def test_only_fields_of_words_have_words_that_may_be_misspelt() -> None:
    typed = "fo:dvd br:central py:abc la:french ti:trane su:citys"
    assert [(each.word, each.field) for each in typed_words(typed)] == [
        ("trane", "title"),
        ("citys", "subject"),
    ]
    assert [each.word for each in typed_words("trane", "nosuchfield")] == ["trane"]
