from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from jamstac.instruments import rules
from jamstac.instruments.models import ToolSet
from jamstac.instruments.selectors import (
    may_read_items,
    review_facts,
    tool_sets_for,
    validating_facts,
    writing_facts,
)
from jamstac.instruments.states import ToolSetState
from jamstac.people.pages import ActorRequest, role_reasons
from jamstac.ui.why import Reason, reasons

TONES = {
    ToolSetState.DRAFT: ("idle", "ring"),
    ToolSetState.SENT: ("go", "half"),
    ToolSetState.VALIDATED: ("go", "half"),
    ToolSetState.RELEASED: ("ok", "tick"),
}


def today_of(request: ActorRequest) -> date:
    return timezone.localdate(timezone=request.lsp.zone)


def fetch(request: ActorRequest, pk: UUID) -> ToolSet:
    rows = tool_sets_for(request.lsp.pk).select_related("scheme_version__standard", "body")
    return get_object_or_404(rows, pk=pk)


def reads_items(request: ActorRequest, tool_set: ToolSet) -> bool:
    return may_read_items(tool_set, request.actor.person_id, today_of(request))


def fetch_to_read(request: ActorRequest, pk: UUID) -> ToolSet:
    """A tool set whose questions and keys this person needs to know; for others they are not there (MUK-04)."""
    tool_set = fetch(request, pk)
    if not reads_items(request, tool_set):
        raise Http404
    return tool_set


def why_write(request: ActorRequest, tool_set: ToolSet) -> list[Reason]:
    facts = writing_facts(tool_set, request.actor.person_id, today_of(request))
    return role_reasons("toolset.write", request.roles) or reasons(rules.may_write(facts))


def why_validate(request: ActorRequest, tool_set: ToolSet, *, first: bool) -> list[Reason]:
    """What keeps this person from writing FR.VA, before the first use or after it, that no ticking clears."""
    day, person = today_of(request), request.actor.person_id
    if first:
        facts = validating_facts(tool_set, person, day, aspects=1, team=1, unfinished=0)
        return role_reasons("toolset.validate", request.roles) or reasons(rules.may_validate(facts))
    review = review_facts(tool_set, person, day, members=[person], aspects=1, unfinished=0)
    return role_reasons("toolset.validate", request.roles) or reasons(rules.may_review(review))
