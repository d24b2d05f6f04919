"""Making the three stores of a home ready: schemas, migrations, derived tables."""

import os

from django.apps import apps
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from commonplace.catalogue.rows.models import SCHEMA_NUMBER, SchemaNumber
from commonplace.catalogue.stores import DERIVED, PRECIOUS, RECORDS
from commonplace.config.home import Home
from commonplace.config.stores import DERIVED_APPS, FILES


def prepare_stores(home: Home) -> None:
    """Bring every store to the shape this version needs; quick when nothing is to be done."""
    home.prepare()
    if os.environ.get("COMMONPLACE_DATABASE_URL"):
        _make_schemas()
    for store in (PRECIOUS, RECORDS):
        _migrate(store)
    if derived_schema() is None:
        create_derived_tables()


def derived_schema() -> int | None:
    """The schema number the derived store was built with; ``None`` when there is nothing yet."""
    connection = connections[DERIVED]
    if SchemaNumber._meta.db_table not in connection.introspection.table_names():
        return None
    return SchemaNumber.objects.using(DERIVED).values_list("number", flat=True).first()


def create_derived_tables() -> None:
    """The derived tables, empty, with the schema number of this version."""
    models = [
        model for label in sorted(DERIVED_APPS) for model in apps.get_app_config(label).get_models()
    ]
    with connections[DERIVED].schema_editor() as editor:
        for model in models:
            editor.create_model(model)
    SchemaNumber.objects.using(DERIVED).create(number=SCHEMA_NUMBER)


def _migrate(store: str) -> None:
    executor = MigrationExecutor(connections[store])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", database=store, verbosity=0, interactive=False)


def _make_schemas() -> None:
    for store, schema in FILES.items():
        with connections[store].cursor() as cursor:
            cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
