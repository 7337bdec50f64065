"""JAMSTAC, Jaminan Mutu Sistem Sertifikasi Kompetensi: the certification system of an Indonesian LSP."""

RULE_SET_VERSION = "2026.11"
"""Version of the rules in force in this code; written into every ledger entry."""
