from __future__ import annotations

import ast
import re

from tests.architecture.source import Module, functions, modules, modules_of_tests, names, own_apps

LONG_MODULES = {
    "src/jamstac/kernel/catalogue.py": "sixty rules, one after another: data",
    "src/jamstac/ledger/door.py": "the door is read as one piece",
}
LONG_FUNCTIONS: dict[str, str] = {}
MODULE_LINES, FUNCTION_LINES = 400, 80
WAITING = {
    "tests/architecture/test_source.py": "names what it forbids",
    "tests/journeys/installation.py": "asks another process again and again, with an end",
}
ASSERTING = {"raises", "refuses", "fail", "refused_by_the_database"}
UNFINISHED = re.compile(r"\b(TO" + "DO|FIX" + r"ME|XXX)\b")


def _length(node: ast.FunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_a_module_stays_readable() -> None:
    long = {m.path: m.text.count("\n") for m in modules() if m.text.count("\n") > MODULE_LINES}
    assert {path: lines for path, lines in long.items() if path not in LONG_MODULES} == {}


def test_a_function_stays_readable() -> None:
    long = {
        f"{module.path}:{node.name}": _length(node)
        for module in modules()
        for node in functions(module)
        if _length(node) > FUNCTION_LINES
    }
    assert {name: lines for name, lines in long.items() if name not in LONG_FUNCTIONS} == {}


def test_imports_stand_at_the_top() -> None:
    inner = [
        f"{module.path}:{node.lineno}"
        for module in modules()
        for function in functions(module)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inner == []


def test_nothing_is_left_unfinished() -> None:
    allowed = {"src/jamstac/ledger/constraints.py"}  # its base class is abstract
    unfinished = [
        module.path
        for module in modules()
        if UNFINISHED.search(module.text) or ("NotImplementedError" in module.text and module.path not in allowed)
    ]
    assert unfinished == []


def test_there_are_no_signals_and_no_admin_site() -> None:
    forbidden = {"django.contrib.admin", "django.db.models.signals", "django.dispatch"}
    found = [
        module.path
        for module in modules()
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.ImportFrom) and node.module in forbidden)
        or (isinstance(node, ast.Import) and forbidden & {each.name for each in node.names})
    ]
    assert found == []


def test_every_app_says_what_it_owns() -> None:
    silent = [
        module.path
        for module in modules()
        if module.path.count("/") == 3
        and module.path.endswith("/__init__.py")
        and module.app in own_apps()
        and not (ast.get_docstring(module.tree) or "").strip()
    ]
    assert silent == []


def _asserts(module: Module, node: ast.FunctionDef) -> bool:
    """An assert, a `raises`, or a helper of the tests that holds one."""
    helpers = {each.name: each for each in functions(module)}
    seen: set[str] = set()

    def looks(tree: ast.AST) -> bool:
        if any(isinstance(each, ast.Assert) for each in ast.walk(tree)):
            return True
        used = names(tree)
        if used & ASSERTING or any(each.startswith(("assert_", "expect", "django_assert")) for each in used):
            return True
        fresh = [helpers[each] for each in used if each in helpers and each not in seen]
        seen.update(each.name for each in fresh)
        return any(looks(each) for each in fresh)

    return looks(node) or any(looks(helpers[arg.arg]) for arg in node.args.args if arg.arg in helpers)


def test_no_test_is_without_an_assertion() -> None:
    empty = [
        f"{module.path}:{node.name}"
        for module in modules_of_tests()
        for node in functions(module)
        if node.name.startswith("test_") and not _asserts(module, node)
    ]
    assert empty == []


def test_no_test_sleeps() -> None:
    sleeping = [
        module.path for module in modules_of_tests() if re.search(r"\b(time\.sleep|wait_for_timeout)\(", module.text)
    ]
    assert [path for path in sleeping if path not in WAITING] == []


def test_the_name_of_a_test_is_a_sentence() -> None:
    short = [
        f"{module.path}:{node.name}"
        for module in modules_of_tests()
        for node in functions(module)
        if node.name.startswith("test_") and node.name.count("_") < 3
    ]
    assert short == []
