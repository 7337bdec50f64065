"""Who of my candidates of one event waits at which step, and what the door would say of each.

A row says what its own page says: the same policy, the same defaults. What asks for a judgement that only the page of
one case shows stands here without a tick, with the way there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from django import forms
from django.db.models import Count
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jamstac.applications.models import Application, ElementEvidence, SelfAssessment
from jamstac.applications.states import Answer
from jamstac.assessment import planning, selectors, takings
from jamstac.assessment.forms import RecommendationForm
from jamstac.assessment.grid import grid_of
from jamstac.assessment.models import Assessment, Taking, TakingItem
from jamstac.assessment.progress import Progress, progress_of
from jamstac.assessment.rules import (
    may_check_identity,
    may_mark,
    may_open,
    may_plan,
    may_propose,
    may_recommend,
    may_review,
    may_show_taking,
)
from jamstac.assessment.scope import granted_needs
from jamstac.assessment.states import AssessmentState, IdentityDocument, Result, TakingState
from jamstac.assessment.takings import ItemMark
from jamstac.assessment.views.assessor import evidence_kinds, today_of
from jamstac.assessment.views.steps import FIRST
from jamstac.events import day as event_day
from jamstac.events import day_rules
from jamstac.events.day import DayRow
from jamstac.events.models import Event, EventCandidate
from jamstac.events.selectors import candidates_of_assessor
from jamstac.events.states import EventState
from jamstac.instruments.states import InstrumentCode, Potential
from jamstac.people.pages import ActorRequest, role_reasons
from jamstac.ui.why import Reason, reasons


@dataclass
class Day:
    """My candidates of one event and how far each has come, read once."""

    request: ActorRequest
    event: Event
    sent: QueryDict
    """What was sent for the step that is shown again; empty for every other one."""

    @property
    def me(self) -> UUID | None:
        return self.request.actor.person_id

    @cached_property
    def today(self) -> date:
        return today_of(self.request)

    @cached_property
    def cases(self) -> list[Assessment]:
        rows = selectors.assessments_for(self.request.lsp.pk).filter(event=self.event, assessor_id=self.me)
        rows = rows.exclude(state=AssessmentState.RELEASED)  # one of `unopened` again
        return list(rows.order_by("application__number"))

    @cached_property
    def unopened(self) -> list[EventCandidate]:
        """Whom I may still open: on the day of a surat tugas."""
        if self.me is None or self.event.state != EventState.ASSIGNED or self.event.date != self.today:
            return []
        rows = candidates_of_assessor(self.request.lsp.pk, self.me).filter(event=self.event)
        rows = rows.select_related("assessor", "application__person", "event__body")
        opened = {case.application_id for case in self.cases}
        return [row for row in rows.order_by("application__number") if row.application_id not in opened]

    @cached_property
    def arrived(self) -> frozenset[UUID]:
        return event_day.arrived_at_events(self.request.lsp.pk, {self.event.pk}) if self.unopened else frozenset()

    @cached_property
    def progress(self) -> dict[UUID, Progress]:
        return progress_of(self.cases)

    @cached_property
    def proposed(self) -> frozenset[UUID]:
        """Cases whose FR.AK.01 lies before the candidate."""
        return selectors.proposed_among(self.cases)

    def at(self, state: AssessmentState) -> Iterator[Assessment]:
        return (case for case in self.cases if case.state == state)

    def papers(self, codes: tuple[InstrumentCode, ...], state: TakingState) -> Iterator[Taking]:
        """Planned forms of the cases under assessment that stand at `state`."""
        for case in self.at(AssessmentState.AGREED):
            for step in self.progress[case.pk].steps:
                if step.taking is not None and step.code in codes and step.taking.state == state:
                    step.taking.assessment = case
                    yield step.taking

    def url(self, name: str, *ids: UUID, anchor: str = "") -> str:
        return reverse(name, args=[self.request.lsp.slug, *ids]) + anchor

    def page_of(self, case: Assessment, anchor: str = "") -> str:
        return self.url("assessment:assessment", case.pk, anchor=anchor)

    def page_of_paper(self, paper: Taking) -> str:
        return self.url("assessment:taking", paper.assessment_id, paper.pk)


@dataclass
class Row:
    """One candidate, or one paper of a candidate, at one step. `href` is the page of that one."""

    subject: EventCandidate | Assessment | Taking
    href: str
    what: str = ""
    fact: str = ""
    careful: str = ""
    """Why it is not ticked beforehand."""
    alone: str = ""
    """Why it is done on its own page only."""
    why: list[Reason] = field(default_factory=list)
    """What the door would say now."""
    form: forms.ModelForm[Assessment] | None = None
    result: str = ""
    ticked: bool = False

    @property
    def key(self) -> str:
        return str(self.subject.pk)

    @property
    def application(self) -> Application:
        return self.subject.assessment.application if isinstance(self.subject, Taking) else self.subject.application

    @property
    def name(self) -> str:
        return self.application.name

    @property
    def can_tick(self) -> bool:
        return not self.why and not self.alone


def arriving(day: Day) -> list[Row]:
    """What stands in the way of noting one stands in the way of all."""
    waiting = [row for row in day.unopened if row.application_id not in day.arrived]
    if not waiting:
        return []
    now, first = timezone.now(), waiting[0]
    here = DayRow(first.application, first.assessor, first, None)
    facts = event_day.check_in_facts(here, day.event, day.me, day.request.roles, arrived_at=now, now=now)
    why = [*role_reasons("event.check_in", day.request.roles), *reasons(day_rules.may_check_in(facts))]
    page = day.url("events:day", day.event.pk)
    return [Row(row, page, why=why) for row in waiting]


def opening(day: Day) -> list[Row]:
    page = day.url("events:day", day.event.pk)
    waiting = [row for row in day.unopened if row.application_id in day.arrived]
    facts = selectors.opening_facts_of(waiting, day.me, day.today)
    return [Row(row, page, why=reasons(may_open(facts[row.pk]))) for row in waiting]


def reviewing(day: Day) -> list[Row]:
    waiting = [case for case in day.at(AssessmentState.OPENED) if case.self_assessment_ok is not True]
    doubts = _doubts([case.application_id for case in waiting])
    return [
        Row(
            case,
            day.page_of(case, "#tinjau"),
            careful=_("Anda menyatakan tidak dapat dilanjutkan.")
            if case.self_assessment_ok is False
            else doubts.get(case.application_id, ""),
            why=reasons(may_review(selectors.self_assessment_facts(case, day.me, day.today))),
        )
        for case in waiting
    ]


def _doubts(applications: list[UUID]) -> dict[UUID, str]:
    """What in FR.APL.02 asks for a look before the tick, by application. Two queries."""
    links = ElementEvidence.objects.filter(evidence__application__in=applications, evidence__removed=False)
    shown = set(links.values_list("evidence__application_id", "element_id"))
    not_yet: Counter[UUID] = Counter()
    bare: Counter[UUID] = Counter()
    for answer in SelfAssessment.objects.filter(application__in=applications):
        if answer.answer == Answer.NOT_YET:
            not_yet[answer.application_id] += 1
        elif (answer.application_id, answer.element_id) not in shown and not answer.evidence_text.strip():
            bare[answer.application_id] += 1
    found: dict[UUID, list[str]] = {}
    for pk, n in not_yet.items():
        found.setdefault(pk, []).append(ngettext("BK pada %(n)d elemen.", "BK pada %(n)d elemen.", n) % {"n": n})
    for pk, n in bare.items():
        told = ngettext("K tanpa bukti pada %(n)d elemen.", "K tanpa bukti pada %(n)d elemen.", n)
        found.setdefault(pk, []).append(told % {"n": n})
    return {pk: " ".join([*said, _("Baca dulu, lalu centang sendiri.")]) for pk, said in found.items()}


def identifying(day: Day) -> list[Row]:
    return [
        Row(
            case,
            day.page_of(case, "#identitas"),
            fact=_born(case.application),
            why=reasons(may_check_identity(selectors.identity_facts(case, day.me, day.today, IdentityDocument.KTP))),
        )
        for state in (AssessmentState.OPENED, AssessmentState.AGREED)
        for case in day.at(state)
        if case.identity_checked_at is None
    ]


def _born(application: Application) -> str:
    if application.birth_date is None:
        return ""
    day = date_format(application.birth_date, "j F Y")
    return _("Lahir di %(place)s, %(day)s") % {"place": application.birth_place, "day": day}


def making_plans(day: Day) -> list[Row]:
    """A granted special need is planned alone: what was promised is read and written there (HR-33)."""
    potential = day.sent.get("potensi", "")
    asked = potential if potential in Potential.values else Potential.TRAINED_TRACEABLE
    rows, materials = [], planning.Materials()
    for case in day.at(AssessmentState.OPENED):
        if case.self_assessment_ok is not True or case.potential:
            continue
        row = Row(case, day.url("assessment:plan", case.pk))
        if granted_needs(case):
            row.alone = _("Punya kebutuhan khusus: rencananya dibuat sendiri.")
        else:
            said = planning.proposed_adjustments(case)
            facts = planning.plan_facts(case, day.me, day.today, potential=asked, adjustments=said, materials=materials)
            row.why = reasons(may_plan(facts))
        rows.append(row)
    return rows


def proposing(day: Day) -> list[Row]:
    rows = []
    for case in day.at(AssessmentState.OPENED):
        if case.self_assessment_ok is True and case.potential and case.pk not in day.proposed:
            kinds = evidence_kinds(day.progress[case.pk])
            facts = selectors.proposal_facts(case, day.me, day.today, len(kinds))
            rows.append(Row(case, day.page_of(case, "#persetujuan"), why=reasons(may_propose(facts))))
    return rows


def _title(paper: Taking) -> str:
    return f"FR.{paper.instrument.code} {paper.instrument.title}"


def beginning(day: Day) -> list[Row]:
    return [
        Row(
            paper,
            day.page_of_paper(paper),
            what=_title(paper),
            fact=_("%(n)d menit") % {"n": paper.minutes} if paper.minutes else "",
            why=reasons(may_show_taking(takings.taking_facts(paper, day.me, day.today))),
        )
        for paper in day.papers(FIRST, TakingState.PLANNED)
    ]


def finishing(day: Day) -> list[Row]:
    """A task with lines to mark is marked on its own page."""
    papers = list(day.papers(FIRST, TakingState.STARTED))
    lines = TakingItem.objects.filter(taking__in=papers).values("taking_id").annotate(n=Count("id")).order_by()
    count = {line["taking_id"]: line["n"] for line in lines}
    rows = []
    for paper in papers:
        row = Row(paper, day.page_of_paper(paper), what=_title(paper))
        if paper.ends_at is not None:
            row.fact = _("Selesai paling lambat %(at)s") % {"at": timezone.localtime(paper.ends_at).strftime("%H.%M")}
        if paper.pk in count:
            row.alone = _("%(n)d butirnya Anda nilai sendiri.") % {"n": count[paper.pk]}
        else:
            row.why = reasons(may_mark(takings.mark_facts(paper, [], {}, paper.product, day.me, day.today)))
        rows.append(row)
    return rows


def marking(day: Day) -> list[Row]:
    """Choices that were handed in, as their key proposes; what was not answered is the assessor's to judge (HR-40)."""
    rows = []
    for paper in day.papers((InstrumentCode.CHOICE,), TakingState.SUBMITTED):
        items = takings.items_of(paper)
        marks = marks_by_key(items)
        right = sum(each.met is True for each in marks.values())
        unsaid = sum(each.met is None for each in marks.values())
        said = {"right": right, "all": len(items)}
        row = Row(paper, day.page_of_paper(paper), what=_title(paper))
        row.fact = _("%(right)d dari %(all)d benar menurut kunci") % said
        if unsaid:
            row.alone = _("%(n)d butir tidak dijawab: nilailah sendiri.") % {"n": unsaid}
        else:
            row.why = reasons(may_mark(takings.mark_facts(paper, items, marks, paper.product, day.me, day.today)))
        rows.append(row)
    return rows


def marks_by_key(items: list[TakingItem]) -> dict[UUID, ItemMark]:
    return {item.pk: ItemMark(takings.shown_mark(item, by_key=True)) for item in items}


def recommending(day: Day) -> list[Row]:
    """Cases with every KUK judged and every instrument taken."""
    rows = []
    for case in day.at(AssessmentState.AGREED):
        progress = day.progress[case.pk]
        if progress.open or progress.judged < progress.total:
            continue
        whole = grid_of(case)
        competent = sum(unit.result == Result.COMPETENT for unit in whole.units)
        row = Row(case, day.url("assessment:recommendation", case.pk), result=str(whole.result))
        row.fact = _("%(k)d dari %(all)d unit K") % {"k": competent, "all": len(whole.units)}
        row.why = reasons(may_recommend(selectors.recommendation_facts(case, whole, day.me, day.today)))
        row.form = RecommendationForm(day.sent or None, prefix=str(case.pk))
        rows.append(row)
    return rows
