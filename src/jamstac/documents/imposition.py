"""Several small pages on one sheet of paper, to be cut. For handing out only: the records stay as they are."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pypdfium2
from pypdfium2 import raw

A4 = (595.276, 841.89)


def four_up(pdfs: Iterable[bytes]) -> bytes:
    """The pages of these PDFs (A6), four on each A4. Raises ValueError for none."""
    joined = pypdfium2.PdfDocument.new()
    for pdf in pdfs:
        each = pypdfium2.PdfDocument(pdf)
        joined.import_pages(each)
        each.close()
    if not len(joined):
        raise ValueError("nothing to print")
    paper = pypdfium2.PdfDocument(raw.FPDF_ImportNPagesToOne(joined.raw, *A4, 2, 2))
    buffer = io.BytesIO()
    paper.save(buffer)
    paper.close()
    joined.close()
    return buffer.getvalue()
