"""The steps one assessor does for many candidates at once: the act of each row is the act of its own page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from jamstac.assessment import planning, takings, texts
from jamstac.assessment.actions import (
    check_identity,
    mark_taking,
    open_assessment,
    plan_case,
    propose_agreement,
    recommend,
    review_self_assessment,
    show_taking,
)
from jamstac.assessment.adjustments import FITS
from jamstac.assessment.forms import IdentityForm, PotentialForm, RecommendationForm
from jamstac.assessment.models import Assessment, Taking
from jamstac.assessment.takings import Vatm
from jamstac.assessment.views import together_rows as rows
from jamstac.assessment.views.assessor import evidence_kinds
from jamstac.assessment.views.together_rows import Day, Row
from jamstac.documents.facts import Statement
from jamstac.events.actions import check_in
from jamstac.events.states import CheckInVia

READ = gettext_lazy("Baca")


@dataclass(frozen=True)
class Given:
    """What was sent with one step, for all its rows."""

    statement: Statement
    chosen: dict[str, Any]
    vatm: Vatm
    data: QueryDict


@dataclass(frozen=True)
class Together:
    """One step: who waits at it, and what is done with each."""

    code: str
    title: Promise
    button: Promise
    find: Callable[[Day], list[Row]]
    act: Callable[[Day, Any, Given], object]
    sentence: str = ""
    note: Promise | str = ""
    form: type[forms.Form] | None = None
    vatm: bool = False
    link: Promise = READ


# ---------------------------------------------------------------- the act of one row


def _review(day: Day, case: Assessment, given: Given) -> object:
    return review_self_assessment(day.request.actor, case, can_continue=True, note="", statement=given.statement)


def _plan(day: Day, case: Assessment, given: Given) -> object:
    return plan_case(
        day.request.actor,
        case,
        potential=given.chosen["potensi"],
        adjustments=planning.proposed_adjustments(case),
        fit=FITS,
        statement=given.statement,
    )


def _propose(day: Day, case: Assessment, given: Given) -> object:
    kinds = evidence_kinds(day.progress[case.pk])
    return propose_agreement(day.request.actor, case, evidence_kinds=kinds, statement=given.statement)


def _finish(day: Day, paper: Taking, given: Given) -> object:
    marks = rows.marks_by_key(takings.items_of(paper))
    return mark_taking(
        day.request.actor, paper, marks=marks, feedback=paper.feedback, product=paper.product, vatm=given.vatm
    )


def _recommend(day: Day, case: Assessment, given: Given) -> object:
    form = RecommendationForm(given.data, prefix=str(case.pk))
    form.is_valid()
    return recommend(
        day.request.actor,
        case,
        **{name: form.cleaned_data.get(name, "") for name in ("feedback", "follow_up", "comment")},
        statement=given.statement,
        result=given.data.get(f"hasil-{case.pk}", ""),
    )


STEPS = (
    Together(
        "hadir",
        gettext_lazy("Catat hadir"),
        gettext_lazy("Catat hadir yang dicentang"),
        rows.arriving,
        lambda day, row, _given: check_in(day.request.actor, row, via=CheckInVia.LIST),
        note=gettext_lazy("Hilangkan centang yang belum tiba. Identitas setiap orang sudah dilihat."),
        link=gettext_lazy("Hari asesmen"),
    ),
    Together(
        "buka",
        gettext_lazy("Buka asesmen"),
        gettext_lazy("Buka asesmen yang dicentang"),
        rows.opening,
        lambda day, row, _given: open_assessment(day.request.actor, row),
        link=gettext_lazy("Hari asesmen"),
    ),
    Together(
        "tinjau",
        gettext_lazy("Tinjau FR.APL.02"),
        gettext_lazy("Tandatangani tinjauan yang dicentang"),
        rows.reviewing,
        _review,
        sentence=texts.REVIEW_TOGETHER,
        note=gettext_lazy("Yang dicentang dinyatakan dapat dilanjutkan."),
    ),
    Together(
        "identitas",
        gettext_lazy("Periksa identitas"),
        gettext_lazy("Identitas yang dicentang cocok"),
        rows.identifying,
        lambda day, case, given: check_identity(day.request.actor, case, document=given.chosen["document"]),
        note=gettext_lazy("Cocokkan wajah, nama, dan tanggal lahir setiap asesi. Nomor dan fotonya tidak disimpan."),
        form=IdentityForm,
    ),
    Together(
        "rencana",
        gettext_lazy("FR.AK.07, rencana dan penyesuaian"),
        gettext_lazy("Tandatangani FR.AK.07 yang dicentang"),
        rows.making_plans,
        _plan,
        sentence=texts.PLAN,
        note=gettext_lazy("Tanpa penyesuaian, dengan instrumen menurut FR.MAPA.02. Yang lain dibuat pada halamannya."),
        form=PotentialForm,
        link=gettext_lazy("Buat sendiri"),
    ),
    Together(
        "persetujuan",
        gettext_lazy("FR.AK.01, persetujuan"),
        gettext_lazy("Tandatangani FR.AK.01 yang dicentang"),
        rows.proposing,
        _propose,
        sentence=texts.ASSESSOR_AGREEMENT,
        note=gettext_lazy("Bukti yang akan dikumpulkan mengikuti rencana setiap asesi."),
    ),
    Together(
        "mulai",
        gettext_lazy("Tugas bagi asesi"),
        gettext_lazy("Mulai: buka bagi asesi"),
        rows.beginning,
        lambda day, paper, _given: show_taking(day.request.actor, paper),
        note=gettext_lazy("Asesi membaca tugasnya, dan waktunya berjalan."),
    ),
    Together(
        "selesai",
        gettext_lazy("Tugas yang sedang dikerjakan"),
        gettext_lazy("Selesai, yang dicentang"),
        rows.finishing,
        _finish,
        note=gettext_lazy("Hilangkan centang yang tugasnya belum selesai."),
        vatm=True,
    ),
    Together(
        "nilai",
        gettext_lazy("Tes tertulis yang diserahkan"),
        gettext_lazy("Nilai yang dicentang"),
        rows.marking,
        _finish,
        note=gettext_lazy("Nilai yang tampak adalah usulan dari kunci jawaban; Andalah yang menilai."),
        vatm=True,
    ),
    Together(
        "rekomendasi",
        gettext_lazy("Rekomendasi"),
        gettext_lazy("Tandatangani rekomendasi yang dicentang"),
        rows.recommending,
        _recommend,
        sentence=texts.RECOMMENDATION,
        note=gettext_lazy("Hasilnya dihitung dari penilaian KUK."),
    ),
)
