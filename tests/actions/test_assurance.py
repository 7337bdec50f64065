"""FR.AK.03 through its door."""

from __future__ import annotations

from typing import Any

import pytest

from jamstac.applications.models import Application
from jamstac.assurance.actions import give_feedback
from jamstac.assurance.intervals import wilson
from jamstac.assurance.models import Feedback, FeedbackAnswer
from jamstac.assurance.texts import COMPONENTS, STATEMENT
from jamstac.documents.facts import Statement
from jamstac.documents.models import Signature
from jamstac.documents.sheets import content_of
from jamstac.ledger.scope import OutOfScope
from tests.refusing import last_entry, refuses
from tests.world.base import World

SIGNED = Statement(STATEMENT, agreed=True)


def all_yes(*, but: int = 0) -> dict[int, tuple[bool, str]]:
    return {n: (n != but, "Jadwal tidak dibicarakan." if n == but else "") for n in range(1, len(COMPONENTS) + 1)}


def give(world: World, key: str, answers: Any = None, **more: Any) -> Feedback:
    application = world.get(Application, f"application.{key}")
    given = all_yes(but=3) if answers is None else answers
    return give_feedback(
        world.me(key), application, answers=given, comment="Ruangan nyaman.", **{"statement": SIGNED, **more}
    )


def test_a_candidate_says_how_it_went_once_the_result_is_told(world: World) -> None:
    feedback = give(world, "sari")
    assert FeedbackAnswer.objects.filter(feedback=feedback, yes=False).get().number == 3
    assert last_entry(world).event == "feedback.given"
    assert feedback.assessor_id == world.person("budi").pk
    assert feedback.sheet is not None
    content = content_of(feedback.sheet)
    assert content["answers"][2] == {"number": 3, "yes": False, "comment": "Jadwal tidak dibicarakan."}
    assert Signature.objects.filter(sheet=feedback.sheet, role="asesi").exists()


def test_nobody_is_asked_before_the_result(world: World) -> None:
    with refuses(world, "feedback.given", "feedback.too_early") as refused:
        give(world, "intan")
    assert refused.value.rules == ["ASM-08"]
    assert not Feedback.objects.exists()


def test_what_was_said_stays(world: World) -> None:
    give(world, "sari")
    with refuses(world, "feedback.given", "feedback.given_before") as refused:
        give(world, "sari", all_yes())
    assert refused.value.rules == ["HR-50"]


@pytest.mark.parametrize("open_one", [1, 10])
def test_every_component_is_answered(world: World, open_one: int) -> None:
    answers = all_yes()
    del answers[open_one]
    with refuses(world, "feedback.given", "feedback.open") as refused:
        give(world, "sari", answers)
    assert refused.value.rules == ["ASM-08"]
    assert not Feedback.objects.exists()


def test_a_number_that_is_no_component_answers_nothing(world: World) -> None:
    answers = all_yes()
    answers[99] = answers.pop(1)
    with refuses(world, "feedback.given", "feedback.open"):
        give(world, "sari", answers)


def test_feedback_is_signed(world: World) -> None:
    with refuses(world, "feedback.given", "signature.not_agreed"):
        give(world, "sari", statement=Statement(STATEMENT, agreed=False))


def test_nobody_answers_for_another(world: World) -> None:
    with pytest.raises(OutOfScope):
        give_feedback(
            world.me("galih"),
            world.get(Application, "application.sari"),
            answers=all_yes(),
            comment="",
            statement=SIGNED,
        )


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (29, 29, 0.8830, 1.0)],
)
def test_the_interval_is_wilsons(successes: int, n: int, low: float, high: float) -> None:
    """Worked examples of R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3."""
    assert wilson(successes, n) == pytest.approx((low, high), abs=5e-5)


def test_an_interval_of_nothing_is_no_interval() -> None:
    with pytest.raises(ValueError, match="successes of n"):
        wilson(0, 0)
    with pytest.raises(ValueError, match="successes of n"):
        wilson(3, 2)
