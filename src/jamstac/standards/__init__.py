"""Standards: what competence is measured against: SKKNI, standar khusus, internasional.

Owns `Standard`, `Unit`, `Element`, `Criterion` (KUK). Codes and titles as the deciding document prints them.
"""
