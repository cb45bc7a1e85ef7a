"""What a rule is: a name, a sentence for reports, and a test on a line or on its place."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from padanan.translate.article import BlockKind
from padanan.translate.read.lines import Hint


@dataclass(frozen=True, slots=True)
class Unit:
    """What becomes one block: a line, or the lines of a hard-wrapped paragraph rejoined."""

    text: str
    first: int
    last: int
    after_blank: bool = True
    hint: Hint | None = None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LineRule:
    """A rule that needs to see nothing but the text.

    Attributes:
        name: Lower-case words joined by hyphens; stands in `Block.rule`.
        kind: What a matching block is.
        description: One sentence for a report.
        pattern: Regular expression that must match the whole text, whatever its letters' case.
            Compiled when first asked: all of them together take a tenth of a second.
        longest: Texts of more characters never match: real paragraphs are long, and no pattern
            is run over megabytes.
        unless: Texts in which this is found are left alone.
    """

    name: str
    kind: BlockKind
    description: str
    pattern: str
    longest: int = 160
    unless: re.Pattern[str] | None = None

    def matches(self, text: str) -> bool:
        """Whether the rule decides a block with this text."""
        return (
            len(text) <= self.longest
            and _compiled(self.pattern).fullmatch(text) is not None
            and (self.unless is None or self.unless.search(text) is None)
        )


@dataclass(frozen=True, slots=True)
class Page:
    """A whole article while its units are being told apart.

    Attributes:
        units: All of them, in order.
        lines: For each unit the first line rule that matches it, if any.
        body: Index of the first unit of running text (`len(units)` when there is none).
        tail: Index after the last unit of running text that belongs to the article.
        headline: Index of the headline, or None.
        end: Index of the first unit that says the article is over, or `len(units)`.
        vocabulary: The words of the running text, of four letters and more, in lower case.
    """

    units: tuple[Unit, ...]
    lines: tuple[LineRule | None, ...]
    body: int
    tail: int
    headline: int | None
    end: int
    vocabulary: frozenset[str]

    def kind(self, i: int) -> BlockKind | None:
        """What a line rule says a unit is; None also beyond the page's ends."""
        rule = self.lines[i] if 0 <= i < len(self.lines) else None
        return rule.kind if rule is not None else None

    def rule_name(self, i: int) -> str:
        """The name of the line rule that matches a unit, or ""."""
        rule = self.lines[i] if 0 <= i < len(self.lines) else None
        return rule.name if rule is not None else ""


@dataclass(frozen=True, slots=True)
class PlaceRule:
    """A rule that depends on what stands around a unit.

    Attributes:
        name: As in `LineRule`.
        kind: What a matching block is.
        description: One sentence for a report.
        applies: Given the page and the unit's index, whether the rule decides it.
    """

    name: str
    kind: BlockKind
    description: str
    applies: Callable[[Page, int], bool]


def hinted(*hints: Hint) -> Callable[[Page, int], bool]:
    """A test on whether the markup gave a unit one of these hints."""
    return lambda page, i: page.units[i].hint in hints
