"""Pages of the MUK: list, record, plan, map, instruments, coverage, validation."""

from jamstac.instruments.views.items import add_instrument, instrument, item, item_remove, paste, remove
from jamstac.instruments.views.planning import coverage, plan, tool_map
from jamstac.instruments.views.records import (
    draft,
    end,
    record,
    release,
    send,
    send_back,
    tool_sets,
)
from jamstac.instruments.views.validations import sign, validate, validation

__all__ = [
    "add_instrument",
    "coverage",
    "draft",
    "end",
    "instrument",
    "item",
    "item_remove",
    "paste",
    "plan",
    "record",
    "release",
    "remove",
    "send",
    "send_back",
    "sign",
    "tool_map",
    "tool_sets",
    "validate",
    "validation",
]
