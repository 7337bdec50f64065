"""Applications: FR.APL.01, FR.APL.02, their evidence, and the review by the LSP.

Owns `ApplicationDraft`, `ReviewDraft`, `FindingDraft` and their rows (free to write), `Application` and its rows
(through doors only). HR-16, HR-17, HR-30, HR-31 and HR-50 are asked here.
"""
