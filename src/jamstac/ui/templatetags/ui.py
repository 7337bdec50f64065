"""What the components cannot say in HTML: ids, the right control for a form field, moments, beads."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField, BoundWidget
from django.template.context import Context
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext as _

register = template.Library()

_IDS = "ui_ids_given"

BEADS_A_LINE = 12
BEADS_AT_MOST = 36
DAYS_OF_A_WEEK = 7


@register.simple_tag(takes_context=True)
def unique_id(context: Context, *parts: object) -> str:
    """An id no other element of this page has: the words it is made of, numbered when they come again.

    A part that htmx puts into a page that stands already gets ids of its own.
    """
    given: dict[str, int] = context.dicts[0].setdefault(_IDS, {})
    stem = slugify("-".join(str(part) for part in parts))[:60] or "x"
    if getattr(context.get("request"), "htmx", False):
        stem = f"{stem}-{secrets.token_hex(3)}"
    given[stem] = given.get(stem, 0) + 1
    return stem if given[stem] == 1 else f"{stem}-{given[stem]}"


@register.simple_tag(takes_context=True)
def inside(context: Context, component: str) -> bool:
    """Whether this component stands inside a `<c-…>` of that name: a form cannot hold a form."""
    data = context.get("cotton_data") or {"stack": []}
    return any(each["key"] == component for each in data["stack"])


@register.simple_tag(takes_context=True)
def turned(context: Context, param: str, number: int) -> str:
    """The address of this screen with one of its lists turned to page `number`."""
    query = context["request"].GET.copy()
    query[param] = str(number)
    return f"?{query.urlencode()}"


@register.filter
def svg_data(svg: str) -> str:
    """An SVG of ours as the address of an image, within the page itself."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


@register.filter
def same(left: object, right: object) -> bool:
    """Equal as they would be written in HTML; nothing equals an empty choice."""
    return _written(left) == _written(right)


def _written(value: object) -> str:
    return "" if value is None else str(value)


@register.filter
def moment(value: datetime | None) -> str:
    """`hari ini 13.21`, `21 November 16.05`, `21 November 2025 16.05`."""
    if value is None:
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    today = timezone.localdate()
    clock = date_format(local, "H.i")
    if local.date() == today:
        return _("hari ini %(clock)s") % {"clock": clock}
    return f"{date_format(local, 'j F' if local.year == today.year else 'j F Y')} {clock}"


@register.filter
def day(value: date | str | None) -> str:
    """A date as `14 Maret 2029`; words stay as they are."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return date_format(value, "j F Y") if isinstance(value, date) else value or ""


@dataclass(frozen=True)
class Bead:
    kind: str
    x: int
    y: int


@register.simple_tag
def beads(ages: Iterable[int] | None) -> dict[str, Any]:
    """One bead per case, the oldest first, filled by age in days; more than 36 are told by the number."""
    oldest = sorted(ages or [], reverse=True)[:BEADS_AT_MOST]
    drawn = [
        Bead(_fill(age), 5 + 10 * (place % BEADS_A_LINE), 5 + 10 * (place // BEADS_A_LINE))
        for place, age in enumerate(oldest)
    ]
    lines = max(1, -(-len(drawn) // BEADS_A_LINE))
    return {"beads": drawn, "height": 10 * lines}


def _fill(age: int) -> str:
    if age < DAYS_OF_A_WEEK:
        return "a"
    return "b" if age <= 2 * DAYS_OF_A_WEEK else "c"


@dataclass(frozen=True)
class Control:
    """A form field ready to be drawn."""

    kind: str
    html: SafeString
    id: str
    hint: str
    hint_id: str
    errors: list[str]
    error_id: str
    options: list[BoundWidget]


PICKERS: list[tuple[type[forms.Widget], str, str]] = [
    (forms.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
    (forms.DateInput, "date", "%Y-%m-%d"),
    (forms.TimeInput, "time", "%H:%M"),
]
SHORT = {"number", "date", "time", "datetime-local", "tel"}


@register.simple_tag
def control(field: BoundField, hint: str | bool = "", placeholder: str | bool | None = None) -> Control:
    """The right control for any field of a Django form, tied to its hint and its errors.

    `False` for the hint or the placeholder takes away the one the form has.
    """
    widget = _picker(field.field.widget)
    kind = _kind(widget)
    said = "" if hint is False else str(hint or field.help_text or "")
    field_id = field.id_for_label or field.auto_id or field.html_name
    hint_id, error_id = f"{field_id}-petunjuk", f"{field_id}-galat"
    errors = [str(error) for error in field.errors]
    described = " ".join([*([hint_id] if said else []), *([error_id] if errors else [])])
    attrs: dict[str, str | bool] = {}
    if placeholder is not None:
        attrs["placeholder"] = placeholder
    if kind in {"text", "select", "textarea", "many"}:
        attrs["class"] = " ".join(filter(None, ["input", str(widget.attrs.get("class", ""))]))
        if getattr(widget, "input_type", "") in SHORT:
            attrs["data-size"] = "num"
    if described:
        attrs["aria-describedby"] = described
    if errors:
        attrs["aria-invalid"] = "true"
    options: list[BoundWidget] = []
    html = SafeString("")
    if kind == "options":
        options = list(field.subwidgets)
    else:
        html = field.as_widget(widget=widget, attrs=attrs)
    return Control(kind, html, field_id, said, hint_id, errors, error_id, options)


def _picker(widget: forms.Widget) -> forms.Widget:
    """Dates and times use the reader's own picker; a file field is one plain input."""
    if isinstance(widget, forms.ClearableFileInput):
        plain = forms.FileInput(attrs=widget.attrs)
        plain.allow_multiple_selected = widget.allow_multiple_selected
        return plain
    for kind, input_type, format_ in PICKERS:
        if type(widget) is kind:
            picker: Any = copy(widget)
            picker.input_type, picker.format = input_type, format_
            return picker  # type: ignore[no-any-return]
    return widget


def _kind(widget: forms.Widget) -> str:
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "options"
    if isinstance(widget, forms.SelectMultiple):
        return "many"
    if isinstance(widget, forms.Select):
        return "select"
    if isinstance(widget, forms.Textarea):
        return "textarea"
    return "file" if isinstance(widget, forms.FileInput) else "text"
