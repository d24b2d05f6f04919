"""Text of any script becomes words that can be compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.search.analysis import (
    analyse,
    analyse_each,
    fold,
    sort_key,
    terms_of,
    title_form,
    title_forms,
    words_of,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("STRASSE", "straße"),
        ("Łódź", "Lodz"),
        ("Smørrebrød", "smorrebrod"),
        ("Đorđe Æsop œuvre þing", "dorde aesop oeuvre thing"),
        ("İstanbul ISPARTA ısı", "istanbul isparta isi"),
        ("ΟΔΥΣΣΕΎΣ", "οδυσσεύς"),
        ("A\u030angstro\u0308m", "Ångström"),
        ("Ａｂｃ １２", "abc 12"),
        ("ﬁnd ½", "find 1⁄2"),
        ("H₂O", "h2o"),
        ("القُرْآنـــ", "القران"),
        ("أحمد إبراهيم", "احمد ابراهيم"),
        ("فارسی کتاب", "فارسي كتاب"),
        ("١٢٣ ۱۲۳ १२३", "123 123 123"),
        ("שָׁלוֹם", "שלום"),
        ("Всё ещё", "все еще"),
        ("歸途列車", "归途列车"),
        ("大乗仏教 戦争 辞典", "大乘佛教 戰爭 辭典"),
        ("ハリー・ポッター", "ﾊﾘｰポッター"),
        ("カタカナ", "かたかな"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("Tiếng Việt", "tieng viet"),
        ("Xbox™ ®", "xbox"),
        ("Qurʼān ʻAbd", "quran abd"),
        ("Qur’an", "Qur'an"),
        ("a\0b\u202ec\u200bd\ud800e", "abcde"),
        ("co\u00adoperate", "cooperate"),
        ("Müller\u2028Lüdenscheidt", "muller ludenscheidt"),
    ],
)
def test_what_readers_do_not_tell_apart_is_one(one: str, other: str) -> None:
    assert words_of(one) == words_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("йод", "иод"), ("が", "か"), ("कि", "क"), ("C++", "C#"), ("C", "C++"), ("ก", "กิ")],
)
def test_what_readers_tell_apart_stays_two(one: str, other: str) -> None:
    assert words_of(one) != words_of(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Spider-Man: far from home.", ["spider", "man", "far", "from", "home"]),
        ("Don't! l'amour", ["dont", "lamour"]),
        ("J.R.R. Tolkien", ["j", "r", "r", "tolkien"]),
        ("AT&T", ["at", "and", "t"]),
        ("Pride & prejudice", ["pride", "and", "prejudice"]),
        ("C++, C# and .NET", ["cplusplus", "c", "sharp", "and", "dotnet"]),
        ("B♭ in C♯", ["b", "flat", "in", "c", "sharp"]),
        ("#1 summer jam", ["1", "summer", "jam"]),
        ("归途 列车 3D", ["归", "途", "列", "车", "3d"]),
        ("হিন্দি हिन्दी", ["হিন্দি", "हिन्दी"]),
        ("... - ! *", []),
        ("", []),
    ],
)
def test_text_is_cut_into_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "extra"),
    [
        ("Spider-Man", "spiderman"),
        ("J.R.R. Tolkien", "jrr"),
        ("J. R. R. Tolkien", "jrr"),
        ("J R R Tolkien", "jrr"),
        ("M*A*S*H", "mash"),
        ("AT&T", "att"),
        ("l'amour", "amour"),
        ("King's", "king"),
        ("20,000 leagues", "20000"),
        ("978-0-14-028329-7", "9780140283297"),
        ("AC/DC", "acdc"),
        ("C# in depth", "csharp"),
        ("in C♯ minor", "csharp"),
        ("B♭", "bflat"),
        ("归途列车", "途列"),
        ("哈利·波特", "利波"),
        ("哈利 • 波特", "利波"),
        ("哈利‧波特", "利波"),
        ("让-雅克", "让雅"),
        ("ハリー・ポッター", "ーぽ"),
        ("奧黛麗．赫本", "丽赫"),
        ("칼-마르크스", "칼마"),
    ],
)
def test_other_spellings_are_found_too(text: str, extra: str) -> None:
    assert extra in analyse([text]).extra
    assert extra not in analyse([text]).main


def test_values_keep_their_words_to_themselves() -> None:
    analysed = analyse(["Last train\nhome", "Gui-tu"])
    assert [line.split() for line in analysed.main] == [["last", "train"], ["home"], ["gui", "tu"]]


def test_what_was_typed_asks_for_each_term_once_in_any_of_its_spellings() -> None:
    spellings = [term.spellings for term in terms_of("J.R.R. spider-man the the j. k. 归途列车")]
    assert spellings == [
        (("jrr",),),
        (("spiderman",), ("spider", "man")),
        (("jk",), ("j", "k")),
        (("归途", "途列", "列车"),),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Great Gatsby", "great gatsby!"),
        ("A  visit", "Visit"),
        ("Gui tu lie che", "GUITULIECHE"),
        ("Spider-Man", "spider man"),
        ("Pride & Prejudice", "pride and prejudice"),
        ("L'Étranger", "letranger"),
        ("“The end.”", "End"),
        ("20,000 leagues", "20000 leagues"),
        ("Twenty thousand leagues", "20,000 leagues"),
        ("Nineteen eighty-four", "1984"),
        ("Henry VIII", "Henry 8"),
        ("Rocky II", "Rocky two"),
        ("The colour purple", "Color purple"),
        ("Programmes and centres", "Programs & centers"),
        ("Gui tu lie che", "gui1 tu2 lie4 che1"),
    ],
)
def test_a_whole_title_has_one_form(one: str, other: str) -> None:
    assert title_form(one) == title_form(other) != ""


def test_a_title_is_never_only_its_article() -> None:
    assert title_form("The") == "the"
    assert title_form("And") == "and"
    assert title_form("The The") == "the"
    assert title_form("A-Team") == "ateam"


def test_a_title_of_signs_stands_for_itself() -> None:
    assert title_form("…") == "…"
    assert title_form("? ") == "?"
    assert title_form("\u202e\0 ") == ""


def test_sort_keys_file_by_words() -> None:
    titles = ["zebra", "Émile", "emil", "Émile: or", "10 things", "À bout"]
    assert sorted(titles, key=sort_key) == [
        "10 things", "À bout", "emil", "Émile", "Émile: or", "zebra",
    ]  # fmt: skip


@given(st.text())
def test_any_text_is_folded_once_and_for_all(text: str) -> None:
    words = words_of(text)
    assert words_of(" ".join(words)) == words or "and" in words
    for word in words:
        assert not set(word) & set(" \n\t\0-'.\u202e")
        word.encode("utf-8")


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_any_ascii_takes_the_short_way_to_the_same_end(text: str) -> None:
    longer = fold(f"{text} é")
    assert longer.removesuffix(" e") == fold(text)


@given(st.lists(st.text(), max_size=4))
def test_what_any_document_holds_is_found_by_its_own_words(values: list[str]) -> None:
    analysed = analyse(values)
    held = {*" ".join(analysed.main).split(), *analysed.extra}
    for value in values:
        for term in terms_of(value):
            assert any(held.issuperset(spelling) for spelling in term.spellings), value


MANY = st.lists(st.one_of(st.text(max_size=20), st.sampled_from(["a\nb-c", "J. R. R.", "归 途"])))


@given(MANY)
def test_values_analysed_one_by_one_have_the_words_they_have_together(values: list[str]) -> None:
    together, each = analyse(values), analyse_each(values)
    assert [line.split() for line in each.main] == [
        line.split() for line in together.main[: len(each.main)]
    ]
    assert set(each.extra) == set(together.extra)


@given(MANY)
def test_forms_of_titles_are_the_same_made_together(titles: list[str]) -> None:
    assert list(title_forms(titles)) == [title_form(title) for title in titles]
