"""Doors: what others say and show: the candidate's portfolio (FR.IA.08), a third party (FR.IA.10)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256

from jamstac.assessment import rules, takings
from jamstac.assessment.actions.evidence import add_row
from jamstac.assessment.facts import ThirdPartyFacts
from jamstac.assessment.models import Assessment, Evidence, PlannedInstrument, ThirdParty, ThirdPartyAnswer
from jamstac.assessment.scope import in_scope
from jamstac.assessment.states import Method
from jamstac.instruments.states import InstrumentCode
from jamstac.ledger.door import Act, action, store
from jamstac.parameters.selectors import is_set, number

PERSON = ("name", "workplace", "address", "phone", "email")
OPEN = ("relationship", "duration", "closeness", "experience", "consistent", "training_need", "comment")


def digest_of(token: str) -> str:
    """What is kept of the secret in a link."""
    return sha256(token.encode()).hexdigest()


@action("portfolio.taken", access="assessment.assess", policies=[rules.may_take_portfolio])
def take_portfolio(act: Act, assessment: Assessment) -> list[Evidence]:
    """The files of FR.APL.02 become bukti, each once, for the KUK of the elements they were shown for."""
    act.require(rules.may_take_portfolio, takings.portfolio_facts(assessment, act.actor.person_id, act.day))
    known = set(
        Evidence.objects.filter(assessment=assessment, method=Method.PORTFOLIO).values_list("file_id", flat=True)
    )
    criteria = {
        element.element.pk: [each.pk for each in element.criteria]
        for tree in in_scope(assessment)
        for element in tree.elements
    }
    made = [
        add_row(
            assessment,
            [pk for element in elements for pk in criteria.get(element, ())],
            method=Method.PORTFOLIO,
            title=row.title,
            file=row.file,
        )
        for row, elements in takings.portfolio_shown(assessment).items()
        if row.file_id not in known
    ]
    act.record(evidence=len(made))
    return made


@action("third_party.asked", access="assessment.assess", policies=[rules.may_ask])
def ask_third_party(act: Act, assessment: Assessment, /, *, token: str, **person: str) -> ThirdParty:
    """FR.IA.10 by a link: `token` is the secret in it, of which only the digest is kept."""
    act.require(rules.may_ask, _facts(act, assessment, person))
    days = number(assessment.body_id, "third_party_validity", act.day)
    act.refuse(is_set("third_party_validity", days))
    third_party = _third_party(act, assessment, person)
    third_party.token_digest, third_party.expires_at = digest_of(token), act.now + timedelta(days=days or 0)
    store(third_party)
    act.record(third_party, days=days)
    return third_party


@action("third_party.heard", access="assessment.assess", policies=[rules.may_ask, rules.may_answer])
def hear_third_party(
    act: Act, assessment: Assessment, /, *, answers: Mapping[int, bool], said: Mapping[str, str], **person: str
) -> ThirdParty:
    """FR.IA.10 asked by the assessor, by telephone or face to face, and written down."""
    act.require(rules.may_ask, _facts(act, assessment, person))
    third_party = _third_party(act, assessment, person)
    act.require(rules.may_answer, takings.statement_facts(third_party, answers, act.now, by_link=False))
    store(third_party)
    _keep(act, third_party, answers, said, by_link=False)
    act.record(third_party, yes=sum(answers.values()))
    return third_party


@action("third_party.answered", access="third_party.answer", policies=[rules.may_answer])
def answer_third_party(
    act: Act, third_party: ThirdParty, *, answers: Mapping[int, bool], said: Mapping[str, str]
) -> ThirdParty:
    """The third party's own answers, once, by the link."""
    act.require(rules.may_answer, takings.statement_facts(third_party, answers, act.now, by_link=True))
    _keep(act, third_party, answers, said, by_link=True)
    act.record(yes=sum(answers.values()))
    return third_party


def _facts(act: Act, assessment: Assessment, person: Mapping[str, str]) -> ThirdPartyFacts:
    return takings.third_party_facts(
        assessment,
        act.actor.person_id,
        act.day,
        name=person.get("name", ""),
        workplace=person.get("workplace", ""),
        email=person.get("email", ""),
        phone=person.get("phone", ""),
    )


def _third_party(act: Act, assessment: Assessment, person: Mapping[str, str]) -> ThirdParty:
    given = {name: person.get(name, "").strip() for name in PERSON}
    return ThirdParty(body_id=assessment.body_id, assessment=assessment, asked_at=act.now, **given)


def _keep(
    act: Act, third_party: ThirdParty, answers: Mapping[int, bool], said: Mapping[str, str], *, by_link: bool
) -> None:
    for name in OPEN:
        setattr(third_party, name, said.get(name, "").strip())
    third_party.answered_at, third_party.answered_by_link = act.now, by_link
    store(third_party)
    for number_, yes in sorted(answers.items()):
        store(
            ThirdPartyAnswer(
                body_id=third_party.body_id,
                assessment_id=third_party.assessment_id,
                third_party=third_party,
                number=number_,
                yes=yes,
            )
        )
    assessment = third_party.assessment
    planned = PlannedInstrument.objects.filter(assessment=assessment, code=InstrumentCode.THIRD_PARTY, dropped=False)
    groups = set(planned.values_list("group", flat=True))
    add_row(
        assessment,
        [
            each.pk
            for tree in in_scope(assessment)
            if tree.group in groups or "" in groups
            for element in tree.elements
            for each in element.criteria
        ],
        method=Method.THIRD_PARTY,
        title=f"Verifikasi pihak ketiga: {third_party.name}",
    )
