"""Registry: what the public may see of a certificate, and how it is asked.

Owns `VerificationReport`. HR-46 (status follows facts) and HR-49 (what is never shown) are asked here.
Nobody can list holders: printed fields need the QR, the code, or number and name.
"""
