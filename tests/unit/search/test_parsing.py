"""What a reader typed is understood, and every mistake in it is mended and named."""

import json
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.search.query.as_json import as_json
from commonplace.search.query.mistakes import SENTENCES
from commonplace.search.query.parsing import MOST_DEPTH, parse
from commonplace.search.query.tree import (
    EVERYTHING,
    Both,
    Either,
    Is,
    Not,
    Nothing,
    Phrase,
    Prefix,
    Query,
    Range,
    TitleIs,
    Words,
)

NOTHING = Nothing()


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("last train home", Words("last train home")),
        ("  last   train ", Words("last train")),
        ('"last train"', Phrase("last train")),
        ("“last train”", Phrase("last train")),
        ("migra*", Prefix("migra")),
        ("gui tu*", Both((Words("gui"), Prefix("tu")))),
        ("ti:train", Words("train", "title")),
        ("TITLE:train", Words("train", "title")),
        ('au:"fan lixin"', Phrase("fan lixin", "author")),
        ("ti:last ti:train", Words("last train", "title")),
        ("ti:(last train)", Words("last train", "title")),
        ("ti:last train", Both((Words("last", "title"), Words("train")))),
        ("cats AND dogs", Words("cats dogs")),
        ("cats and dogs", Words("cats and dogs")),
        ("cats or not dogs", Words("cats or not dogs")),
        ("cats OR dogs", Either((Words("cats"), Words("dogs")))),
        ("a OR b OR c", Either((Words("a"), Words("b"), Words("c")))),
        ("cats OR dogs big", Either((Words("cats"), Words("dogs big")))),
        ("cats NOT dogs", Both((Words("cats"), Not(Words("dogs"))))),
        ("cats -dogs -mice", Both((Words("cats"), Not(Words("dogs")), Not(Words("mice"))))),
        ("-dogs cats", Both((Not(Words("dogs")), Words("cats")))),
        ("a NOT (b OR c)", Both((Words("a"), Not(Either((Words("b"), Words("c"))))))),
        ("NOT NOT cats", Words("cats")),
        ("-ti:cats dogs", Both((Not(Words("cats", "title")), Words("dogs")))),
        ("ti:-cats dogs", Both((Not(Words("cats", "title")), Words("dogs")))),
        ("spider-man", Words("spider-man")),
        ("Spider - Man", Words("Spider - Man")),
        ("fo:DVD", Is("format", "dvd")),
        ('fo:"Large print"', Is("format", "large_print")),
        ("fo:large-print", Is("format", "large_print")),
        ("fo:blu-ray", Is("format", "bluray")),
        ("fo:(dvd OR book)", Either((Is("format", "dvd"), Is("format", "book")))),
        ("br:Central", Is("branch", "Central")),
        ("ad:adult", Is("audience", "adults")),
        ("py:1999", Range("pubyear", 1999, 1999)),
        ("py:[1918 TO 1939]", Range("pubyear", 1918, 1939)),
        ("py:[1918 to *]", Range("pubyear", 1918, None)),
        ("py:[* TO 1939]", Range("pubyear", None, 1939)),
        ("py:1918-1939", Range("pubyear", 1918, 1939)),
        ("py:1918-", Range("pubyear", 1918, None)),
        ("sr:[3.5 TO 5]", Range("starrating", 35, 50)),
        ("sr:4-5", Range("starrating", 40, 50)),
        ("sr:3,5-", Range("starrating", 35, None)),
        ("sr:[3½ TO 4½]", Range("starrating", 35, 45)),
        ("starrating:4", Range("starrating", 38, 42)),
        ("sr:4.5", Range("starrating", 43, 47)),
        ("sr:4.3", Range("starrating", 43, 43)),
        ("nw:30", Range("new", 20_544, 20_574)),
        ("nw:[0 TO 7]", Range("new", 20_567, 20_574)),
        ("M*A*S*H", Words("M*A*S*H")),
        ("Mission: impossible", Words("Mission: impossible")),
        ("http://example.org/x", Words("http://example.org/x")),
        ("12:30", Words("12:30")),
        ("a:b:c", Words("a:b:c")),
        ("(What's the story) morning glory?", Words("What's the story morning glory?")),
        ("March 24 -26, 1987", Words("March 24 -26, 1987")),
        ("1984 -orwell", Both((Words("1984"), Not(Words("orwell"))))),
        ("Model (HSDM)-related data", Words("Model HSDM -related data")),
        ("(-dogs cats)", Both((Not(Words("dogs")), Words("cats")))),
        ("Orbital by Samantha Harvey", Either((
            Words("Orbital by Samantha Harvey"),
            Both((Words("Orbital", "title"), Words("Samantha Harvey", "contributor"))),
        ))),
        ('"Kokoro" jijo by Natsume', Either((
            Both((Phrase("Kokoro"), Words("jijo by Natsume"))),
            Both((Phrase("Kokoro", "title"), Words("jijo", "title"),
                  Words("Natsume", "contributor"))),
        ))),
        ('be-"Tsiyon" by Ratsabi', Either((
            Both((Words("be-"), Phrase("Tsiyon"), Words("by Ratsabi"))),
            Both((Words("be-", "title"), Phrase("Tsiyon", "title"),
                  Words("Ratsabi", "contributor"))),
        ))),
        ("Industrie by Stanislaus von Moos", Either((
            Words("Industrie by Stanislaus von Moos"),
            Both((Words("Industrie", "title"), Words("Stanislaus von Moos", "contributor"))),
        ))),
        ("by night", Words("by night")),
        ("ti:(stand by me)", Words("stand by me", "title")),
        ('"a b" - "c d"', Both((Phrase("a b"), Phrase("c d")))),
        ("NOT", Words("NOT")),
        ("?", Words("?")),
        ("归途列车", Words("归途列车")),
        ("TO BE OR NOT TO BE", Either((
            Either((Words("TO BE"), Both((Not(Words("TO")), Words("BE"))))),
            TitleIs("TO BE OR NOT TO BE"),
        ))),
        ("", EVERYTHING),
        ("  \t", EVERYTHING),
    ],
)  # fmt: skip
def test_a_query_is_understood(typed: str, tree: Query) -> None:
    assert parse(typed, today=date(2026, 5, 1)).tree == tree


@pytest.mark.parametrize(
    ("typed", "tree", "codes"),
    [
        ("titel:foo", Words("titel foo"), ["no_such_field_but"]),
        ("nofield:x", Words("nofield x"), ["no_such_field"]),
        (
            "nofield:(a OR b)",
            Both((Words("nofield"), Either((Words("a"), Words("b"))))),
            ["no_such_field"],
        ),
        ("mood2:x", Words("mood2 x"), ["no_such_field_but"]),
        ("name:x", Words("name x"), ["no_such_field_but"]),
        ("title: foo", Words("title: foo"), ["space_after_colon"]),
        ("title: (foo)", Words("title: foo"), ["space_after_colon"]),
        ("ti:", Words("ti:"), ["field_without_words"]),
        ("foo AND (ti:)", Words("foo ti:"), ["field_without_words"]),
        (
            "ti:AND",
            NOTHING,
            ["field_without_words", "operator_without_words", "nothing_to_look_for"],
        ),
        ("(a OR (b c", Either((Words("a"), Words("b c"))), ["bracket_closed"]),
        ("a)", Words("a"), ["bracket_without_opening"]),
        ("a ()", Words("a"), ["empty_brackets"]),
        ('"last train', Phrase("last train"), ["quote_closed"]),
        ("*", NOTHING, ["star_alone", "nothing_to_look_for"]),
        ("* foo", Words("foo"), ["star_alone"]),
        ("*foo", Words("foo"), ["star_in_front"]),
        ("*foo*", Prefix("foo"), ["star_in_front"]),
        ("a*", Words("a"), ["beginning_too_short"]),
        ("归*", Prefix("归"), []),
        ("-foo", NOTHING, ["only_exclusions"]),
        ("(-foo -bar)", NOTHING, ["only_exclusions"]),
        ("cats OR -dogs", Words("cats"), ["exclusion_in_either"]),
        ("foo AND", Words("foo"), ["operator_without_words"]),
        ("OR foo", Words("foo"), ["operator_without_words"]),
        ("foo NOT", Words("foo"), ["operator_without_words"]),
        ("py:abc", Words("abc"), ["not_a_number"]),
        ("py:[a TO b]", Words("a TO b"), ["not_a_number"]),
        ("py:1939-1918", Range("pubyear", 1918, 1939), ["range_turned"]),
        ("py:99999999999999999999", Range("pubyear", 99_999_999, 99_999_999), []),
        ("ti:[1 TO 2]", Words("1 TO 2", "title"), ["not_a_range"]),
        ("[1 TO 2]", Words("1 TO 2"), ["range_without_field"]),
        ("()", NOTHING, ["empty_brackets", "nothing_to_look_for"]),
        ("!!!", Words("!!!"), ["only_signs"]),
        ("^", Words("^"), ["only_signs"]),
        ("\0", NOTHING, ["nothing_to_look_for"]),
        ("\ud800", NOTHING, ["nothing_to_look_for"]),
        ("\u202efoo\u202c", Words("foo"), []),
    ],
)
def test_a_mistake_is_mended_and_named(typed: str, tree: Query, codes: list[str]) -> None:
    understood = parse(typed)
    assert understood.tree == tree
    assert [problem.code for problem in understood.problems] == codes


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("cats NOT (NOT dogs)", "cats dogs"),
        ("cats -(-dogs)", "cats dogs"),
        ("NOT (NOT dogs)", "dogs"),
        ("cats NOT ti:(NOT dogs)", "cats ti:dogs"),
        ("cats NOT (-dogs -mice)", "cats (dogs OR mice)"),
    ],
)
def test_to_leave_out_what_is_left_out_is_to_ask_for_it(typed: str, same: str) -> None:
    assert parse(typed) == parse(same)


@pytest.mark.parametrize("typed", ["199*", "[1990", "[a TO b]", "soon"])
def test_what_is_no_number_is_named_as_it_was_typed(typed: str) -> None:
    (mistake, *_) = parse(f"py:{typed}").problems
    assert (mistake.code, mistake.params) == ("not_a_number", {"text": typed})


def test_a_mistyped_field_is_told_the_right_one() -> None:
    (problem,) = parse("titel:foo").problems
    assert problem.sentence == (
        "There is no field “titel”, so it was looked for as a word. Did you mean “title”?"
    )


def test_the_field_chosen_beside_the_box_holds_for_words_that_name_none() -> None:
    tree = parse("train) au:fan", field="title").tree
    assert tree == Both((Words("train", "title"), Words("fan", "author")))
    assert parse("train", field="nonsense").tree == Words("train")


def test_an_unknown_name_never_becomes_a_field_of_every_record() -> None:
    for typed in ("x:*", "*:*", "nonsense:*", "ti:*", "fo:*", "py:*", "[* TO *]", "py:[* TO *]"):
        assert parse(typed).tree != EVERYTHING
        assert not isinstance(parse(typed).tree, Range)


@pytest.mark.parametrize(
    ("typed", "explained"),
    [
        ("", "every title"),
        ("train", "the word “train”"),
        ("last train", "the words “last train”"),
        ("ti:train -fo:dvd", "the word “train” in the field title but not format “dvd”"),
        ('"a b" OR mig*', "the phrase “a b” or a word that begins with “mig”"),
        ("py:[1918 TO 1939]", "year from 1918 to 1939"),
        ("py:1918-", "year from 1918"),
        ("py:[* TO 1939]", "year up to 1939"),
        ("py:1939", "year 1939"),
        ("sr:3.5", "star rating from 3.3 to 3.7"),
        ("sr:[5 TO 4]", "star rating from 4 to 5"),
        ("nw:1", "added from 2026-04-30 to 2026-05-01"),
        ("(a OR b) c", "(the word “a” or the word “b”) and the word “c”"),
        ("-a", "nothing"),
    ],
)
def test_the_query_is_said_back_in_words(typed: str, explained: str) -> None:
    assert parse(typed, today=date(2026, 5, 1)).explained == explained


def test_a_tree_is_plain_data_too() -> None:
    assert as_json(parse("ti:a -py:1").tree) == {
        "kind": "both",
        "parts": [
            {"kind": "words", "text": "a", "field": "title"},
            {"kind": "not", "part": {"kind": "range", "field": "pubyear", "least": 1, "most": 1}},
        ],
    }


def test_only_so_much_is_read() -> None:
    assert [problem.code for problem in parse("w " * 5_000).problems] == [
        "too_long", "too_many_words",
    ]  # fmt: skip
    assert parse("w " * 65).tree == Words(" ".join(["w"] * 64))
    assert "too_deep" in [problem.code for problem in parse("(" * 40_000).problems]
    deepest = "(" * MOST_DEPTH + "a" + ")" * MOST_DEPTH
    assert parse(deepest).problems == ()
    assert parse(f"({deepest})").tree == Words("a")


def test_what_is_written_without_a_space_is_cut_like_words() -> None:
    for typed, read in (("\u5f52" * 200, "\u5f52" * 128), ("a-" * 200, "a-" * 128)):
        understood = parse(typed)
        assert isinstance(understood.tree, Words)
        assert understood.tree.text.strip("-") == read.strip("-")
        assert [each.code for each in understood.problems] == ["too_many_words"]
    assert parse("x" * 900).tree == Words("x" * 900)


def test_what_is_chosen_several_times_is_one_choice() -> None:
    assert parse("cats OR dogs OR cats OR (dogs OR cats)").tree == parse("cats OR dogs").tree
    assert parse("cats OR cats").tree == Words("cats")
    assert parse('"of the" "of the"').tree == Phrase("of the")


def test_forty_thousand_brackets_take_no_longer_than_a_thousand() -> None:
    for typed in ("(" * 40_000, "ti:-" * 10_000, "NOT " * 10_000, '"' * 200_000, "a(" * 100_000):
        before = time.process_time()
        parse(typed)
        assert time.process_time() - before < 0.5, "a safeguard against anything but linear time"


SIGNS = st.sampled_from(
    [*'()"*-:[]', "AND", "OR", "NOT", " ", "ti:", "py:", "fo:", "xy:", "TO", "a"]
)


@given(st.one_of(st.text(), st.lists(SIGNS, max_size=40).map("".join)))
def test_any_text_is_understood_without_raising(typed: str) -> None:
    understood = parse(typed)
    json.dumps(as_json(understood.tree))
    assert understood.explained
    for problem in understood.problems:
        assert problem.sentence
        assert problem.code in SENTENCES
    if typed.strip():
        assert understood.tree != EVERYTHING
