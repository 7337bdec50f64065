"""Licensing: the LSP's BNSP licence and its annex (ruang lingkup).

Owns `Licence`, `AnnexEntry`. HR-16 (licence in force and scheme in its annex on the day) lives here as a rule
that applications, events and certification ask.
"""
