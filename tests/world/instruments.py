"""The MUK of the scheme of `reference`: written by budi, validated by rina, released by maya, in force since 200 days.

Puts `toolset`, `validation`, and each instrument as `instrument.IA.02` … `instrument.IA.11`. FR.MAPA.02: potensi 1, 2
and 5 take IA.01, IA.02, IA.03 and IA.05; potensi 3 and 4 take IA.01, IA.08, IA.09 and IA.10. The other forms are
written and ticked nowhere. Everything in it is invented."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from jamstac.instruments.actions import (
    ItemInput,
    ValidationInput,
    draft_tool_set,
    release_tool_set,
    remove_instrument,
    save_instrument,
    send_tool_set,
    validate_tool_set,
)
from jamstac.instruments.models import Instrument, ToolSet, Validation
from jamstac.instruments.start import PRACTICE_INSTRUCTION
from jamstac.instruments.states import InstrumentCode
from jamstac.instruments.validation_states import BOXES, Quality, ValidationAspect
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import structure
from tests.world.base import AGREED, World, ago, today

AUTHOR, VALIDATOR = "budi", "rina"
SCENARIO = (
    "Kedai Umpama meminta halaman daftar menu yang dapat dibuka dari ponsel. Bangun halamannya, sambungkan dengan "
    "layanan harga, uji, lalu terbitkan."
)


def criteria_ids(version: SchemeVersion) -> list[UUID]:
    """The KUK of a scheme version in its order."""
    return [row.pk for tree in structure(version) for part in tree.elements for row in part.criteria]


def question(number: int, criterion: UUID, *, section: str = "") -> ItemInput:
    return {
        "text": f"Pertanyaan rekaan {number}: apa yang Anda periksa lebih dulu?",
        "key": f"Menyebut hal rekaan {number}a dan {number}b.",
        "section": section,
        "criteria": [criterion],
    }


def choice(number: int, criterion: UUID) -> ItemInput:
    """A question of four options; the right one wanders."""
    return {
        "text": f"Soal rekaan {number}: mana yang dikerjakan lebih dulu?",
        "options": [
            {"text": f"Pilihan rekaan {letter}{number}", "correct": place == number % 4}
            for place, letter in enumerate("ABCD")
        ],
        "criteria": [criterion],
    }


def written(world: World, tool_set: ToolSet, by: str = AUTHOR) -> ToolSet:
    """A draft made from the scheme, written to the end."""
    actor, kuk = world.actor(by), criteria_ids(tool_set.scheme_version)
    for instrument in Instrument.objects.filter(tool_set=tool_set):
        match instrument.code:
            case InstrumentCode.PRACTICE:  # one task for the whole scheme instead
                remove_instrument(actor, tool_set, instrument=instrument)
            case InstrumentCode.SUPPORTING:
                items = [question(number, kuk[number]) for number in range(3)]
                save_instrument(actor, tool_set, instrument=instrument, items=items)
            case InstrumentCode.CHOICE:
                items = [choice(number, kuk[number]) for number in range(6)]
                save_instrument(actor, tool_set, instrument=instrument, items=items, draw=4, minutes=15)
            case InstrumentCode.INTERVIEW:
                items = [question(number, kuk[number]) for number in range(2)]
                save_instrument(actor, tool_set, instrument=instrument, items=items)
    save_instrument(
        actor,
        tool_set,
        code=InstrumentCode.PRACTICE,
        title="Halaman menu Kedai Umpama",
        instruction=PRACTICE_INSTRUCTION,
        scenario=SCENARIO,
        equipment="Komputer dengan peramban\nPenyunting teks",
        minutes=60,
    )
    return ToolSet.objects.get(pk=tool_set.pk)


def _more(world: World, tool_set: ToolSet) -> None:
    """Forms that the map ticks nowhere: for tests that take them."""
    actor, kuk = world.actor(AUTHOR), criteria_ids(tool_set.scheme_version)
    lines = ["Tampilan sesuai rancangan", "Kode rapi", "Halaman terbuka cepat", "Tautan bekerja"]
    save_instrument(
        actor,
        tool_set,
        code="IA.04A",
        title="Proyek singkat rekaan",
        scenario="Buat rancangan rekaan untuk Kedai Umpama, lalu sajikan.",
        minutes=45,
    )
    save_instrument(
        actor,
        tool_set,
        code="IA.04B",
        title="Penyajian proyek rekaan",
        items=[question(number, kuk[number], section=f"Lingkup {number + 1}") for number in range(2)],
    )
    save_instrument(
        actor,
        tool_set,
        code="IA.06",
        title="Pertanyaan tertulis esai",
        minutes=30,
        items=[question(number, kuk[number + 6]) for number in range(2)],
    )
    save_instrument(
        actor,
        tool_set,
        code="IA.07",
        title="Pertanyaan lisan",
        items=[question(number, kuk[number + 3]) for number in range(3)],
    )
    save_instrument(
        actor,
        tool_set,
        code="IA.11",
        title="Reviu halaman web",
        items=[
            {"text": text, "section": "Spesifikasi" if place < 2 else "Performa", "criteria": [kuk[place]]}
            for place, text in enumerate(lines)
        ],
    )


def form_va(**changes: Any) -> ValidationInput:
    """A FR.VA with every box and aspect ticked and nothing found."""
    given: dict[str, Any] = {
        "held_on": today(),
        "place": "Ruang rapat LSP",
        "boxes": {part: list(boxes) for part, boxes in BOXES.items()},
        "ticks": {aspect: list(Quality.values) for aspect in ValidationAspect.values},
        "witnesses": [{"role": "assessor", "name": "Budi Rekaan", "outcome": "Sesuai"}],
    }
    return cast(ValidationInput, given | changes)


def drafted(world: World, by: str = AUTHOR) -> ToolSet:
    return draft_tool_set(world.actor(by), world.get(SchemeVersion, "version"))


def sent(world: World, tool_set: ToolSet) -> ToolSet:
    return send_tool_set(world.actor(AUTHOR), tool_set, validator=world.person(VALIDATOR), statement=AGREED)


def validated(world: World, tool_set: ToolSet) -> ToolSet:
    return validate_tool_set(world.actor(VALIDATOR), sent(world, tool_set), validation=form_va(), statement=AGREED)


def build(world: World) -> None:
    draft = written(world, drafted(world))
    _more(world, draft)
    tool_set = release_tool_set(world.actor("maya"), validated(world, draft), valid_from=ago(200))
    world.put("toolset", tool_set)
    world.put("validation", Validation.objects.get(tool_set=tool_set))
    for instrument in Instrument.objects.filter(tool_set=tool_set):
        world.put(f"instrument.{instrument.code}", instrument)
