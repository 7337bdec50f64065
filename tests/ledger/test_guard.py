"""Nothing guarded changes outside an act, whatever way it comes; some things never change at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from jamstac.bodies.models import Body, NumberPattern
from jamstac.bodies.states import NumberPurpose
from jamstac.documents.models import StoredFile
from jamstac.documents.states import MediaType
from jamstac.ledger.constraints import AppendOnly, Frozen, Guard, NoOverlap, TriggerConstraint
from jamstac.ledger.door import open_guard
from jamstac.ledger.models import Chain, Entry
from jamstac.people.models import Person
from tests.databases import clone_to_file
from tests.world.base import World, ago, ahead, today

postgres_only = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="TRUNCATE is PostgreSQL's")


@contextmanager
def refused_by_the_database(match: str = "jamstac: ") -> Iterator[None]:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        yield


def _raw(sql: str) -> Callable[[World], Any]:
    def run(world: World) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql)

    return run


def _save(world: World) -> None:
    person = world.person("sari")
    person.name = "Lain"
    person.save()


def _create(world: World) -> None:
    Person.objects.create(body=world.body, name="Baru", created_at=world.person("sari").created_at)


def _bulk_create(world: World) -> None:
    Person.objects.bulk_create([Person(body=world.body, name="B", created_at=world.person("sari").created_at)])


def _bulk_update(world: World) -> None:
    person = world.person("sari")
    person.name = "Lain"
    Person.objects.bulk_update([person], ["name"])


WAYS: dict[str, Callable[[World], Any]] = {
    "save": _save,
    "create": _create,
    "bulk_create": _bulk_create,
    "bulk_update": _bulk_update,
    "update": lambda world: Person.objects.filter(name="Sari Contoh").update(name="Lain"),
    "delete": lambda world: NumberPattern.objects.first().delete(),  # type: ignore[union-attr]
    "delete many": lambda world: NumberPattern.objects.all().delete(),
    "raw delete": lambda world: NumberPattern.objects.all()._raw_delete("default"),
    "raw SQL update": _raw("UPDATE people_person SET name = 'Lain'"),
    "raw SQL delete": _raw("DELETE FROM bodies_numberpattern"),
    "raw SQL insert": _raw("INSERT INTO people_relation SELECT * FROM people_relation"),
    "raw SQL upsert": _raw(
        "INSERT INTO bodies_body SELECT * FROM bodies_body WHERE true ON CONFLICT (id) DO UPDATE SET name = 'Lain'"
    ),
}
if connection.vendor == "sqlite":
    # A trigger of SQLite fires per row: an INSERT of no row changes nothing and has nothing to refuse.
    written = ", ".join(str(field.column) for field in Person._meta.concrete_fields if not field.generated)
    WAYS["raw SQL insert"] = _raw(f"INSERT INTO people_person ({written}) SELECT {written} FROM people_person LIMIT 1")


@pytest.mark.parametrize("way", WAYS)
def test_a_guarded_table_is_shut_outside_an_act(world: World, way: str) -> None:
    before = sorted(Person.objects.values_list("pk", "name")), NumberPattern.objects.count()
    with refused_by_the_database("outside an act"):
        WAYS[way](world)
    assert (sorted(Person.objects.values_list("pk", "name")), NumberPattern.objects.count()) == before


def test_the_guard_opens_for_an_act_and_shuts_again(world: World) -> None:
    with transaction.atomic(), open_guard("test"):
        assert Person.objects.filter(name="Sari Contoh").update(name="Lain") == 1
    with refused_by_the_database("outside an act"):
        Person.objects.update(name="Lain lagi")


def test_the_guard_shuts_after_an_error_inside_an_act(world: World) -> None:
    with pytest.raises(LookupError), transaction.atomic(), open_guard("test"):
        raise LookupError
    with refused_by_the_database("outside an act"):
        Person.objects.update(name="Lain")


def test_a_program_that_opens_the_database_beside_jamstac_changes_nothing(world: World, tmp_path: Path) -> None:
    if connection.vendor == "sqlite":
        beside: Any = sqlite3.connect(clone_to_file(tmp_path / "beside.sqlite3"))
        refusal: Any = sqlite3.OperationalError
    else:
        import psycopg

        settings = connection.get_connection_params()
        beside = psycopg.connect(
            host=settings["host"], port=settings["port"], user=settings["user"], dbname=settings["dbname"]
        )
        refusal = psycopg.errors.IntegrityConstraintViolation
    try:
        for statement in (
            "UPDATE people_person SET name = 'Lain'",
            "DELETE FROM bodies_numberpattern",
            "UPDATE ledger_chain SET head_seq = 0",
        ):
            with pytest.raises(refusal, match="jamstac"):
                beside.execute(statement)
            beside.rollback()
    finally:
        beside.close()


@pytest.mark.parametrize("inside_an_act", [False, True])
def test_the_ledger_is_never_changed_not_even_inside_an_act(world: World, inside_an_act: bool) -> None:
    entries = Entry.objects.order_by("pk")
    ways: list[Callable[[], Any]] = [
        lambda: entries.filter(pk=entries[0].pk).update(event="lain"),
        entries[0].save,
        entries[0].delete,
        lambda: Entry.objects.all().delete(),
        lambda: Entry.objects.all()._raw_delete("default"),
    ]
    for way in ways:
        with refused_by_the_database("never allowed"):
            if inside_an_act:
                with open_guard("test"):
                    way()
            else:
                way()


def test_the_ledger_takes_no_entry_outside_an_act(world: World) -> None:
    first = Entry.objects.order_by("pk")[0]
    first.pk, first.seq = None, 10_000
    with refused_by_the_database("outside an act"):
        first.save(force_insert=True)


@postgres_only
@pytest.mark.parametrize(
    ("table", "reason"),
    [("ledger_entry", "never allowed"), ("bodies_numberpattern", "outside an act"), ("documents_signature", "")],
)
def test_no_table_is_truncated(world: World, table: str, reason: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with refused_by_the_database(f"jamstac: TRUNCATE.*{reason}"):
        _raw(f"TRUNCATE {table} CASCADE")(world)


@pytest.fixture
def stored_file(world: World) -> StoredFile:
    return StoredFile.objects.create(
        body=world.body,
        sha256="a" * 64,
        name="bukti.pdf",
        media_type=MediaType.choices[0][0],
        size=10,
        uploaded_at=world.person("sari").created_at,
    )


@pytest.mark.parametrize("column", ["sha256", "media_type", "size"])
def test_a_frozen_column_never_changes(stored_file: StoredFile, column: str) -> None:
    with refused_by_the_database("never allowed"), open_guard("test"):
        StoredFile.objects.filter(pk=stored_file.pk).update(**{column: 5 if column == "size" else "b"})


def test_a_frozen_row_keeps_its_other_columns_free_and_never_goes(stored_file: StoredFile) -> None:
    assert StoredFile.objects.filter(pk=stored_file.pk).update(name="lain.pdf") == 1
    with refused_by_the_database("never allowed"), open_guard("test"):
        stored_file.delete()


def _pattern(world: World, start: Any, end: Any, purpose: str = NumberPurpose.EVENT) -> NumberPattern:
    return NumberPattern.objects.create(
        body=world.body, purpose=purpose, pattern="{seq}", valid_from=start, valid_until=end
    )


@pytest.fixture
def january(world: World) -> Iterator[World]:
    with transaction.atomic(), open_guard("test"):
        NumberPattern.objects.all().delete()
        _pattern(world, today(), ahead(30))
        yield world


@pytest.mark.parametrize(
    ("start", "end"),
    [(ahead(30), ahead(60)), (ago(10), today()), (ahead(5), None), (ago(9), None), (ago(9), ahead(90))],
)
def test_two_periods_of_one_key_never_share_a_day(january: World, start: Any, end: Any) -> None:
    with refused_by_the_database("overlap"):
        _pattern(january, start, end)


def test_periods_that_touch_or_belong_to_another_key_are_fine(january: World) -> None:
    later = _pattern(january, ahead(31), None)
    _pattern(january, ago(30), ago(1))
    _pattern(january, today(), ahead(30), NumberPurpose.MINUTES)
    with refused_by_the_database("overlap"):
        NumberPattern.objects.filter(pk=later.pk).update(valid_from=ahead(30))
    assert NumberPattern.objects.filter(pk=later.pk).update(valid_from=ahead(32)) == 1


def _trigger_constraints() -> list[tuple[type[models.Model], TriggerConstraint]]:
    return [
        (model, constraint)
        for model in apps.get_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, TriggerConstraint)
    ]


def test_every_trigger_is_there_after_all_migrations(world: World) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute(
                "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgenabled = 'O' "
                "UNION SELECT conname, relname FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid "
                "WHERE contype = 'x'"
            )
        present = {(str(name), str(table)) for name, table in cursor.fetchall()}
    missing = []
    for model, constraint in _trigger_constraints():
        names = constraint.trigger_names(model, connection.vendor) or [constraint.name]
        missing += [name for name in names if (name, model._meta.db_table) not in present]
    assert missing == []
    assert len(_trigger_constraints()) > 20


def test_the_four_kinds_of_constraint_are_used() -> None:
    assert {type(constraint) for _, constraint in _trigger_constraints()} == {Guard, AppendOnly, Frozen, NoOverlap}


def test_a_trigger_name_fits_every_database() -> None:
    names = [
        name
        for model, constraint in _trigger_constraints()
        for vendor in ("sqlite", "postgresql")
        for name in constraint.trigger_names(model, vendor)
    ]
    assert [name for name in names if len(name) > 63] == []
    assert len(set(names)) < len(names) * 2


def test_the_head_of_a_chain_moves_only_with_an_act(world: World) -> None:
    with refused_by_the_database("outside an act"):
        Chain.objects.update(head_seq=0)


def test_only_one_chain_belongs_to_the_installation(world: World) -> None:
    assert Body.objects.count() + 1 == Chain.objects.count()
    with pytest.raises(IntegrityError), transaction.atomic(), open_guard("test"):
        Chain.objects.create(body_id=None)
