"""Place rules for what stands above the text: headline, section, date, names."""

import re

from padanan.translate.article import BlockKind
from padanan.translate.read.credits import NAME
from padanan.translate.read.lines import Hint
from padanan.translate.read.page import is_item, is_prose, is_section, same, words, years
from padanan.translate.read.rule import Page, PlaceRule, hinted

_ENGLISH_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_HAS_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?!\d)(?![./-]\d)")
_NAME_ONLY = re.compile(NAME)


def _headline(page: Page, i: int) -> bool:
    return i == page.headline


def _headline_again(page: Page, i: int) -> bool:
    if page.headline is None or i == page.headline:
        return False
    return same(page.units[i].text, page.units[page.headline].text)


def _page_title(page: Page, i: int) -> bool:
    """The browser's title: the headline and, after a dash, the site's name."""
    if page.headline is None or i == page.headline or len(page.units[i].text) > 300:
        return False
    title, headline = page.units[i].text, page.units[page.headline].text
    rest = title[len(headline) :]
    return title.startswith(headline) and re.fullmatch(r"\s[-–—|:»].{2,60}", rest) is not None


def _page_clock(page: Page, i: int) -> bool:
    if page.rule_name(i) != "date-and-time" or page.headline is None or i > page.headline:
        return False
    text = page.units[i].text
    if _HAS_CLOCK.search(text) and not _ENGLISH_DAY.search(text):
        return False
    dated_elsewhere = any(
        page.rule_name(j) in ("date-and-time", "name-and-date") for j in range(i + 1, page.body)
    )
    told = frozenset[str]().union(
        *(years(page.units[j].text) for j in range(page.body, min(page.tail, page.body + 100)))
    )
    out_of_time = bool(told) and not years(text) & told
    return dated_elsewhere or out_of_time or _ENGLISH_DAY.search(text) is not None


def _section(page: Page, i: int) -> bool:
    outside = i < page.body or i >= page.tail
    return outside and is_section(page.units[i].text) and page.lines[i] is None


def _repeated(page: Page, i: int) -> bool:
    """An advertisement that the page shows again and again, around the text."""
    text = page.units[i].text
    if page.body <= i < page.tail or is_prose(text) or i == page.headline:
        return False
    near = page.units[max(0, i - 12) : i + 12]
    return len(text.split()) >= 3 and sum(unit.text == text for unit in near) >= 3


def _before(page: Page, i: int) -> bool:
    """Remains of menus, and titles of other articles, above the headline."""
    text = page.units[i].text
    if page.headline is None or i > page.headline or is_prose(text):
        return False
    telling = words(text)
    return len(text.split()) <= 3 or 3 * len(telling & page.vocabulary) < len(telling)


def _is_name(page: Page, i: int) -> bool:
    if not 0 <= i < len(page.units) or page.lines[i] is not None or i == page.headline:
        return False
    text = page.units[i].text
    return len(text) <= 60 and len(text.split()) <= 6 and _NAME_ONLY.fullmatch(text) is not None


def _name_by_date(page: Page, i: int) -> bool:
    """A bare name above the text, next to the date or to another byline."""
    if not (page.headline or 0) <= i < page.body or not _is_name(page, i):
        return False
    for step in (-1, 1):
        j = i + step
        while abs(j - i) < 5 and j < page.body and _is_name(page, j):
            j += step
        if page.kind(j) in (BlockKind.DATELINE, BlockKind.BYLINE):
            return True
    return False


def _name_after_role(page: Page, i: int) -> bool:
    return _is_name(page, i) and page.rule_name(i - 1) == "role-alone"


def _name_at_end(page: Page, i: int) -> bool:
    """The reporter's name below the last paragraph, as Tempo puts it."""
    several = page.units[i].text.split()
    return i == page.tail > page.body and 2 <= len(several) <= 4 and _is_name(page, i)


def _deck(page: Page, i: int) -> bool:
    above = page.headline is not None and page.headline < i < page.body < len(page.units)
    return above and not is_prose(page.units[i].text) and not is_item(page.units[i])


FIRST: tuple[PlaceRule, ...] = (
    PlaceRule(
        "headline",
        BlockKind.HEADLINE,
        "The title: the line above the text that shares most words with it.",
        _headline,
    ),
    PlaceRule("headline-again", BlockKind.HEADLINE, "The headline again.", _headline_again),
    PlaceRule(
        "page-title",
        BlockKind.FURNITURE,
        "The headline with the site's name: the title of the browser's window.",
        _page_title,
    ),
    PlaceRule(
        "markup-author",
        BlockKind.BYLINE,
        "The page names its author.",
        hinted(Hint.AUTHOR),
    ),
    PlaceRule(
        "markup-date",
        BlockKind.DATELINE,
        "The page states its date.",
        hinted(Hint.DATE),
    ),
    PlaceRule(
        "page-clock",
        BlockKind.FURNITURE,
        "The day on which the page was looked at: a date without a time above the headline, in "
        "English, or beside the article's own, or of a year the text does not know.",
        _page_clock,
    ),
)
"""Asked before the line rules."""

OUTSIDE: tuple[PlaceRule, ...] = (
    PlaceRule(
        "section-name",
        BlockKind.FURNITURE,
        'The site\'s section, above or below the text ("PEMILU").',
        _section,
    ),
    PlaceRule(
        "repeated-line",
        BlockKind.FURNITURE,
        "A short line that stands around the text three times or more.",
        _repeated,
    ),
    PlaceRule(
        "before-the-headline",
        BlockKind.FURNITURE,
        "A line above the headline of at most three words, or about something else than the text.",
        _before,
    ),
)
"""What belongs to the page, not to the article."""

NAMES: tuple[PlaceRule, ...] = (
    PlaceRule(
        "name-by-date",
        BlockKind.BYLINE,
        "A name alone above the text, next to the date or to another byline.",
        _name_by_date,
    ),
    PlaceRule(
        "name-after-role",
        BlockKind.BYLINE,
        'The name under "Penulis" or "Editor".',
        _name_after_role,
    ),
    PlaceRule(
        "name-at-the-end",
        BlockKind.BYLINE,
        "The reporter's name alone below the last paragraph.",
        _name_at_end,
    ),
)
"""Bylines that only their place tells."""

DECK = PlaceRule(
    "deck",
    BlockKind.SUBHEADING,
    "A line between the headline and the running text.",
    _deck,
)
