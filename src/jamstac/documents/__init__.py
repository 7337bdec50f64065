"""Documents: official sheets (FR.*, letters, certificates) frozen at signing, their PDFs, and evidence files.

Owns `StoredFile`, `Sheet`, `Signature`, `SheetEdition`, `PaperSheet`. What is signed is the canonical content; the
PDF is made from it by a worker (typst) and its own hash follows as a system entry. HR-50's second wall: a sheet's
content never changes. HR-26 (editions in force) and HR-60 (an edition never changes backwards) are asked here.
"""
