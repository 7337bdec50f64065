"""Reads a ministerial decree on an SKKNI: PDF with text, DOCX or plain text in, units with their criteria out.

Owns no tables and knows no Django. `read_decree` reads in this process, `worker.read_apart` in a child with limits.
Nothing is guessed silently: where the document contradicts itself, both readings stand in a `Doubt`.
"""

from jamstac.standards.skkni.model import Criterion, Decree, Doubt, Element, Listed, Unit
from jamstac.standards.skkni.parsing import read_decree
from jamstac.standards.skkni.refusals import Limits, Reason, Unreadable

__all__ = [
    "Criterion",
    "Decree",
    "Doubt",
    "Element",
    "Limits",
    "Listed",
    "Reason",
    "Unit",
    "Unreadable",
    "read_decree",
]
