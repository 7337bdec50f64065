from __future__ import annotations

from typing import Protocol

from jamstac.instruments.facts import (
    CountersigningFacts,
    DraftingFacts,
    EndingFacts,
    ReleasedTools,
    ReleaseFacts,
    ReturningFacts,
    ReviewFacts,
    SendingFacts,
    ToolSetStanding,
    ValidatingFacts,
    WritingFacts,
)
from jamstac.instruments.states import ToolSetState
from jamstac.kernel.verdicts import Override, Policy, Verdict, all_of, refuse_if, rule


@rule("HR-25", source="ISO/IEC 17024 9.2.3; MUK-01, MUK-02")
def tool_set_is_released(f: ReleasedTools) -> Verdict:
    """An event and an assessment use a released, validated tool set that covers every KUK."""
    day = f.day.isoformat()
    return refuse_if(not f.tool_set_released, "toolset.not_released", day=day) & refuse_if(
        f.tool_set_released and not f.coverage_complete, "toolset.released_with_gaps"
    )


@rule("MUK-01", source="ISO/IEC 17024 9.2.3, 9.3.1; FR.MAPA.01")
def scheme_can_be_planned(f: DraftingFacts) -> Verdict:
    """A tool set is written for the units of one scheme version, one at a time."""
    return all_of(
        [
            refuse_if(f.units == 0, "toolset.no_units"),
            refuse_if(f.open_draft, "toolset.open_draft"),
            refuse_if(not f.source_fits, "toolset.other_scheme"),
        ]
    )


class HasWriter(Protocol):
    @property
    def is_writer(self) -> bool: ...


@rule("MUK-04", source="ISO/IEC 17024 7.4.2")
def writer_needs_to_know(f: HasWriter) -> Verdict:
    """Questions and keys are seen only by who writes, validates or uses them."""
    return refuse_if(not f.is_writer, "toolset.not_a_writer")


@rule("HR-50", source="ASM-05; REC-03")
def tool_set_is_a_draft(f: ToolSetStanding) -> Verdict:
    """What was sent to a validator stays as it was signed; what is released stays for ever."""
    return all_of(
        [
            refuse_if(f.state in (ToolSetState.SENT, ToolSetState.VALIDATED), "toolset.sent"),
            refuse_if(f.state == ToolSetState.RELEASED, "toolset.released"),
        ]
    )


@rule("MUK-01", source="ISO/IEC 17024 9.2.3; FR.MAPA.01, FR.MAPA.02")
def writing_fits_the_scheme(f: WritingFacts) -> Verdict:
    """Units, groups and KUK that a tool set names are those of its scheme version."""
    return all_of(
        [
            refuse_if(not f.code_is_written, "instrument.not_written"),
            refuse_if(not f.group_known, "instrument.group_unknown"),
            refuse_if(f.foreign_units > 0, "plan.unit_unknown", count=f.foreign_units),
            refuse_if(f.foreign_criteria > 0, "instrument.criterion_unknown", count=f.foreign_criteria),
            refuse_if(not f.of_this_set, "instrument.other_set"),
        ]
    )


@rule("MUK-01", source="FR.IA.05, FR.IA.06")
def items_can_be_drawn(f: WritingFacts) -> Verdict:
    """Nobody is given more items than were written; a place holds one instrument of a code."""
    return refuse_if(
        f.draw is not None and f.draw > f.items, "instrument.draw_too_many", draw=f.draw or 0, items=f.items
    ) & refuse_if(f.repeated, "instrument.twice")


class Completeness(Protocol):
    @property
    def criteria(self) -> int: ...
    @property
    def potentials(self) -> int: ...
    @property
    def gaps(self) -> int: ...
    @property
    def units_unplanned(self) -> int: ...
    @property
    def unwritten(self) -> int: ...


@rule("HR-25", source="ISO/IEC 17024 9.2.3; MUK-01")
def coverage_is_complete(f: Completeness) -> Verdict:
    """Before anybody signs it, the plan reaches every KUK by a written instrument, in every potensi it serves."""
    return all_of(
        [
            refuse_if(f.potentials == 0, "toolset.no_potential"),
            refuse_if(f.gaps > 0, "toolset.gaps", count=f.gaps, criteria=f.criteria),
            refuse_if(f.units_unplanned > 0, "toolset.unplanned", count=f.units_unplanned),
            refuse_if(f.unwritten > 0, "toolset.unwritten", count=f.unwritten),
        ]
    )


@rule("MUK-02", source="ISO/IEC 17024 9.3; FR.MAPA.01")
def sender_wrote_it(f: SendingFacts) -> Verdict:
    """Who signs as penyusun is one of those who wrote the tool set."""
    return refuse_if(not f.sender_is_author, "toolset.sender_wrote_nothing")


class HasCompetence(Protocol):
    @property
    def validator_competent(self) -> bool: ...


class HasAuthors(Protocol):
    @property
    def authors(self) -> int: ...
    @property
    def validator_is_author(self) -> bool: ...
    @property
    def waived(self) -> bool: ...


@rule("MUK-02", source="PBNSP 301; SKKNI asesor")
def validator_is_competent(f: HasCompetence) -> Verdict:
    """A tool set is validated by somebody competent in the scheme: an authorised assessor, or the scheme committee."""
    return refuse_if(not f.validator_competent, "toolset.validator_not_competent")


@rule("HR-12", source="MUK-02; PBNSP 301", override=Override.DUAL)
def validator_is_another_person(f: HasAuthors) -> Verdict:
    """The validator of a tool set is not its only author."""
    only = f.validator_is_author and f.authors <= 1
    return refuse_if(only and not f.waived, "toolset.validator_is_author")


@rule("MUK-02", source="PBNSP 301")
def validation_is_awaited(f: ValidatingFacts) -> Verdict:
    """The one named as validator validates what was sent to them."""
    return all_of(
        [
            refuse_if(f.state == ToolSetState.DRAFT, "toolset.not_sent"),
            refuse_if(f.state in (ToolSetState.VALIDATED, ToolSetState.RELEASED), "toolset.validated_before"),
            refuse_if(f.state == ToolSetState.SENT and not f.is_named_validator, "toolset.other_validator"),
        ]
    )


class WrittenValidation(Protocol):
    @property
    def aspects_ticked(self) -> int: ...
    @property
    def team(self) -> int: ...
    @property
    def unfinished_rows(self) -> int: ...


@rule("MUK-02", source="FR.VA")
def validation_is_written(f: WrittenValidation) -> Verdict:
    """A validation says who held it, what it looked at, and for each finding what is to be done."""
    return all_of(
        [
            refuse_if(f.aspects_ticked == 0, "validation.no_aspects"),
            refuse_if(not 1 <= f.team <= 3, "validation.team", count=f.team),
            refuse_if(f.unfinished_rows > 0, "validation.unfinished", count=f.unfinished_rows),
        ]
    )


@rule("MUK-02", source="PBNSP 301")
def tool_set_can_come_back(f: ReturningFacts) -> Verdict:
    """What was sent or validated comes back to its authors with a reason, by who answers for it."""
    return all_of(
        [
            refuse_if(f.state == ToolSetState.DRAFT, "toolset.not_sent"),
            refuse_if(f.state == ToolSetState.RELEASED, "toolset.released"),
            refuse_if(not f.may_return, "toolset.not_yours_to_return"),
            refuse_if(not f.reason_given, "toolset.no_reason"),
        ]
    )


@rule("HR-25", source="ISO/IEC 17024 9.2.3; MUK-02")
def tool_set_is_validated(f: ReleaseFacts) -> Verdict:
    """Only what another person validated is released, and once."""
    return all_of(
        [
            refuse_if(f.state in (ToolSetState.DRAFT, ToolSetState.SENT), "toolset.not_validated"),
            refuse_if(f.state == ToolSetState.RELEASED, "toolset.released"),
        ]
    )


@rule("MUK-01", source="ISO/IEC 17024 9.2.3")
def release_period_is_valid(f: ReleaseFacts) -> Verdict:
    """A tool set is in force from a day to a later day, alone for its scheme version."""
    return refuse_if(not f.period_is_valid, "toolset.period") & refuse_if(f.overlaps, "toolset.overlap")


@rule("MUK-01", source="ISO/IEC 17024 9.2.3")
def tool_set_can_end(f: EndingFacts) -> Verdict:
    """Only a tool set in force ends, and no earlier than it began."""
    return all_of(
        [
            refuse_if(f.state != ToolSetState.RELEASED, "toolset.not_in_force"),
            refuse_if(f.ended, "toolset.ended_already"),
            refuse_if(f.state == ToolSetState.RELEASED and not f.starts_before_end, "toolset.period"),
        ]
    )


@rule("MUK-02", source="FR.VA")
def tool_set_was_used(f: ReviewFacts) -> Verdict:
    """During and after assessment one validates a tool set that was released; its recorder is of the team."""
    return refuse_if(f.state != ToolSetState.RELEASED, "toolset.not_in_force") & refuse_if(
        not f.is_member, "validation.not_member"
    )


@rule("MUK-02", source="FR.VA")
def member_signs_once(f: CountersigningFacts) -> Verdict:
    """The members of the validation team sign its sheet, each once."""
    return refuse_if(not f.is_member, "validation.not_member") & refuse_if(
        f.is_member and f.signed_before, "validation.signed_before"
    )


may_draft: Policy[DraftingFacts] = Policy("may_draft", scheme_can_be_planned, writer_needs_to_know)
may_write: Policy[WritingFacts] = Policy(
    "may_write", tool_set_is_a_draft, writer_needs_to_know, writing_fits_the_scheme, items_can_be_drawn
)
may_send: Policy[SendingFacts] = Policy(
    "may_send",
    tool_set_is_a_draft,
    coverage_is_complete,
    sender_wrote_it,
    validator_is_competent,
    validator_is_another_person,
)
may_validate: Policy[ValidatingFacts] = Policy(
    "may_validate",
    validation_is_awaited,
    validator_is_competent,
    validator_is_another_person,
    validation_is_written,
)
may_return: Policy[ReturningFacts] = Policy("may_return", tool_set_can_come_back)
may_release: Policy[ReleaseFacts] = Policy(
    "may_release", tool_set_is_validated, coverage_is_complete, release_period_is_valid
)
may_end: Policy[EndingFacts] = Policy("may_end", tool_set_can_end)
may_review: Policy[ReviewFacts] = Policy("may_review", tool_set_was_used, validator_is_competent, validation_is_written)
may_countersign: Policy[CountersigningFacts] = Policy("may_countersign", member_signs_once)
