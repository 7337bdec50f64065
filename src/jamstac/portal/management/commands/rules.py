"""`jamstac rules`: the sixty hard rules, and which doors ask them today."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from jamstac.kernel.catalogue import HARD_RULES, HardRule
from jamstac.ledger.door import doors
from jamstac.ledger.rules import may_act

EVERY_ACT = "*"


@dataclass(frozen=True)
class Asked:
    """A rule inside a policy of a door. `event` is `*` for what every door asks."""

    event: str
    policy: str
    rule: str


def asked_rules() -> dict[str, list[Asked]]:
    """Rule id → where doors ask it. A rule that no door's policy holds is in none."""
    found: defaultdict[str, list[Asked]] = defaultdict(list)
    for rule in may_act:
        found[rule.id].append(Asked(EVERY_ACT, may_act.name, rule.key))
    for event, door in doors().items():
        for policy in door.policies:
            for rule in policy:
                found[rule.id].append(Asked(event, policy.name, rule.key))
    return dict(found)


class Command(BaseCommand):
    requires_system_checks = ()
    help = "Enam puluh aturan keras: kalimat, sumber, pengecualian, dan pintu yang menanyakannya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="Sebagai JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        asked = asked_rules()
        if options["json"]:
            told = [_told(rule, asked.get(rule.id, [])) for rule in HARD_RULES]
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
            return
        for rule in HARD_RULES:
            mark = "ditegakkan" if rule.id in asked else "belum"
            self.stdout.write(f"{rule.id}  {mark:<10}  {rule.override.value:<4}  {rule.sentence}")
        enforced = sum(rule.id in asked for rule in HARD_RULES)
        self.stdout.write(f"{enforced} dari {len(HARD_RULES)} aturan ditanyakan sebuah pintu.")


def _told(rule: HardRule, asked: list[Asked]) -> dict[str, Any]:
    return {
        "id": rule.id,
        "sentence": rule.sentence,
        "source": rule.source,
        "override": rule.override.value,
        "enforced": bool(asked),
        "where": [{"event": each.event, "policy": each.policy, "rule": each.rule} for each in asked],
    }
