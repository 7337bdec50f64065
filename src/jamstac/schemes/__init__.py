"""Schemes: what an LSP certifies: scheme, versions, units, requirements, certificate rule.

Owns `Scheme`, `SchemeVersion`, `SchemeUnit`, `Requirement`. HR-17 (a scheme not in force takes no applications) lives
here as a rule that applications and events ask; HR-18 (a scheme cites a standard in force) is asked at approval.
"""
