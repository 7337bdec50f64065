"""Impartiality: what an assessor declares about each candidate, what the system finds, and what was decided about it.

Owns `Declaration`, `Conflict` and its disposition by two persons. HR-03 to HR-06.
"""
