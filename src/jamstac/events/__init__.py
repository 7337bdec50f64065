"""Events: jadwal: venue, day, assessors, candidates, surat tugas.

Owns `Event`, `EventCandidate`, `AssignmentLetter`. HR-15, HR-16, HR-17, HR-19, HR-20, HR-21, HR-27, HR-31 and HR-50
are asked here; HR-21 (the letter covers the assessment) is asked again by assessment when it opens.
"""
