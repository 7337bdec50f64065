"""Events: jadwal: venue, day, mode, assessors, candidates, their letters, every change of the plan, and the day itself.

Owns `Event`, `EventCandidate`, `AssignmentLetter` (versions), `VerifierLetter`, `Invitation`, `EventChange`,
`Departure`, `CalendarFeed`; of the day `Attendance`, `AttendanceList`, `Incident` with `IncidentCase`, `EventPhoto`
with `PhotoSubject`, `EventMinutes`. HR-15, HR-16, HR-17, HR-19, HR-20, HR-21, HR-24, HR-27, HR-28, HR-29, HR-31,
HR-33 and HR-50 are asked here; HR-21, HR-24 and HR-28 again by assessment when a case is opened.
"""
