"""The one door of documents: the PDF of a sheet, made outside, is attached to it."""

from __future__ import annotations

from jamstac.documents.models import Sheet, Signature, StoredFile
from jamstac.kernel.verdicts import refuse_if
from jamstac.ledger.door import Act, action, store


@action("sheet.rendered", access="sheet.attach_pdf")
def attach_pdf(act: Act, sheet: Sheet, *, file: StoredFile, signatures: int) -> Sheet:
    """Keep `file` as the PDF of `sheet`. It was printed with `signatures` signatures: when one was added
    meanwhile it is out of date and refused, and the job that follows that signature prints again."""
    now = Signature.objects.filter(sheet=sheet).count()
    act.refuse(refuse_if(now != signatures, "sheet.pdf_outdated", printed=signatures, signed=now))
    sheet.pdf = file
    store(sheet, "pdf")
    act.record(code=sheet.code, version=sheet.version, signatures=signatures, sha256=file.sha256, size=file.size)
    return sheet
