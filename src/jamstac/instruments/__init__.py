"""Instruments: the materi uji kompetensi (MUK) of a scheme version.

Owns `ToolSet` with `ToolSetAuthor`; its plan FR.MAPA.01 (`PlanRow`, `PlanTool`, `Consultation`) and its map of
instruments to potensi asesi FR.MAPA.02 (`MapCell`); `Instrument` FR.IA.01 to FR.IA.11 with `Item`, `ItemCriterion`
and `ItemOption`; and FR.VA (`Validation` with `ValidationMember`, `ValidationBox`, `ValidationTick`,
`ValidationWitness`, `ValidationFinding`, `Improvement`). HR-12 and HR-25 are asked here.
"""
