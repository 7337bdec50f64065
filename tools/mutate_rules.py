"""Does a test notice when a rule lets everything pass?

For each declared rule in turn, its check is replaced by *allow* and the tests that cite it run until one turns
red. All of it in one process on one database: a world is built once, each test rolls back. A rule that survives
is a rule nobody tests through a door; the command then ends with 1.

    python tools/mutate_rules.py            every rule
    python tools/mutate_rules.py HR-38 …    these ids, or keys such as people.rights_end
"""

from __future__ import annotations

import inspect
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from _pytest.runner import runtestprotocol

from jamstac.kernel.verdicts import ALLOW, Rule, Verdict, declared_rules

ROOT = Path(__file__).resolve().parents[1]
THROUGH_DOORS = ("tests/actions/", "tests/ledger/", "tests/pages/", "tests/concurrency/")
"""Folders whose tests act through doors, in the order they are asked. The pure tables of tests/rules prove that
a rule refuses; only these prove that a door asks it."""


@dataclass
class Outcome:
    """One rule, replaced. `killer` is the test that turned red, empty when none did."""

    rule_id: str
    key: str
    tried: int
    killer: str
    seconds: float


@dataclass(frozen=True)
class _SessionOnly:
    """Stands in for the next test: all that stays up between two tests is the session."""

    session: pytest.Session

    def listchain(self) -> list[pytest.Session]:
        return [self.session]


class Mutator:
    """A pytest plugin: after collection, instead of running the tests once, it runs some of them per rule."""

    def __init__(self, wanted: list[str]) -> None:
        self.wanted = wanted
        self.outcomes: list[Outcome] = []
        self.broken: list[str] = []
        self.session_only: _SessionOnly | None = None

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = [item for item in session.items if isinstance(item, pytest.Function)]
        self.session_only = _SessionOnly(session)
        texts = {item.nodeid: _cited(item) for item in items}
        sound: dict[str, bool] = {}
        for rule in declared_rules():
            if self.wanted and rule.id not in self.wanted and rule.key not in self.wanted:
                continue
            start, check, killer, tried = time.monotonic(), rule.check, "", 0
            for item in _in_order(items, texts, rule):
                tried += 1
                rule.check = _allow
                try:
                    red = self._is_red(item)
                finally:
                    rule.check = check
                if red and self._is_green(item, sound):
                    killer = item.nodeid
                    break
            self.outcomes.append(Outcome(rule.id, rule.key, tried, killer, time.monotonic() - start))
            print(_line(self.outcomes[-1]), flush=True)
        if items:
            runtestprotocol(items[0], log=False, nextitem=None)  # the last one tears the session down
        return True

    def _is_red(self, item: pytest.Function) -> bool:
        """Run one test and take down what it set up, but for the session's database."""
        return any(report.failed for report in runtestprotocol(item, log=False, nextitem=cast(Any, self.session_only)))

    def _is_green(self, item: pytest.Function, sound: dict[str, bool]) -> bool:
        """A test that is red anyway proves nothing."""
        if item.nodeid not in sound:
            sound[item.nodeid] = not self._is_red(item)
            if not sound[item.nodeid]:
                self.broken.append(item.nodeid)
        return sound[item.nodeid]


def _allow(_facts: Any) -> Verdict:
    return ALLOW


def _cited(item: pytest.Function) -> str:
    """What a test says about itself: its text, its parameters, and the helpers of its own file it may use."""
    return f"{inspect.getsource(item.function)} {item.name}"


def _codes(rule: Rule[Any]) -> list[str]:
    """The refusal codes a rule writes."""
    return re.findall(r'"([a-z_]+\.[a-z_]+)"', inspect.getsource(rule.check))


def _in_order(items: list[pytest.Function], texts: dict[str, str], rule: Rule[Any]) -> list[pytest.Function]:
    """First the tests that name a code of the rule, then those that cite its id, then all of its app's doors."""
    codes, app = _codes(rule), rule.key.split(".")[0]

    def rank(item: pytest.Function) -> tuple[int, int] | None:
        folder = next((n for n, each in enumerate(THROUGH_DOORS) if item.nodeid.startswith(each)), None)
        if folder is None:
            return None
        text = texts[item.nodeid]
        if any(code in text for code in codes):
            return (0, folder)
        if rule.id in text or rule.name in text:
            return (1, folder)
        return (2, folder) if item.nodeid.startswith(f"tests/actions/test_{app}.py") else None

    ranked = [(place, item) for item in items if (place := rank(item)) is not None]
    return [item for _, item in sorted(ranked, key=lambda pair: pair[0])]


def _line(outcome: Outcome) -> str:
    mark = "merah " if outcome.killer else "HIDUP "
    killer = outcome.killer.rpartition("::")[2] or f"tidak satu pun dari {outcome.tried} pengujian"
    return f"{mark} {outcome.rule_id:7} {outcome.key:50} {outcome.seconds:5.1f} s  {killer}"


def main() -> int:
    mutator = Mutator(sys.argv[1:])
    start = time.monotonic()
    folders = [folder for folder in THROUGH_DOORS if (ROOT / folder).is_dir()]
    status: Any = pytest.main(
        ["-o", "addopts=", "-qq", "-p", "no:cacheprovider", f"--rootdir={ROOT}", *folders],
        plugins=[mutator],
    )
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        print(f"pytest berhenti dengan {status}")
        return 1
    survivors = [each for each in mutator.outcomes if not each.killer]
    seconds = time.monotonic() - start
    print(f"{len(mutator.outcomes)} aturan, {len(survivors)} tidak dijaga pengujian, {seconds:.0f} detik")
    for nodeid in mutator.broken:
        print(f"merah juga tanpa perubahan: {nodeid}")
    return 1 if survivors or mutator.broken or not mutator.outcomes else 0


if __name__ == "__main__":
    sys.exit(main())
