"""Phone numbers as people type them and as networks want them (E.164 without the plus)."""

from __future__ import annotations


def international(number: str, country: str = "62") -> str:
    """`0812 3456 7890`, `+62 812-3456-7890` and `812 3456 7890` are 6281234567890. Empty where it cannot be one:
    E.164 allows at most 15 digits."""
    digits = "".join(each for each in number if each.isdigit())
    if number.strip().startswith("+"):
        found = digits
    elif digits.startswith("00"):
        found = digits[2:]
    elif digits.startswith("0"):
        found = country + digits[1:]
    elif digits.startswith(country):
        found = digits
    else:
        found = country + digits if digits else ""
    return found if 9 <= len(found) <= 15 else ""
