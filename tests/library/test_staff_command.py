"""``commonplace staff`` and what the demonstration prints: accounts that open the door."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyotp
import pytest
from django.test import Client, override_settings

from commonplace.config.home import Home
from commonplace.patrons import accounts
from commonplace.patrons.second_factor import right_code
from tests.conftest import point_at
from tests.library.test_command_line import run


def told(home: Path, *arguments: str) -> Any:
    """The JSON a command ends with."""
    done = run(home, "staff", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_staff_are_added_listed_reset_and_removed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    added = told(home, "add", "Maud Aldous")
    assert pyotp.parse_uri(added["otpauth"]).secret == added["setup_key"]
    assert len(set(added["recovery_codes"])) == 10
    assert len(added["password"]) == 19
    staff = {"account_id": added["account_id"], "name": "Maud Aldous"}
    assert told(home, "list") == {"staff": [staff]}
    anew = told(home, "reset", "maud aldous")
    assert anew["account_id"] == added["account_id"]
    assert not {added["password"], added["setup_key"]} & {anew["password"], anew["setup_key"]}
    assert told(home, "remove", "Maud Aldous") == {"removed": "Maud Aldous"}
    assert told(home, "list") == {"staff": []}


def test_what_cannot_be_done_with_an_account_is_said_in_a_sentence(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert run(home, "staff", "add", "Maud").returncode == 0
    for arguments, sentence in (
        (("add", "MAUD"), "There is a staff account “MAUD” already"),
        (("add", "x" * 101), "A name has from one to 100 characters"),
        (("reset", "Nobody"), "No staff account is called “Nobody”"),
        (("remove", "Nobody"), "No staff account is called “Nobody”"),
    ):
        done = run(home, "staff", *arguments)
        assert done.returncode == 1
        assert sentence in done.stderr
        assert not done.stdout


@pytest.fixture
def demonstration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Home, str]:
    """The demonstration's home, and what was printed when it was made a second time."""
    home = Home(tmp_path / "home")
    monkeypatch.delenv("COMMONPLACE_DATABASE_URL", raising=False)
    printed = [run(home.path, "demo", "--no-serve", "--port", "8123") for _ in range(2)]
    assert [each.returncode for each in printed] == [0, 0], printed[0].stderr
    passwords = {re.search(r"password: (\S+)", each.stdout)[1] for each in printed}  # type: ignore[index]  # it is there
    assert len(passwords) == 1
    point_at(home)
    return home, printed[1].stdout


def test_what_the_demonstration_prints_opens_the_door(demonstration: tuple[Home, str]) -> None:
    home, printed = demonstration
    said = dict(re.findall(r"^  ([a-z, ]+): (.+)$", printed, re.MULTILINE))
    codes = said["recovery codes, each good once"].split(", ")
    now = pyotp.TOTP(said["setup key for an authenticator app"].replace(" ", "")).now()
    client = Client(SERVER_NAME="localhost")
    assert "http://localhost:8123/sign-in" in printed
    with override_settings(SECRET_KEY=home.secret_key()):
        assert right_code(accounts.find("demo"), now)
        form = {"name": said["name"], "password": said["password"], "code": codes[0]}
        assert client.post("/sign-in", form).status_code == 303
        assert client.get("/staff").status_code == 200


def test_with_a_public_address_over_https_cookies_are_for_this_host_alone(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.library_toml.write_text('[library]\nbase_address = "https://a.example/catalogue"\n')
    script = """\
from django.conf import settings
for cookie in ("SESSION", "CSRF"):
    print(getattr(settings, f"{cookie}_COOKIE_NAME"), getattr(settings, f"{cookie}_COOKIE_SECURE"))
print(settings.CSRF_TRUSTED_ORIGINS)
"""
    environment = os.environ | {"COMMONPLACE_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, env=environment
    )
    assert done.stdout.splitlines() == [
        "__Host-session True",
        "__Host-form True",
        "['https://a.example']",
    ]
