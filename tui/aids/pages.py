"""The aids: what is found out for each, and the page that it shows."""

from collections.abc import Callable, Mapping
from typing import Any

from padanan.tui.aids import alternatives, findings, memory, origin, terms
from padanan.tui.aids.asking import Question
from padanan.tui.aids.item import Aid, Count, Page, View

ASKED: Mapping[Aid, Callable[[Question], Any]] = {
    Aid.TERMS: terms.gather,
    Aid.MEMORY: memory.gather,
    Aid.ALTERNATIVES: alternatives.gather,
    Aid.ORIGIN: origin.gather,
}
"""What is found out for an aid."""

ALWAYS = frozenset({Aid.TERMS, Aid.MEMORY})
"""Aids that are asked about every segment one rests on; the others only while they are shown."""

PAGES: Mapping[Aid, Callable[[View, Any], Page]] = {
    Aid.TERMS: terms.page,
    Aid.MEMORY: memory.page,
    Aid.ALTERNATIVES: alternatives.page,
    Aid.FINDINGS: lambda view, _found: findings.page(view),
    Aid.ORIGIN: origin.page,
}
"""What each aid shows, given what was found out for it (None while nothing was)."""

COUNTS: Mapping[Aid, Callable[[View, Any], Count]] = {
    Aid.TERMS: lambda view, _found: terms.count(view),
    Aid.MEMORY: lambda _view, found: memory.count(found),
    Aid.ALTERNATIVES: alternatives.count,
    Aid.FINDINGS: lambda view, _found: findings.count(view),
    Aid.ORIGIN: lambda _view, _found: Count(),
}
"""What the heading of each aid counts, given the same."""
