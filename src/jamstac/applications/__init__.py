"""Applications: FR.APL.01, FR.APL.02, their evidence, the review by the LSP; groups, guardians, needs, reassessment.

Owns, through doors only, `Application` with `SelfAssessment`, `ApplicationEvidence` and `ElementEvidence`;
`SpecialNeed`, `GuardianConsent`, `ReassessmentRight` with `ReassessmentUnit`; `Batch` and `BatchMember`.
`ApplicationDraft`, `ReviewDraft`, `FindingDraft`, the drafts of an import and their rows are free to write.
HR-16, HR-17, HR-30, HR-31, HR-32 and HR-50 are asked here.
"""
