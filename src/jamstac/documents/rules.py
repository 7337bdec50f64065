from __future__ import annotations

import re

from jamstac.documents.facts import (
    EditionChangeFacts,
    EditionFacts,
    PaperEntryFacts,
    PaperRejectionFacts,
    PaperSettlingFacts,
    SigningFacts,
)
from jamstac.documents.states import PRINTED_EDITION, PaperState
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


@rule("HR-26", source="ISO/IEC 17024 10.2.3; DOC-04")
def edition_is_in_force(f: EditionFacts) -> Verdict:
    """A new form is made with the edition in force that day; without one none is made."""
    return refuse_if(f.edition is None, "sheet.no_edition", family=f.family, day=f.day.isoformat())


def is_older_than_printed(edition: str) -> bool:
    """The sheets have the order and the words of the edition of 2023: an edition named after an earlier year asks for
    others (by unit, without FR.AK.07, with other columns), and would be printed falsely."""
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", edition)
    return year is not None and int(year.group()) < int(PRINTED_EDITION)


@rule("HR-26", source="ISO/IEC 17024 10.2.3; DOC-04")
def edition_is_printed_here(f: EditionFacts) -> Verdict:
    """No form is made that says an edition whose words it does not have. What was filled in on paper keeps its own."""
    older = f.edition is not None and not f.on_paper and is_older_than_printed(f.edition)
    return refuse_if(older, "sheet.edition_not_printed", edition=f.edition, printed=PRINTED_EDITION)


may_freeze = Policy("may_freeze", edition_is_in_force, edition_is_printed_here)
may_sign = Policy("may_sign", signer_agrees, staff_signs_again, sheet_is_unsigned_by_signer, covers=(may_freeze,))
"""Whoever signs a sheet may have to make it first: a door that declares `may_sign` declares `may_freeze`."""


@rule("HR-26", source="ISO/IEC 17024 10.2.3; DOC-04")
def edition_is_named_with_its_source(f: EditionChangeFacts) -> Verdict:
    """A change of edition names the edition and the document that decided it."""
    return refuse_if(not (f.edition and f.source_given), "edition.no_source")


@rule("HR-60", source="ISO/IEC 17024 10.2.3")
def edition_never_changes_backwards(f: EditionChangeFacts) -> Verdict:
    """Records made so far keep their edition: another one starts today or later."""
    return refuse_if(f.current is not None and f.start < f.today, "edition.backwards")


@rule("HR-26", source="ISO/IEC 17024 10.2.3; DOC-04")
def edition_is_another(f: EditionChangeFacts) -> Verdict:
    """What is in force already needs no change."""
    return refuse_if(f.current == f.edition, "edition.same", edition=f.edition)


@rule("HR-26", source="ISO/IEC 17024 10.2.3; DOC-04")
def edition_to_come_is_printed_here(f: EditionChangeFacts) -> Verdict:
    """An edition older than the printed one stands for the papers of its time; nothing is made with it from today."""
    older = f.start >= f.today and is_older_than_printed(f.edition)
    return refuse_if(older, "edition.not_printed", edition=f.edition, printed=PRINTED_EDITION)


may_set_edition = Policy(
    "may_set_edition",
    edition_is_named_with_its_source,
    edition_never_changes_backwards,
    edition_is_another,
    edition_to_come_is_printed_here,
)


@rule("REC-01", source="ISO/IEC 17024 7.3")
def paper_is_of_a_given_case(f: PaperEntryFacts | PaperSettlingFacts) -> Verdict:
    """An assessor works with the papers of the cases given to them."""
    return refuse_if(not f.case_is_given, "paper.not_given")


@rule("REC-01", source="PBNSP 201 7.1.1")
def paper_belongs_into_a_case(f: PaperEntryFacts) -> Verdict:
    """On paper come the forms of one asesi; what belongs to a scheme or to an event has another place."""
    return refuse_if(not f.is_of_a_case, "paper.not_of_a_case", sheet=f.code)


@rule("REC-03", source="ISO/IEC 17024 10.2.4")
def paper_says_when_and_why(f: PaperEntryFacts) -> Verdict:
    """A paper was filled in before it is entered, and it is said why it was paper."""
    verdict = refuse_if(f.filled_on > f.today, "paper.future")
    return verdict & refuse_if(not f.reason_given, "paper.no_reason")


may_enter_paper: Policy[PaperEntryFacts] = Policy(
    "may_enter_paper", paper_is_of_a_given_case, paper_belongs_into_a_case, paper_says_when_and_why
)


@rule("HR-50", source="ASM-05; REC-03")
def paper_waits_for_second_person(f: PaperSettlingFacts) -> Verdict:
    """A paper sheet is settled once."""
    return refuse_if(f.state != PaperState.ENTERED, "paper.settled")


@rule("REC-03", source="ISO/IEC 17024 10.2.4")
def second_person_settles(f: PaperSettlingFacts) -> Verdict:
    """Who entered the scan does not confirm it: another person compares it with the paper."""
    return refuse_if(f.entered_by_actor, "paper.own_entry")


@rule("REC-03", source="ISO/IEC 17024 10.2.4")
def rejection_says_why(f: PaperRejectionFacts) -> Verdict:
    """A rejected scan carries what was wrong with it, so that the right one can come."""
    return refuse_if(not f.reason_given, "paper.no_rejection_reason")


may_confirm_paper: Policy[PaperSettlingFacts] = Policy(
    "may_confirm_paper", paper_is_of_a_given_case, paper_waits_for_second_person, second_person_settles
)
may_reject_paper: Policy[PaperRejectionFacts] = Policy(
    "may_reject_paper",
    paper_is_of_a_given_case,
    paper_waits_for_second_person,
    second_person_settles,
    rejection_says_why,
)
