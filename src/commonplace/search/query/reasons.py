"""Why a title was found, worked out again for the few titles that are shown.

A reason is data, with a sentence in English: *“Gui tu lie che” is a title of this. “lixin” is in a
name.* Texts and known titles are those of the title's ``Document``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from commonplace.search.analysis import (
    MARK,
    Term,
    analyse,
    forms_in,
    terms_of,
    title_form,
    words_of,
)
from commonplace.search.fields import DESCRIBED, NAMES, TITLES, texts_of
from commonplace.search.query.tree import Both, Either, Phrase, Prefix, Query, Words
from commonplace.search.query.whole_titles import whole_titles
from commonplace.search.query.words import Say, noop

SENTENCES: Mapping[str, str] = {
    "title_is": noop("“{title}” is a title of this."),
    "title_starts": noop("The title begins with “{words}”."),
    "words_in": noop("“{words}” is in {place}."),
    "words_begin_in": noop("A word that begins with “{words}” is in {place}."),
}

PLACES: Mapping[str, str] = {
    "title": noop("the title"),
    "author": noop("a name"),
    "artist": noop("a name"),
    "contributor": noop("a name"),
    "responsibility": noop("a name"),
    "series": noop("the series"),
    "subject": noop("a subject"),
    "localheading": noop("a subject"),
    "region": noop("a place it is about"),
    "period": noop("a time it is about"),
    "genre": noop("the genre"),
    "genretag": noop("a tag"),
    "theme": noop("a tag"),
    "mood": noop("a tag"),
    "tag": noop("a tag"),
    "summary": noop("the summary"),
    "contents": noop("the contents"),
    "notes": noop("a note"),
    "publisher": noop("the publisher"),
    "edition": noop("the edition"),
    "agerating": noop("the age rating"),
    "award": noop("an award"),
    "callnumber": noop("the call number"),
    "identifier": noop("a number"),
    "comment": noop("a reader’s comment"),
}

_MOST = 4


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, with what the sentence speaks of."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Where the words stand."""
        return PLACES["title"] if self.code == "title_starts" else self.params.get("place", "")

    @property
    def sentence(self) -> str:
        """The reason in English."""
        return self.template.format(**self.said())

    @property
    def template(self) -> str:
        """The sentence with places for the parameters."""
        return SENTENCES[self.code]

    def said(self, say: Say = noop) -> dict[str, str]:
        """The parameters in words; ``say`` gives the words for a place."""
        return {n: say(value) if n == "place" else value for n, value in self.params.items()}


def reasons(
    query: Query,
    texts: Mapping[str, Sequence[str]],
    known_titles: Sequence[str],
    languages: Sequence[str] = (),
) -> tuple[Reason, ...]:
    """Why this query finds a title with these texts in these languages, the best reason first."""
    forms = whole_titles(query)
    for title in known_titles:
        if title_form(title) in forms:
            return (Reason("title_is", {"title": title}),)
    found = _Found(texts, languages)
    wanted = [reason for leaf in _typed(query) for reason in found.why(leaf)]
    return _each_once(wanted)[:_MOST]


def _each_once(wanted: Sequence[Reason]) -> tuple[Reason, ...]:
    """These reasons, how the title begins first, without those that another one says as well.

    A query that may be read in two ways gives reasons for both.
    """
    different = [each for at, each in enumerate(wanted) if each not in wanted[:at]]
    best_first = sorted(different, key=lambda each: each.code != "title_starts")
    return tuple(
        each
        for each in best_first
        if not any(other is not each and _says_it_too(other, each) for other in best_first)
    )


def _says_it_too(other: Reason, reason: Reason) -> bool:
    """Whether ``other`` has all these words in the same place, and says as much of them."""
    if reason.code != "words_in" or other.place != reason.place or other.code == "words_begin_in":
        return False
    own, further = (frozenset(words_of(each.params["words"])) for each in (reason, other))
    return own <= further if other.code == "title_starts" else own < further


def _typed(query: Query) -> Iterator[Words | Phrase | Prefix]:
    match query:
        case Words() | Phrase() | Prefix():
            yield query
        case Both(parts) | Either(parts):
            for part in parts:
                yield from _typed(part)
        case _:
            return


class _Found:
    """The words of one title, by text."""

    def __init__(self, texts: Mapping[str, Sequence[str]], languages: Sequence[str]):
        self._texts = texts
        self._forms = forms_in(tuple(languages))
        self._known: dict[str, frozenset[str]] = {}

    def _words(self, name: str) -> frozenset[str]:
        """The words of one text; most are never asked for, because the title has them."""
        if name not in self._known:
            values = self._texts.get(name, ())
            said = analyse(values)
            if name in TITLES:
                said.extra.extend(self._forms.of_titles(said, values))
            elif name in DESCRIBED:
                said.extra.extend(self._forms.of_description(said))
            elif name in NAMES:
                said.extra.extend(self._forms.of_names(said))
            self._known[name] = frozenset(" ".join((*said.main, *said.extra)).split())
        return self._known[name]

    def why(self, leaf: Words | Phrase | Prefix) -> Iterator[Reason]:
        """Where what was typed stands."""
        looked_at = [name for name in PLACES if name in texts_of(leaf.field)]
        words = words_of(leaf.text)
        if "title" in looked_at and words and self._starts_with(words):
            yield Reason("title_starts", {"words": leaf.text})
        elif isinstance(leaf, Prefix):
            yield from self._beginning(leaf.text, words, looked_at)
        else:
            languages = leaf.languages if isinstance(leaf, Words) else ()
            yield from self._places(leaf.text, looked_at, languages)

    def _starts_with(self, words: Sequence[str]) -> bool:
        titles = self._texts.get("title", ())
        return any(words_of(title)[: len(words)] == words for title in titles)

    def _beginning(
        self, text: str, words: Sequence[str], looked_at: Sequence[str]
    ) -> Iterator[Reason]:
        for name in looked_at:
            if words and any(word.startswith(words[-1]) for word in self._words(name)):
                yield Reason("words_begin_in", {"words": text, "place": PLACES[name]})
                return

    def _places(
        self, text: str, looked_at: Sequence[str], languages: Sequence[str]
    ) -> Iterator[Reason]:
        """Each word typed in the first place that has it, words of one place together."""
        together: dict[str, list[str]] = {}
        for typed in text.split():
            terms = terms_of(typed, languages)
            place = next((PLACES[name] for name in looked_at if self._has(terms, name)), None)
            if place:
                together.setdefault(place, []).append(typed)
        for place, words in together.items():
            yield Reason("words_in", {"words": " ".join(words), "place": place})

    def _has(self, terms: Sequence[Term], name: str) -> bool:
        words = self._words(name)
        return bool(terms) and all(_is_there(term, words) for term in terms)


def _is_there(term: Term, words: frozenset[str]) -> bool:
    """Whether the term is among these words, in any of its forms."""
    plainer = ((word,) for word in term.leads_to)
    return any(
        all(word in words or MARK + word in words for word in ways)
        for ways in (*term.spellings, *term.same, *plainer)
    )
