"""Assessors: who may assess: certificate of assessor competence (MET), authorisation per scheme.

Owns `AssessorCertificate`, `Authorisation`, `AssessorStatus`, `Pact`, `PactSignature`. HR-19 (certificate valid on
the day), HR-20 (authorised and technically competent for the scheme), HR-22 (active, or a trainee with a companion)
and HR-23 (pact and code of ethics signed in the version in force) live here as rules that upper apps ask.
"""
