"""Every URL of the project, from the resolver."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Url:
    """`name` with its namespace, the names of its arguments, and what the view's decorator wrote on it."""

    name: str
    route: str
    arguments: frozenset[str]
    view: Callable[..., Any]

    @property
    def module(self) -> str:
        return str(getattr(self.view, "__module__", ""))

    @property
    def access(self) -> str:
        return str(getattr(self.view, "access", ""))


def _walk(patterns: list[Any], space: str, route: str, arguments: frozenset[str]) -> Iterator[Url]:
    for each in patterns:
        here = arguments | frozenset(each.pattern.regex.groupindex)
        if isinstance(each, URLResolver):
            inside = f"{space}{each.namespace}:" if each.namespace else space
            yield from _walk(each.url_patterns, inside, f"{route}{each.pattern}", here)
        elif isinstance(each, URLPattern):
            yield Url(f"{space}{each.name or each.callback.__name__}", f"{route}{each.pattern}", here, each.callback)


@cache
def _all() -> tuple[Url, ...]:
    return tuple(_walk(get_resolver().url_patterns, "", "/", frozenset()))


def own_urls() -> list[Url]:
    return [url for url in _all() if url.module.startswith("jamstac.")]


def others_urls() -> list[Url]:
    return [url for url in _all() if not url.module.startswith("jamstac.")]
