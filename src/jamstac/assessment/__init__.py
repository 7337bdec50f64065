"""Assessment: agreement, instruments taken, evidence, judgements, recommendation of one candidate.

Owns `Assessment` and its rows, `JudgementDraft` (free to write). HR-21, HR-34, HR-35, HR-36, HR-40 and HR-50 are
asked here. The assessor recommends; `certification` decides.
"""
