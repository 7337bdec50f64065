"""One person at one browser: signs in, reads, taps. Everything it does a hand could do."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pypdfium2
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Response, expect

from tests.cast import PASSWORD
from tests.journeys.installation import Installation, until
from tests.world.applications import pdf

WIDE = (1280, 900)
PHONE = (360, 740)
SHOTS = os.environ.get("JAMSTAC_SHOTS", "")
"""A folder for pictures of the key pages; nothing is kept without it."""


class Walker:
    """`taps` counts every tap and click; `problems` holds what the browser complained of."""

    def __init__(self, browser: Browser, at: Installation, size: tuple[int, int] = WIDE) -> None:
        self.at, self.size = at, size
        self.taps = 0
        self.problems: list[str] = []
        phone = size[0] < 600
        self.context: BrowserContext = browser.new_context(
            base_url=at.origin,
            viewport={"width": size[0], "height": size[1]},
            has_touch=phone,
            is_mobile=phone,
            locale="id-ID",
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(20_000)
        self.context.set_default_navigation_timeout(60_000)  # one signature may stand for a whole class
        self.page: Page = self.context.new_page()
        self.watch(self.page)

    def watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", self._hear)

    def _hear(self, message: Any) -> None:
        refused_on_purpose = re.search(r"(status of|Status Error Code) 4\d\d", message.text)
        without_line = "ERR_INTERNET_DISCONNECTED" in message.text
        if message.type == "error" and not refused_on_purpose and not without_line:
            self.problems.append(message.text)

    # ------------------------------------------------------------ going

    @property
    def inside(self) -> str:
        return f"/lsp/{self.at.slug}"

    def go(self, path: str) -> Response:
        """Open an address inside the LSP (`/…`) or a whole one."""
        answer = self.page.goto(path)
        assert answer is not None
        return answer

    def home(self) -> Response:
        return self.go("/beranda/")

    def sign_in(self, address: str, password: str = PASSWORD) -> Walker:
        self.go("/akun/login/")
        self.page.get_by_label("Surel").or_(self.page.locator("input[name=login]")).first.fill(address)
        self.page.locator("input[name=password]").fill(password)
        self.press("Masuk", within="main")
        expect(self.page).not_to_have_url(re.compile("/akun/login/"))
        return self

    def sign_out(self) -> None:
        self.go("/akun/logout/")
        self.press("Keluar", within="main")
        expect(self.page).not_to_have_url(re.compile("/akun/logout/"))

    # ------------------------------------------------------------ hands

    def tap(self, target: Locator) -> None:
        self.taps += 1
        if self.size[0] < 600:
            target.tap()
        else:
            target.click()

    def leave_by(self, target: Locator) -> None:
        """Tap what opens another page, and be there."""
        with self.page.expect_navigation():
            self.tap(target)

    def press(self, name: str, *, within: str = "body", nth: int = 0) -> None:
        """The button of this name, which sends a form."""
        self.leave_by(self.page.locator(within).get_by_role("button", name=name, exact=True).nth(nth))

    def follow(self, name: str | re.Pattern[str], *, within: str = "body", nth: int = 0) -> None:
        """The link of this name."""
        self.leave_by(self.page.locator(within).get_by_role("link", name=name, exact=True).nth(nth))

    def choose(self, name: str, *, within: str = "body", nth: int = 0) -> None:
        """The radio or checkbox of this label."""
        self.tap(self.page.locator(within).locator("label").filter(has_text=name).nth(nth))

    def write(self, label: str, text: str, *, within: str = "body", nth: int = 0) -> None:
        """Fill the field of this label and leave it, so that an autosave sees a change."""
        field = self.page.locator(within).get_by_label(label, exact=False).nth(nth)
        field.fill(text)
        field.blur()

    def fill(self, values: dict[str, str], *, within: str = "body") -> None:
        """Fill fields by their name in the form; a select gets its option."""
        for name, value in values.items():
            field = self.page.locator(within).locator(f"[name={name!r}]").first
            if field.evaluate("each => each.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    def sign(self, label: str, *, password: str = PASSWORD, within: str | None = None) -> None:
        """Agree to the statement above the button `label`, give the password where it is asked, press it."""
        box = self.page.locator(within or "section.signing").filter(
            has=self.page.get_by_role("button", name=label, exact=True)
        )
        box = box.first
        agreed = box.locator("label").filter(has_text="Saya menyetujui pernyataan ini")
        if not agreed.locator("input").is_checked():
            self.tap(agreed)
        secret = box.locator("input[type=password]")
        if secret.count():
            secret.fill(password)
        self.leave_by(box.get_by_role("button", name=label, exact=True))

    def upload(self, target: Locator, name: str, text: str = "") -> None:
        target.set_input_files({"name": name, "mimeType": "application/pdf", "buffer": pdf(text or name)})

    def autosave(self, act: Any, path: str = "") -> None:
        """Do `act` and wait until the page has saved it."""

        def is_its_answer(answer: Response) -> bool:
            return answer.request.headers.get("hx-request") == "true" and path in answer.url

        with self.page.expect_response(is_its_answer) as info:
            act()
        assert info.value.status in (200, 204), f"{info.value.url} answered {info.value.status}"
        busy = ".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added"
        expect(self.page.locator(busy)).to_have_count(0)

    # ------------------------------------------------------------ eyes

    def sees(self, text: str | re.Pattern[str], *, within: str = "main") -> None:
        expect(self.page.locator(within).get_by_text(text).first).to_be_visible()

    def told(self, text: str) -> None:
        """Somewhere on the page, unfolded or not."""
        expect(self.page.locator("body")).to_contain_text(text)

    def fact(self, label: str) -> str:
        """The value beside a label, without its note."""
        fact = self.page.locator("main dt").filter(has_text=label).first.locator("xpath=following-sibling::dd[1]")
        return fact.inner_text().split("\n")[0].strip()

    def pdf(self, href: str) -> str:
        """The text of the PDF at `href`, fetched with this person's session; waited for."""
        return pdf_text(self.fetch_pdf(href))

    def fetch_pdf(self, href: str) -> bytes:
        def arrived() -> bytes:
            answer = self.context.request.get(href)
            assert answer.status in (200, 202), f"{href} answered {answer.status}"
            if answer.status == 202:
                return b""
            assert answer.headers["content-type"] == "application/pdf"
            return bytes(answer.body())

        return until(arrived, f"the PDF {href}")

    def is_narrow(self) -> None:
        """Nothing stands beside the screen."""
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= self.size[0], f"{self.page.url} is {wide} px wide on a screen of {self.size[0]}"

    def reading(self) -> str:
        """The words on the screen, for a report."""
        self.page.screenshot(path=self.at.home / f"layar-{id(self)}.png")
        return f"{self.page.locator('body').inner_text()[:3000]}\n{self.problems}"

    def shot(self, name: str) -> None:
        if SHOTS:
            self.page.screenshot(path=Path(SHOTS) / f"{name}.png")

    def keep(self, name: str, data: bytes) -> None:
        if SHOTS:
            (Path(SHOTS) / f"{name}.pdf").write_bytes(data)

    @staticmethod
    def text_of(data: bytes) -> str:
        return pdf_text(data)

    def close(self) -> None:
        self.context.close()
        assert self.problems == []


def pdf_text(data: bytes) -> str:
    """All words of a PDF, single-spaced."""
    document = pypdfium2.PdfDocument(data)
    try:
        words = " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return " ".join(words.split())
