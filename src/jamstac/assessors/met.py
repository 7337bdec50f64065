"""MET numbers. Kept as the certificate prints them, compared in one spelling: `MET.000.004772 2024`."""

from __future__ import annotations

import re

_FORM = re.compile(r"^MET[. ]+(\d{3})[. ]+(\d{6})[. ]*(20\d{2})?$", re.IGNORECASE)


def normalised(printed: str) -> str | None:
    """The one spelling of a printed number, without a year where none is printed; None when it is no MET number."""
    match = _FORM.match(" ".join(printed.split()))
    if match is None:
        return None
    number = f"MET.{match[1]}.{match[2]}"
    return f"{number} {match[3]}" if match[3] else number
