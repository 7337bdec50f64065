"""Certification: pleno, decision, SK, certificate.

Owns `Meeting`, `Attendance`, `MeetingCase`, `Recusal`, `Decision`, `Decree`, `Certificate`. HR-01, HR-02, HR-07,
HR-16, HR-36 to HR-40, HR-42 and HR-43 are asked here.
"""
