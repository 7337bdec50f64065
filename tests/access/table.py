"""Which record each URL is asked with, and for whom that record exists. A URL without a row fails the matrix.

`page("pk=draft.lestari", only="lestari")`: arguments by their names in the world (or `=literal`); `only` names
the members for whom the record exists (none named: everybody with the role); `get` is what an allowed GET answers
where the address is an act (back to its record: 302, or 405); `others` what somebody with the role reads about
a record that is not theirs.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from jamstac.applications.models import ApplicationDraft, ApplicationEvidence, DraftEvidence
from jamstac.assessment.models import Evidence, PlannedInstrument, Taking
from jamstac.documents import uploads
from jamstac.documents.models import Sheet
from jamstac.events.actions import search_conflicts
from jamstac.events.models import Event
from jamstac.impartiality.models import Conflict
from jamstac.instruments.states import InstrumentCode
from jamstac.ledger.models import Job
from jamstac.messaging.models import Delivery
from jamstac.people.actions import record_relation
from jamstac.people.models import Appointment, Consent, Relation
from jamstac.people.states import RelationKind
from jamstac.schemes.models import Requirement
from tests.world.base import World, ago


@dataclass(frozen=True)
class Page:
    """`arguments`: URL argument → name in the world, or a literal after `=`."""

    arguments: dict[str, str]
    only: frozenset[str]
    get: int
    others: int


def page(arguments: str = "", *, only: str = "", get: int = 200, others: int = 404) -> Page:
    pairs = dict(each.split("=", 1) for each in arguments.split())
    return Page(pairs, frozenset(only.split()), get, others)


def _conflict(world: World) -> Conflict:
    """budi and dimas, found since dimas entered the event of next week."""
    record_relation(
        world.actor("wulan"),
        world.person("budi"),
        other=world.person("dimas"),
        kind=RelationKind.EMPLOYS,
        valid_from=ago(30),
    )
    search_conflicts(world.actor("maya"), world.get(Event, "event.planned"))
    return Conflict.objects.get(other=world.person("dimas"))


def ids_of(world: World) -> dict[str, UUID]:
    """The world's names, and those that only the matrix needs."""
    conflict = _conflict(world)
    draft = world.get(ApplicationDraft, "draft.lestari")
    shutil.rmtree(settings.UPLOAD_ROOT, ignore_errors=True)  # no roll-back takes files away
    upload, _verdict = uploads.begin(world.body, world.account("sari"), name="praktik.mp4", size=9, mark="")
    assert upload is not None
    return {
        **world.ids,
        "conflict": conflict.pk,
        "relation": Relation.objects.get(kind=RelationKind.EMPLOYS).pk,
        "appointment.dewi": Appointment.objects.get(person=world.person("dewi")).pk,
        "test.intan": Taking.objects.get(
            assessment_id=world.ids["assessment.intan"], instrument__code=InstrumentCode.CHOICE
        ).pk,
        "delivery": Delivery.objects.order_by("pk").values_list("pk", flat=True)[0],
        "job": Job.objects.order_by("pk").values_list("pk", flat=True)[0],
        "requirement": Requirement.objects.filter(version_id=world.ids["version"]).values_list("pk", flat=True)[0],
        "draft_evidence.lestari": DraftEvidence.objects.filter(draft=draft).values_list("pk", flat=True)[0],
        "consent.sari": Consent.objects.filter(person=world.person("sari")).order_by("pk")[0].pk,
        "evidence.sari": Evidence.objects.filter(assessment_id=world.ids["assessment.sari"]).order_by("pk")[0].pk,
        "planned.intan": PlannedInstrument.objects.filter(assessment_id=world.ids["assessment.intan"])[0].pk,
        "taking.intan": Taking.objects.get(assessment_id=world.ids["assessment.intan"], instrument__code="IA.02").pk,
        "sheet.sari": Sheet.objects.filter(case=world.ids["application.sari"]).order_by("pk")[0].pk,
        "upload.sari": upload.pk,
        "file.sari": ApplicationEvidence.objects.filter(application_id=world.ids["application.sari"])[0].file_id,
    }


NOBODY = "01900000-0000-7000-8000-000000000000"
"""An id of nothing."""
SARI, LESTARI = "pk=application.sari", "pk=draft.lestari"
ASSESSED, INTAN = "pk=assessment.sari", "pk=assessment.intan"
BUDI = "budi"
ON_THE_DAY = "budi dewi tari maya surya wulan agus"
"""Who opens the day page of an event: not the assessor and the verifikator who were sent elsewhere."""
TOOLS, CHOICES = "pk=toolset", "which=instrument.IA.05"
KNOW_TOOLS = "budi rina"
"""Who wrote and who validated the MUK."""
READERS_OF_SARI = "sari budi dewi maya surya wulan agus hendra ratna yusuf"

TABLE: dict[str, Page] = {
    "portal:landing": page(),
    "portal:start": page(get=302),
    "portal:join": page("slug==cth", get=405),
    "portal:mail": page(get=404),
    "portal:slip": page(),
    "portal:slip-link": page("code==7KQ2M9XWPDH4TRV"),
    "portal:slip-password": page(get=302),
    "portal:home": page(),
    "portal:mine": page(),
    "portal:messages": page(),
    "portal:messages-read": page(get=405),
    "portal:channels": page(),
    "portal:whatsapp-hook": page("slug==cth", get=404),
    "portal:ledger": page(),
    "portal:job-retry": page("pk=job", get=405),
    "portal:setup": page(),
    "portal:setup-profile": page(),
    "portal:setup-licence": page(),
    "portal:setup-annex-end": page("pk=annex"),
    "portal:setup-people": page(),
    "portal:setup-person": page("pk=person.dewi"),
    "portal:setup-person-link": page("pk=person.dewi", get=405),
    "portal:setup-appointment-end": page("pk=appointment.dewi"),
    "portal:setup-pacts": page(),
    "portal:assessors": page(),
    "portal:assessor": page("pk=person.budi"),
    "assessors:pacts": page(),
    "assessors:sign": page("pk=pact.integrity", get=302),
    "impartiality:conflicts": page(),
    "impartiality:conflict": page("pk=conflict"),
    "impartiality:propose": page("pk=conflict", get=405),
    "impartiality:confirm": page("pk=conflict", get=405),
    "impartiality:relations": page(),
    "impartiality:import": page(get=405),
    "impartiality:end": page("pk=relation"),
    "portal:setup-authorisation-end": page("pk=authorisation.budi"),
    "portal:setup-venues": page(),
    "portal:setup-venue": page("pk=venue"),
    "portal:setup-numbering": page(),
    "portal:setup-number": page("purpose==certificate"),
    "portal:setup-editions": page(),
    "portal:setup-parameters": page(),
    "portal:setup-parameter": page("key==pleno_quorum"),
    "portal:setup-messages": page(),
    "portal:setup-message": page("key==turn.staff"),
    "portal:setup-message-restored": page("key==turn.staff", get=405),
    "portal:setup-whatsapp": page(),
    "portal:setup-whatsapp-off": page(get=405),
    "portal:setup-deliveries": page(),
    "portal:setup-delivery-again": page("pk=delivery", get=405),
    "portal:setup-schemes": page(),
    "portal:setup-scheme": page("pk=version"),
    "certification:waiting": page(),
    "certification:correct": page("pk=assessment.intan"),
    "certification:committee": page("pk=meeting.open", get=302),
    "certification:decide_many": page("pk=meeting.open", get=302),
    "assessment:release": page("event=event"),
    "assessment:reports": page(),
    "assessment:report": page("event=event", only="budi"),
    "assessment:process_review": page("event=event", only="budi"),
    "assessment:test": page("pk=test.intan", only="intan"),
    "assessment:test_begin": page("pk=test.intan", only="intan", get=405),
    "assessment:test_answer": page("pk=test.intan", only="intan", get=405),
    "assessment:test_finish": page("pk=test.intan", only="intan", get=405),
    "assurance:give": page("application=application.sari", only="sari"),
    "assurance:summary": page(),
    "assurance:about_me": page(),
    "appeals:mine": page("application=application.galih", only="galih"),
    "appeals:list": page(),
    "registry:check": page(),
    "registry:result": page(get=302),
    "registry:report": page(get=302),
    "ui:gallery": page(),
    "ui:language": page(get=302),
    "documents:sheet": page("pk=sheet.sari", only=READERS_OF_SARI, get=202),
    "documents:paper": page("pk=paper.sari", only=READERS_OF_SARI),
    "documents:uploads": page(),
    "documents:upload": page("pk=upload.sari", only="sari"),
    "documents:file": page("pk=file.sari", only=READERS_OF_SARI),
    "applications:schemes": page(),
    "applications:start": page("version=version", get=405),
    "applications:draft": page(LESTARI, only="lestari", get=302),
    "applications:draft_biodata": page(LESTARI, only="lestari"),
    "applications:draft_scheme": page(LESTARI, only="lestari"),
    "applications:draft_evidence": page(LESTARI, only="lestari"),
    "applications:draft_upload": page(f"{LESTARI} requirement=requirement", only="lestari", get=302),
    "applications:draft_remove": page(f"{LESTARI} evidence=draft_evidence.lestari", only="lestari", get=302),
    "applications:draft_answers": page(LESTARI, only="lestari"),
    "applications:draft_accept": page(LESTARI, only="lestari", get=302),
    "applications:draft_send": page(LESTARI, only="lestari"),
    "applications:draft_guardian": page(LESTARI, only="lestari"),
    "applications:draft_guardian_paper": page(LESTARI, only="lestari", get=302),
    "applications:draft_guardian_blank": page(LESTARI, only="lestari"),
    "applications:draft_needs": page(LESTARI, only="lestari"),
    "applications:guardian": page("token==tidak-dikenal", get=404),
    "applications:minors": page(),
    "applications:minor": page("pk=draft.belia"),
    "applications:minor_blank": page("pk=draft.belia"),
    "applications:guardian_settle": page("pk=guardian.rara", get=405),
    "applications:needs": page("pk=application.wayan", only="dewi maya"),
    "applications:need": page("pk=application.wayan need=need.wayan", get=302),
    "applications:consents": page(),
    "applications:consent": page("pk=consent.sari", get=405),
    "applications:again": page("pk=application.galih", only="galih"),
    "applications:mine": page(SARI, only="sari"),
    "applications:accept_many": page(get=302),
    "applications:draft_checked": page("pk=draft.lestari", only="lestari", get=302),
    "applications:batches": page(),
    "applications:batch_new": page(),
    "applications:followed": page(),
    "applications:batch": page("pk=batch"),
    "applications:batch_change": page("pk=batch"),
    "applications:batch_csv": page("pk=batch"),
    "applications:batch_slips": page("pk=batch", get=405),
    "applications:batch_import": page("batch=batch"),
    "applications:batch_files": page("pk=batch"),
    "applications:batch_file_drop": page("pk=batch waiting=member.oka", get=405),
    "applications:member_remove": page("pk=batch member=member.oka", get=405),
    "applications:slip": page("pk=person.oka"),
    "applications:import_upload": page(),
    "applications:import": page("pk=import"),
    "applications:import_enter": page("pk=import", get=405),
    "applications:import_refused": page("pk=import"),
    "applications:import_forget": page("pk=import", get=405),
    "applications:blanks": page(),
    "applications:blank": page("code==FR.AK.01"),
    "applications:case_file": page(SARI, only=READERS_OF_SARI),
    "applications:whole_file": page(SARI, only=READERS_OF_SARI),
    "applications:paper": page(SARI, only=READERS_OF_SARI),
    "applications:paper_settle": page("pk=paper.sari", get=405),
    "applications:list": page(),
    "applications:review": page(SARI, only=READERS_OF_SARI),
    "applications:finding": page("pk=application.ayu", get=302),
    "applications:accept": page("pk=application.ayu", get=302),
    "applications:return": page("pk=application.ayu", get=302),
    "applications:reject": page("pk=application.ayu", get=302),
    "instruments:list": page(),
    "instruments:draft": page("version=version", get=302),
    "instruments:tool_set": page(TOOLS),
    "instruments:plan": page(TOOLS),
    "instruments:map": page(TOOLS),
    "instruments:coverage": page(TOOLS),
    "instruments:send": page(TOOLS, get=302),
    "instruments:return": page(TOOLS, get=302),
    "instruments:release": page(TOOLS, get=302),
    "instruments:end": page(TOOLS, get=302),
    "instruments:validate": page(TOOLS),
    "instruments:add_instrument": page(TOOLS, only=KNOW_TOOLS),
    "instruments:instrument": page(f"{TOOLS} {CHOICES}", only=KNOW_TOOLS),
    "instruments:paste": page(f"{TOOLS} {CHOICES}", only=KNOW_TOOLS, get=302),
    "instruments:remove_instrument": page(f"{TOOLS} {CHOICES}", only=KNOW_TOOLS, get=302),
    "instruments:item": page(f"{TOOLS} {CHOICES} position==1", only=KNOW_TOOLS),
    "instruments:item_remove": page(f"{TOOLS} {CHOICES} position==1", only=KNOW_TOOLS, get=302),
    "instruments:validation": page("pk=validation"),
    "instruments:sign_validation": page("pk=validation", get=302),
    "events:list": page(),
    "events:plan": page(),
    "events:declare": page("pk=event", only=BUDI),
    "events:search": page("pk=event", get=405),
    "events:event": page("pk=event"),
    "events:add": page("pk=event", get=302),
    "events:remove": page("pk=event.planned application=application.dimas", get=302),
    "events:letter": page("pk=event.planned", get=302),
    "events:cancel": page("pk=event.planned", get=302),
    "events:month": page(),
    "events:mine": page(),
    "events:mine_file": page(),
    "events:feed_open": page(get=405),
    "events:feed_revoke": page(f"pk=={NOBODY}", get=405),
    "events:event_file": page("pk=event"),
    "events:lead": page("pk=event.planned", get=302),
    "events:verifier_letter": page("pk=event.planned", get=302),
    "events:verification": page("pk=event.planned"),
    "events:invitation": page("pk=event", get=302),
    "events:change": page("pk=event.planned"),
    "events:postpone": page("pk=event.planned", get=302),
    "events:move": page("pk=event.planned", get=302),
    "events:replace": page("pk=event.planned", get=302),
    "events:withdraw": page("pk=event.planned", get=302),
    "events:feed": page(f"pk=={NOBODY} token==salah", get=404),
    "events:own": page(),
    "events:days": page(),
    "events:day": page("pk=event", only=ON_THE_DAY),
    "events:arrive": page("pk=event", get=405),
    "events:undo": page("pk=event", get=405),
    "events:absent": page("pk=event", get=405),
    "events:scan": page("pk=event", only="budi dewi tari"),
    "events:close_attendance": page("pk=event", get=405),
    "events:sign_attendance": page("pk=event", get=405),
    "events:blank_attendance": page("pk=event", only=ON_THE_DAY),
    "events:cards": page("pk=event", get=405),
    "events:cards_file": page("pk=event", get=404),
    "events:own_card": page("pk=candidate.sari", only="sari"),
    "events:report_incident": page("pk=event", only="budi dewi tari maya wulan"),
    "events:incident": page("pk=incident", only=ON_THE_DAY),
    "events:close_incident": page("pk=incident", get=405),
    "events:clear_case": page("pk=incident case=incident", get=405),
    "events:photo": page("pk=event", only="budi dewi tari"),
    "assessment:minutes": page("event=event", only=ON_THE_DAY),
    "events:own_file": page("pk=candidate.dimas", only="dimas"),
    "events:own_recording": page("pk=candidate.dimas", only="dimas", get=302),
    "findings:waivers": page(),
    "findings:ask": page("rule==HR-29 subject_type==events.event pk=event.planned"),
    "findings:confirm": page(f"pk=={NOBODY}", get=405),
    "findings:withdraw": page(f"pk=={NOBODY}", get=405),
    "portal:setup-remote": page(),
    "portal:setup-remote-end": page(f"pk=={NOBODY}", get=404),
    "assessment:mine": page(),
    "assessment:open": page("candidate=candidate.sari", get=302),
    "assessment:assessment": page(ASSESSED, only=BUDI, others=403),
    "assessment:review": page(INTAN, only=BUDI, others=403, get=302),
    "assessment:identity": page(INTAN, only=BUDI, others=403, get=302),
    "assessment:agreement": page(INTAN, only=BUDI, others=403, get=302),
    "assessment:agreement_paper": page(INTAN, only=BUDI, others=403, get=302),
    "assessment:plan": page(INTAN, only=BUDI, others=403),
    "assessment:instruments": page(INTAN, only=BUDI, others=403),
    "assessment:leave_out": page(f"{INTAN} planned=planned.intan", only=BUDI, others=403, get=302),
    "assessment:taking": page(f"{INTAN} taking=taking.intan", only=BUDI, others=403),
    "assessment:taking_show": page(f"{INTAN} taking=taking.intan", only=BUDI, others=403, get=302),
    "assessment:taking_save": page(f"{INTAN} taking=taking.intan", only=BUDI, others=403, get=302),
    "assessment:taking_question": page(f"{INTAN} taking=taking.intan", only=BUDI, others=403, get=302),
    "assessment:taking_mark": page(f"{INTAN} taking=taking.intan", only=BUDI, others=403, get=302),
    "assessment:portfolio": page(INTAN, only=BUDI, others=403),
    "assessment:third_parties": page(INTAN, only=BUDI, others=403),
    "assessment:third_party_ask": page(INTAN, only=BUDI, others=403, get=302),
    "assessment:third_party": page("token==tidak-ada", get=404),
    "assessment:group": page("event=event"),
    "assessment:together": page("event=event"),
    "assessment:grid": page(INTAN, only=BUDI, others=403),
    "assessment:mark": page(INTAN, only=BUDI, others=403, get=302),
    "assessment:fill": page(INTAN, only=BUDI, others=403, get=302),
    "assessment:evidence_add": page(INTAN, only=BUDI, others=403),
    "assessment:evidence": page(f"{ASSESSED} evidence=evidence.sari", only=BUDI, others=403),
    "assessment:evidence_marks": page(f"{ASSESSED} evidence=evidence.sari", only=BUDI, others=403, get=302),
    "assessment:evidence_links": page(f"{ASSESSED} evidence=evidence.sari", only=BUDI, others=403, get=302),
    "assessment:evidence_remove": page(f"{ASSESSED} evidence=evidence.sari", only=BUDI, others=403, get=302),
    "assessment:recommendation": page(INTAN, only=BUDI, others=403),
    "assessment:file": page(ASSESSED),
    "assessment:self": page(ASSESSED, only="sari"),
    "assessment:self_agree": page(ASSESSED, only="sari", get=302),
    "assessment:self_acknowledge": page(ASSESSED, only="sari", get=302),
    "certification:meetings": page(),
    "certification:new": page(),
    "certification:meeting": page("pk=meeting"),
    "certification:attend": page("pk=meeting.open", get=302),
    "certification:table": page("pk=meeting.open", get=302),
    "certification:close": page("pk=meeting.open", get=302),
    "certification:minutes": page("pk=meeting", get=302),
    "certification:decree": page("pk=meeting", get=302),
    "certification:issue": page("pk=meeting", get=302),
    "certification:decide": page("pk=meeting_case.sari", get=302),
    "certification:recuse": page("pk=meeting_case.sari", get=302),
    "certification:postpone": page("pk=meeting_case.sari", get=302),
    "certification:certificates": page(),
    "certification:certificate": page("pk=certificate.sari"),
    "certification:own_certificate": page("pk=certificate.sari", only="sari"),
    "certification:own_result": page("application=application.sari", only="sari"),
}
