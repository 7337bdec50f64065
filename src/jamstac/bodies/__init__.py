"""Bodies: the LSP (tenant): profile, letterhead, numbering.

Owns `Body`, `NumberPattern`, `IssuedNumber` and `TenantRecord`, the base of everything that belongs to one
LSP. HR-43 (a number is never given twice) has its second wall here.
"""
