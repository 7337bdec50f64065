"""The look: components, layouts, accounts' pages, colours. What every page may rely on."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.core import mail
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template import engines
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django_cotton.compiler_regex import CottonCompiler

from jamstac.ui.views import REASONS, TIMELINE

SOURCE = Path(__file__).parents[2] / "src" / "jamstac"
UI = SOURCE / "ui"
COMPONENTS = sorted((UI / "templates" / "cotton").glob("*.html"))
STYLE = UI / "static" / "ui"


class Page(HTMLParser):
    """What a test asks about HTML: every element with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name == tag]

    def ids(self) -> Counter[str]:
        return Counter(str(attrs["id"]) for _tag, attrs in self.elements if attrs.get("id"))


def a_request(path: str = "/") -> HttpRequest:
    return RequestFactory().get(path)


def drawn(source: str, request: HttpRequest | None = None, **context: Any) -> str:
    written = CottonCompiler().process(source)
    return str(engines["django"].from_string(written).render(context, request or a_request()))


class Person(forms.Form):
    name = forms.CharField(label="Nama", help_text="Seperti pada KTP.")
    note = forms.CharField(label="Catatan", required=False, widget=forms.Textarea)
    born = forms.DateField(label="Lahir")
    scan = forms.FileField(label="KTP")
    kind = forms.ChoiceField(label="Jenis", widget=forms.RadioSelect, choices=[("a", "Satu"), ("b", "Dua")])
    sure = forms.BooleanField(label="Benar")


@pytest.fixture
def gallery(client: Client) -> Page:
    return Page(client.get("/tampilan/").content.decode())


def test_the_gallery_is_open_to_everybody(client: Client) -> None:
    assert client.get("/tampilan/").status_code == 200


def test_every_component_is_used() -> None:
    shown = "".join(path.read_text() for path in SOURCE.glob("*/templates/**/*.html"))
    missing = [path.stem for path in COMPONENTS if f"<c-{path.stem.replace('_', '-')}" not in shown]
    assert missing == []


def test_no_two_elements_of_a_page_have_one_id(gallery: Page) -> None:
    assert [name for name, times in gallery.ids().items() if times > 1] == []


def test_what_an_element_says_it_is_described_by_is_on_the_page(gallery: Page) -> None:
    named = [
        (attribute, value)
        for _tag, attrs in gallery.elements
        for attribute in ("aria-describedby", "aria-labelledby", "for")
        for value in (attrs.get(attribute) or "").split()
    ]
    assert len(named) > 40
    assert [pair for pair in named if pair[1] not in gallery.ids()] == []


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_without_anything_still_renders(path: Path) -> None:
    if path.stem in {"field", "icon", "script"}:
        needs = {
            "field": '<c-field :field="form.name" />',
            "icon": '<c-icon name="check" />',
            "script": '<c-script src="ui/app.js" />',
        }
        assert drawn(needs[path.stem], form=Person()).strip()
        return
    name = path.stem.replace("_", "-")
    html = drawn(f"<c-{name}>isi</c-{name}>")
    assert "<c-" not in html
    assert "{{" not in html


def test_an_act_is_a_form_that_posts_with_a_token() -> None:
    page = Page(drawn('<c-act label="Kirim" action="/kirim" primary><input name="alasan"></c-act>'))
    assert page.all("form")[0]["method"] == "post"
    assert page.all("form")[0]["action"] == "/kirim"
    assert {field["name"] for field in page.all("input")} == {"csrfmiddlewaretoken", "alasan"}
    assert page.all("button")[0]["data-kind"] == "primary"


def test_an_act_that_is_not_possible_keeps_its_place_and_says_every_reason() -> None:
    html = drawn('<c-act label="Ajukan" action="/x" :reasons="reasons" />', reasons=REASONS)
    page = Page(html)
    button = page.all("button")[0]
    assert button["aria-disabled"] == "true"
    assert "disabled" not in button
    assert button["type"] == "button"
    assert page.ids()[str(button["aria-describedby"])] == 1
    assert page.all("form") == []
    for reason in REASONS:
        assert all(text in html for text in (reason.rule, reason.source, reason.sentence, reason.remedy))


def test_an_act_inside_a_form_is_a_button_of_that_form() -> None:
    page = Page(drawn('<c-form action="/a"><c-act label="Lain" action="/b" /></c-form>'))
    assert len(page.all("form")) == 1
    assert page.all("button")[0]["formaction"] == "/b"


def test_a_field_has_its_label_hint_and_word_for_optional() -> None:
    form = Person()
    name = Page(drawn('<c-field :field="form.name" />', form=form))
    assert name.all("label")[0]["for"] == "id_name"
    assert name.all("input")[0]["aria-describedby"] == "id_name-petunjuk"
    assert "boleh kosong" not in drawn('<c-field :field="form.name" />', form=form)
    assert "boleh kosong" in drawn('<c-field :field="form.note" />', form=form)
    assert Page(drawn('<c-field :field="form.born" />', form=form)).all("input")[0]["type"] == "date"
    assert Page(drawn('<c-field :field="form.scan" />', form=form)).all("input")[0]["type"] == "file"
    assert Page(drawn('<c-field :field="form.kind" />', form=form)).all("fieldset") != []


def test_a_date_is_given_to_the_picker_as_it_wants_it() -> None:
    form = Person(initial={"born": date(2001, 2, 3)})
    assert 'value="2001-02-03"' in drawn('<c-field :field="form.born" />', form=form)


def test_a_wrong_field_says_so_to_the_eye_and_to_a_screen_reader() -> None:
    form = Person({"name": ""})
    html = drawn('<c-errors :form="form" /><c-field :field="form.name" />', form=form)
    field = Page(html).all("input")[0]
    assert field["aria-invalid"] == "true"
    assert field["aria-describedby"] == "id_name-petunjuk id_name-galat"
    assert 'href="#id_name"' in html


def test_signing_asks_the_sentence_the_agreement_and_the_button_or_says_why_not() -> None:
    ready = drawn('<c-signing :form="form" sentence="Saya benar." primary />', form=Person())
    assert "Saya benar." in ready
    assert Page(ready).all("button")[-1]["type"] == "submit"
    refused = drawn('<c-signing :form="form" sentence="Saya benar." :reasons="why" />', form=Person(), why=REASONS)
    assert Page(refused).all("button")[0]["aria-disabled"] == "true"
    assert REASONS[0].sentence in refused


def test_the_second_answer_of_a_judgement_is_the_no_side() -> None:
    html = drawn('<c-seg name="k" :options="options" value="n" />', options=[("y", "Ya"), ("n", "Tidak")])
    yes, no = Page(html).all("input")
    assert "data-no" in no
    assert "data-no" not in yes
    assert "checked" in no


def test_a_timeline_tells_who_what_when_and_which_rule_refused() -> None:
    html = drawn('<c-timeline :entries="entries" />', entries=TIMELINE)
    assert "1.187" in html
    assert "Ditolak:" in html
    assert "HR-37" in html
    assert "hari ini" in html
    assert "Belum ada yang tercatat" in drawn('<c-timeline :entries="none" />', none=[])


def test_a_pager_keeps_the_filters_of_the_page() -> None:
    page = Paginator(range(9), 3).get_page(2)
    html = drawn('<c-pager :page="page" />', a_request("/?q=sari"), page=page)
    assert "q=sari&amp;page=3" in html
    assert "4 sampai 6 dari 9" in html


def test_a_second_list_on_a_page_turns_by_itself() -> None:
    page = Paginator(range(30), 10).get_page(2)
    html = drawn('<c-pager :page="page" param="belum" />', a_request("/?page=4&belum=2"), page=page)
    assert 'href="?page=4&amp;belum=1"' in html
    assert 'href="?page=4&amp;belum=3"' in html


def test_attributes_of_htmx_go_through_to_the_element() -> None:
    form = Page(drawn('<c-form hx-post="/simpan" hx-trigger="change" />')).all("form")[0]
    assert (form["hx-post"], form["hx-trigger"]) == ("/simpan", "change")


def test_what_a_person_typed_is_never_html() -> None:
    html = drawn('<c-status tone="ok">{{ x }}</c-status><c-head title="{{ x }}" /><c-file :name="x" />', x="<b>&")
    assert "<b>&" not in html
    assert html.count("&lt;b&gt;&amp;") >= 3


@pytest.mark.parametrize("layout", ["ui/staff.html", "ui/self.html", "ui/public.html", "ui/letter.html"])
def test_a_layout_stands_without_menu_person_or_lsp(layout: str) -> None:
    page = Page(drawn('{% extends "' + layout + '" %}{% block content %}<h1>x</h1>{% endblock %}'))
    assert page.all("html")[0]["lang"] == "id"
    assert page.all("main")[0]["id"] == "isi"
    assert page.all("title") != []


def test_a_refusal_page_says_what_why_and_that_it_is_recorded() -> None:
    context = {"reasons": REASONS, "seq": 1188, "back": "/kembali"}
    html = render_to_string("people/refused.html", context, a_request())
    assert "tidak ada yang diubah" in html
    assert "dicatat sebagai nomor 1.188" in html
    assert 'href="/kembali"' in html
    for reason in REASONS:
        assert all(text in html for text in (reason.rule, reason.source, reason.sentence, reason.remedy))


@pytest.mark.parametrize("name", ["404.html", "403.html", "403_csrf.html", "people/no_role.html"])
def test_an_error_page_has_one_title_and_a_way_on(name: str) -> None:
    page = Page(render_to_string(name, {}, a_request()))
    assert len(page.all("h1")) == 1
    assert any(link["href"] == "/" for link in page.all("a"))


def test_the_page_of_a_crash_needs_nothing() -> None:
    assert "tidak dicatat" in render_to_string("500.html")


def test_every_page_forbids_what_is_not_ours(client: Client) -> None:
    policy = client.get("/tampilan/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", ["/tampilan/", "/akun/login/", "/akun/signup/", "/akun/password/reset/"])
def test_a_page_runs_no_script_of_its_own_and_has_no_style_of_its_own(client: Client, path: str) -> None:
    page = Page(client.get(path).content.decode())
    scripts = page.all("script")
    assert scripts != []
    assert all(script.get("src") or script.get("type") == "application/json" for script in scripts)
    assert page.all("style") == []
    assert [attrs for _tag, attrs in page.elements if "style" in attrs] == []
    assert [name for _tag, attrs in page.elements for name in attrs if name.startswith("on")] == []


def test_the_way_in_speaks_indonesian_and_offers_a_passkey(client: Client) -> None:
    html = client.get("/akun/login/").content.decode()
    assert "Kata sandi" in html
    assert 'id="passkey_login"' in html
    assert "allauth.webauthn.forms.loginForm" in html


@pytest.mark.parametrize("path", ["signup/", "login/", "password/reset/"])
def test_an_address_is_called_surel_on_every_way_in(client: Client, world: Any, path: str) -> None:
    html = client.get(f"/akun/{path}").content.decode()
    assert "Surel" in html
    assert "E-mail" not in html


def test_an_address_that_is_none_is_told_in_our_words(client: Client, world: Any) -> None:
    html = client.post("/akun/password/reset/", {"email": "bukan alamat"}).content.decode()
    assert "Tulis alamat surel yang benar." in html


def test_a_wrong_password_is_said_in_a_notice(client: Client, world: Any) -> None:
    response = client.post("/akun/login/", {"login": "tidak@ada.example", "password": "salah-sekali"})
    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()


def test_the_letters_of_an_account_are_ours(client: Client, world: Any) -> None:
    client.post(
        "/akun/signup/", {"email": "baru@contoh.example", "password1": "kata-sandi-7", "password2": "kata-sandi-7"}
    )
    letter = mail.outbox[-1]
    assert letter.subject == "Buktikan alamat surel Anda"
    assert "/akun/confirm-email/" in letter.body
    assert "Hello" not in letter.body


@pytest.mark.parametrize(
    "path",
    [
        "2fa/",
        "2fa/webauthn/",
        "2fa/recovery-codes/generate/",
        "email/",
        "password/change/",
        "logout/",
        "reauthenticate/",
    ],
)
def test_the_pages_of_an_account_stand(visit: Any, path: str) -> None:
    response = visit("dewi").get(f"/akun/{path}", follow=True)
    assert response.status_code == 200
    assert len(Page(response.content.decode()).all("h1")) == 1


def test_page_templates_hold_no_look() -> None:
    """Classes, styles and scripts live in components; a page says what things are."""
    pages = [path for path in SOURCE.glob("*/templates/**/*.html") if "ui" not in path.relative_to(SOURCE).parts[:1]]
    found = [
        f"{path.relative_to(SOURCE)}: {match.group()}"
        for path in pages
        for match in re.finditer(r"\s(?:class|style|on[a-z]+)\s*=|<script|<style", path.read_text())
    ]
    assert pages != []
    assert found == []


def test_page_templates_use_only_components_that_exist() -> None:
    known = {path.stem.replace("_", "-") for path in COMPONENTS} | {"vars", "slot"}
    used = {
        (name, str(path.relative_to(SOURCE)))
        for path in SOURCE.glob("*/templates/**/*.html")
        for name in re.findall(r"<c-([a-z-]+)", path.read_text())
    }
    assert [pair for pair in sorted(used) if pair[0] not in known] == []


def _roles(block: str) -> dict[str, str]:
    return {name: value.strip() for name, value in re.findall(r"--([a-z0-9-]+):\s*([^;]+);", block)}


TOKENS = (STYLE / "tokens.css").read_text()
LIGHT = _roles(TOKENS[: TOKENS.index("@media")])
DARK_BLOCKS = [
    _roles(block)
    for block in re.findall(r"color-scheme: dark;(.*?)\}", TOKENS[TOKENS.index("prefers-color-scheme") :], re.S)
]


def test_the_two_dark_blocks_are_one() -> None:
    assert len(DARK_BLOCKS) == 2
    assert DARK_BLOCKS[0] == DARK_BLOCKS[1] != {}


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted([_luminance(one), _luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _colour(scheme: dict[str, str], role: str) -> str:
    value = scheme.get(role) or LIGHT[role]
    inner = re.fullmatch(r"var\(--([a-z0-9-]+)\)", value)
    return _colour(scheme, inner.group(1)) if inner else value


@pytest.mark.parametrize("scheme", [LIGHT, {**LIGHT, **DARK_BLOCKS[0]}], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "ground", "needed"),
    [
        ("text", "page", 7),
        ("text", "sunken", 7),
        ("text", "sheet", 7),
        ("text-2", "sheet", 4.5),
        ("text-3", "sheet", 4.5),
        ("text-3", "page", 4.5),
        ("text-3", "sunken", 4.5),
        ("act-text", "act", 4.5),
        ("act-text", "act-hover", 4.5),
        ("link", "page", 4.5),
        ("act", "act-tint", 4.5),
        ("text-3", "act-tint", 4.5),
        ("law", "sheet", 4.5),
        ("law", "law-tint", 4.5),
        ("law", "sunken", 4.5),
        ("ok", "ok-tint", 4.5),
        ("warn", "warn-tint", 4.5),
        ("bad", "bad-tint", 4.5),
        ("law", "bad-tint", 4.5),
        ("text-2", "warn-tint", 4.5),
        ("ok", "page", 4.5),
        ("warn", "page", 4.5),
        ("bad", "page", 4.5),
        ("sheet", "text-2", 4.5),
        ("control-line", "sheet", 3),
        ("focus", "sheet", 3),
        ("focus", "page", 3),
        ("chart-ink", "sheet", 3),
        ("chart-limit", "sheet", 3),
    ],
)
def test_a_role_can_be_read_on_its_ground(scheme: dict[str, str], front: str, ground: str, needed: float) -> None:
    assert _contrast(_colour(scheme, front), _colour(scheme, ground)) >= needed


def test_only_the_tokens_name_a_colour() -> None:
    rest = {path.name: path.read_text() for path in STYLE.glob("*.css") if path.name != "tokens.css"}
    named = {
        name: [
            found
            for found in re.findall(r"#[0-9a-f]{3,8}\b", text)
            if found not in {"#fff", "#000", "#333", "#bbb", "#888"}
        ]
        for name, text in rest.items()
    }
    assert {name: found for name, found in named.items() if found} == {}
