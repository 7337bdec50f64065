from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from typing import Any

import pytest
from django.db import connections
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.installation import Installation, copied_world
from tests.journeys.walker import WIDE, Walker

CHROMIUM = "/usr/bin/chromium"
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]

Open = Callable[..., Walker]
WALKERS = pytest.StashKey[list[Walker]]()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not shutil.which(CHROMIUM):
        pytest.skip(f"Chromium tidak ada di {CHROMIUM}: jalankan `make system`")
    # Playwright's own loop runs in this thread, and Django takes any loop for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
            yield browser
            browser.close()
            connections.close_all()  # beside a running loop Django keeps connections of their own
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="module")
def lsp(
    django_db_setup: None,
    django_db_blocker: Any,
    browser: Browser,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Installation]:
    """The world of the tests as a running installation: server, worker, mail in a folder. One for all tests of a
    module, which leave each other's cases alone."""
    with django_db_blocker.unblock(), copied_world(tmp_path_factory.mktemp("lsp") / "home") as made:
        made.serve()
        yield made


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What stood on each screen when a walk failed goes into its report."""
    report = yield
    if report.when == "call" and report.failed:
        for walker in item.stash.get(WALKERS, []):
            report.sections.append((f"di layar: {walker.page.url}", walker.reading()))
        for walker in item.stash.get(WALKERS, [])[:1]:
            log = walker.at.home / "serve.log"
            report.sections.append(("server", log.read_text()[-3000:] if log.exists() else ""))
    return report


@pytest.fixture
def sit_down(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Callable[[Installation], Open]]:
    """`sit_down(lsp)("dewi@contoh.test", PHONE)`: that person at a browser of their own, signed in."""
    walkers: list[Walker] = []
    request.node.stash[WALKERS] = walkers

    def at(place: Installation) -> Open:
        def opened(address: str = "", size: tuple[int, int] = WIDE, **kwargs: str) -> Walker:
            walker = Walker(browser, place, size)
            walkers.append(walker)
            return walker.sign_in(address, **kwargs) if address else walker

        return opened

    yield at
    for walker in walkers:
        walker.close()
