"""The registry of rules, in the order in which they are asked; the first that matches decides."""

from padanan.translate.article import Block
from padanan.translate.read.above import DECK, FIRST, NAMES, OUTSIDE
from padanan.translate.read.below import (
    AFTER,
    DATED_LINK,
    HASHTAG,
    HEADING,
    INSIDE,
    KEPT,
    MARKUP,
    OTHER_DATE,
)
from padanan.translate.read.boxes import BOXES
from padanan.translate.read.captions import CAPTIONS
from padanan.translate.read.chrome import CHROME
from padanan.translate.read.credits import CREDITS
from padanan.translate.read.furniture import PLAYER, RELATED, SHOWN_BEFORE, TEXT
from padanan.translate.read.page import find
from padanan.translate.read.pictures import PICTURE_SOURCE, PICTURES
from padanan.translate.read.rule import LineRule, PlaceRule, Unit

_BEFORE: tuple[PlaceRule, ...] = (MARKUP, *FIRST, OTHER_DATE, DATED_LINK, PICTURE_SOURCE, *KEPT)
LINES: tuple[LineRule, ...] = (
    PLAYER,
    *CREDITS,
    *CAPTIONS,
    *CHROME,
    RELATED,
    SHOWN_BEFORE,
    *TEXT,
)
_REST: tuple[PlaceRule, ...] = (
    HASHTAG,
    HEADING,
    *OUTSIDE,
    *PICTURES,
    *BOXES,
    *NAMES,
    *AFTER,
    DECK,
    *INSIDE,
)
RULES: tuple[LineRule | PlaceRule, ...] = (*_BEFORE, *LINES, *_REST)
"""All rules, in order: what the markup says and the headline; what a line is by itself; what it is
by its place."""


def describe(name: str) -> str:
    """One sentence about a rule, for reports.

    Raises:
        KeyError: No rule has this name.
    """
    for rule in RULES:
        if rule.name == name:
            return rule.description
    raise KeyError(name)


def line_rule(text: str) -> LineRule | None:
    """The first line rule that matches a text, if any."""
    return next((rule for rule in LINES if rule.matches(text)), None)


def blocks(units: tuple[Unit, ...]) -> tuple[Block, ...]:
    """Give each unit its kind and the name of the rule that decided it."""
    page = find(units, tuple(line_rule(unit.text) for unit in units))
    decided: list[Block] = []
    for i, unit in enumerate(units):
        rule: LineRule | PlaceRule = next(
            (rule for rule in _BEFORE if rule.applies(page, i)),
            page.lines[i] or next(rule for rule in _REST if rule.applies(page, i)),
        )
        decided.append(Block(rule.kind, unit.text, unit.first, unit.last, rule.name))
    return tuple(decided)
