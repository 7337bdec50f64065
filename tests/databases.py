"""Copies of the test database as the world left it, for a second program: another connection, a live server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from django.db import DEFAULT_DB_ALIAS, connection, connections

_image = b""
_copies = count(1)


def remember() -> None:
    """Keep the committed database as the world left it: on SQLite an image, on PostgreSQL a template. Called once,
    right after the world was built: later a test's open transaction holds the database."""
    global _image  # noqa: PLW0603
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        _image = connection.connection.serialize()
    else:
        name = connection.settings_dict["NAME"]
        connection.close()
        _maintain(f'DROP DATABASE IF EXISTS "{name}_world"', f'CREATE DATABASE "{name}_world" TEMPLATE "{name}"')


def _maintain(*statements: str) -> None:
    """On the server, outside any database of the tests."""
    at = connection.settings_dict
    address = {"host": at["HOST"], "port": at["PORT"], "user": at["USER"], "password": at["PASSWORD"]}
    with psycopg.connect(dbname="postgres", autocommit=True, **address) as server:
        for statement in statements:
            server.execute(statement)


@contextmanager
def own_database() -> Iterator[None]:
    """PostgreSQL: inside, this test and the threads it starts work in a copy of the world's database, where every
    commit is real. The copy is dropped afterwards; nothing has to be restored."""
    assert connection.vendor == "postgresql"
    settings, outside = connection.settings_dict, connections[DEFAULT_DB_ALIAS]
    world, copy = settings["NAME"], f"{settings['NAME']}_copy"
    _maintain(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)', f'CREATE DATABASE "{copy}" TEMPLATE "{world}_world"')
    settings["NAME"] = copy
    connections[DEFAULT_DB_ALIAS] = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        yield
    finally:
        connection.close()
        connections[DEFAULT_DB_ALIAS] = outside
        settings["NAME"] = world
        _maintain(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)')


@contextmanager
def fresh_copy(purpose: str, *, of_world: bool) -> Iterator[str]:
    """PostgreSQL: the name of a database for another program, with the world in it or nothing at all. Dropped
    afterwards. Each copy has a name of its own: a server and its worker may still be at an earlier one."""
    assert connection.vendor == "postgresql"
    world = connection.settings_dict["NAME"]
    name, template = f"{world}_{purpose}_{next(_copies)}", f"{world}_world" if of_world else "template1"
    _maintain(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield name
    finally:
        _maintain(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def clone_to_file(path: Path) -> Path:
    """The image in a file of its own, triggers included."""
    assert _image, "SQLite only"
    path.write_bytes(_image)
    return path
