"""What no act may break, asked of the database itself: each query finds the rows that should not exist."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Count, F, Q

from jamstac.applications.models import Application
from jamstac.applications.states import ApplicationState
from jamstac.assessment.models import Assessment, Judgement
from jamstac.assessment.states import AssessmentState
from jamstac.bodies.models import IssuedNumber
from jamstac.certification.models import Certificate, MeetingCase
from jamstac.documents.models import Sheet, Signature
from jamstac.events.models import EventCandidate
from jamstac.kernel.canonical import digest
from jamstac.people.models import Appointment
from jamstac.people.states import DECISION_FUNCTIONS, NEVER_DECIDE


def _decided_by_their_assessor() -> int:
    """HR-01: nobody who assessed sat at the table."""
    rows = MeetingCase.objects.filter(decision__isnull=False)
    sat = Q(meeting__members__person=F("assessment__assessor"), meeting__members__present_at__isnull=False)
    return rows.filter(sat).exclude(recusals__person=F("assessment__assessor")).count()


def _certificates_without_k() -> int:
    """HR-42: a certificate comes from a decision K under a signed decree."""
    return Certificate.objects.exclude(decision__outcome="K", decision__decree__isnull=False).count()


def _own_assessor() -> int:
    """HR-15: nobody assesses themselves, nobody reviews their own application."""
    own = EventCandidate.objects.filter(assessor=F("application__person")).count()
    return own + Application.objects.filter(reviewer=F("person")).count()


def _candidates_not_accepted() -> int:
    """HR-31: only an accepted application stands in an event."""
    return EventCandidate.objects.exclude(application__state=ApplicationState.ACCEPTED).count()


def _recommended_without_judgements() -> int:
    """HR-35: a recommendation has its judgements."""
    told = Assessment.objects.filter(state__in=[AssessmentState.RECOMMENDED, AssessmentState.SIGNED])
    return told.exclude(pk__in=Judgement.objects.values("assessment")).count()


def _numbers_given_twice() -> int:
    """HR-43."""
    rows = IssuedNumber.objects.values("body", "purpose", "number").annotate(n=Count("pk"))
    return rows.filter(n__gt=1).count()


def _sheets_changed() -> int:
    """HR-50: what was frozen is what was signed."""
    changed = sum(digest(bytes(row.content)) != row.digest for row in Sheet.objects.only("content", "digest"))
    return changed + Signature.objects.exclude(digest=F("sheet__digest")).count()


def _rights_that_must_not_meet() -> int:
    """HR-14: TUK, sponsor, contractor and system-admin hold no decision right on the same day."""
    never = Appointment.objects.filter(function__in=NEVER_DECIDE)
    bad = 0
    for row in never:
        both = Appointment.objects.filter(person=row.person_id, function__in=DECISION_FUNCTIONS)
        both = both.filter(Q(valid_until=None) | Q(valid_until__gte=row.valid_from))
        if row.valid_until is not None:
            both = both.filter(valid_from__lte=row.valid_until)
        bad += both.count()
    return bad


INVARIANTS: tuple[Callable[[], int], ...] = (
    _decided_by_their_assessor,
    _certificates_without_k,
    _own_assessor,
    _candidates_not_accepted,
    _recommended_without_judgements,
    _numbers_given_twice,
    _sheets_changed,
    _rights_that_must_not_meet,
)


def broken() -> list[str]:
    """The sentences of the invariants that do not hold now."""
    return [f"{each.__name__}: {each.__doc__}" for each in INVARIANTS if each()]
