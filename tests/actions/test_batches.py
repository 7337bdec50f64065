"""Groups that a school or a sponsor registers."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jamstac.applications import drafts
from jamstac.applications.actions import submit_application
from jamstac.applications.batches import filing, progress
from jamstac.applications.batches.actions import add_member, change_batch, check_data, open_batch, remove_member
from jamstac.applications.batches.filling import fill
from jamstac.applications.batches.progress import Stage
from jamstac.applications.models import (
    ApplicationDraft,
    ApplicationEvidence,
    Batch,
    BatchFileDraft,
    BatchMember,
    DraftEvidence,
)
from jamstac.applications.selectors import requirements_of
from jamstac.applications.states import Payer
from jamstac.documents.files import keep_upload
from jamstac.documents.models import StoredFile
from jamstac.documents.selectors import may_read_file
from jamstac.ledger.scope import OutOfScope
from jamstac.messaging.models import Message
from jamstac.people.actions import register_person
from jamstac.people.models import Consent
from jamstac.people.states import ConsentPurpose
from jamstac.schemes.actions import retire_scheme
from jamstac.schemes.models import Requirement, SchemeVersion
from tests.refusing import last_entry, refuses
from tests.world.applications import SIGNED, complete_draft, pdf
from tests.world.base import World, ago


def batch_of(world: World) -> Batch:
    return world.get(Batch, "batch")


def opened(world: World, key: str = "dewi", **more: Any) -> Batch:
    fields: dict[str, Any] = {"title": "Kelas Baru", "institution": "SMK Rekaan Dua", "payer": Payer.SELF, **more}
    version = world.get(SchemeVersion, "version")
    return open_batch(world.actor(key), world.body, scheme_version=version, **fields)


def uploaded(world: World, name: str, key: str = "dewi") -> StoredFile:
    file, verdict = keep_upload(SimpleUploadedFile(name, pdf(name)), world.body, world.account(key))
    assert file is not None, verdict
    return file


def photo(world: World) -> Requirement:
    rows = requirements_of(world.ids["version"])
    return next(row for row in rows if "foto" in row.text.lower())


# ---------------------------------------------------------------- opening


def test_the_office_opens_a_batch(world: World) -> None:
    batch = opened(world, sponsor=world.person("wira"))
    assert (batch.institution, batch.sponsor) == ("SMK Rekaan Dua", world.person("wira"))
    assert last_entry(world).event == "batch.opened"


def test_a_batch_for_a_retired_scheme_is_not_opened(world: World) -> None:
    retire_scheme(world.actor("surya"), world.get(SchemeVersion, "version"), last_day=ago(1))
    with refuses(world, "batch.opened", "scheme.not_in_force"):
        opened(world)


def test_nobody_follows_a_batch_without_the_function_of_a_sponsor(world: World) -> None:
    with refuses(world, "batch.opened", "batch.no_sponsor") as refused:
        opened(world, sponsor=world.person("rina"))
    assert refused.value.rules == ["APL-10"]
    with refuses(world, "batch.changed", "batch.no_sponsor"):
        change_batch(
            world.actor("dewi"),
            batch_of(world),
            title="X",
            institution="Y",
            payer=Payer.SELF,
            sponsor=world.person("rina"),
        )
    assert batch_of(world).sponsor == world.person("wira")


def test_a_batch_is_renamed_and_loses_its_follower(world: World) -> None:
    changed = change_batch(
        world.actor("dewi"), batch_of(world), title="Kelas XII", institution="SMK Rekaan", payer=Payer.SPONSOR
    )
    assert (changed.title, changed.payer, changed.sponsor) == ("Kelas XII", Payer.SPONSOR, None)


def test_a_sponsor_opens_no_batch(world: World) -> None:
    with refuses(world, "batch.opened", "door.no_role"):
        opened(world, "wira")


# ---------------------------------------------------------------- members


def test_nobody_stands_in_a_batch_twice(world: World) -> None:
    with refuses(world, "batch.member_added", "batch.member_already") as refused:
        add_member(world.actor("dewi"), batch_of(world), person=world.person("oka"))
    assert refused.value.rules == ["APL-10"]
    assert BatchMember.objects.filter(batch=batch_of(world)).count() == 2


def test_somebody_with_a_mailbox_is_told_who_registered_them(world: World) -> None:
    person = register_person(world.actor("dewi"), world.body, name="Punya Surel", email="punya@contoh.test")
    add_member(world.actor("dewi"), batch_of(world), person=person)
    message = Message.objects.get(to_person_id=person.pk)
    assert "SMK Rekaan Satu" in message.subject
    assert "punya@contoh.test" in message.text


def test_somebody_who_does_not_belong_leaves_the_batch(world: World) -> None:
    remove_member(world.actor("dewi"), world.get(BatchMember, "member.oka"))
    assert [row.person for row in BatchMember.objects.filter(batch=batch_of(world))] == [world.person("nanda")]
    assert last_entry(world).event == "batch.member_removed"


def test_who_has_sent_an_application_stays_in_the_batch(world: World) -> None:
    submit_application(world.me("nanda"), world.person("nanda"), draft=complete_draft(world, "nanda"), statement=SIGNED)
    with refuses(world, "batch.member_removed", "batch.member_sent"):
        remove_member(world.actor("dewi"), world.get(BatchMember, "member.nanda"))


# ---------------------------------------------------------------- the draft that waits


def test_a_draft_waits_filled_from_the_list(world: World) -> None:
    draft = world.get(ApplicationDraft, "draft.oka")
    oka = world.person("oka")
    assert (draft.nik, draft.birth_date, draft.filled_by) == (oka.nik, oka.birth_date, "SMK Rekaan Satu")
    assert draft.checked_at is None


def test_filling_again_changes_nothing_that_somebody_has_begun(world: World) -> None:
    draft = world.get(ApplicationDraft, "draft.nanda")
    with drafts.writing(draft.person_id, draft.pk) as working:
        drafts.keep_biodata(working, {"name": "Nanda Diperbaiki"})
    assert fill(world.person("nanda"), batch_of(world)).name == "Nanda Diperbaiki"
    assert ApplicationDraft.objects.filter(person=world.person("nanda")).count() == 1


def test_nothing_from_a_school_is_sent_before_the_applicant_called_it_right(world: World) -> None:
    draft = complete_draft(world, "nanda")
    ApplicationDraft.objects.filter(pk=draft.pk).update(checked_at=None)
    with refuses(world, "application.submitted", "application.data_unchecked") as refused:
        submit_application(world.me("nanda"), world.person("nanda"), draft=draft, statement=SIGNED)
    assert refused.value.rules == ["APL-10"]
    check_data(world.me("nanda"), world.person("nanda"), draft=draft, progress=False)
    sent = submit_application(world.me("nanda"), world.person("nanda"), draft=draft, statement=SIGNED)
    assert sent.email == "", "an application needs no e-mail"


def test_nobody_calls_the_data_of_another_right(world: World) -> None:
    with pytest.raises(OutOfScope):
        check_data(
            world.me("nanda"),
            world.person("nanda"),
            draft=world.get(ApplicationDraft, "draft.oka"),
            progress=True,
        )
    assert world.get(ApplicationDraft, "draft.oka").checked_at is None


def test_staff_cannot_call_the_data_right_for_an_applicant(world: World) -> None:
    with refuses(world, "application.data_checked", "door.no_role"):
        check_data(
            world.actor("dewi"),
            world.person("oka"),
            draft=world.get(ApplicationDraft, "draft.oka"),
            progress=True,
        )


def test_being_seen_by_the_sponsor_is_agreed_to_and_nothing_else(world: World) -> None:
    given = Consent.objects.get(person=world.person("nanda"), purpose=ConsentPurpose.PROGRESS)
    assert "SMK Rekaan Satu" in given.sentence
    nanda, oka = progress.standings(batch_of(world))
    assert (nanda.named, oka.named) == (True, False)


def test_how_far_everybody_is_goes_with_the_case(world: World) -> None:
    assert [row.stage for row in progress.standings(batch_of(world))] == [Stage.FILLING, Stage.AWAY]
    submit_application(world.me("nanda"), world.person("nanda"), draft=complete_draft(world, "nanda"), statement=SIGNED)
    assert [row.stage for row in progress.standings(batch_of(world))] == [Stage.SENT, Stage.AWAY]


# ---------------------------------------------------------------- files on behalf


@pytest.mark.parametrize("name", ["P-001_foto.pdf", "foto {nik}.pdf", "{nik}-PasFoto.pdf", "p-001 pas foto 3x4.pdf"])
def test_a_file_finds_its_person_and_its_place_by_its_name(world: World, name: str) -> None:
    nik = world.person("nanda").nik
    placed = filing.take_files(batch_of(world), [uploaded(world, name.format(nik=nik))], world.person("dewi"))
    assert placed == (1, 0)
    row = DraftEvidence.objects.get(draft=world.get(ApplicationDraft, "draft.nanda"))
    assert (row.requirement, row.added_by) == (photo(world), world.person("dewi"))


@pytest.mark.parametrize("name", ["foto.pdf", "P-001.pdf", "P-00_foto.pdf", "P-001 P-002 foto.pdf", "scan0001.pdf"])
def test_a_file_whose_name_is_not_clear_waits_for_somebody(world: World, name: str) -> None:
    assert filing.take_files(batch_of(world), [uploaded(world, name)], world.person("dewi")) == (0, 1)
    assert BatchFileDraft.objects.get(batch=batch_of(world)).reason
    assert not DraftEvidence.objects.filter(draft__in=[world.ids["draft.nanda"], world.ids["draft.oka"]]).exists()


def test_somebody_says_whose_a_file_is(world: World) -> None:
    filing.take_files(batch_of(world), [uploaded(world, "scan.pdf")], world.person("dewi"))
    waiting = BatchFileDraft.objects.get(batch=batch_of(world))
    member = world.ids["member.oka"]
    filing.place_by_hand(batch_of(world), waiting.pk, member, photo(world).pk, world.person("dewi"))
    assert DraftEvidence.objects.get(draft=world.get(ApplicationDraft, "draft.oka")).requirement == photo(world)
    with pytest.raises(OutOfScope):
        filing.place_by_hand(batch_of(world), waiting.pk, member, photo(world).pk, world.person("dewi"))


def test_a_file_staff_put_there_is_sent_with_the_application_and_says_so(world: World) -> None:
    file = uploaded(world, "P-001 foto.pdf")
    filing.take_files(batch_of(world), [file], world.person("dewi"))
    sent = submit_application(
        world.me("nanda"), world.person("nanda"), draft=complete_draft(world, "nanda"), statement=SIGNED
    )
    row = ApplicationEvidence.objects.get(application=sent, file=file)
    assert row.added_by == world.person("dewi")
    own = ApplicationEvidence.objects.filter(application=sent).exclude(file=file)
    assert {each.added_by_id for each in own} == {None}
    assert may_read_file(world.me("nanda"), frozenset({"self"}), file)
    assert not may_read_file(world.me("sari"), frozenset({"self"}), file)


@pytest.mark.parametrize(("uploader", "adder"), [("dewi", None), ("sari", None), ("sari", "dewi"), ("dewi", "maya")])
def test_a_file_that_neither_the_applicant_nor_the_named_staff_uploaded_is_not_sent(
    world: World, uploader: str, adder: str | None
) -> None:
    draft = complete_draft(world, "nanda")
    DraftEvidence.objects.create(
        draft=draft,
        requirement=photo(world),
        file=uploaded(world, "asing.pdf", uploader),
        title="asing",
        added_by=world.person(adder) if adder else None,
    )
    with pytest.raises(OutOfScope):
        submit_application(world.me("nanda"), world.person("nanda"), draft=draft, statement=SIGNED)


def test_a_sent_application_takes_no_file_from_the_heap(world: World) -> None:
    submit_application(world.me("nanda"), world.person("nanda"), draft=complete_draft(world, "nanda"), statement=SIGNED)
    assert filing.take_files(batch_of(world), [uploaded(world, "P-001 foto.pdf")], world.person("dewi")) == (0, 1)
    assert "sudah dikirim" in BatchFileDraft.objects.get(batch=batch_of(world)).reason
