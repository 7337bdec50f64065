"""Notices: written inside an act, sent once by a job, with their link."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail

from jamstac.bodies.models import Body
from jamstac.kernel.verdicts import refuse
from jamstac.ledger import jobs
from jamstac.ledger.door import Act, Refused, action
from jamstac.ledger.models import Job
from jamstac.messaging.jobs import send
from jamstac.messaging.models import Message
from jamstac.messaging.notices import notify
from tests.world.base import World


@pytest.fixture
def tell(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A door of this test's own that tells somebody something, and may end refused."""
    from jamstac.ledger import door

    monkeypatch.setattr(door, "_DOORS", dict(door._DOORS))

    @action("test.told", access="body.edit")
    def tell_somebody(act: Act, body: Body, *, email: str, person: Any, refused: bool = False) -> Message:
        message = notify(
            act, person_id=person.pk, email=email, subject="Kabar", text="Jadwal Anda ada.", link="/lsp/cth/saya/"
        )
        if refused:
            act.refuse(refuse("body.slug_known"))
        act.record()
        return message

    return tell_somebody


def test_a_notice_is_sent_once_with_its_link(world: World, tell: Any) -> None:
    message = tell(world.actor("surya"), world.body, email="sari@contoh.test", person=world.person("sari"))
    jobs.run(Job.objects.get(kind="messaging.send", subject_id=message.pk).pk)
    assert [letter.to for letter in mail.outbox] == [["sari@contoh.test"]]
    assert "http://localhost:8000/lsp/cth/saya/" in str(mail.outbox[0].body)
    message.refresh_from_db()
    assert message.sent_at is not None
    send(message.pk)
    assert len(mail.outbox) == 1


def test_a_notice_without_an_address_stays_in_the_app(world: World, tell: Any) -> None:
    message = tell(world.actor("surya"), world.body, email="", person=world.person("sari"))
    assert not Job.objects.filter(subject_id=message.pk).exists()
    send(message.pk)
    assert mail.outbox == []


def test_a_refused_act_tells_nobody(world: World, tell: Any) -> None:
    before = Message.objects.count()
    with pytest.raises(Refused):
        tell(world.actor("surya"), world.body, email="sari@contoh.test", person=world.person("sari"), refused=True)
    assert Message.objects.count() == before


def test_a_mailbox_that_does_not_answer_is_tried_again(
    world: World, tell: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Any, *args: Any, **kwargs: Any) -> int:
        raise OSError("no route")

    message = tell(world.actor("surya"), world.body, email="sari@contoh.test", person=world.person("sari"))
    job = Job.objects.get(kind="messaging.send", subject_id=message.pk)
    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    assert not jobs.run(job.pk)
    job.refresh_from_db()
    assert (job.attempts, job.done_at) == (1, None)
    message.refresh_from_db()
    assert message.sent_at is None
