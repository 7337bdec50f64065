"""The road of a case, one function per stretch. Each walks the doors that a person would."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cache
from uuid import UUID

import typst
from django.utils import timezone

from jamstac.applications import drafts
from jamstac.applications.actions import (
    accept_application,
    reject_application,
    return_application,
    submit_application,
)
from jamstac.applications.models import Application, ApplicationDraft
from jamstac.applications.selectors import elements_of, evidence_of, requirements_of
from jamstac.applications.states import Answer, Purpose
from jamstac.applications.texts import ACCEPTANCE, REJECTION, STATEMENT
from jamstac.assessment.actions import (
    acknowledge,
    add_evidence,
    agree,
    check_identity,
    mark_evidence,
    mark_taking,
    open_assessment,
    plan_case,
    propose_agreement,
    recommend,
    review_self_assessment,
)
from jamstac.assessment.actions.minutes import draw_up_minutes, sign_event_minutes
from jamstac.assessment.actions.reporting import review_process, sign_report
from jamstac.assessment.adjustments import CHARACTERISTICS, Fit, Said
from jamstac.assessment.drafts import save_mark
from jamstac.assessment.models import Assessment, Taking
from jamstac.assessment.selectors import criteria_of
from jamstac.assessment.states import (
    BY_PRINCIPLE,
    Dimension,
    EvidenceKind,
    FollowUp,
    IdentityDocument,
    Method,
    Principle,
    ReviewAspect,
)
from jamstac.assessment.takings import ItemMark, Vatm, items_of, right_option
from jamstac.certification.actions import (
    close_meeting,
    confirm_presence,
    decide,
    issue_certificate,
    open_meeting,
    sign_decree,
    sign_minutes,
    table_case,
)
from jamstac.certification.models import Decision, Meeting
from jamstac.certification.states import Outcome
from jamstac.documents.facts import Statement
from jamstac.documents.files import keep
from jamstac.documents.models import StoredFile
from jamstac.events.actions import (
    add_candidate,
    check_in,
    close_attendance,
    declare_relations,
    mark_absent,
    plan_event,
    sign_assignment_letter,
    sign_attendance,
)
from jamstac.events.models import Event, EventCandidate
from jamstac.fees.selectors import price_on
from jamstac.impartiality.selectors import Disclosure
from jamstac.impartiality.texts import DECLARATION
from jamstac.instruments.states import Potential
from jamstac.people.actions import record_relation
from jamstac.people.states import RelationKind
from jamstac.portal.demo.cast import CANDIDATES, Member, biodata
from jamstac.portal.demo.office import SIGNED_BY_STAFF, Office
from jamstac.schemes.models import SchemeVersion
from jamstac.venues.models import Venue

SIGNED_BY_SELF = Statement(STATEMENT, agreed=True)
DECIDERS = ("hendra", "ratna", "yusuf")
ASSESSOR = "budi"
VENUE_HEAD = "tari"


@dataclass
class Cases:
    """The demo's cases by the key of their candidate."""

    office: Office
    version: SchemeVersion
    venue: Venue
    applications: dict[str, Application] = field(default_factory=dict)
    assessments: dict[str, Assessment] = field(default_factory=dict)

    def member(self, key: str) -> Member:
        return next(member for member in CANDIDATES if member.key == key)

    # ------------------------------------------------------------ application

    def draft(self, key: str, *, whole: bool = True) -> ApplicationDraft:
        """FR.APL.01 and FR.APL.02 filled; without `whole` the applicant stopped at the evidence."""
        if key not in self.office.persons:
            self.office.enter(self.member(key))
        person = self.office.persons[key]
        draft = drafts.start(person, self.version)
        price = price_on(self.version.scheme_id, timezone.localdate())
        with drafts.writing(person.pk, draft.pk) as working:
            drafts.keep_biodata(working, biodata(self.member(key)))
            drafts.keep_purpose(working, Purpose.CERTIFICATION)
            if not whole:
                return draft
            drafts.keep_acceptance(
                working,
                information=True,
                consent=True,
                price=None if price is None else price.amount,
                publication=True,
                documentation=True,
            )
            for requirement in requirements_of(self.version.pk):
                if requirement.alternative == 1:
                    drafts.add_file(working, self._paper(key, requirement.text), requirement)
            portfolio = drafts.add_file(working, self._paper(key, "Portofolio situs web"), None)
            for element in elements_of(self.version.pk):
                drafts.keep_answer(working, element.pk, answer=Answer.COMPETENT, text="Proyek situs Kedai Umpama")
                drafts.show_for_element(working, element.pk, {portfolio.pk})
        draft.refresh_from_db()
        return draft

    def _paper(self, key: str, title: str) -> StoredFile:
        person = self.office.persons[key]
        return keep(paper(title, person.name), f"{title[:40]}.pdf", self.office.body, person.account)

    def submit(self, *keys: str) -> None:
        for key in keys:
            draft = self.draft(key)
            self.applications[key] = submit_application(
                self.office.me(key), self.office.persons[key], draft=draft, statement=SIGNED_BY_SELF
            )

    def accept(self, *keys: str) -> None:
        for key in keys:
            application = self.applications[key]
            self.applications[key] = accept_application(
                self.office.staff("dewi"),
                application,
                findings=_all_met(application),
                note="",
                statement=Statement(ACCEPTANCE, agreed=True, reauthenticated=True),
            )

    def send_back(self, key: str) -> None:
        application = self.applications[key]
        findings = _all_met(application)
        findings[list(findings)[-1]] = (False, "Pas foto terlalu gelap, wajah tidak terlihat.")
        return_application(
            self.office.staff("dewi"), application, findings=findings, note="Tinggal pas foto yang perlu diganti."
        )

    def reject(self, key: str) -> None:
        reject_application(
            self.office.staff("dewi"),
            self.applications[key],
            note="Ijazah dan surat kerja tidak sesuai dengan bidang skema ini.",
            statement=Statement(REJECTION, agreed=True, reauthenticated=True),
        )

    # ------------------------------------------------------------ event and assessment

    def schedule(self, day: date, *keys: str, sign: bool = True) -> Event:
        manager = self.office.staff("maya")
        event = plan_event(
            manager,
            self.office.body,
            scheme_version=self.version,
            venue=self.venue,
            date=day,
            start_time=time(8),
            end_time=time(16),
        )
        for key in keys:
            add_candidate(manager, event, application=self.applications[key], assessor=self.office.persons[ASSESSOR])
        if sign:
            sign_assignment_letter(self.office.staff("surya"), event, statement=SIGNED_BY_STAFF)
            answers = {self.applications[key].pk: Disclosure(False) for key in keys}
            declare_relations(
                self.office.staff(ASSESSOR), event, answers=answers, statement=Statement(DECLARATION, True, True)
            )
        return event

    def conflict(self, key: str) -> None:
        """The assessor once employed `key`: recorded, so that the system finds it when the case is scheduled."""
        record_relation(
            self.office.staff("wulan"),
            self.office.persons[ASSESSOR],
            other=self.office.persons[key],
            kind=RelationKind.EMPLOYS,
            valid_from=timezone.localdate() - timedelta(days=300),
            note="Kedai Web Umpama, pekerjaan lepas",
        )

    def propose(self, *keys: str) -> None:
        """Opened by the assessor up to FR.AK.01, which waits for the asesi."""
        assessor = self.office.staff(ASSESSOR)
        for key in keys:
            candidate = EventCandidate.objects.get(application=self.applications[key])
            check_in(assessor, candidate)
            assessment = open_assessment(assessor, candidate)
            review_self_assessment(assessor, assessment, can_continue=True, note="", statement=SIGNED_BY_STAFF)
            check_identity(assessor, assessment, document=IdentityDocument.KTP)
            plan_case(
                assessor,
                assessment,
                potential=Potential.TRAINED_TRACEABLE,
                adjustments={each.number: Said(False) for each in CHARACTERISTICS},
                fit=Fit(),
                statement=SIGNED_BY_STAFF,
            )
            self.assessments[key] = propose_agreement(
                assessor,
                assessment,
                evidence_kinds=[EvidenceKind.OBSERVATION, EvidenceKind.QUESTIONS],
                statement=SIGNED_BY_STAFF,
            )

    def absent(self, key: str) -> None:
        """Did not come today: the case leaves the event and waits to be scheduled again."""
        candidate = EventCandidate.objects.get(application=self.applications[key])
        mark_absent(self.office.staff(ASSESSOR), candidate, reason="Sakit, memberi kabar pagi ini lewat telepon.")

    def agree(self, *keys: str) -> None:
        self.propose(*keys)
        for key in keys:
            self.assessments[key] = agree(self.office.me(key), self.assessments[key], statement=SIGNED_BY_SELF)

    def judge(self, key: str, *, unmet: int = 0, leave: int = 0) -> None:
        """Every KUK judged, but the last `leave`; the last `unmet` of the judged ones not met, confirmed."""
        assessment = self.assessments[key]
        rows = list(criteria_of(assessment).order_by("element__unit__position", "element__number", "position"))
        rows = rows[: len(rows) - leave]
        failing = {row.pk for row in rows[len(rows) - unmet :]}
        for row in rows:
            save_mark(
                assessment,
                row.pk,
                saved_at=timezone.now(),
                met=row.pk not in failing,
                note="Belum runtut, dua kali dicoba." if row.pk in failing else "",
                follow_up=FollowUp.CONFIRMED if row.pk in failing else FollowUp.NONE,
            )
        evidence = add_evidence(
            self.office.staff(ASSESSOR),
            assessment,
            method=Method.OBSERVATION,
            title="Pengamatan tugas praktik membuat situs",
            file=None,
            note="",
            criteria=[row.pk for row in rows],
        )
        mark_evidence(self.office.staff(ASSESSOR), evidence, valid=True, authentic=True, current=True, sufficient=True)

    def take_instruments(self, key: str) -> None:
        """Every planned form taken and marked, all met; written tests were taken on paper that day."""
        for taking in Taking.objects.filter(assessment=self.assessments[key]).select_related("instrument"):
            marks = {}
            for item in items_of(taking):
                right = right_option(item)
                marks[item.pk] = ItemMark(
                    True, answer=None if right else "Menjelaskan dengan runtut.", option=right.pk if right else None
                )
            mark_taking(
                self.office.staff(ASSESSOR),
                taking,
                marks=marks,
                vatm=Vatm(valid=True, authentic=True, current=True, sufficient=True),
            )

    def recommend(self, key: str, *, unmet: int = 0) -> None:
        self.judge(key, unmet=unmet)
        self.take_instruments(key)
        self.assessments[key] = recommend(
            self.office.staff(ASSESSOR),
            self.assessments[key],
            feedback="Bekerja runtut dan memeriksa hasilnya sendiri."
            if not unmet
            else "Struktur halaman sudah baik; penerbitan situs masih perlu dilatih.",
            follow_up="Ulangi asesmen untuk unit yang belum kompeten." if unmet else "",
            comment="Bukti memenuhi aturan bukti.",
            statement=SIGNED_BY_STAFF,
        )

    def finish(self, *keys: str, unmet: Collection[str] = ()) -> None:
        """Assessed in one go, up to the asesi's signature."""
        self.agree(*keys)
        for key in keys:
            self.recommend(key, unmet=2 if key in unmet else 0)
            self.assessments[key] = acknowledge(self.office.me(key), self.assessments[key], statement=SIGNED_BY_SELF)

    def close_day(self, key: str, *, by_head: bool = True) -> None:
        """Daftar hadir, berita acara (`by_head`: the ketua TUK signed both too), FR.AK.05 and FR.AK.06 of a day."""
        assessor, event = self.office.staff(ASSESSOR), self.assessments[key].event
        attendance = close_attendance(assessor, event, statement=SIGNED_BY_STAFF)
        minutes = draw_up_minutes(assessor, event, notes="", statement=SIGNED_BY_STAFF)
        if by_head:
            sign_attendance(self.office.staff(VENUE_HEAD), attendance, statement=SIGNED_BY_STAFF)
            sign_event_minutes(self.office.staff(VENUE_HEAD), minutes, statement=SIGNED_BY_STAFF)
        sign_report(
            assessor,
            event,
            aspects="Positif: alat lengkap dan jaringan lancar.",
            refusals="",
            improvement="Sediakan satu komputer cadangan.",
            note="",
            statement=SIGNED_BY_STAFF,
        )
        review_process(
            assessor,
            event,
            ticks={str(each): Principle.values if each in BY_PRINCIPLE else Dimension.values for each in ReviewAspect},
            principles="",
            dimensions="",
            note="Berjalan sesuai rencana.",
            statement=SIGNED_BY_STAFF,
        )

    # ------------------------------------------------------------ decision and certificate

    def meeting(self, *keys: str) -> Meeting:
        """A pleno of three with these cases on its table."""
        manager = self.office.staff("maya")
        members = [self.office.persons[key] for key in DECIDERS]
        meeting = open_meeting(
            manager,
            self.office.body,
            date=timezone.localdate(),
            time=time(13),
            place="Ruang rapat LSP Contoh",
            chair=members[0],
            members=members,
        )
        for key in keys:
            table_case(manager, meeting, assessment=self.assessments[key])
        return meeting

    def decide(self, *keys: str, not_yet: Collection[str] = ()) -> Meeting:
        """Everybody there, every case decided as recommended, minutes signed by all."""
        meeting = self.meeting(*keys)
        for key in DECIDERS:
            confirm_presence(self.office.staff(key), meeting)
        chair = self.office.staff(DECIDERS[0])
        for case in meeting.cases.select_related("assessment__application__person"):
            person_id = case.assessment.application.person_id
            outcome = Outcome.NOT_YET if person_id in self._ids(not_yet) else Outcome.COMPETENT
            reason = "Unit terakhir belum kompeten menurut bukti yang diperiksa." if outcome == Outcome.NOT_YET else ""
            decide(chair, case, outcome=outcome, reason=reason)
        meeting = close_meeting(chair, meeting, statement=SIGNED_BY_STAFF)
        for key in DECIDERS[1:]:
            sign_minutes(self.office.staff(key), meeting, statement=SIGNED_BY_STAFF)
        return meeting

    def _ids(self, keys: Collection[str]) -> set[UUID]:
        return {self.office.persons[key].pk for key in keys}

    def decree(self, meeting: Meeting) -> None:
        sign_decree(self.office.staff("surya"), meeting, statement=SIGNED_BY_STAFF)

    def issue(self, keys: Sequence[str]) -> None:
        decisions = Decision.objects.filter(
            meeting_case__assessment__application__in=[self.applications[key] for key in keys]
        )
        for decision in decisions:
            issue_certificate(self.office.staff("surya"), decision, statement=SIGNED_BY_STAFF)


def _all_met(application: Application) -> dict[UUID, tuple[bool, str]]:
    return {row.pk: (True, "") for row in evidence_of(application) if row.requirement_id}


@cache
def paper(title: str, name: str) -> bytes:
    """One page that says what it stands for."""
    source = (
        "#set page(width: 148mm, height: 105mm, margin: 12mm)\n#set text(size: 11pt)\n"
        "#text(size: 15pt, weight: 700, sys.inputs.title)\n\n#sys.inputs.name\n\n"
        "Berkas contoh untuk peragaan. Tidak berlaku."
    )
    return bytes(typst.compile(source.encode(), format="pdf", sys_inputs={"title": title, "name": name}))
