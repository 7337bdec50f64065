from __future__ import annotations

import importlib
import inspect
import io
import re

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from jamstac.ledger.records import GuardedRecord
from tests.architecture.source import layers, own_apps

UNGUARDED = {
    "people.Account": "a way in, not a person of an LSP; allauth writes it",
    "messaging.Message": "a notice, no act: the act that caused it is recorded",
    "ledger.Alarm": "must be writable exactly when the chain cannot be trusted",
    "ledger.Entry": "append-only, which is stricter",
    "ledger.Job": "an effect after the act, no act",
    "documents.StoredFile": "an upload belongs to a draft; its digest column is frozen",
    "messaging.Delivery": "how far a notice came, no act",
    "portal.Look": "up to where reminders looked, no act",
    "portal.Told": "who was reminded of what, no act",
}
"""Models that no door changes, each with the reason. `*Draft*` needs none: drafts are not acts."""

UPWARD_NAMES: dict[str, str] = {
    "events.EventCandidate.application": "event_candidate",
    "assessment.Assessment.application": "assessment",
    "assessment.Assessment.event": "assessments",
    "certification.MeetingCase.assessment": "meeting_cases",
}
"""Reverse names that reach from a lower app up, for one-query reads of a case; no lower app may use them."""


def _own_models() -> list[type[models.Model]]:
    return [model for app in own_apps() for model in apps.get_app_config(app).get_models(include_auto_created=True)]


def _relations() -> list[tuple[str, type[models.Model], type[models.Model], str | None]]:
    """(name, from, to, reverse name) of every relation between own models."""
    found = []
    for model in _own_models():
        for field in model._meta.local_fields + model._meta.local_many_to_many:
            to = field.related_model
            if isinstance(to, type) and to._meta.app_label in layers():
                reverse = field.remote_field.related_name if field.remote_field else None
                found.append((f"{model._meta.label}.{field.name}", model, to, reverse))
    return found


def test_every_domain_model_changes_only_through_a_door() -> None:
    open_models = [
        model._meta.label
        for model in _own_models()
        if not issubclass(model, GuardedRecord) and "Draft" not in model.__name__ and model._meta.label not in UNGUARDED
    ]
    assert open_models == []


def test_every_app_says_which_models_it_owns() -> None:
    said = {app: inspect.getdoc(importlib.import_module(f"jamstac.{app}")) or "" for app in own_apps()}
    silent = [
        model._meta.label
        for model in _own_models()
        if "Draft" not in model.__name__
        and not model._meta.auto_created
        and not re.search(rf"`{model.__name__}`", said[model._meta.app_label])
    ]
    assert silent == []


def test_every_guarded_model_carries_its_guard() -> None:
    missing = [
        model._meta.label
        for model in _own_models()
        if issubclass(model, GuardedRecord)
        and not any(
            each.name == f"{model._meta.app_label}_{model._meta.model_name}_guard" for each in model._meta.constraints
        )
    ]
    assert missing == []


def test_no_draft_is_guarded() -> None:
    assert [m._meta.label for m in _own_models() if "Draft" in m.__name__ and issubclass(m, GuardedRecord)] == []


def test_relations_point_down_the_layers() -> None:
    height = layers()
    upward = [name for name, model, to, _ in _relations() if height[model._meta.app_label] < height[to._meta.app_label]]
    sideways = [
        name
        for name, model, to, _ in _relations()
        if model._meta.app_label != to._meta.app_label and height[model._meta.app_label] == height[to._meta.app_label]
    ]
    assert upward + sideways == []


def test_a_relation_to_another_app_has_no_name_from_there() -> None:
    named = {
        name: reverse
        for name, model, to, reverse in _relations()
        if model._meta.app_label != to._meta.app_label and reverse != "+" and "Draft" not in model.__name__
    }
    assert {name: reverse for name, reverse in named.items() if UPWARD_NAMES.get(name) != reverse} == {}


def test_a_record_never_takes_others_with_it() -> None:
    cascades = [
        f"{model._meta.label}.{field.name}"
        for model in _own_models()
        if issubclass(model, GuardedRecord)
        for field in model._meta.local_fields
        if field.remote_field and getattr(field.remote_field, "on_delete", None) is models.CASCADE
    ]
    assert cascades == []


def test_no_domain_data_hides_in_json_or_generic_relations() -> None:
    hidden = [
        f"{model._meta.label}.{field.name}"
        for model in _own_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.JSONField) or type(field).__name__ == "GenericForeignKey"
    ]
    assert hidden == []


def test_the_exceptions_are_models_that_exist() -> None:
    labels = {model._meta.label for model in _own_models()}
    assert set(UNGUARDED) - labels - {"portal.Invitation"} == set()
    assert {name.rsplit(".", 1)[0] for name in UPWARD_NAMES} - labels == set()


@pytest.mark.django_db
def test_migrations_are_complete() -> None:
    told = io.StringIO()
    try:
        call_command("makemigrations", "--check", "--dry-run", stdout=told)
    except SystemExit:
        pytest.fail(told.getvalue())
    assert "No changes" in told.getvalue() or "Tidak" in told.getvalue()
