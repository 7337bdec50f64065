"""Making the PDF of a sheet after the act that froze or signed it."""

from __future__ import annotations

import hashlib
from uuid import UUID

from jamstac.documents import files
from jamstac.documents.actions import attach_pdf
from jamstac.documents.catalogue import file_name
from jamstac.documents.models import Sheet, Signature, StoredFile
from jamstac.documents.render import render_pdf
from jamstac.ledger.door import SystemActor
from jamstac.ledger.jobs import job

RENDER_SHEET = "documents.render_sheet"


@job(RENDER_SHEET)
def render_sheet(sheet_id: UUID) -> None:
    """Print the sheet with the signatures it has now, keep the file, attach it. Done twice, it is there once:
    same record, same bytes, and the same bytes are stored and attached once."""
    sheet = Sheet.objects.select_related("body", "pdf").get(pk=sheet_id)
    signatures = Signature.objects.filter(sheet=sheet).count()
    pdf = render_pdf(sheet)
    sha256 = hashlib.sha256(pdf).hexdigest()
    files.put(pdf)
    if sheet.pdf is not None and sheet.pdf.sha256 == sha256:
        return
    made = StoredFile.objects.filter(body=sheet.body, sha256=sha256, uploaded_by=None).first()
    file = made or files.keep(pdf, file_name(sheet), sheet.body, None)
    attach_pdf(SystemActor("worker", sheet.body_id, time_zone=sheet.body.zone), sheet, file=file, signatures=signatures)
