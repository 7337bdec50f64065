"""A form of Sari that was filled in on paper, entered by one and confirmed by another."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from django.conf import settings
from django.utils import timezone

from jamstac.applications.models import Application
from jamstac.applications.paper_sheets import confirm_paper_sheet, enter_paper_sheet
from jamstac.documents import files
from jamstac.documents.models import StoredFile
from jamstac.documents.states import SheetCode
from tests.world.base import World


def scan(world: World, pages: int = 1, name: str = "pindaian.pdf") -> StoredFile:
    """A PDF of empty pages, uploaded by the admin."""
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842).close()
    path = Path(settings.HOME) / name
    document.save(path)
    document.close()
    return files.keep(path.read_bytes(), name, world.body, world.account("dewi"))


def build(world: World) -> None:
    application = world.get(Application, "application.sari")
    paper = enter_paper_sheet(
        world.actor("dewi"),
        application,
        code=SheetCode.IA08,
        file=scan(world, 2),
        filled_on=timezone.localdate(),
        reason="Listrik padam selama asesmen",
    )
    confirm_paper_sheet(world.actor("budi"), paper)
    world.put("paper.sari", paper)
