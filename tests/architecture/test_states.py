"""The tables of transitions say what the doors do: nothing more, nothing less."""

from __future__ import annotations

import ast
from importlib import import_module

from django.db.models import TextChoices

from jamstac.instruments.states import ToolSetState
from tests.architecture.source import SOURCE, Module, calls, functions, modules

WITHOUT_TABLE = {
    "AttendanceState": "noted, not gone through: what was noted can be put right",
    "EvidenceState": "a finding of the admin, not a course",
    "IncidentState": "open until it is closed",
}
"""States given in a door that have no table, each with the reason."""


def _tables() -> dict[type[TextChoices], dict[str, frozenset[str]]]:
    found: dict[type[TextChoices], dict[str, frozenset[str]]] = {}
    for path in sorted(SOURCE.glob("*/states.py")):
        for name, table in vars(import_module(f"jamstac.{path.parent.name}.states")).items():
            if name.endswith("TRANSITIONS"):
                found[type(next(iter(table)))] = table
    return found


def _values(target: ast.expr, value: ast.expr) -> list[ast.expr]:
    """What one assignment gives to an attribute `state`."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return [each for pair in zip(target.elts, value.elts, strict=True) for each in _values(*pair)]
    return [value] if isinstance(target, ast.Attribute) and target.attr == "state" else []


def _members(tree: ast.AST) -> set[tuple[str, str]]:
    return {
        (node.value.id, node.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id.endswith("State")
    }


def _assigned(module: Module) -> set[tuple[str, str]]:
    """(kind of state, member) given to a record, by name or handed to a helper of the same module."""
    found: set[tuple[str, str]] = set()
    for function in functions(module):
        for node in ast.walk(function):
            if isinstance(node, ast.Assign):
                for value in [each for target in node.targets for each in _values(target, node.value)]:
                    found |= _members(value)
                    if isinstance(value, ast.Name) and value.id in {each.arg for each in function.args.args}:
                        found |= {
                            member
                            for call in calls(module.tree, function.name)
                            for argument in [*call.args, *(keyword.value for keyword in call.keywords)]
                            for member in _members(argument)
                        }
    return found


def _all_assigned() -> set[tuple[str, str]]:
    return {member for module in modules() for member in _assigned(module)}


def test_a_table_speaks_of_every_state_of_its_kind() -> None:
    tables = _tables()
    assert ToolSetState in tables
    assert [kind.__name__ for kind, table in tables.items() if set(table) != set(kind)] == []


def test_every_state_that_is_reached_stands_in_its_table() -> None:
    reachable = {
        (kind.__name__, str(getattr(state, "name", "")))
        for kind, table in _tables().items()
        for after in table.values()
        for state in after
    }
    reached = {each for each in _all_assigned() if each[0] not in WITHOUT_TABLE}
    assert sorted(reached - reachable) == []
    assert sorted(reachable - reached) == []


def test_the_states_without_a_table_are_states_that_change() -> None:
    assert sorted(set(WITHOUT_TABLE) - {kind for kind, _member in _all_assigned()}) == []
