"""What a cluster can do instead of answering. A page takes each as "search is out of order now"."""

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
