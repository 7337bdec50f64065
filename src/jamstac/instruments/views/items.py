"""The instruments of a MUK and their items, one by one or many at once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from jamstac.instruments import selectors, texts
from jamstac.instruments.actions import (
    ItemInput,
    remove_instrument,
    save_instrument,
)
from jamstac.instruments.forms import InstrumentForm, ItemForm, NewInstrumentForm, PasteForm
from jamstac.instruments.models import Instrument, Item, ToolSet
from jamstac.instruments.pasting import Pasted, Unreadable, addresses_of, read_items, rows_of_file, rows_of_text
from jamstac.instruments.states import InstrumentCode, ToolSetState
from jamstac.instruments.views.common import fetch_to_read, why_write
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.schemes.selectors import UnitTree, structure
from jamstac.ui.requests import uuid_or_404
from jamstac.ui.why import Reason, reasons


@staff_page("toolset.write")
@require_http_methods(["GET", "HEAD", "POST"])
def add_instrument(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A new form of a code, for a kelompok pekerjaan or the whole scheme."""
    tool_set = fetch_to_read(request, pk)
    groups = selectors.groups_of(structure(tool_set.scheme_version))
    initial = {"code": request.GET.get("kode"), "group": request.GET.get("kelompok")}
    form = NewInstrumentForm(request.POST or None, groups=groups, initial=initial)
    refused: list[Reason] = []
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            try:
                made = save_instrument(request.actor, tool_set, **form.cleaned_data)
            except Refused as error:
                refused, status = reasons(error.refusals), 409
            else:
                return redirect("instruments:instrument", request.lsp.slug, pk, made.pk)
    context = {"tool_set": tool_set, "form": form, "why": why_write(request, tool_set), "refused": refused}
    return render(request, "instruments/add.html", context, status=status)


def _fetch_instrument(request: ActorRequest, pk: UUID, which: UUID) -> tuple[ToolSet, Instrument]:
    tool_set = fetch_to_read(request, pk)
    return tool_set, get_object_or_404(Instrument, pk=which, tool_set=tool_set)


@staff_page("toolset.view")
@require_http_methods(["GET", "HEAD", "POST"])
def instrument(request: ActorRequest, pk: UUID, which: UUID) -> HttpResponse:
    """One form: its texts, its items with their keys, and many items at once."""
    tool_set, found = _fetch_instrument(request, pk, which)
    form = InstrumentForm(request.POST or None, instance=found, code=found.code)
    refused: list[Reason] = []
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            try:
                save_instrument(request.actor, tool_set, instrument=found, **form.cleaned_data)
            except Refused as error:
                refused, status = reasons(error.refusals), 409
            else:
                messages.success(request, _("Instrumen disimpan."))
                return redirect("instruments:instrument", request.lsp.slug, pk, which)
    return _instrument_page(request, tool_set, found, form=form, refused=refused, status=status)


def _instrument_page(
    request: ActorRequest,
    tool_set: ToolSet,
    found: Instrument,
    *,
    form: InstrumentForm | None = None,
    pasting: PasteForm | None = None,
    refused: list[Reason] | None = None,
    slips: list[dict[str, Any]] | None = None,
    status: int = 200,
) -> HttpResponse:
    items = Item.objects.filter(instrument=found).prefetch_related("options", "criteria__criterion__element__unit")
    context = {
        "tool_set": tool_set,
        "instrument": found,
        "form": form or InstrumentForm(instance=found, code=found.code),
        "pasting": pasting or PasteForm(auto_id="tempel_%s"),
        "items": [_item_row(item) for item in items],
        "has_items": found.code not in (InstrumentCode.PRACTICE, InstrumentCode.PROJECT),
        "choice": found.code == InstrumentCode.CHOICE,
        "why": why_write(request, tool_set),
        "writes": tool_set.state == ToolSetState.DRAFT,
        "refused": refused or [],
        "slips": slips or [],
    }
    return render(request, "instruments/instrument.html", context, status=status)


def _item_row(item: Item) -> dict[str, Any]:
    options = list(item.options.all())
    right = [option for option in options if option.correct]
    criteria = [row.criterion for row in item.criteria.all()]
    return {
        "item": item,
        "options": options,
        "key": ", ".join(f"{option.letter}. {option.text}" for option in right) or item.key,
        "keyless": bool(options) and len(right) != 1,
        "criteria": [f"{row.element.unit.code} · {row.number}" for row in criteria],
    }


def _items_now(found: Instrument) -> list[ItemInput]:
    """The items as the door would be given them again."""
    rows = Item.objects.filter(instrument=found).prefetch_related("options", "criteria")
    return [
        {
            "text": item.text,
            "key": item.key,
            "section": item.section,
            "options": [{"text": option.text, "correct": option.correct} for option in item.options.all()],
            "criteria": [row.criterion_id for row in item.criteria.all()],
        }
        for item in rows.order_by("position")
    ]


@staff_page("toolset.view")
@require_http_methods(["GET", "HEAD", "POST"])
def item(request: ActorRequest, pk: UUID, which: UUID, position: int) -> HttpResponse:
    """One item: position 0 writes a new one at the end."""
    tool_set, found = _fetch_instrument(request, pk, which)
    there = Item.objects.filter(instrument=found, position=position).first()
    if there is None and position:
        raise Http404
    form = ItemForm(request.POST or None, code=found.code, initial=ItemForm.initial_of(there) if there else None)
    refused: list[Reason] = []
    status = 200
    ticked = {row.criterion_id for row in there.criteria.all()} if there else set()
    units = structure(tool_set.scheme_version)
    if request.method == "POST":
        ticked, status = {uuid_or_404(each) for each in request.POST.getlist("kuk")}, 400
        if form.is_valid():
            items = _items_now(found)
            place = position - 1 if position else len(items)
            items[place : place + 1] = [form.item(sorted(ticked))]
            try:
                save_instrument(request.actor, tool_set, instrument=found, items=items)
            except Refused as error:
                refused, status = reasons(error.refusals), 409
            else:
                messages.success(request, _("Butir disimpan."))
                if request.POST.get("lagi"):
                    return redirect("instruments:item", request.lsp.slug, pk, which, 0)
                return redirect("instruments:instrument", request.lsp.slug, pk, which)
    context = {
        "tool_set": tool_set,
        "instrument": found,
        "position": position,
        "form": form,
        "units": [(tree, _marked(tree, ticked)) for tree in units if found.group in ("", tree.group)],
        "why": why_write(request, tool_set),
        "refused": refused,
    }
    return render(request, "instruments/item.html", context, status=status)


def _marked(tree: UnitTree, ticked: set[UUID]) -> dict[str, Any]:
    rows = [(criterion, criterion.pk in ticked) for part in tree.elements for criterion in part.criteria]
    return {"rows": rows, "count": sum(on for _row, on in rows), "total": len(rows)}


@staff_page("toolset.write")
@require_http_methods(["GET", "HEAD", "POST"])
def item_remove(request: ActorRequest, pk: UUID, which: UUID, position: int) -> HttpResponse:
    tool_set, found = _fetch_instrument(request, pk, which)
    items = _items_now(found)
    if request.method == "POST" and 1 <= position <= len(items):
        del items[position - 1]
        save_instrument(request.actor, tool_set, instrument=found, items=items)
        messages.success(request, _("Butir dihapus."))
    return redirect("instruments:instrument", request.lsp.slug, pk, which)


@staff_page("toolset.write")
@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: ActorRequest, pk: UUID, which: UUID) -> HttpResponse:
    """Many items at once from spreadsheet cells or a file; rows that cannot be taken are named."""
    tool_set, found = _fetch_instrument(request, pk, which)
    here = redirect("instruments:instrument", request.lsp.slug, pk, which)
    if request.method != "POST":
        return here
    form = PasteForm(request.POST, request.FILES, auto_id="tempel_%s")
    read = _read(form, tool_set, found) if form.is_valid() else None
    if read is None:
        return _instrument_page(request, tool_set, found, pasting=form, status=400)
    slips = [{"row": slip.row, "cell": slip.cell, "sentence": texts.SLIPS[slip.problem]} for slip in read.slips]
    if not read.items:
        return _instrument_page(request, tool_set, found, pasting=form, slips=slips, status=400)
    items = read.items if form.cleaned_data["replace"] else [*_items_now(found), *read.items]
    try:
        save_instrument(request.actor, tool_set, instrument=found, items=items)
    except Refused as error:
        return _instrument_page(request, tool_set, found, pasting=form, refused=reasons(error.refusals), status=409)
    count = len(read.items)
    messages.success(request, ngettext("%(n)d butir ditambahkan.", "%(n)d butir ditambahkan.", count) % {"n": count})
    return _instrument_page(request, tool_set, found, slips=slips) if slips else here


def _read(form: PasteForm, tool_set: ToolSet, found: Instrument) -> Pasted | None:
    """What the form holds; None when its file cannot be opened (said beside the field)."""
    data = form.cleaned_data
    try:
        rows = rows_of_file(data["file"].read(), data["file"].name) if data["file"] else rows_of_text(data["cells"])
    except Unreadable:
        form.add_error("file", _("Berkas ini tidak terbaca sebagai lembar kerja."))
        return None
    addresses = addresses_of(structure(tool_set.scheme_version))
    return read_items(rows, addresses, choice=found.code == InstrumentCode.CHOICE)


@staff_page("toolset.write")
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: ActorRequest, pk: UUID, which: UUID) -> HttpResponse:
    tool_set, found = _fetch_instrument(request, pk, which)
    if request.method != "POST":
        return redirect("instruments:instrument", request.lsp.slug, pk, which)
    remove_instrument(request.actor, tool_set, instrument=found)
    messages.success(request, _("Instrumen dihapus dari MUK."))
    return redirect("instruments:tool_set", request.lsp.slug, pk)
