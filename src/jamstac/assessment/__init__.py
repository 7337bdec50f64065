"""Assessment: FR.APL.02 reviewed, FR.AK.07, FR.AK.01, FR.IA.01 to FR.IA.11, FR.AK.02, FR.AK.05, FR.AK.06.

Owns, through doors only, `Assessment` and its rows (`AssessmentRow`): the plan (`PlannedInstrument`, `Adjustment`),
what was taken (`Taking`, `TakingItem`), what others said (`ThirdParty`, `ThirdPartyAnswer`), `Evidence` with its KUK
(`EvidenceCriterion`), `Judgement`, `UnitResult`; and the assessors' own reports (`AssessorReport`, `ProcessReview`,
`ReviewTick`). `JudgementDraft` and `AnswerDraft` are free to write. HR-16, HR-19, HR-20, HR-21, HR-25, HR-33, HR-34,
HR-35, HR-36, HR-40 and HR-50 are asked here.
"""
