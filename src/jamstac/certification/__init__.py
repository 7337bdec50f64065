"""Certification: pleno, decision, SK, certificate.

Owns `Meeting`, `CommitteeLetter`, `Attendance`, `MeetingCase`, `Recusal`, `Decision` with `DecisionMember`, `Decree`,
`Certificate`. HR-01, HR-02, HR-07, HR-14, HR-15, HR-16, HR-36, HR-37, HR-38, HR-39, HR-40, HR-41, HR-42, HR-43 and
HR-50 are asked here; HR-46 by `Certificate.status_on`.
"""
