"""Assessment: FR.APL.02 reviewed, FR.AK.01, FR.IA.01, evidence, FR.AK.02, recommendation.

Owns `Assessment`, `Evidence`, `Judgement`, `UnitResult` (through doors only) and `JudgementDraft` (free to write).
HR-16, HR-19, HR-20, HR-21, HR-34, HR-35, HR-36, HR-40 and HR-50 are asked here.
"""
