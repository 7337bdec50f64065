"""Compares wordings: without regard to spaces, hyphens and case, or to the order of words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence


def plain(text: str) -> str:
    """Letters and figures only, in small letters: the same for two prints of one wording."""
    return re.sub(r"[\W_]+", "", text).lower()


class Passage:
    """A stretch of text in which wordings are looked for."""

    def __init__(self, text: str) -> None:
        self._words = text.split()
        self._small = [plain(word) for word in self._words]
        self._letters = re.sub(r"[\W_]+", "", text)
        self._plain = self._letters.lower()

    def has(self, text: str) -> bool:
        return bool(text) and plain(text) in self._plain

    def goes_on(self, text: str, more: str) -> bool:
        """`more` follows `text` somewhere, and does not begin with a capital there when it does not itself."""
        start = self._plain.find(plain(text) + plain(more))
        if start < 0 or not plain(more):
            return False
        return not (more[:1].islower() and self._letters[start + len(plain(text))].isupper())

    def reordered(self, text: str) -> str:
        """The place where exactly the words of `text` stand side by side, beginning with the same word, as printed
        there; empty when nowhere."""
        small = [plain(word) for word in text.split()]
        wanted, size = Counter(small), len(small)
        if size < 3 or size > len(self._words):
            return ""
        window = Counter(self._small[:size])
        for start in range(len(self._words) - size + 1):
            if start:
                self._shift(window, self._small[start - 1], self._small[start + size - 1])
            if window == wanted and self._small[start] == small[0]:
                return " ".join(self._words[start : start + size])
        return ""

    @staticmethod
    def _shift(window: Counter[str], gone: str, come: str) -> None:
        window[gone] -= 1
        if not window[gone]:
            del window[gone]
        window[come] += 1


def in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) > 0.6 * len(letters)


def title_case(text: str) -> str:
    """Words with a capital each, joining words without; what stands in brackets as printed."""
    return " ".join(_cased(word) for word in text.split())


_JOINING = {"dan", "serta", "di", "ke", "dari", "untuk", "pada", "dengan", "yang", "atau", "dalam", "secara", "oleh"}


def _cased(word: str) -> str:
    if word.startswith("("):
        return word
    return word.lower() if word.lower() in _JOINING else word.capitalize()


def best_cased(prints: Sequence[str]) -> str:
    """Of several prints of one wording the one most like a title: not in capitals, most words with a capital."""
    ordinary = [each for each in prints if not in_capitals(each)]
    return max(ordinary, key=lambda each: sum(word[:1].isupper() for word in each.split()), default="")
