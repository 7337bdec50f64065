"""How the tests harm a ledger: as somebody would who owns the database."""

from __future__ import annotations

from typing import Any

from django.db import connection

from jamstac.ledger.models import Chain


def disarm() -> None:
    """Take the ledger's triggers off, inside the test's transaction."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in ("ledger_entry", "ledger_chain"):
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'ledger_%'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')


def harm(sql: str, *values: Any) -> int:
    """Run `sql` (each %s a value) with the triggers off; answers how many rows it touched."""
    disarm()
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)


def key(chain: Chain) -> Any:
    """The chain's id as the database stores it."""
    return chain.pk.hex if connection.vendor == "sqlite" else chain.pk
