"""The three pictures of the README, taken from a demo of its own: worklist, checklist on a phone, public check.

python tools/screenshots.py
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jamstac.config.settings_test")

import django  # noqa: E402

django.setup()

from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from tests.journeys.conftest import CHROMIUM, SWITCHES  # noqa: E402
from tests.journeys.installation import Installation  # noqa: E402
from tests.journeys.walker import PHONE, WIDE, Walker  # noqa: E402

from jamstac.portal.demo.cast import PASSWORD  # noqa: E402

IMAGES = ROOT / "docs" / "images"
SLUG = "contoh"


def _worklist(browser: Browser, place: Installation) -> None:
    dewi = Walker(browser, place, WIDE).sign_in("dewi@contoh.test", PASSWORD)
    dewi.go(f"/lsp/{SLUG}/")
    dewi.page.screenshot(path=IMAGES / "daftar-kerja.png")
    dewi.close()


def _checklist(browser: Browser, place: Installation) -> None:
    """The first case under assessment, some KUK judged."""
    budi = Walker(browser, place, PHONE).sign_in("budi@contoh.test", PASSWORD)
    budi.go(f"/lsp/{SLUG}/tugas/")
    for link in [each.get_attribute("href") or "" for each in budi.page.locator("main a[href*='/asesmen/']").all()]:
        budi.go(f"{link}ia01")
        if budi.page.locator("#berikut").count():
            break
    for row in budi.page.locator("details.unit[open] .kuk").all()[:4]:
        if not row.locator(":checked").count():
            answer = row.locator("label:has([value=ya])")
            budi.autosave(answer.tap)
    budi.page.evaluate("document.querySelector('details.unit[open]').scrollIntoView()")
    budi.page.screenshot(path=IMAGES / "ceklis.png")
    budi.close()


def _check(browser: Browser, place: Installation) -> None:
    sari = Walker(browser, place, PHONE).sign_in("sari@contoh.test", PASSWORD)
    sari.home()
    sari.follow("Buka sertifikat")
    code = sari.fact("Kode pemeriksaan")
    sari.close()
    stranger = Walker(browser, place, PHONE)
    stranger.go("/cek/")
    stranger.fill({"code": code})
    stranger.press("Periksa")
    stranger.page.screenshot(path=IMAGES / "periksa.png")
    stranger.close()


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="jamstac-gambar-") as folder, sync_playwright() as playwright:
        place = Installation(Path(folder), SLUG)
        made = place.run("demo", "--quiet")
        if made.returncode:
            print(made.stdout + made.stderr)
            return 1
        place.serve()
        try:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
            for take in (_worklist, _checklist, _check):
                take(browser, place)
            browser.close()
        finally:
            place.stop()
    for path in sorted(IMAGES.glob("*.png")):
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
