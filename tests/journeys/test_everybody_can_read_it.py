"""The main pages of each role: WCAG 2.2 AA as far as a machine can see, and nothing wider than a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.installation import Installation
from tests.journeys.walker import PHONE, WIDE, Walker
from tests.world.base import World

pytestmark = pytest.mark.browser

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}
INSIDE = "/lsp/cth"
SETUP = f"{INSIDE}/pengaturan"
PAGES: dict[str, tuple[tuple[int, int], list[str]]] = {
    "": (
        PHONE,
        ["/", "/akun/login/", "/akun/signup/", "/akun/password/reset/", "/cek/", "/surel/"],
    ),
    "sari": (
        PHONE,
        [
            "/beranda/?semua",
            f"{INSIDE}/saya/",
            f"{INSIDE}/mohon/",
            f"{INSIDE}/saya/berkas/{{application.sari}}",
            f"{INSIDE}/saya/asesmen/{{assessment.sari}}/",
            f"{INSIDE}/saya/sertifikat/{{certificate.sari}}/",
            f"{INSIDE}/pesan/",
        ],
    ),
    "galih": (PHONE, [f"{INSIDE}/saya/hasil/{{application.galih}}"]),
    "lestari": (
        PHONE,
        [
            f"{INSIDE}/saya/permohonan/{{draft.lestari}}/{part}"
            for part in ("data", "sertifikasi", "bukti", "asesmen-mandiri", "kirim")
        ],
    ),
    "budi": (
        PHONE,
        [
            f"{INSIDE}/tugas/",
            f"{INSIDE}/asesmen/{{assessment.intan}}/",
            f"{INSIDE}/asesmen/{{assessment.intan}}/ia01",
            f"{INSIDE}/asesmen/{{assessment.intan}}/bukti/baru",
            f"{INSIDE}/asesmen/{{assessment.intan}}/rekomendasi",
        ],
    ),
    "dewi": (WIDE, [f"{INSIDE}/", f"{INSIDE}/permohonan/", f"{INSIDE}/permohonan/{{application.ayu}}/"]),
    "maya": (
        WIDE,
        [
            f"{INSIDE}/jadwal/",
            f"{INSIDE}/jadwal/baru",
            f"{INSIDE}/jadwal/{{event.planned}}/",
            f"{INSIDE}/pleno/",
            f"{INSIDE}/pleno/baru",
        ],
    ),
    "hendra": (WIDE, [f"{INSIDE}/pleno/{{meeting}}/", f"{INSIDE}/pleno/{{meeting.open}}/"]),
    "surya": (
        WIDE,
        [
            f"{INSIDE}/sertifikat/",
            f"{INSIDE}/sertifikat/{{certificate.sari}}/",
            f"{INSIDE}/buku-besar/",
            f"{SETUP}/",
            f"{SETUP}/profil/",
            f"{SETUP}/orang/",
            f"{SETUP}/orang/{{person.budi}}/",
            f"{SETUP}/lisensi/",
            f"{SETUP}/skema/",
            f"{SETUP}/skema/{{version}}/",
            f"{SETUP}/tuk/",
            f"{SETUP}/penomoran/certificate/",
            f"{SETUP}/parameter/pleno_quorum/",
        ],
    ),
    "lila": (WIDE, [f"{SETUP}/tuk/{{venue}}/"]),
}


def _filled(path: str, world: World) -> str:
    for name, pk in world.ids.items():
        path = path.replace(f"{{{name}}}", str(pk))
    assert "{" not in path, path
    return path


def _told(violation: dict[str, Any]) -> str:
    places = [f"{node['target']} {node['html'][:120]} {node['failureSummary']}" for node in violation["nodes"][:3]]
    return f"{violation['id']}: {violation['help']} {places}"


def _stretch(walker: Walker) -> None:
    """The whole page in one view, so that the bar that stays at the bottom covers nothing."""
    height = walker.page.evaluate("document.documentElement.scrollHeight")
    walker.page.set_viewport_size({"width": walker.size[0], "height": max(height, walker.size[1])})


@pytest.mark.parametrize("who", [pytest.param(who, id=who or "siapa pun") for who in PAGES])
def test_the_pages_of_a_role_are_accessible_and_fit_a_phone(
    who: str, world: World, lsp: Installation, sit_down: Callable[[Installation], Callable[..., Walker]]
) -> None:
    size, paths = PAGES[who]
    walker = sit_down(lsp)(f"{who}@contoh.test" if who else "", size)
    found = []
    for path in paths:
        answer = walker.go(_filled(path, world))
        assert answer.status == 200, f"{path} answered {answer.status}"
        _stretch(walker)
        results = Axe().run(walker.page, options=OPTIONS).response
        found += [f"{path} {_told(each)}" for each in results["violations"]]
        walker.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        wide = walker.page.evaluate("document.documentElement.scrollWidth")
        if wide > PHONE[0]:
            found.append(f"{path} is {wide} px wide on a phone")
        walker.page.set_viewport_size({"width": size[0], "height": size[1]})
    assert found == [], "\n".join(found)
