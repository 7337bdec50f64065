"""Events: jadwal: venue, day, assessors, candidates, surat tugas.

Owns `Event`, `EventCandidate`, `AssignmentLetter`. HR-16, HR-17, HR-19, HR-20, HR-21 and HR-31 are asked here.
"""
