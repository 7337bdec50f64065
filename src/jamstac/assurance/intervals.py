"""Share with its uncertainty: the Wilson score interval (E. B. Wilson, 1927, JASA 22, 209–212)."""

from __future__ import annotations

from math import sqrt

Z95 = 1.959963984540054
"""Quantile of the standard normal distribution for 95 %."""


def wilson(successes: int, n: int, z: float = Z95) -> tuple[float, float]:
    """Lower and upper bound of a share, each 0 to 1. Raises ValueError unless 0 <= successes <= n and n > 0."""
    if not 0 <= successes <= n or n == 0:
        raise ValueError("successes of n")
    share = successes / n
    middle = share + z * z / (2 * n)
    spread = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
