"""How an assessor signs, and with which number."""

from __future__ import annotations

from jamstac.assessors.selectors import certificate_on
from jamstac.documents.facts import Statement
from jamstac.documents.models import Sheet
from jamstac.documents.sheets import sign
from jamstac.ledger.door import Act
from jamstac.people.models import Person


def person_of(act: Act) -> Person:
    """Who acts; the doors that ask are for persons only."""
    assert act.actor.person_id is not None
    return Person.objects.get(pk=act.actor.person_id)


def sign_as_assessor(act: Act, sheet: Sheet, statement: Statement) -> None:
    """Under the assessor's own MET number of today."""
    person = person_of(act)
    certificate = certificate_on(person.pk, act.day)
    sign(
        act,
        sheet,
        statement,
        person=person,
        role="asesor",
        number_label="No. Reg",
        number=certificate.met_number if certificate else "",
    )
