"""Applications of the candidates for the scheme of `reference`, each left in another state.

Puts `application.sari`, `.galih`, `.intan`, `.made`, `.dimas` (accepted), `application.ayu` (submitted),
`application.joko` (returned, with `draft.joko`) and `draft.lestari` (complete, not sent), `draft.belia` (17
years, no guardian asked); `application.rara` (16
years, `guardian.rara` agreed by link; submitted) and `application.wayan` (accepted, `need.wayan` granted)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile

from jamstac.applications import drafts
from jamstac.applications.actions import (
    accept_application,
    ask_guardian,
    consent_as_guardian,
    decide_need,
    return_application,
    submit_application,
)
from jamstac.applications.guardians import Guardian
from jamstac.applications.models import Application, ApplicationDraft, GuardianConsent, SpecialNeed
from jamstac.applications.selectors import elements_of, evidence_of, requirements_of
from jamstac.applications.states import Answer, NeedDecision, Purpose
from jamstac.applications.texts import STATEMENT
from jamstac.documents.facts import Statement
from jamstac.documents.files import keep_upload
from jamstac.documents.models import StoredFile
from jamstac.fees.selectors import price_on
from jamstac.ledger.door import GuestActor
from jamstac.people.models import Person
from jamstac.schemes.models import SchemeVersion
from tests.cast import CANDIDATES
from tests.world.base import AGREED, World, today

SIGNED = Statement(STATEMENT, agreed=True)
BORN = {"rara": date(today().year - 16, 1, 5), "belia": date(today().year - 17, 1, 6)}
"""Who is not as old as the place in the cast says."""
ACCEPTED = ("sari", "galih", "intan", "made", "dimas")


def pdf(text: str) -> bytes:
    """The smallest PDF that opens: one page with `text` (ASCII)."""
    stream = f"BT /F1 18 Tf 60 760 Td ({text}) Tj ET".encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def stored(world: World, key: str, name: str) -> StoredFile:
    """A file uploaded by `key`."""
    upload = SimpleUploadedFile(name, pdf(f"{name} {key}"))
    file, verdict = keep_upload(upload, world.body, world.account(key))
    assert file is not None, verdict
    return file


def biodata(world: World, key: str) -> dict[str, str]:
    """Invented, and it looks it: province 00, birth years in a row."""
    number = [member.key for member in CANDIDATES].index(key)
    born = date(1998 + number, 3, 1 + number)
    return {
        "name": world.person(key).name,
        "nik": f"000000{born:%d%m%y}{number + 1:04}",
        "birth_place": "Bandung",
        "birth_date": BORN.get(key, born).isoformat(),
        "sex": "L",
        "nationality": "Indonesia",
        "address": f"Jalan Rekaan {number + 1}, Bandung",
        "postcode": "40000",
        "phone": f"0800 0000 00{number + 10}",
        "email": world.account(key).email or "",
        "education": "SMK Rekayasa Perangkat Lunak",
        "institution": "Kedai Web Umpama",
        "position": "Pengembang web",
    }


def complete_draft(world: World, key: str) -> ApplicationDraft:
    """A draft of `key` with nothing missing but the signature."""
    person = world.person(key)
    draft = drafts.start(person, world.get(SchemeVersion, "version"))
    fill_draft(draft, person, biodata(world, key), lambda name: stored(world, key, name))
    draft.refresh_from_db()
    return draft


def fill_draft(
    draft: ApplicationDraft, person: Person, own: dict[str, str], stored: Callable[[str], StoredFile]
) -> None:
    """Everything of FR.APL.01 and FR.APL.02: the first alternative with its evidence, each element K. `stored`
    makes a file of a name."""
    version = draft.scheme_version
    price = price_on(version.scheme_id, today())
    with drafts.writing(person.pk, draft.pk) as working:
        drafts.keep_biodata(working, own)
        drafts.keep_purpose(working, Purpose.CERTIFICATION)
        drafts.keep_acceptance(
            working,
            information=True,
            consent=True,
            price=price.amount if price else None,
            publication=True,
            documentation=True,
        )
        for number, requirement in enumerate(requirements_of(version.pk), 1):
            if requirement.alternative == 1:
                drafts.add_file(working, stored(f"bukti-{number}.pdf"), requirement)
        portfolio = drafts.add_file(working, stored("portofolio.pdf"), None)
        for element in elements_of(version.pk):
            drafts.keep_answer(working, element.pk, answer=Answer.COMPETENT, text="Hasil kerja sendiri")
            drafts.show_for_element(working, element.pk, {portfolio.pk})


def submitted(world: World, key: str) -> Application:
    """An application of `key` that waits for review."""
    draft = complete_draft(world, key)
    return submit_application(world.me(key), world.person(key), draft=draft, statement=SIGNED)


def all_met(application: Application) -> dict[UUID, tuple[bool, str]]:
    """Findings: every evidence row of part 3 meets its requirement."""
    return {row.pk: (True, "") for row in evidence_of(application) if row.requirement_id}


def accepted(world: World, key: str) -> Application:
    """An accepted application of `key`: a candidate."""
    application = submitted(world, key)
    return accept_application(
        world.actor("dewi"), application, findings=all_met(application), note="", statement=AGREED
    )


def returned(world: World, key: str) -> Application:
    """An application sent back: the first administrative item does not meet."""
    application = submitted(world, key)
    findings = all_met(application)
    wanting = next(row for row in evidence_of(application) if row.requirement and row.requirement.kind != "basic")
    findings[wanting.pk] = (False, "Foto terlalu gelap, tulisannya tidak terbaca.")
    return return_application(world.actor("dewi"), application, findings=findings, note="Tinggal satu berkas lagi.")


def with_guardian(world: World, key: str) -> GuardianConsent:
    """The guardian of `key` agreed by the link."""
    draft = ApplicationDraft.objects.get(person=world.person(key))
    guardian = Guardian("Ibu Rekaan Contoh", "ibu kandung", phone="0800 0000 0099")
    consent, _token = ask_guardian(world.me(key), world.person(key), draft=draft, guardian=guardian)
    return consent_as_guardian(GuestActor(world.body.pk), consent, name="Ibu Rekaan Contoh", agreed=True)


def with_need(world: World, key: str) -> Application:
    """An accepted application of `key` with more time granted."""
    draft = complete_draft(world, key)
    with drafts.writing(draft.person_id, draft.pk) as working:
        drafts.keep_needs(working, {4: "Waktu lebih panjang karena mudah lelah"}, consent=True)
    application = submit_application(world.me(key), world.person(key), draft=draft, statement=SIGNED)
    need = SpecialNeed.objects.get(application=application)
    decide_need(
        world.actor("maya"), need, decision=NeedDecision.GRANTED, measure="Waktu lebih panjang", extra_minutes=30
    )
    return accept_application(
        world.actor("dewi"), application, findings=all_met(application), note="", statement=AGREED
    )


def build(world: World) -> None:
    for key in ACCEPTED:
        world.put(f"application.{key}", accepted(world, key))
    world.put("application.ayu", submitted(world, "ayu"))
    world.put("application.joko", returned(world, "joko"))
    world.put("draft.joko", ApplicationDraft.objects.get(application_id=world.ids["application.joko"]))
    world.put("draft.lestari", complete_draft(world, "lestari"))
    world.put("draft.rara", complete_draft(world, "rara"))
    world.put("guardian.rara", with_guardian(world, "rara"))
    rara = submit_application(
        world.me("rara"), world.person("rara"), draft=world.get(ApplicationDraft, "draft.rara"), statement=SIGNED
    )
    world.put("application.rara", rara)
    world.put("draft.belia", complete_draft(world, "belia"))
    wayan = with_need(world, "wayan")
    world.put("application.wayan", wayan)
    world.put("need.wayan", SpecialNeed.objects.get(application=wayan))
