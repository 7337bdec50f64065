"""Doors of the MUK: writing it, validating it, putting it in force."""

from jamstac.instruments.actions.inputs import (
    OF_THE_INSTRUMENT,
    OF_THE_SET,
    CellInput,
    FindingInput,
    ImprovementInput,
    ItemInput,
    OptionInput,
    PlanInput,
    ValidationInput,
    WitnessInput,
)
from jamstac.instruments.actions.releasing import (
    end_tool_set,
    release_tool_set,
    return_tool_set,
    send_tool_set,
    signed_sheets,
    validate_tool_set,
)
from jamstac.instruments.actions.validating import record_validation, sign_validation
from jamstac.instruments.actions.writing import (
    draft_tool_set,
    remove_instrument,
    save_instrument,
    save_map,
    save_plan,
)

__all__ = [
    "OF_THE_INSTRUMENT",
    "OF_THE_SET",
    "CellInput",
    "FindingInput",
    "ImprovementInput",
    "ItemInput",
    "OptionInput",
    "PlanInput",
    "ValidationInput",
    "WitnessInput",
    "draft_tool_set",
    "end_tool_set",
    "record_validation",
    "release_tool_set",
    "remove_instrument",
    "return_tool_set",
    "save_instrument",
    "save_map",
    "save_plan",
    "send_tool_set",
    "sign_validation",
    "signed_sheets",
    "validate_tool_set",
]
