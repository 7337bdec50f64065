"""The generated reference pages of docs/reference: what the code says about itself, for people who read no code.

python tools/reference.py            write the pages
python tools/reference.py --check    1 when a page is stale, and which
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from django.db.models import TextChoices

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "reference"
TESTS = ROOT / "tests"

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jamstac.config.settings")
os.environ.setdefault("JAMSTAC_HOME", tempfile.gettempdir())
os.environ.setdefault("SECRET_KEY", "only-to-read-the-registers")
django.setup()

from jamstac.kernel.catalogue import HARD_RULES  # noqa: E402
from jamstac.kernel.verdicts import Override, declared_rules, refusal_texts  # noqa: E402
from jamstac.ledger.access import GUEST, SELF, SYSTEM, permissions  # noqa: E402
from jamstac.ledger.door import doors  # noqa: E402
from jamstac.ledger.rules import may_act  # noqa: E402
from jamstac.ledger.wording import sentences  # noqa: E402
from jamstac.parameters.keys import KEYS  # noqa: E402
from jamstac.people.states import Function  # noqa: E402

OVERRIDES = {
    Override.NONE: "tidak ada",
    Override.DOC: "dengan dokumen",
    Override.DUAL: "dua orang berwenang",
}
ROLES = {SELF: "orang itu sendiri", SYSTEM: "program bernama", GUEST: "tamu"}
EVERY_DOOR = "setiap pintu"
Row = Iterable[Any]


def _cell(value: Any) -> str:
    return str(value).replace("|", "\\|").replace("\n", " ").strip() or "–"


def table(head: list[str], rows: Iterable[Row]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _asking() -> dict[str, list[str]]:
    """Rule key → events of the doors that ask it."""
    found: dict[str, list[str]] = {rule.key: [EVERY_DOOR] for rule in may_act}
    for event, door in doors().items():
        for policy in door.policies:
            for rule in policy:
                found.setdefault(rule.key, []).append(event)
    return found


def _tested() -> Callable[[str], list[str]]:
    texts = {
        str(path.relative_to(TESTS)): path.read_text(encoding="utf-8") for path in sorted(TESTS.rglob("test_*.py"))
    }
    generic = ("architecture/", "kernel/")

    def where(rule_id: str) -> list[str]:
        cited = re.compile(rf"\b{rule_id}\b")
        return [name for name, text in texts.items() if cited.search(text) and not name.startswith(generic)]

    return where


def rules() -> str:
    asking, tested = _asking(), _tested()
    declared: dict[str, list[Any]] = {}
    for rule in declared_rules():
        declared.setdefault(rule.id, []).append(rule)
    enforced = [each.id for each in HARD_RULES if any(asking.get(rule.key) for rule in declared.get(each.id, []))]
    rows = []
    for each in HARD_RULES:
        events = sorted({event for rule in declared.get(each.id, []) for event in asking.get(rule.key, [])})
        rows.append(
            [
                each.id,
                each.sentence,
                each.source,
                OVERRIDES[each.override],
                _listed(events) if events and events != [EVERY_DOOR] else ", ".join(events),
                _listed(tested(each.id)) if declared.get(each.id) else "",
            ]
        )
    others = [
        [rule.id, f"`{rule.key}`", (rule.__doc__ or "").split("\n")[0], rule.source, _listed(asking.get(rule.key, []))]
        for rule in declared_rules()
        if rule.id not in {each.id for each in HARD_RULES}
    ]
    return (
        "# Daftar aturan\n\n"
        f"Enam puluh aturan keras. {len(enforced)} di antaranya kini ditanyakan sekurangnya satu pintu; sisanya "
        "menunggu bagian sistem yang menjadi tempatnya.\n\n"
        + table(["Aturan", "Bunyi", "Sumber", "Pengecualian", "Ditanyakan oleh", "Diuji pada"], rows)
        + "\n## Fungsi aturan\n\nSatu aturan keras dapat terdiri atas beberapa fungsi.\n\n"
        + table(
            ["Aturan", "Fungsi", "Yang dijaga (Inggris)", "Ditanyakan oleh"],
            [
                [rule.id, f"`{rule.key}`", (rule.__doc__ or "").split("\n")[0], _listed(asking.get(rule.key, []))]
                for each in HARD_RULES
                for rule in declared.get(each.id, [])
            ],
        )
        + "\n## Aturan menurut nomor persyaratan\n\nAturan yang tidak tercakup aturan keras.\n\n"
        + table(["Persyaratan", "Fungsi", "Yang dijaga (Inggris)", "Sumber", "Ditanyakan oleh"], others)
    )


def _role(value: str) -> str:
    return ROLES[value] if value in ROLES else str(Function(value).label)


def permissions_page() -> str:
    used: dict[str, list[str]] = {}
    for event, door in doors().items():
        used.setdefault(door.permission, []).append(event)
    roles = [*Function.values, SELF, SYSTEM, GUEST]
    rows = [
        [
            f"`{permission}`",
            "; ".join(_role(role) for role in sorted(given, key=roles.index)),
            _listed(used.get(permission, [])),
        ]
        for permission, given in sorted(permissions().items())
    ]
    per_role = [
        [_role(role), _listed(sorted(name for name, given in permissions().items() if role in given))] for role in roles
    ]
    return (
        "# Siapa boleh apa\n\nHak melekat pada fungsi yang diangkat dengan SK, dan berakhir bersamanya (HR-27).\n\n"
        + table(["Izin", "Pemegang", "Pintu"], rows)
        + "\n## Menurut fungsi\n\n"
        + table(["Fungsi", "Izin"], per_role)
    )


def events() -> str:
    inner = sorted(set(sentences()) - set(doors()))
    rows = [
        [
            f"`{event}`",
            sentences().get(event, ""),
            f"`{door.__module__.removeprefix('jamstac.')}.{door.__name__}`",
            f"`{door.permission}`",
            _listed(policy.name for policy in door.policies),
        ]
        for event, door in doors().items()
    ]
    return (
        "# Peristiwa dan pintunya\n\n"
        "Setiap tindakan resmi melewati satu pintu dan menjadi satu entri buku besar. Tindakan yang ditolak dicatat "
        "dengan akhiran `.refused`.\n\n"
        + table(["Peristiwa", "Kalimat pada linimasa", "Pintu", "Izin", "Kebijakan"], rows)
        + "\n## Peristiwa di dalam tindakan lain\n\n"
        + table(["Peristiwa", "Kalimat pada linimasa"], [[f"`{event}`", sentences()[event]] for event in inner])
    )


def parameters() -> str:
    rows = [
        [
            f"`{key.key}`",
            key.label,
            key.unit,
            f"{key.minimum} sampai {key.maximum}",
            "memberi peringatan" if key.only_warns else "menolak",
            key.proposal,
            key.why,
            key.source,
        ]
        for key in KEYS.values()
    ]
    head = ["Kunci", "Nama", "Satuan", "Batas", "Bila belum ditetapkan", "Usul sumber", "Untuk apa", "Sumber"]
    return (
        "# Parameter\n\nNilai ditetapkan LSP lewat perubahan terkendali, dengan dokumen sumber dan tanggal berlaku "
        "(HR-60). Usul sumber tidak pernah dipakai dengan sendirinya.\n\n" + table(head, rows)
    )


def _transitions() -> list[tuple[str, type[TextChoices], dict[str, frozenset[str]]]]:
    """(app, kind of state, its table) of every table of transitions. Its keys are all the states there are."""
    found = []
    for path in sorted((ROOT / "src" / "jamstac").glob("*/states.py")):
        for name, transitions in vars(import_module(f"jamstac.{path.parent.name}.states")).items():
            if name.endswith("TRANSITIONS"):
                found.append((path.parent.name, type(next(iter(transitions))), transitions))
    return found


def states() -> str:
    parts = [
        "# Keadaan dan peralihannya\n\nKeadaan yang hanya bergantung pada waktu (berlaku, habis masa) dihitung, tidak "
        "disimpan.\n"
    ]
    for app, kind, transitions in _transitions():
        label = dict(kind.choices)
        rows = [
            [
                f"`{state}`",
                label[state],
                "; ".join(str(label[after]) for after in kind.values if after in transitions[state]) or "akhir",
            ]
            for state in kind.values
        ]
        parts.append(f"\n## `{app}.{kind.__name__}`\n\n" + table(["Keadaan", "Tertulis", "Lalu"], rows))
    return "".join(parts)


def glossary() -> str:
    terms = tomllib.loads((ROOT / "glossary.toml").read_text(encoding="utf-8"))["term"]
    rows = [
        [
            f"**{each['term']}**",
            f"`{each['identifier']}`",
            each["definition"],
            each["source"],
            _listed(each.get("forbidden", [])),
        ]
        for each in sorted(terms, key=lambda each: each["term"].lower())
    ]
    return "# Glosarium\n\nDaftar tertutup: nama dalam kode dan istilah bidang yang diwakilinya.\n\n" + table(
        ["Istilah", "Dalam kode", "Arti", "Sumber", "Bukan"], rows
    )


def refusals() -> str:
    rows = [[f"`{code}`", text.sentence, text.remedy] for code, text in sorted(refusal_texts().items())]
    return (
        "# Penolakan\n\nApa yang dibaca orang ketika sesuatu belum bisa, dan apa yang membuatnya bisa. Kata dalam "
        "kurung kurawal diganti fakta.\n\n" + table(["Kode", "Kalimat", "Jalan keluar"], rows)
    )


PAGES: dict[str, tuple[str, Callable[[], str]]] = {
    "rules": ("Daftar aturan", rules),
    "permissions": ("Siapa boleh apa", permissions_page),
    "events": ("Peristiwa dan pintunya", events),
    "states": ("Keadaan", states),
    "parameters": ("Parameter", parameters),
    "refusals": ("Penolakan", refusals),
    "glossary": ("Glosarium", glossary),
}


def index() -> str:
    listed = "\n".join(PAGES)
    return (
        "# Rujukan\n\nDibuat dari kode oleh `tools/reference.py`; jangan disunting tangan.\n\n"
        f"```{{toctree}}\n:maxdepth: 1\n\n{listed}\n```\n"
    )


def main() -> int:
    pages = {"index": index(), **{name: make() for name, (_, make) in PAGES.items()}}
    stale = []
    for name, text in pages.items():
        path = FOLDER / f"{name}.md"
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(str(path.relative_to(ROOT)))
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if "--check" in sys.argv and stale:
        print(f"Halaman rujukan tertinggal dari kode: {', '.join(stale)}. Jalankan: python tools/reference.py")
        return 1
    print(f"{len(pages)} halaman rujukan, {len(stale)} {'tertinggal' if '--check' in sys.argv else 'ditulis'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
