"""What an LSP still misses before its first scheme is open to applicants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from jamstac.assessors.selectors import assessors_for, pacts_on
from jamstac.assessors.states import PactKind
from jamstac.bodies.models import Body, NumberPattern
from jamstac.bodies.states import NumberPurpose
from jamstac.documents.sheets import edition_on
from jamstac.fees.selectors import OpenVersion, open_versions
from jamstac.instruments.selectors import tool_set_on
from jamstac.licensing.models import AnnexEntry
from jamstac.licensing.selectors import licence_on
from jamstac.parameters.keys import KEYS
from jamstac.parameters.selectors import values_on
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment
from jamstac.people.states import REQUIRED_FUNCTIONS, Function
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import versions_in_force
from jamstac.venues.models import Venue
from jamstac.venues.selectors import venues_for


@dataclass(frozen=True)
class ReadinessItem:
    """One thing an LSP needs. `count` is how many there are; `missing` names what is not there."""

    key: str
    label: str
    done: bool
    count: int
    missing: tuple[str, ...] = ()


def readiness(body: Body, day: date) -> list[ReadinessItem]:
    """In the order of the setup. Venue, assessors and price are asked for the schemes inside the annex; before
    there is one, they are not done. Some twelve queries, three more per scheme."""
    licence = licence_on(body.pk, day)
    versions = list(versions_in_force(body.pk, day))
    drafts = SchemeVersion.objects.filter(body=body, approved_at=None).count()
    annex = 0 if licence is None else AnnexEntry.objects.filter(in_force(day), licence=licence).count()
    open_ = open_versions(body.pk, day)
    scheme_ids = [row.version.scheme_id for row in open_]
    return [
        _profile(body),
        _people(body.pk, day),
        _pacts(body.pk, day),
        _item("licence", _("Lisensi BNSP yang berlaku"), int(licence is not None)),
        _item(
            "scheme",
            _("Skema yang disahkan"),
            len(versions),
            (_("%(count)d rancangan menunggu pengesahan") % {"count": drafts},) if drafts and not versions else (),
        ),
        _item("annex", _("Skema dalam ruang lingkup lisensi"), annex),
        _venue(body.pk, scheme_ids, day),
        _item(
            "assessors",
            _("Asesor bersertifikat, berwenang, dan berstatus"),
            len({person.pk for scheme in scheme_ids for person in assessors_for(body.pk, scheme, day)}),
        ),
        _tools(open_, day),
        _item(
            "price",
            _("Biaya asesmen"),
            sum(row.price is not None for row in open_),
            tuple(row.version.scheme.title for row in open_ if row.price is None),
        ),
        _numbering(body.pk, day),
        _item("editions", _("Edisi formulir yang berlaku"), int(edition_on(body.pk, day) is not None)),
        _parameters(body.pk, day),
    ]


def _item(key: str, label: str, count: int, missing: tuple[str, ...] = ()) -> ReadinessItem:
    return ReadinessItem(key, label, count > 0 and not missing, count, missing)


def _profile(body: Body) -> ReadinessItem:
    missing = tuple(
        str(Body._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
        for name in ("address", "city")
        if not getattr(body, name)
    )
    return _item("profile", _("Profil dan kop surat"), 2 - len(missing), missing)


def _people(body_id: UUID, day: date) -> ReadinessItem:
    held = set(Appointment.objects.filter(in_force(day), body_id=body_id).values_list("function", flat=True))
    missing = tuple(_(Function(each).label) for each in REQUIRED_FUNCTIONS if each not in held)
    return _item("people", _("Fungsi yang dipegang dengan SK"), len(REQUIRED_FUNCTIONS) - len(missing), missing)


def _pacts(body_id: UUID, day: date) -> ReadinessItem:
    held = pacts_on(body_id, day)
    missing = tuple(_(kind.label) for kind in PactKind if kind not in held)
    return _item("pacts", _("Pakta dan kode etik"), len(held), missing)


def _venue(body_id: UUID, scheme_ids: list[UUID], day: date) -> ReadinessItem:
    fit = {venue.pk for scheme in scheme_ids for venue in venues_for(body_id, scheme, day)}
    entered = Venue.objects.filter(body_id=body_id).exclude(pk__in=fit)
    missing = () if fit else tuple(entered.order_by("name").values_list("name", flat=True))
    return _item("venue", _("TUK terverifikasi"), len(fit), missing)


def _tools(open_: list[OpenVersion], day: date) -> ReadinessItem:
    """A released MUK for every scheme inside the annex (HR-25)."""
    bare = [row.version for row in open_ if tool_set_on(row.version.pk, day) is None]
    missing = tuple(version.scheme.title for version in bare)
    return _item("tools", _("MUK yang ditetapkan"), len(open_) - len(bare), missing)


def _numbering(body_id: UUID, day: date) -> ReadinessItem:
    rows = NumberPattern.objects.filter(in_force(day), body_id=body_id)
    held = set(rows.values_list("purpose", flat=True))
    missing = tuple(_(each.label) for each in NumberPurpose if each not in held)
    return _item("numbering", _("Pola nomor"), len(NumberPurpose) - len(missing), missing)


def _parameters(body_id: UUID, day: date) -> ReadinessItem:
    """Keys that only warn may stay unset."""
    held = values_on(body_id, day)
    asked = [key for key in KEYS.values() if not key.only_warns]
    missing = tuple(key.label for key in asked if key.key not in held)
    return _item("parameters", _("Parameter dengan dokumen sumber"), len(asked) - len(missing), missing)
