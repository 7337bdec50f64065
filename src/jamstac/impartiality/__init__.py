"""Impartiality: what an assessor declares about each candidate, what the system finds, and what was decided about it.

Owns `Declaration`, `Conflict` and its disposition by two persons. HR-03 to HR-06 live here as rules that events and
assessment ask about their pairs of assessor and candidate. Events stand above: here an event is its bare id.
"""
