"""Venues: tempat uji kompetensi (TUK) and their verification per scheme.

Owns `Venue`, `VenueVerification`. HR-24 belongs here; events ask it when a letter is signed and an assessment opens.
"""
