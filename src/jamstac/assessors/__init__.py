"""Assessors: who may assess: certificate of assessor competence (MET), authorisation per scheme.

Owns `AssessorCertificate`, `Authorisation`. HR-19 (certificate valid on the day) and HR-20 (authorised and
technically competent for the scheme) live here as rules that events and assessment ask.
"""
