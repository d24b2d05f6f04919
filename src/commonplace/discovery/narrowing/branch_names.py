"""Branches by their names in a query: *branch:"mill street"* is the branch whose code is MIL.

The query language knows no branches, which are the library's own; so its trees are gone over here.
A name may be said in part, in any case, and may fit several branches.
"""

import difflib
from collections.abc import Sequence
from dataclasses import replace

from commonplace.policy.library import Branch
from commonplace.search.analysis import words_of
from commonplace.search.query.mistakes import Mistake
from commonplace.search.query.parsing import Understood
from commonplace.search.query.tree import Both, Either, Is, Not, Query
from commonplace.search.query.words import in_words

IN_BRANCHES = frozenset({"branch", "onorder"})
_ANYWHERE = "yes"
_LIKE = 0.7


def with_branches(understood: Understood, branches: Sequence[Branch]) -> Understood:
    """The query with the codes of the branches it names, and what was no branch said."""
    if not branches:
        return understood
    naming = _Naming(branches)
    tree = naming.of(understood.tree)
    if tree == understood.tree and not naming.mistakes:
        return understood
    problems = (*understood.problems, *naming.mistakes)
    return replace(understood, tree=tree, problems=problems, explained=in_words(tree))


class _Naming:
    """Goes over one query."""

    def __init__(self, branches: Sequence[Branch]) -> None:
        self._branches = branches
        self.mistakes: list[Mistake] = []

    def of(self, query: Query) -> Query:
        """The query with codes for names."""
        match query:
            case Is(field, value) if field in IN_BRANCHES and value != _ANYWHERE:
                return self._branch(field, value)
            case Both(parts) | Either(parts):
                return type(query)(tuple(map(self.of, parts)))
            case Not(part):
                return Not(self.of(part))
            case _:
                return query

    def _branch(self, field: str, value: str) -> Query:
        codes = self._codes(value)
        if not codes:
            self._say_unknown(field, value)
            return Is(field, value)
        found = [Is(field, code) for code in codes]
        return found[0] if len(found) == 1 else Either(tuple(found))

    def _codes(self, value: str) -> list[str]:
        """The branch with this code; else those with all of these words in their names, unless that
        is every one."""
        exact = [each.code for each in self._branches if each.code.casefold() == value.casefold()]
        words = set(words_of(value))
        fitting = [each.code for each in self._branches if words and words <= _words(each)]
        is_telling = len(fitting) < len(self._branches) or len(fitting) == 1
        return exact or (fitting if is_telling else [])

    def _say_unknown(self, field: str, value: str) -> None:
        names = {each.name.casefold(): each.name for each in self._branches}
        near = _near(value.casefold(), list(names))
        said = {"field": field, "text": value}
        if near:
            self.mistakes.append(Mistake("no_such_value_but", said | {"nearest": names[near[0]]}))
        else:
            self.mistakes.append(Mistake("no_such_value", said))


def _near(value: str, names: Sequence[str]) -> Sequence[str]:
    """Names like this one; else those it is a part of or that are in it, unless every one is."""
    close = difflib.get_close_matches(value, names, n=1, cutoff=_LIKE)
    having = [each for each in names if value in each or each in value]
    return close or (having if len(having) < len(names) else [])


def _words(branch: Branch) -> set[str]:
    return set(words_of(branch.name))
