from __future__ import annotations

from jamstac.documents.facts import SigningFacts
from jamstac.kernel.verdicts import Policy, Verdict, refuse_if, rule


@rule("REC-03", source="UU 11/2008 art. 11; ASM-05")
def signer_agrees(f: SigningFacts) -> Verdict:
    """A signature needs the signer's agreement to the sentence shown."""
    return refuse_if(not f.agreed, "signature.not_agreed")


@rule("SEC-02", source="UU 11/2008 art. 11")
def staff_signs_again(f: SigningFacts) -> Verdict:
    """Staff prove at the moment of signing that they are themselves."""
    return refuse_if(f.is_staff and not f.reauthenticated, "signature.no_reauthentication")


@rule("HR-50", source="ASM-05; REC-03")
def sheet_is_unsigned_by_signer(f: SigningFacts) -> Verdict:
    """A signed sheet stays as it is: nobody signs the same version twice."""
    return refuse_if(f.signed_before, "signature.signed_before")


may_sign = Policy("may_sign", signer_agrees, staff_signs_again, sheet_is_unsigned_by_signer)
