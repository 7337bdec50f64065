"""Certification: pleno, decision, SK, certificate.

Owns `Meeting`, `Attendance`, `MeetingCase`, `Recusal`, `Decision`, `Decree`, `Certificate`. HR-01, HR-02, HR-07,
HR-14, HR-16, HR-36 to HR-40, HR-42, HR-43 and HR-50 are asked here; HR-46 by `Certificate.status_on`.
"""
