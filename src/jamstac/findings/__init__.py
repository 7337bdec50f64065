"""Findings: what stands in the way of a case, and what was allowed out of line.

Owns `Hold` (a case that may not be decided yet: placed above, obeyed above, HR-41), `Waiver` (an exception to a rule
whose override class is `dual` or `doc`, granted by two persons or on a document, until a day) and `Remark` (what
FR.AK.05, FR.AK.06 and FR.VA said about the process, kept for the quality system).
"""
