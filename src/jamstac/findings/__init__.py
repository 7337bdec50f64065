"""Findings: what stands in the way of a case, and what was allowed out of line.

Owns `Hold` (a case that may not be decided yet: placed above, obeyed above, HR-41) and `Waiver` (an exception to a
rule whose override class is `dual` or `doc`, granted by two persons or on a document, until a day).
"""
