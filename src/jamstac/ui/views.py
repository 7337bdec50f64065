"""The gallery: every component in every state, for those who build pages and for the eye that checks them."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import segno
from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jamstac.ui.why import Reason


class ExampleForm(forms.Form):
    name = forms.CharField(label=_("Nama lengkap"), help_text=_("Seperti pada kartu identitas."), initial="Sari Contoh")
    phone = forms.CharField(label=_("Nomor ponsel"), widget=forms.TextInput(attrs={"type": "tel"}))
    note = forms.CharField(label=_("Catatan"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    scheme = forms.ChoiceField(label=_("Skema"), choices=[("a", "Penyeduh Kopi"), ("b", "Juru Saji")])
    born = forms.DateField(label=_("Tanggal lahir"))
    start = forms.TimeField(label=_("Mulai pukul"))
    document = forms.FileField(label=_("Foto KTP"), help_text=_("JPG, PNG, atau PDF sampai 10 MB."))
    purpose = forms.ChoiceField(
        label=_("Tujuan sertifikasi"),
        widget=forms.RadioSelect,
        choices=[("new", _("Sertifikasi")), ("renew", _("Sertifikasi ulang"))],
    )
    methods = forms.MultipleChoiceField(
        label=_("Metode"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("observe", _("Observasi langsung")), ("ask", _("Pertanyaan lisan"))],
    )

    def clean_phone(self) -> str:
        raise forms.ValidationError(_("Nomor kurang panjang: tulis 10 sampai 13 angka."))


class ExampleSigning(forms.Form):
    agree = forms.BooleanField(label=_("Saya menyetujui pernyataan ini"))
    password = forms.CharField(
        label=_("Kata sandi"),
        help_text=_("Ditanya lagi, karena ini tanda tangan Anda."),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


@dataclass(frozen=True)
class ExampleLine:
    """As a line of the ledger's timeline."""

    seq: int
    days_ago: int
    what: str
    who: str
    refused: bool = False
    rules: list[str] = field(default_factory=list)
    tone: str = "ok"

    @property
    def at(self) -> Any:
        return timezone.now() - timedelta(days=self.days_ago)


REASONS = [
    Reason(
        "HR-37",
        "ISO/IEC 17024 9.4.1",
        "Keputusan hanya atas berkas yang lengkap. FR.AK.03 belum diisi asesi.",
        "Ingatkan asesi mengisi FR.AK.03.",
        "example.incomplete",
    ),
    Reason(
        "HR-41",
        "IQA-09",
        "Wulan Tamsil menahan berkas ini untuk sampling mutu sejak Sabtu.",
        "Lepas setelah sampling S-031 dinilai, tenggat 25 November.",
        "example.held",
    ),
]
TIMELINE = [
    ExampleLine(1187, 0, "ajukan ke pleno", "Dewi Misal", refused=True, rules=["HR-37", "HR-41"]),
    ExampleLine(1171, 2, "Berkas ditahan untuk sampling mutu", "Wulan Tamsil", tone="warn"),
    ExampleLine(1168, 2, "Rekomendasi ditulis: Kompeten", "Budi Rekaan"),
    ExampleLine(1042, 400, "Permohonan diterima", "Dewi Misal"),
]
COLOURS = [
    ("page", _("kain dasar")),
    ("sunken", _("kepala tabel")),
    ("line", _("garis")),
    ("control", _("tepi isian")),
    ("text", _("tinta")),
    ("text-3", _("keterangan")),
    ("act", _("nila, tindakan")),
    ("act-tint", _("langkah kini")),
    ("law", _("soga, aturan")),
    ("law-tint", _("kepala publik")),
    ("ok", _("daun")),
    ("ok-tint", ""),
    ("warn", _("kunyit")),
    ("warn-tint", ""),
    ("bad", _("secang")),
    ("bad-tint", ""),
]
SHAPES = [
    ("ok", "tick", _("Berlaku"), _("selesai, berlaku")),
    ("go", "half", _("Sedang diperiksa"), _("berjalan")),
    ("idle", "ring", _("Belum ada"), _("belum mulai")),
    ("warn", "warn", _("Perlu diganti"), _("perlu seseorang")),
    ("warn", "held", _("Dibekukan"), _("ditahan, dibekukan")),
    ("bad", "bad", _("Lewat 3 hari"), _("ditolak, lewat, dicabut")),
    ("idle", "dash", _("Tidak berlaku"), _("tidak berlaku, tidak ikut")),
    ("idle", "unknown", _("Nomor tidak dikenal"), _("tidak diketahui")),
]


def _qr(text: str) -> str:
    buffer = io.BytesIO()
    segno.make(text, error="m", micro=False).save(buffer, kind="svg", border=0, xmldecl=False)
    return buffer.getvalue().decode().strip()


def gallery(request: HttpRequest) -> HttpResponse:
    wrong = ExampleForm({"name": "Sari Contoh", "phone": "0812 0000", "purpose": "new"}, auto_id="wrong_%s")
    wrong.full_clean()
    context = {
        "form": ExampleForm(initial={"born": timezone.localdate().replace(year=2001), "purpose": "new"}),
        "wrong": wrong,
        "signing": ExampleSigning(auto_id="sign_%s"),
        "reasons": REASONS,
        "timeline": TIMELINE,
        "colours": COLOURS,
        "shapes": SHAPES,
        "judgement": [("yes", _("Ya")), ("no", _("Tidak"))],
        "outcomes": [("K", _("Kompeten")), ("BK", _("Belum Kompeten"))],
        "vatm": {"valid": True, "authentic": True, "current": True, "sufficient": False},
        "ages": [23, 16, 11, 8, 3, 2, 1],
        "rows": Paginator(range(1, 74), 3).get_page(2),
        "qr": _qr("C0NT0HSAJA00"),
        "later": timezone.now() + timedelta(minutes=50),
        "soon": timezone.now() + timedelta(seconds=100),
        "gone": timezone.now() - timedelta(minutes=1),
        "weekdays": [_("Sen"), _("Sel"), _("Rab"), _("Kam"), _("Jum"), _("Sab"), _("Min")],
    }
    return render(request, "ui/gallery.html", context)


gallery.access = "public"  # type: ignore[attr-defined]
