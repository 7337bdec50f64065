from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jamstac.certification.codes import grouped
from jamstac.certification.models import Certificate
from jamstac.registry import throttle
from jamstac.registry.models import VerificationReport
from tests.world.base import World, today

CHECK, RESULT, REPORT = "/cek/", "/cek/hasil", "/cek/laporan"


@pytest.fixture(autouse=True)
def _fresh_counter() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def certificate(world: World) -> Certificate:
    return world.get(Certificate, "certificate.sari")


def ask(client: Client, **typed: str) -> str:
    """What the page after the check says."""
    response: Any = client.post(CHECK, typed)
    assert response.status_code == 302, response.content.decode()
    assert response["Location"] == RESULT
    return client.get(RESULT).content.decode()


def _without_tokens(text: str) -> str:
    return re.sub(r"[A-Za-z0-9]{64}", "", text)


def test_the_printed_code_shows_the_printed_fields(client: Client, certificate: Certificate) -> None:
    text = ask(client, code=grouped(certificate.code))
    for part in ("Sertifikat berlaku", "Sari Contoh", certificate.number, certificate.registration, "BNSP-LSP-0000-ID"):
        assert part in text
    assert certificate.code not in text


@pytest.mark.parametrize("change", [str.lower, lambda c: c.replace("0", "O").replace("1", "l"), lambda c: f" {c} "])
def test_a_code_is_read_as_people_type_it(client: Client, certificate: Certificate, change: Any) -> None:
    assert "Sertifikat berlaku" in ask(client, code=change(certificate.code))


def test_number_and_name_show_the_same(client: Client, certificate: Certificate) -> None:
    for number in (certificate.number, certificate.number.replace(" ", "."), certificate.registration.lower()):
        assert "Sertifikat berlaku" in ask(client, number=number, name="SARI CONTOH, S.Kom.")


def test_a_bare_number_is_only_told_registered_or_not(client: Client, certificate: Certificate) -> None:
    text = ask(client, number=certificate.number)
    assert "Nomor terdaftar" in text
    assert "Sari" not in text
    assert "berlaku" not in text.replace("belum berlaku", "")
    assert "Nomor tidak terdaftar" in ask(client, number="99999 9999 9 0000001 2026")


def test_a_wrong_name_is_plainly_unknown_and_not_called_forged(client: Client, certificate: Certificate) -> None:
    text = ask(client, number=certificate.number, name="Orang Lain")
    assert "tidak dikenal" in text
    assert "Tidak dikenal bukan berarti palsu" in text
    assert "Sari" not in text


def test_an_unknown_code_and_a_bad_one_get_the_same_answer(client: Client, world: World) -> None:
    unknown, bad = ask(client, code="0000-0000-0000-0000"), ask(client, code="bukan kode")
    assert "Kode tidak dikenal" in unknown
    assert _without_tokens(unknown) == _without_tokens(bad)


def test_an_expired_certificate_is_told_as_expired(
    client: Client, certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = timezone.now() + (certificate.valid_until - today()) + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: after)
    text = ask(client, code=certificate.code)
    assert "Sertifikat kedaluwarsa" in text
    assert "HR-46" in text
    assert client.post(REPORT).status_code == 409


def test_public_answers_hold_nothing_private(client: Client, certificate: Certificate) -> None:
    application = certificate.decision.meeting_case.assessment.application
    private = [
        application.nik,
        application.address,
        application.phone,
        application.email,
        application.birth_place,
        f"{application.birth_date:%Y-%m-%d}",
        application.institution,
        application.education,
        certificate.decision.meeting_case.assessment.feedback,
    ]
    assert all(private)
    pages = [
        client.get(CHECK).content.decode(),
        ask(client, code=certificate.code),
        ask(client, number=certificate.number),
        ask(client, number=certificate.number, name="Sari Contoh"),
    ]
    # The LSP of the tests stands in the candidate's town: the town alone is no secret, the address is.
    assert certificate.body.city == application.birth_place
    for text in pages:
        assert [secret for secret in private if secret in text and secret != application.birth_place] == []


def test_no_address_of_the_check_holds_the_code_and_nothing_is_cached(client: Client, certificate: Certificate) -> None:
    response = client.post(CHECK, {"code": certificate.code})
    assert certificate.code not in response["Location"]
    assert "no-store" in client.get(RESULT)["Cache-Control"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"code": " "}, "Tulis kode yang tercetak"),
        ({"number": "", "name": "Sari Contoh"}, "Tulis nomor yang tercetak"),
        ({}, "Tulis kode yang tercetak"),
    ],
)
def test_an_empty_check_asks_for_something(client: Client, world: World, typed: dict[str, str], sentence: str) -> None:
    response = client.post(CHECK, typed)
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_the_result_page_without_a_check_leads_to_the_form(client: Client, world: World) -> None:
    for url in (RESULT, REPORT):
        assert client.get(url)["Location"] == CHECK


def test_a_result_is_kept_half_an_hour(
    client: Client, certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(client, code=certificate.code)
    later = timezone.now() + timedelta(minutes=31)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert client.get(RESULT)["Location"] == CHECK


def test_guessing_is_stopped_per_address(client: Client, certificate: Certificate) -> None:
    for number in range(throttle.FAILURES):
        ask(client, code=f"0000-0000-0000-{number:04}")
    response: HttpResponse = client.post(CHECK, {"code": certificate.code})  # type: ignore[assignment]
    assert response.status_code == 429
    text = response.content.decode()
    assert "Tunggu sepuluh menit" in text
    assert certificate.code in text
    elsewhere: Any = client.post(CHECK, {"code": certificate.code}, REMOTE_ADDR="192.0.2.7")
    assert elsewhere.status_code == 302


def test_checks_that_find_something_are_not_counted(client: Client, certificate: Certificate) -> None:
    for _ in range(throttle.FAILURES + 2):
        assert "Sertifikat berlaku" in ask(client, code=certificate.code)


def test_the_answer_is_printed_once_a_day(client: Client, certificate: Certificate) -> None:
    ask(client, code=certificate.code)
    for _ in range(2):
        response = client.post(REPORT)
        assert response["Content-Type"] == "application/pdf"
        assert b"".join(response).startswith(b"%PDF-")
    assert VerificationReport.objects.filter(certificate=certificate, day=today()).count() == 1


def test_there_is_no_page_that_lists_holders(client: Client, world: World) -> None:
    names = {"check", "result", "report"}
    assert {reverse(f"registry:{name}") for name in names} == {CHECK, RESULT, REPORT}
    for query in ("?q=sari", "?nama=Sari", "?number=62"):
        assert "Sari" not in client.get(CHECK + query).content.decode()
