"""Instruments: the materi uji kompetensi (MUK) of a scheme version.

Owns `ToolSet` with its plan (FR.MAPA.01), its map of instruments to potensi asesi (FR.MAPA.02), the instruments
FR.IA.01 to FR.IA.11 with their items, and validation (FR.VA). HR-12, HR-25.
"""
