"""The three stores, where each is kept, and which table lives in which.

precious: what people made; written with every commit on disk, in every backup.
records: what was loaded, byte for byte. derived: rows made from the other two, at any time again.
On one machine each is an SQLite file; on PostgreSQL each is a schema of one database.
"""

import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from commonplace.catalogue.stores import DERIVED, PRECIOUS, RECORDS
from commonplace.config.home import Home

FILES = {PRECIOUS: "precious", RECORDS: "records", DERIVED: "derived"}

DERIVED_APPS = frozenset({"rows", "holdings", "browse"})
RECORDS_MODELS = frozenset(
    {
        "catalogue.sourcerecord",
        "catalogue.authorityrecord",
        "catalogue.quarantinedrecord",
        "catalogue.load",
        "catalogue.loadedfile",
        "catalogue.seentitle",
        "catalogue.recordschange",
    }
)

_TUNING = "PRAGMA mmap_size=1073741824; PRAGMA cache_size=-64000; PRAGMA wal_autocheckpoint=25000;"
_SYNCHRONOUS = {PRECIOUS: "FULL", RECORDS: "NORMAL", DERIVED: "NORMAL"}


class BadDatabaseAddress(Exception):
    """``COMMONPLACE_DATABASE_URL`` cannot be used. The address is a secret and is not shown."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"COMMONPLACE_DATABASE_URL cannot be used: {reason}. Write it as"
            " postgresql://USER:PASSWORD@HOST:5432/DATABASE?sslmode=require"
        )


def store_of(app_label: str, model_name: str | None) -> str:
    """The store that keeps this model's table."""
    if app_label in DERIVED_APPS:
        return DERIVED
    return RECORDS if f"{app_label}.{model_name}" in RECORDS_MODELS else PRECIOUS


class Router:
    """Tells Django which store a model belongs to (Django's database router contract)."""

    def db_for_read(self, model: Any, **_hints: object) -> str:
        return store_of(model._meta.app_label, model._meta.model_name)

    db_for_write = db_for_read

    def allow_relation(self, one: Any, other: Any, **_hints: object) -> bool:
        return self.db_for_read(one) == self.db_for_read(other)

    def allow_migrate(
        self, db: str, app_label: str, model_name: str | None = None, **_hints: object
    ) -> bool:
        if app_label in DERIVED_APPS:
            return False
        if model_name is None:
            return db == PRECIOUS
        return db == store_of(app_label, model_name)


def databases(home: Home) -> dict[str, dict[str, Any]]:
    """Django's ``DATABASES`` for this home."""
    address = os.environ.get("COMMONPLACE_DATABASE_URL", "")
    if address:
        return {store: _postgresql(address, FILES[store]) for store in FILES}
    return {store: _sqlite(home, store) for store in FILES}


def _sqlite(home: Home, store: str) -> dict[str, Any]:
    begin = f"PRAGMA journal_mode=WAL; PRAGMA synchronous={_SYNCHRONOUS[store]};"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(home.database(FILES[store])),
        "OPTIONS": {
            "timeout": 5,
            "transaction_mode": "IMMEDIATE",
            "init_command": begin + _TUNING,
        },
    }


def _postgresql(address: str, schema: str) -> dict[str, Any]:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise BadDatabaseAddress(str(error)) from error
    if parts.scheme not in {"postgresql", "postgres"}:
        raise BadDatabaseAddress(f"it begins with “{parts.scheme}:”")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or unquote(parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**options, "options": f"-c search_path={schema}"},
    }
