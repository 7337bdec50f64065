from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from jamstac.ledger import jobs
from jamstac.ledger.models import Job
from jamstac.ledger.states import JobState
from tests import databases
from tests.world import build_world
from tests.world.base import World

_world: World | None = None


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The migrated database, then the world, committed once; tests roll back to it."""
    global _world  # noqa: PLW0603
    with django_db_blocker.unblock():
        _world = build_world()
        databases.remember()


@pytest.fixture
def world(db: None) -> World:
    """The world as built: every test gets it fresh, because every test is rolled back."""
    assert _world is not None
    return _world


@pytest.fixture
def visit(world: World, client: Client) -> Any:
    """`visit("dewi")`: a client signed in as that member of the cast."""

    def signed_in(key: str) -> Client:
        client.force_login(world.account(key), backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return signed_in


@pytest.fixture
def work(db: None) -> Any:
    """`work()`: do what a worker would do now; answers how many jobs were done."""

    def run() -> int:
        waiting = Job.objects.filter(state=JobState.WAITING).order_by("run_after")
        return sum(jobs.run(pk) for pk in list(waiting.values_list("pk", flat=True)))

    return run
