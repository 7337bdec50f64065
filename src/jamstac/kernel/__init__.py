"""Kernel: pure Python under everything else. No Django, no I/O.

Owns verdicts and the rule register, periods in force, working days, canonical JSON (RFC 8785),
UUIDv7 (RFC 9562), the Merkle tree (RFC 6962) and signed notes (C2SP). No HR id lives here; the
catalogue of all sixty does.
"""
