"""The door of FR.AK.04."""

from __future__ import annotations

from django.urls import reverse

from jamstac.appeals import rules, selectors
from jamstac.appeals.models import Appeal
from jamstac.appeals.sheets import ak04_content
from jamstac.applications.models import Application
from jamstac.certification.selectors import told_decision
from jamstac.documents.facts import Statement
from jamstac.documents.rules import may_sign
from jamstac.documents.sheets import freeze, sign
from jamstac.documents.states import SheetCode
from jamstac.documents.writing import long_date
from jamstac.kernel.workdays import add_workdays
from jamstac.ledger.door import Act, action, store
from jamstac.licensing.selectors import number_on
from jamstac.parameters.selectors import number
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment, Person
from jamstac.people.states import Function
from jamstac.people.telling import tell


@action("appeal.filed", access="appeal.file", policies=[rules.may_file, may_sign])
def file_appeal(
    act: Act,
    application: Application,
    *,
    explained: bool | None,
    discussed: bool | None,
    helper: bool | None,
    reason: str,
    statement: Statement,
) -> Appeal:
    """The candidate files a banding against the decision told. APP-01, APP-03, HR-50. Its clock starts now;
    the candidate and every manajer mutu are told."""
    decision = told_decision(application.pk)
    answered = None not in (explained, discussed, helper)
    act.require(rules.may_file, selectors.appeal_facts(decision, act.day, answered=answered, reason=reason))
    assert decision is not None
    target = number(application.body_id, "appeal_decide_target", act.day)
    appeal = Appeal(
        body=application.body,
        application=application,
        decision=decision,
        explained=bool(explained),
        discussed=bool(discussed),
        helper=bool(helper),
        reason=reason.strip(),
        filed_at=act.now,
        decide_by=None if target is None else add_workdays(act.day, target),
    )
    appeal.sheet = freeze(
        act,
        SheetCode.AK04,
        subject=appeal,
        content=ak04_content(appeal, number_on(application.body_id, act.day)),
        case_number=application.number,
        owner=application.person,
    )
    sign(act, appeal.sheet, statement, person=application.person, role="asesi")
    store(appeal)
    _tell(act, appeal)
    act.record(appeal, decision=decision.pk, decide_by=appeal.decide_by)
    return appeal


def _tell(act: Act, appeal: Appeal) -> None:
    application = appeal.application
    target = f"Target keputusan: {long_date(appeal.decide_by)}." if appeal.decide_by else ""
    tell(
        act,
        application.person,
        "appeal.received",
        link=reverse("appeals:mine", args=[application.body.slug, application.pk]),
        number=application.number,
        date=long_date(act.day),
        target=target,
    )
    holders = Appointment.objects.filter(in_force(act.day), body=application.body, function=Function.QUALITY_MANAGER)
    for person in Person.objects.filter(pk__in=holders.values("person")).exclude(pk=application.person_id):
        tell(
            act,
            person,
            "appeal.arrived",
            link=reverse("appeals:list", args=[application.body.slug]),
            number=application.number,
            scheme=application.scheme_version.scheme.title,
            target=target,
        )
