"""The project's source as trees, read once."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from django.apps import apps

from jamstac.kernel.verdicts import Policy

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "jamstac"
TESTS = ROOT / "tests"
ACTING = ("refuse", "refuse_if", "Refusal")


@dataclass(frozen=True)
class Module:
    """One file: where it is (relative to the repository), its text and its tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def app(self) -> str:
        return self.path.split("/")[2] if self.path.startswith("src/jamstac/") else ""


def _read(folder: Path) -> list[Module]:
    found = []
    for path in sorted(folder.rglob("*.py")):
        if "migrations" not in path.parts:
            text = path.read_text(encoding="utf-8")
            found.append(Module(str(path.relative_to(ROOT)), text, ast.parse(text)))
    return found


@cache
def modules() -> list[Module]:
    return _read(SOURCE)


@cache
def modules_of_tests() -> list[Module]:
    return _read(TESTS)


def own_apps() -> list[str]:
    return [config.label for config in apps.get_app_configs() if config.name.startswith("jamstac.")]


@cache
def layers() -> dict[str, int]:
    """Height of each app in the one order of pyproject.toml; apps side by side have the same."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    order = next(each for each in contracts if each["type"] == "layers")["layers"]
    return {app: -height for height, row in enumerate(order) for app in row.replace("|", " ").split()}


def functions(module: Module) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef):
            yield node


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    """Calls of a name, bare or as an attribute."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            called = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
            if called in names:
                yield node


def strings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def names(tree: ast.AST) -> set[str]:
    """Every name and attribute in a tree."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
    return found


def refusal_codes() -> dict[str, str]:
    """Refusal codes written in the source → where."""
    found = {}
    for module in modules():
        for call in calls(module.tree, *ACTING):
            for argument in call.args[:2]:
                for constant in strings(argument):
                    if "." in constant and " " not in constant:
                        found[constant] = module.path
    return found


def policies() -> list[Policy[Any]]:
    """Every policy of every app's rules: `rules.py`, `day_rules.py`, `rules/`."""
    found = []
    for module in modules():
        if "/rules/" in module.path or module.path.endswith(("/rules.py", "_rules.py")):
            name = module.path.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            found += [each for each in vars(import_module(name)).values() if isinstance(each, Policy)]
    return list(dict.fromkeys(found))


@cache
def naming_tests() -> list[tuple[str, str, frozenset[str]]]:
    """(file, test, names it uses, helpers of its module included) of every test function."""
    found = []
    for module in modules_of_tests():
        helpers = {node.name: names(node) for node in functions(module)}
        for node in functions(module):
            if node.name.startswith("test_"):
                used, fresh = set[str](), names(node) | {each.arg for each in node.args.args}
                while fresh:
                    used |= fresh
                    fresh = {n for each in fresh for n in helpers.get(each, ())} - used
                found.append((module.path, node.name, frozenset(used)))
    return found
