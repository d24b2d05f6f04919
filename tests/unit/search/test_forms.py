"""A word is found in its other forms: plainer, spelled otherwise, in figures, as it sounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonplace.search.analysis import MARK, analyse, forms_in, terms_of
from commonplace.search.analysis.equivalents import SPELLED
from commonplace.search.analysis.numerals import figures_of, figures_of_roman
from commonplace.search.analysis.pinyin import joined_where_romanised, said, without_tone
from commonplace.search.analysis.stemming import LANGUAGES, stems_of


def _plainer(language: str, word: str) -> tuple[str, ...]:
    (stems,) = stems_of([language])
    return stems[word]


@pytest.mark.parametrize(
    ("word", "plainer"),
    [
        ("trains", "train"), ("ties", "tie"), ("cries", "cry"), ("movies", "movie"),
        ("houses", "house"), ("glasses", "glass"), ("churches", "church"), ("wolves", "wolf"),
        ("women", "woman"), ("viruses", "virus"), ("causes", "cause"), ("potatoes", "potato"),
        ("stopped", "stop"), ("making", "make"), ("created", "create"), ("visited", "visit"),
        ("explored", "explore"), ("travelled", "travel"), ("studied", "study"),
        ("tattooed", "tattoo"), ("stayed", "stay"), ("gardening", "garden"),
        ("silently", "silent"), ("happily", "happy"),
    ],
)  # fmt: skip
def test_an_english_word_leads_to_a_plainer_one(word: str, plainer: str) -> None:
    assert plainer in _plainer("eng", word)


@pytest.mark.parametrize(
    "word",
    ["news", "series", "texas", "this", "glass", "bus", "basis", "physics", "string", "united",
     "family", "need", "king", "thing", "wary", "james", "universe", "1990s", "mp3"],
)  # fmt: skip
def test_a_word_that_only_looks_inflected_stays(word: str) -> None:
    assert _plainer("eng", word) == ()


@pytest.mark.parametrize(
    ("language", "word", "plainer"),
    [
        ("fre", "journaux", "journal"), ("fre", "romans", "roman"), ("fre", "lectrices", "lecteur"),
        ("spa", "mujeres", "mujer"), ("spa", "luces", "luz"), ("por", "coracoes", "coracao"),
        ("ita", "libri", "libro"), ("ger", "hauser", "haus"), ("dut", "boeken", "boek"),
        ("rus", "книги", "книг"), ("lat", "musicae", "musica"), ("ara", "القران", "قران"),
        ("nob", "bilene", "bil"), ("srp", "knjiga", "knjig"),
    ],
)  # fmt: skip
def test_each_language_has_endings_of_its_own(language: str, word: str, plainer: str) -> None:
    assert plainer in _plainer(language, word)


@given(st.sampled_from(sorted(LANGUAGES)), st.text(max_size=30))
def test_any_word_of_any_language_leads_to_words_of_its_length(language: str, word: str) -> None:
    for form in _plainer(language, word):
        assert form
        assert form != word
        assert len(form) <= len(word) + 1


def test_a_spelling_that_others_lead_to_leads_nowhere() -> None:
    assert not set(SPELLED) & set(SPELLED.values())


def _found_by(typed: str, text: str, *languages: str) -> bool:
    """Whether each term of what is typed is in a title, as an engine looks for it."""
    analysed = analyse([text])
    forms = forms_in(languages).of_titles(analysed, [text])
    held = {word for line in (*analysed.main, *analysed.extra, *forms) for word in line.split()}
    for term in terms_of(typed, languages):
        ways = [*term.spellings, *term.same, *((each,) for each in term.leads_to)]
        if not any(all(w in held or MARK + w in held for w in words) for words in ways):
            return False
    return True


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Last train home", "Last trains home"),
        ("The colour of our sky", "The color of our skies"),
        ("Catalogues of theatres", "catalog theater"),
        ("The holy Koran", "qur'an"),
        ("Al-Qurʼān", "koran"),
        ("Violoncello sonatas", "cello sonata"),
        ("Department of State", "dept state"),
        ("Nineteen eighty-four", "1984"),
        ("Twenty thousand leagues", "20000 league"),
        ("101 dalmatians", "one hundred and one dalmatians"),
        ("Henry VIII", "henry 8"),
        ("Rocky V", "rocky 5"),
        ("World War I : a history", "world war 1 history"),
        ("The twenty-first century", "21st century"),
        ("Three little pigs", "3 little pigs"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Sonata in A♭ major", "sonata in ab major"),
        ("Bible. N.T.", "bible new testament"),
        ("Realise it", "realize it"),
    ],
)
def test_a_title_is_found_however_it_is_said(title: str, typed: str) -> None:
    assert _found_by(typed, title)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("train", "trains"), ("theatre", "theaters"), ("koran", "quran"), ("dept", "department"),
        ("three", "3"), ("101", "one hundred one"), ("viii", "8"), ("tattooed", "tattoo"),
    ],
)  # fmt: skip
def test_either_finds_the_other(one: str, other: str) -> None:
    assert _found_by(one, other)
    assert _found_by(other, one) or other == "8", "small letters may be a word"


@pytest.mark.parametrize(
    ("typed", "text"),
    [("universe", "university"), ("news", "new"), ("train", "trail"), ("8", "v")],
)
def test_what_readers_tell_apart_is_not_found(typed: str, text: str) -> None:
    assert not _found_by(typed, text)


def test_names_have_no_plurals() -> None:
    text = analyse(["Williams, Robin", "Dept. of State"])
    assert set(forms_in(("eng",)).of_names(text)) == {f"{MARK}department"}


def test_the_language_of_the_record_decides() -> None:
    assert _found_by("journal", "Les journaux", "fre")
    assert not _found_by("journal", "Les journaux", "spa")


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("nineteen eighty four", "1984"), ("four fifty one", "451"), ("two thousand one", "2001"),
        ("one hundred and one", "101"), ("twenty first", "21st"), ("one hundred first", "101st"),
        ("one million", "1000000"), ("one two three", ""), ("second hundred", ""),
    ],
)  # fmt: skip
def test_numbers_in_words_become_figures(said: str, figures: str) -> None:
    assert figures_of(said.split()) == figures


def test_roman_figures_are_read_where_they_can_be_told_from_words() -> None:
    assert list(figures_of_roman("Henry VIII")) == ["8"]
    assert list(figures_of_roman("I am Malcolm X")) == ["10"]
    assert list(figures_of_roman("Part I: what I did")) == ["1"]
    assert list(figures_of_roman("MIX, civil, LIV, XX")) == []


@pytest.mark.parametrize("typed", ["gui tu lie che", "guitulieche", "guitu lieche", "GUI TU"])
@pytest.mark.parametrize("title", ["归途列车", "歸途列車", "Gui tu lie che"])
def test_chinese_titles_are_found_in_pinyin(typed: str, title: str) -> None:
    assert _found_by(typed, title, "chi")


def test_pinyin_is_typed_with_and_without_tones() -> None:
    assert _found_by("guī tú", "归途列车", "chi")
    assert _found_by("gui1 tu2 lie4 che1", "归途列车", "chi")
    assert _found_by("lv4 cha2", "绿茶", "chi")
    assert without_tone("gui1") == "gui"
    assert without_tone("vol1") == ""


def test_japanese_characters_are_not_read_in_pinyin() -> None:
    assert not _found_by("dong jing", "東京", "jpn")


def test_syllables_are_joined_in_twos_to_fours_and_whole() -> None:
    assert set(joined_where_romanised(["bei", "jing", "ren", "jia", "2"])) == {
        "beijing", "jingren", "renjia", "beijingren", "jingrenjia", "beijingrenjia",
    }  # fmt: skip
    assert "zhang" in set(said("长"))
