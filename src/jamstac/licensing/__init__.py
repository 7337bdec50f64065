"""Licensing: the LSP's BNSP licence, its annex (ruang lingkup), and the approval of remote assessment.

Owns `Licence`, `AnnexEntry`, `RemoteApproval`. HR-16 (licence in force and scheme in its annex on the day) and the
approval of HR-28 live here as rules that applications, events, assessment and certification ask.
"""
