"""Where one ISO 2709 record ends and the next begins.

A record ends with a record terminator (hexadecimal 1D) and its leader opens with its length. Where
both agree the record is cut at once. Where they do not, the terminator is believed, unless the
lengths prove that it belongs to a neighbour: no record is lost because the one before it is bad.
"""

import re
from collections.abc import Iterator

from commonplace.records.problems import Problem
from commonplace.records.readers.framing.frame import LIMIT, Frame, Serialization
from commonplace.records.readers.framing.source import Source

TERMINATOR = b"\x1d"
FIELD_TERMINATOR = b"\x1e"
LONGEST = 99_999
SHORTEST = 26

LENGTH = re.compile(rb"\d{5}")
LEADER = re.compile(rb"(?=(\d{5})[ -/:-~][ -~]{4}..(\d{5}))", re.DOTALL)
LINE_ENDS = b"\r\n\0\x1a\x1d"
BETWEEN = re.compile(rb"[\r\n\0\x1a\x1d]*(?: ++(?=[\r\n\0\x1a\x1d]|\d{5}|$)[\r\n\0\x1a\x1d]*)*")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def frames(source: Source, position: int) -> Iterator[Frame]:
    """The records of a file in order, the first of them with this position."""
    left = b""
    while chunk := source.read():
        data, base, at = left + chunk, source.offset - len(chunk) - len(left), 0
        while end := data.find(TERMINATOR, at) + 1:
            if data[at : at + 5] == b"%05d" % (end - at):
                yield Frame(position, base + at, data[at:end], Serialization.MARC21)
                position += 1
            elif len(data) - at <= LONGEST and source.head(1):
                break
            else:
                end = _end_of_record(data, at, end)
                for frame in _apart(data[at:end], base + at, position):
                    yield frame
                    position = frame.position + 1
            at = end
        left = data[at:]
        if len(left) > LIMIT:
            yield _too_large(left, base + at, position)
            position += 1
            left = _after_the_next_terminator(source)
    for frame in _at_the_end(left, source.offset - len(left), position):
        yield frame


def _end_of_record(data: bytes, at: int, end: int) -> int:
    """Where a record ends whose leader and first terminator disagree.

    A terminator inside a record is passed over when the leader's length leads to another one and
    no new record begins after the first.
    """
    stated = at + _stated_length(data, at)
    if stated > end and data[stated - 1 : stated] == TERMINATOR and not _begins(data, end):
        return stated
    return end


def _stated_length(data: bytes, at: int) -> int:
    found = LENGTH.match(data, at)
    return int(found[0]) if found else 0


def _begins(data: bytes, at: int) -> bool:
    found = LEADER.match(data, _between(data, at))
    return found is not None and _leads_to_fields(data, found)


def _leads_to_fields(data: bytes, leader: re.Match[bytes]) -> bool:
    """Whether the directory ends where this leader says."""
    end = leader.start() + max(int(leader[2]), SHORTEST - 1)
    return data[end - 1 : end] == FIELD_TERMINATOR


def _between(data: bytes, at: int) -> int:
    """The place after line ends, NULs and the blanks among them."""
    found = BETWEEN.match(data, at)
    return found.end() if found else at


def _apart(run: bytes, offset: int, position: int) -> Iterator[Frame]:
    """The records in bytes that end with a terminator but are not simply one record."""
    at = 0
    problems: tuple[Problem, ...] = ()
    if offset == 0 and run.startswith(BYTE_ORDER_MARK):
        at = len(BYTE_ORDER_MARK)
        problems = (Problem("byte_order_mark", "file", "It was passed over."),)
    begin = _between(run, at)
    if begin > at:
        done = f"{begin - at} bytes were passed over."
        problems += (Problem("bytes_between_records", "file", done),)
    while begin < len(run):
        end = _end_within(run, begin)
        content = run[begin:end]
        found = problems + _edges(content)
        yield Frame(position, offset + begin, content, Serialization.MARC21, found)
        position += 1
        problems, begin = (), _between(run, end)


def _end_within(run: bytes, begin: int) -> int:
    """Where this record ends if another hides behind it in the same run, else the run's end."""
    stated = begin + _stated_length(run, begin)
    if begin + SHORTEST <= stated < len(run) and _begins(run, stated):
        return stated
    if stated != len(run):
        for found in LEADER.finditer(run, begin + 1):
            length = len(run) - found.start()
            if int(found[1]) == length and _leads_to_fields(run, found):
                return found.start()
    return len(run)


def _edges(content: bytes) -> tuple[Problem, ...]:
    stated, length = _stated_length(content, 0), len(content)
    problems: tuple[Problem, ...] = ()
    if length > LONGEST:
        problems = (Problem("record_too_long", "leader/00-04", f"All {length} bytes were read."),)
    elif stated != length:
        done = f"The record was cut where it ends, after {length} bytes."
        problems = (Problem("wrong_length", "leader/00-04", done),)
    if not content.endswith(TERMINATOR):
        done = "The record was cut where the next one begins."
        problems += (Problem("terminator_missing", "record", done),)
    return problems


def _at_the_end(left: bytes, offset: int, position: int) -> Iterator[Frame]:
    """What stands after the last terminator of the file."""
    if not left.strip(LINE_ENDS + b" ") or left == BYTE_ORDER_MARK:
        return
    for frame in _apart(left, offset, position):
        whole = frame.content.rstrip(LINE_ENDS + b" ")
        is_whole = len(whole) >= SHORTEST and whole.endswith(FIELD_TERMINATOR)
        is_last = frame.end == offset + len(left)
        yield _cut_short(frame) if is_last and not is_whole else frame


def _cut_short(frame: Frame) -> Frame:
    code = "truncated" if LEADER.match(frame.content) else "not_a_record"
    done = f"The last {len(frame.content)} bytes of the file were set aside."
    kept = [each for each in frame.problems if each.place == "file"]
    problems = (*kept, Problem(code, "record", done))
    return frame._replace(problems=problems, unreadable=True)


def _too_large(left: bytes, offset: int, position: int) -> Frame:
    done = f"The first {len(left)} bytes were set aside, the rest up to the next record left out."
    problem = Problem("over_limit", "record", done)
    return Frame(position, offset, left, Serialization.MARC21, (problem,), unreadable=True)


def _after_the_next_terminator(source: Source) -> bytes:
    while chunk := source.read():
        if found := chunk.find(TERMINATOR) + 1:
            return chunk[found:]
    return b""
