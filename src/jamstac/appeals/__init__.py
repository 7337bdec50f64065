"""Appeals: a banding against an assessment decision, as the candidate files it (FR.AK.04), with its clock.

Owns `Appeal`. Its handling comes with a later issue.
"""
