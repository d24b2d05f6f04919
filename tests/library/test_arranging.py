"""``commonplace arrange``: bytes in, bytes out, in shelf order, whatever the bytes are."""

import subprocess
import sys
import time

import pytest

from commonplace.bibliography.call_numbers import scheme_named

MANY = 20_000
SECONDS_FOR_A_MILLION = 20


def arranged(scheme: str, lines: bytes, *more: str) -> list[bytes]:
    command = [sys.executable, "-m", "commonplace.config.command", "arrange", "--scheme", scheme]
    done = subprocess.run([*command, *more], check=False, capture_output=True, input=lines)
    assert done.returncode == 0, done.stderr.decode()
    assert not done.stderr
    return done.stdout.splitlines()


def test_numbers_come_out_in_shelf_order() -> None:
    lines = b"QA9 .B22\nQA76 .C5\r\n\nB528 .S43\nnot one of them\nQA76 1999"
    assert arranged("lc", lines) == [
        b"B528 .S43", b"QA9 .B22", b"QA76 1999", b"QA76 .C5", b"not one of them",
    ]  # fmt: skip


def test_keys_come_out_in_the_order_of_the_input() -> None:
    lines = arranged("dewey", b"641.5 CHI\nDVD LAST\n62\n", "--keys")
    assert lines == [b"3641.5 CHI\t641.5 CHI", b"\tDVD LAST", b"262\t62"]


@pytest.mark.parametrize("scheme", ["lc", "dewey", "sudoc", "nlm", "local"])
def test_bad_bytes_are_kept_and_filed_by_what_can_be_read(scheme: str) -> None:
    lines = [b"QA9 \xff\xfe", b"\x00\x00", b"\xed\xa0\x80 A 1.1:\xc3", b"\x80" * 3000, b"641 \xff"]
    assert sorted(arranged(scheme, b"\n".join(lines))) == sorted(lines)
    keyed = arranged(scheme, b"\n".join(lines), "--keys")
    assert [line.partition(b"\t")[2] for line in keyed] == lines


def test_nothing_in_gives_nothing_out() -> None:
    assert arranged("sudoc", b"") == []


def test_a_scheme_nobody_knows_is_a_mistake() -> None:
    command = [sys.executable, "-m", "commonplace.config.command", "arrange", "--scheme", "x"]
    done = subprocess.run(command, check=False, capture_output=True, input=b"")
    assert done.returncode == 2
    assert b"sudoc" in done.stderr


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("lc", "KF{0} .J{1} 19{2} v.{1}"),
        ("dewey", "{2}3.{0} .B{1}a 19{2}"),
        ("sudoc", "Y 4.J {2}/{0}:S.HRG.{1}-{2}"),
        ("local", "J FIC ROW V.{0} {1}"),
    ],
)
def test_a_million_numbers_would_take_less_than_twenty_seconds(code: str, number: str) -> None:
    numbers = [
        number.format(7919 * n % 9998 + 1, 104_729 * n % 9990 + 10, 31 * n % 90 + 10)
        for n in range(MANY)
    ]
    key = scheme_named(code).key
    began = time.process_time()
    assert all(sorted(map(key, numbers)))
    assert (time.process_time() - began) * 1_000_000 / MANY < SECONDS_FOR_A_MILLION
