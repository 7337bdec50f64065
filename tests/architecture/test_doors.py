from __future__ import annotations

import ast
import re
from typing import Any

from jamstac.kernel.catalogue import BY_ID
from jamstac.kernel.verdicts import Policy, declared_rules, refusal_texts
from jamstac.ledger.access import permissions
from jamstac.ledger.door import doors
from jamstac.ledger.rules import may_act
from jamstac.ledger.wording import sentences
from tests.architecture.source import (
    calls,
    functions,
    modules,
    modules_of_tests,
    names,
    naming_tests,
    policies,
    refusal_codes,
    strings,
)

PAGES_ONLY = {
    "may_edit": "a draft is no act: its pages ask before they save",
    "may_look_back": "the page of FR.AK.06 says why it cannot be signed, before anything is typed",
    "may_show": "reading is no act: the public page asks before it shows",
    "may_start": "the page of an appeal says why none can be filed, before anything is typed",
    "may_start_feedback": "the page of FR.AK.03 says why it is not asked yet, before anything is typed",
    "may_write": "an answer being written is a draft: its page asks before it saves",
}
"""Policies no door declares, each with the reason. Their rules count as asked."""

REFUSING = {"Refused", "refuses", "OutOfScope"}
EXPECTING = {*REFUSING, "raises"}


def _tests_of(name: str) -> list[tuple[str, bool]]:
    """(test, whether it expects a refusal) of the tests that call the door `name`."""
    return [(test, bool(REFUSING & used)) for _, test, used in naming_tests() if name in used]


def _succeeding() -> set[str]:
    """Names that tests and the world use outside a block that expects a refusal."""
    found: set[str] = set()

    def walk(node: ast.AST) -> None:
        if isinstance(node, ast.With) and any(names(each.context_expr) & EXPECTING for each in node.items):
            return
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        for child in ast.iter_child_nodes(node):
            walk(child)

    for module in modules_of_tests():
        for function in functions(module):
            walk(function)
    return found


def test_every_door_succeeds_in_a_test_or_in_the_world() -> None:
    succeeding = _succeeding()
    assert [door.event for door in doors().values() if door.__name__ not in succeeding] == []


def test_every_door_refuses_in_a_test() -> None:
    never = [door.event for door in doors().values() if not any(refuses for _, refuses in _tests_of(door.__name__))]
    assert never == []


def test_every_event_has_a_sentence() -> None:
    inner = {
        constant
        for module in modules()
        for call in calls(module.tree, "record")
        for keyword in call.keywords
        if keyword.arg == "event"
        for constant in strings(keyword.value)
    }
    assert sorted((set(doors()) | inner) - set(sentences()) - {""}) == []


def test_every_sentence_tells_an_event_that_happens() -> None:
    written = {
        constant for module in modules() if not module.path.endswith("wording.py") for constant in strings(module.tree)
    }
    assert [event for event in sentences() if event not in written] == []


def test_events_are_named_noun_and_past_tense() -> None:
    assert [event for event in doors() if not re.fullmatch(r"[a-z_]+\.[a-z_]+", event)] == []


def test_every_permission_has_a_user_and_every_user_a_permission() -> None:
    asked = {door.permission for door in doors().values()}
    asked |= {
        constant
        for module in modules()
        for call in calls(module.tree, "staff_page", "self_page", "member_page", "roles_for")
        for argument in call.args
        for constant in strings(argument)
    }
    written = {
        constant for module in modules() if not module.path.endswith("access.py") for constant in strings(module.tree)
    }
    assert sorted(asked - set(permissions())) == []
    assert sorted(each for each in permissions() if each not in asked and each not in written) == []


def _declared() -> set[Policy[Any]]:
    return {policy for door in doors().values() for policy in door.policies} | {may_act}


def test_every_rule_is_asked_by_a_policy() -> None:
    asked = {rule.key for policy in [*_declared(), *policies()] for rule in policy}
    assert [rule.key for rule in declared_rules() if rule.key not in asked] == []


def test_every_policy_is_declared_by_a_door() -> None:
    declared = _declared()
    assert [each.name for each in policies() if each not in declared and each.name not in PAGES_ONLY] == []
    assert sorted(set(PAGES_ONLY) - {each.name for each in policies()}) == []


def test_a_door_asks_every_policy_it_declares() -> None:
    idle = []
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef):
                for call in calls(
                    ast.Module(body=[ast.Expr(d) for d in node.decorator_list], type_ignores=[]), "action"
                ):
                    declared = {
                        attribute.attr if isinstance(attribute, ast.Attribute) else attribute.id
                        for keyword in call.keywords
                        if keyword.arg == "policies" and isinstance(keyword.value, ast.List)
                        for attribute in keyword.value.elts
                        if isinstance(attribute, ast.Attribute | ast.Name)
                    }
                    body = ast.Module(body=node.body, type_ignores=[])
                    used = {n.attr for n in ast.walk(body) if isinstance(n, ast.Attribute)}
                    used |= {n.id for n in ast.walk(body) if isinstance(n, ast.Name)}
                    own = {each for each in declared if not _inner(each)}
                    if own - used and not _delegates(body):
                        idle.append(f"{module.path}: {node.name} {sorted(own - used)}")
    assert idle == []


def _inner(policy: str) -> bool:
    """Policies asked by inner functions of lower apps: signing, numbering."""
    return policy in {"may_sign", "may_give_number"}


def _delegates(body: ast.AST) -> bool:
    """The door hands its act to a helper, which may ask for it."""
    return any(
        isinstance(arg, ast.Name) and arg.id == "act"
        for call in ast.walk(body)
        if isinstance(call, ast.Call)
        for arg in call.args
    )


def test_every_rule_has_an_id_that_exists() -> None:
    wrong = [
        rule.key
        for rule in declared_rules()
        if rule.id not in BY_ID and not re.fullmatch(r"(?!HR)[A-Z]{2,4}-\d\d", rule.id)
    ]
    assert wrong == []


def test_every_rule_says_what_it_holds_and_where_it_comes_from() -> None:
    assert [rule.key for rule in declared_rules() if not (rule.__doc__ or "").strip() or not rule.source] == []


def test_every_refusal_has_a_sentence_and_a_remedy() -> None:
    texts = refusal_texts()
    assert {code: where for code, where in refusal_codes().items() if code not in texts} == {}
    assert [code for code, text in texts.items() if not text.sentence.strip() or not text.remedy.strip()] == []


def test_every_sentence_belongs_to_a_refusal() -> None:
    written = {
        constant for module in modules() if not module.path.endswith("refusals.py") for constant in strings(module.tree)
    }
    assert [code for code in refusal_texts() if code not in written] == []


def test_every_refusal_happens_in_a_test() -> None:
    """Named as a whole string: what a policy or a door refuses with is compared with it."""
    named = {constant for module in modules_of_tests() for constant in strings(module.tree)}
    assert [code for code in refusal_texts() if code not in named] == []


def test_a_refusal_speaks_plain_indonesian() -> None:
    rude = [
        code
        for code, text in refusal_texts().items()
        if re.search(
            r"\b(error|invalid|gagal!|required|ditolak sistem)\b", f"{text.sentence} {text.remedy}", re.IGNORECASE
        )
        or not text.remedy.strip().endswith((".", "}", "?"))
    ]
    assert rude == []
