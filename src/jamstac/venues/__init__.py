"""Venues: tempat uji kompetensi (TUK) and their verification per scheme.

Owns `Venue`, `VenueVerification`. HR-24 belongs here (enforced with the event kinds of the next issue).
"""
