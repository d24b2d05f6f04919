"""Answering readers' reports, as all letters are answered."""

from collections.abc import Mapping

from commonplace.catalogue.corrections.models import CLOSED, Report, ReportAnswer
from commonplace.catalogue.letters.answering import Answered, Given

_REPORTS = Answered(Report, ReportAnswer, CLOSED, "report_id")


def answer_reports(seen: Mapping[int, int], given: Given) -> int:
    """Give this answer to these reports, each as it was ``seen``: its number and its version.

    How many were answered: all of them, or none and ``AnswerRefused``.
    """
    return _REPORTS.answer(seen, given)


def erase_answered_words(days: int) -> int:
    """Erase the words of reports that were mended or left so many days ago; how many there were."""
    return _REPORTS.erase_words(days, ["words"])
