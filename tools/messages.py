"""The catalogue of screen texts: Indonesian is the source, English the translation.

    python tools/messages.py            collect every text into locale/en, keep translations, compile
    python tools/messages.py --check    exit 1 when a text is missing, untranslated, left over, or not compiled

Collected: gettext calls in Python, translate tags in templates, and the texts that live in registers and
models and are translated when shown: refusals, events, parameters, choices, field names and hints.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import polib

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "jamstac"
CATALOGUE = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"
LIBRARIES = SOURCE / "locale" / "id" / "LC_MESSAGES" / "django.po"
"""The libraries' own texts in our Indonesian, written by hand: "Email" is "Surel"."""
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext"}

Text = tuple[str, str, str]
"""context, singular, plural (empty where there is none)"""


def _calls(tree: ast.AST) -> Iterator[Text]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS):
            continue
        words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if not words:
            continue
        if node.func.id == "pgettext":
            yield words[0], words[1], ""
        else:
            yield "", words[0], words[1] if node.func.id.startswith("n") and len(words) > 1 else ""


def from_python() -> Iterator[tuple[str, Text]]:
    for path in sorted(SOURCE.rglob("*.py")):
        if "migrations" not in path.parts:
            for text in _calls(ast.parse(path.read_text())):
                yield str(path.relative_to(SOURCE)), text


def from_templates() -> Iterator[tuple[str, Text]]:
    from django.utils.translation.template import templatize  # noqa: PLC0415

    for path in sorted([*SOURCE.rglob("*.html"), *SOURCE.rglob("templates/**/*.txt")]):
        # templatize writes the tags as gettext calls between lines of X; each call is one line's expression
        for call in re.findall(
            r"(?:n|p)?gettext\((?:[^()\"']|u?\"(?:\\.|[^\"])*\"|u?'(?:\\.|[^'])*')*\)",
            templatize(path.read_text(), origin=str(path)),
        ):
            for text in _calls(ast.parse(call.replace(",count)", ")"))):
                yield str(path.relative_to(SOURCE)), text


def from_registers() -> Iterator[tuple[str, Text]]:
    from django.apps import apps  # noqa: PLC0415
    from django.utils import translation  # noqa: PLC0415

    from jamstac.kernel.verdicts import refusal_texts  # noqa: PLC0415
    from jamstac.ledger.wording import sentences  # noqa: PLC0415
    from jamstac.parameters.keys import KEYS  # noqa: PLC0415

    for code, refusal in refusal_texts().items():
        yield f"refusal {code}", ("", refusal.sentence, "")
        yield f"refusal {code}", ("", refusal.remedy, "")
    for event, sentence in sentences().items():
        yield f"event {event}", ("", sentence, "")
    for key in KEYS.values():
        for word in (key.label, key.unit, key.why, key.source):
            yield f"parameter {key.key}", ("", word, "")
    with translation.override(None):
        for config in apps.get_app_configs():
            if not config.name.startswith("jamstac."):
                continue
            for model in config.get_models():
                for field in model._meta.local_fields:
                    if field.verbose_name != field.name.replace("_", " "):
                        yield model._meta.label, ("", str(field.verbose_name), "")
                    yield model._meta.label, ("", str(field.help_text), "")
                    for _, label in _flat(field.choices or []):
                        yield model._meta.label, ("", str(label), "")


def _flat(choices: Any) -> Iterator[tuple[Any, Any]]:
    for value, label in choices:
        if value not in ("", None):
            yield value, label


def collect() -> dict[Text, list[str]]:
    found: dict[Text, list[str]] = {}
    for origin in (from_python(), from_templates(), from_registers()):
        for place, text in origin:
            if text[1].strip():
                places = found.setdefault(text, [])
                if place not in places:
                    places.append(place)
    return found


def merge(found: dict[Text, list[str]]) -> polib.POFile:
    """The catalogue with exactly the texts found, old translations kept."""
    old = polib.pofile(str(CATALOGUE)) if CATALOGUE.exists() else polib.POFile()
    known = {(e.msgctxt or "", e.msgid, e.msgid_plural or ""): e for e in old}
    new = polib.POFile(wrapwidth=110)
    new.metadata = {
        "Project-Id-Version": "jamstac",
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for text in sorted(found, key=lambda each: (each[1], each)):
        context, singular, plural = text
        entry = polib.POEntry(
            msgid=singular, msgctxt=context or None, occurrences=[(place, "") for place in found[text][:3]]
        )
        before = known.get(text)
        if plural:
            entry.msgid_plural = plural
            entry.msgstr_plural = dict(before.msgstr_plural) if before else {0: "", 1: ""}
        else:
            entry.msgstr = before.msgstr if before else ""
        new.append(entry)
    return new


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jamstac.config.settings")
    django.setup()
    catalogue, libraries = merge(collect()), polib.pofile(str(LIBRARIES), wrapwidth=110)
    missing = [e.msgid for e in catalogue if not e.translated()]
    if not check:
        CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(CATALOGUE))
        catalogue.save_as_mofile(str(CATALOGUE.with_suffix(".mo")))
        libraries.save_as_mofile(str(LIBRARIES.with_suffix(".mo")))
        print(f"{len(catalogue)} texts, {len(missing)} without English")
        return 0
    stale = not CATALOGUE.exists() or str(polib.pofile(str(CATALOGUE), wrapwidth=110)) != str(catalogue)
    for place, words in ((CATALOGUE, catalogue), (LIBRARIES, libraries)):
        compiled = place.with_suffix(".mo")
        stale = stale or not compiled.exists() or compiled.read_bytes() != words.to_binary()
    for text in missing[:20]:
        print("without English:", text)
    if missing or stale:
        print(f"{len(missing)} texts without English; run python tools/messages.py" if missing or stale else "")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
