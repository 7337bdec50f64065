"""Which tool set is in force, what a candidate of a potensi takes, and who may see questions and keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from uuid import UUID

from django.db.models import Q, QuerySet

from jamstac.assessors.selectors import assessor_facts, assessors_for
from jamstac.instruments.facts import ToolFacts
from jamstac.instruments.models import Instrument, Item, ItemOption, MapCell, ToolSet, ToolSetAuthor
from jamstac.instruments.selectors.coverage import coverage_of, groups_of
from jamstac.instruments.states import WITHOUT_FORM, InstrumentCode, ToolSetState
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment, Person
from jamstac.people.states import Function
from jamstac.schemes.selectors import structure

WORKS_ON_EVERY_SET = frozenset({Function.CERTIFICATION_MANAGER, Function.SCHEME_COMMITTEE})


@dataclass(frozen=True)
class DrawnItem:
    """One question of a candidate's paper. No key and no mark of the right option: safe for any page."""

    id: UUID
    number: int
    section: str
    text: str
    options: tuple[DrawnOption, ...]


@dataclass(frozen=True)
class DrawnOption:
    """`letter` is the one on this paper, not the one on FR.IA.05A."""

    id: UUID
    letter: str
    text: str


def tool_set_on(scheme_version_id: UUID, day: date) -> ToolSet | None:
    """The released MUK of a scheme version in force on `day`. One query."""
    rows = ToolSet.objects.filter(in_force(day), scheme_version_id=scheme_version_id, state=ToolSetState.RELEASED)
    return rows.first()


def tool_facts(scheme_version_id: UUID, day: date) -> ToolFacts:
    """HR-25 for an event or assessment on `day`. Eleven queries at most."""
    tool_set = tool_set_on(scheme_version_id, day)
    return ToolFacts(
        day=day,
        tool_set_released=tool_set is not None,
        coverage_complete=tool_set is not None and coverage_of(tool_set).complete,
    )


def tool_sets_for(body_id: UUID) -> QuerySet[ToolSet]:
    """The MUK of the LSP with scheme, author and validator; newest version of each scheme first."""
    rows = ToolSet.objects.filter(body_id=body_id).select_related(
        "scheme_version__scheme", "author", "validator", "released_by"
    )
    return rows.order_by("scheme_version__scheme__title", "-scheme_version__version", "-version")


def instruments_for(tool_set: ToolSet, potential: str) -> list[tuple[str, str, Instrument | None]]:
    """What asesi of a potensi take: (code, kelompok pekerjaan, form), by FR.MAPA.02. FR.IA.01, FR.IA.08 and FR.IA.10
    have no form and come once per group; a form for the whole scheme comes once, with group "". Five queries."""
    cells = set(MapCell.objects.filter(tool_set=tool_set, potential=potential).values_list("group", "instrument"))
    groups = groups_of(structure(tool_set.scheme_version))
    by_place: dict[tuple[str, str], list[Instrument]] = {}
    for instrument in Instrument.objects.filter(tool_set=tool_set).order_by("position"):
        by_place.setdefault((instrument.group, instrument.code), []).append(instrument)
    found: dict[tuple[str, str, UUID | None], tuple[str, str, Instrument | None]] = {}
    for code in InstrumentCode:
        for group in groups:
            if (group, code) not in cells:
                continue
            if code in WITHOUT_FORM:
                found[code, group, None] = (code.value, group, None)
                continue
            for instrument in by_place.get((group, code)) or by_place.get(("", code), []):
                found[code, instrument.group, instrument.pk] = (code.value, instrument.group, instrument)
    return list(found.values())


def instrument_items(instrument: Instrument, seed: str) -> list[DrawnItem]:
    """The paper of one candidate: `draw` of the items, in an order of its own, options shuffled too. The same seed
    gives the same paper. Items that nobody draws from keep their written order. Two queries."""
    items = list(Item.objects.filter(instrument=instrument).order_by("position").prefetch_related("options"))
    chance = Random(f"{seed}:{instrument.pk}")  # noqa: S311 - an order on paper, no secret rests on it
    if instrument.draw is not None:
        items = chance.sample(items, min(instrument.draw, len(items)))
    return [
        DrawnItem(item.pk, number, item.section, item.text, _options(list(item.options.all()), chance))
        for number, item in enumerate(items, start=1)
    ]


def _options(options: list[ItemOption], chance: Random) -> tuple[DrawnOption, ...]:
    chance.shuffle(options)
    letters = "ABCDEFGHIJ"
    return tuple(DrawnOption(row.pk, letter, row.text) for letter, row in zip(letters, options, strict=False))


def validator_is_competent(person_id: UUID, scheme_id: UUID, day: date) -> bool:
    """An assessor appointed, certified and authorised for the scheme, or a member of the scheme committee."""
    facts = assessor_facts(person_id, scheme_id, day)
    if facts.assessor_appointed and facts.assessor_certificate_valid and facts.assessor_authorised:
        return True
    return holds(person_id, day, frozenset({Function.SCHEME_COMMITTEE}))


def validators_for(body_id: UUID, scheme_id: UUID, day: date) -> list[Person]:
    """Who may validate a MUK of the scheme on `day`, by name. Two queries."""
    committee = Appointment.objects.filter(in_force(day), body_id=body_id, function=Function.SCHEME_COMMITTEE)
    found = {person.pk: person for person in assessors_for(body_id, scheme_id, day)}
    found |= {person.pk: person for person in Person.objects.filter(pk__in=committee.values("person"))}
    return sorted(found.values(), key=lambda person: person.name)


def holds(person_id: UUID, day: date, functions: frozenset[str]) -> bool:
    return Appointment.objects.filter(in_force(day), person_id=person_id, function__in=functions).exists()


def wrote(tool_set: ToolSet, person_id: UUID) -> bool:
    return ToolSetAuthor.objects.filter(tool_set=tool_set, person_id=person_id).exists()


def writes_for(scheme_id: UUID, person_id: UUID, day: date) -> bool:
    """Whether a person may write a MUK of the scheme: manajer sertifikasi, komite skema, authorised assessor."""
    return holds(person_id, day, WORKS_ON_EVERY_SET) or assessor_facts(person_id, scheme_id, day).assessor_authorised


def may_write_on(tool_set: ToolSet, person_id: UUID, day: date) -> bool:
    return wrote(tool_set, person_id) or writes_for(tool_set.scheme_version.scheme_id, person_id, day)


def may_read_items(tool_set: ToolSet, person_id: UUID, day: date) -> bool:
    """Need to know (MUK-04): its authors and validator always; who may write it until it is released. An assessor of
    an opened case reads the items of that case on its own page."""
    if wrote(tool_set, person_id) or tool_set.validator_id == person_id:
        return True
    if tool_set.state == ToolSetState.RELEASED:
        return False
    if holds(person_id, day, WORKS_ON_EVERY_SET):
        return True
    return tool_set.state == ToolSetState.DRAFT and may_write_on(tool_set, person_id, day)


def known_to(person_id: UUID) -> Q:
    """Tool sets that a person wrote or validates."""
    return Q(authors__person_id=person_id) | Q(validator_id=person_id)
