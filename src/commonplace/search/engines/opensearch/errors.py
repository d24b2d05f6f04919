"""What a cluster can do instead of answering. A page takes each as "search is out of order now"."""

from collections.abc import Iterator
from contextlib import contextmanager

from commonplace.search.engines.errors import EngineError


class ClusterUnavailable(EngineError):
    """Nobody answered, or not in time, or the cluster says of itself that it cannot."""


class ClusterBusy(ClusterUnavailable):
    """The cluster has too much to do and asks to be left alone for a while."""


class ClusterRefused(EngineError):
    """The cluster does not do this for us: no right to, or it does not understand."""


class NoSuchIndex(EngineError):
    """The cluster is well but has no index of that name."""


class AnswerIncomplete(ClusterUnavailable):
    """A part of the index did not answer: what came is no answer."""


_OF_ANOTHER_SHAPE = (AttributeError, LookupError, TypeError, ValueError)


@contextmanager
def as_asked_for() -> Iterator[None]:
    """Take an answer that has not the shape asked for as none: another program may stand there, or
    an index that is not ours."""
    try:
        yield
    except _OF_ANOTHER_SHAPE as error:
        said = f"what the cluster answers is not what was asked for ({error!r:.80})"
        raise AnswerIncomplete(said) from error
