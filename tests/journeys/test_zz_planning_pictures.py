from __future__ import annotations
from datetime import time
import pytest
from jamstac.events.actions import sign_assignment_letter, replace_assessor, plan_event, sign_verifier_letter
from jamstac.events.models import Event
from jamstac.schemes.models import SchemeVersion
from jamstac.venues.actions import enter_venue
from tests.cast import PASSWORD
from tests.world.base import AGREED, ahead
from tests.journeys.walker import PHONE, WIDE

def test_pictures_of_planning_are_taken(world, lsp, sit_down):
    with lsp.database():
        return _go(world, lsp, sit_down)

def _make(world):
    ev = world.get(Event, "event.planned")
    sign_assignment_letter(world.actor("surya"), ev, statement=AGREED)
    replace_assessor(world.actor("maya"), Event.objects.get(pk=ev.pk), before=world.person("budi"), after=world.person("rina"), reason="Asesor sakit sejak semalam")
    v = enter_venue(world.actor("dewi"), world.body, code="TK-1", name="Kedai Umpama", kind="Tempat Kerja", address="Jalan Umpama 3")
    e2 = plan_event(world.actor("maya"), world.body, scheme_version=world.get(SchemeVersion, "version"), venue=v, date=ahead(5), start_time=time(8), end_time=time(16))
    sign_verifier_letter(world.actor("surya"), e2, verifier=world.person("lila"), due_on=ahead(4), statement=AGREED)
    return ev.pk, e2.pk

def _shots(a, b):
    return [("maya", f"/lsp/cth/jadwal/{a}/", "record"), ("surya", f"/lsp/cth/jadwal/{b}/", "verif"), ("maya", f"/lsp/cth/jadwal/{a}/ubah", "change"),
        ("maya", "/lsp/cth/jadwal/", "list"), ("dewi", "/lsp/cth/jadwal/kalender", "month"), ("rina", "/lsp/cth/jadwal/saya", "mine"), ("dimas", "/lsp/cth/asesmen-saya/", "own"),
        ("wulan", "/lsp/cth/pengecualian/", "waivers"), ("maya", f"/lsp/cth/pengecualian/minta/HR-29/events.event/{a}", "ask"), ("surya", "/lsp/cth/pengaturan/jarak-jauh/", "remote"), ("lila", f"/lsp/cth/jadwal/{b}/verifikasi-tuk", "verification")]

def _go(world, lsp, sit_down):
    pass
