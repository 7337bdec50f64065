from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from typing import Any

from tests.architecture.source import ROOT, modules


@cache
def terms() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((ROOT / "glossary.toml").read_text(encoding="utf-8"))["term"]
    return found


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


@cache
def identifiers() -> dict[str, str]:
    """Names the project gives itself (classes, functions, arguments, assigned names) → where."""
    found: dict[str, str] = {}
    for module in modules():
        for node in ast.walk(module.tree):
            given: list[str] = []
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                given = [node.name]
            elif isinstance(node, ast.arg):
                given = [node.arg]
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                given = [node.id]
            for name in given:
                found.setdefault(name, f"{module.path}:{getattr(node, 'lineno', 0)}")
    return found


def test_the_glossary_is_in_order_and_says_each_thing_once() -> None:
    names = [each["identifier"] for each in terms()]
    assert names == sorted(names, key=str.lower)
    assert len(set(names)) == len(names)
    assert len({each["term"] for each in terms()}) == len(names)
    assert len(names) >= 80


def test_a_term_has_a_definition_and_a_source() -> None:
    assert [each["identifier"] for each in terms() if len(each["definition"]) < 20 or not each["source"]] == []


def test_every_term_is_used_in_the_code() -> None:
    text = "\n".join(module.text for module in modules())
    assert [each["identifier"] for each in terms() if not re.search(rf"\b\w*{each['identifier']}\w*\b", text)] == []


def test_no_name_in_the_code_is_a_forbidden_synonym() -> None:
    forbidden = {word: each["identifier"] for each in terms() for word in each.get("forbidden", ())}
    found = {
        f"{name} ({where})": f"say {forbidden[word]}"
        for name, where in identifiers().items()
        for word in forbidden
        if f"_{word}_" in f"_{_snake(name)}_" or f"_{word}s_" in f"_{_snake(name)}_"
    }
    assert found == {}


def test_no_forbidden_word_is_a_term_of_another_row() -> None:
    names = {_snake(each["identifier"]) for each in terms()}
    assert [word for each in terms() for word in each.get("forbidden", ()) if word in names] == []
