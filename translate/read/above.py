"""Place rules for what stands above the text: headline, section, date, names."""

import re

from padanan.translate.article import BlockKind
from padanan.translate.read.credits import NAME, SITE
from padanan.translate.read.lines import Hint
from padanan.translate.read.page import (
    SITE_BEFORE,
    is_item,
    is_prose,
    is_section,
    same,
    words,
    years,
)
from padanan.translate.read.rule import Page, PlaceRule, hinted

_ENGLISH_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_HAS_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?!\d)(?![./-]\d)")
_NAME_ONLY = re.compile(NAME)
_CONTACT = re.compile(r"(?:telp|telepon|fax|faks|hp|kontak|narahubung|alamat)\b", re.IGNORECASE)
_BULLET = re.compile(r"[-–•] +")
_SITE_NAME = re.compile(
    r"(?:cnn|cnbc|voa|dw|bbc(?: news)?,?) indonesia|kompas|tempo|republika|antara|reuters|afp"
    rf"|{SITE}",
    re.IGNORECASE,
)
_UNDER_TEXT = frozenset(
    {
        "advertisement",
        "read-also",
        "video",
        "no-words",
        "follow",
        "loading",
        "place-and-date",
    }
)
"""Line rules for what may stand between the last paragraph and its author's name."""


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
    if announced := SITE_BEFORE.match(title):
        return len(title) > announced.end() + 10 and headline.startswith(title[announced.end() :])
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


def _masthead(page: Page, i: int) -> bool:
    """The site's name above the headline, which below it would be a byline."""
    above = page.headline is not None and i < page.headline
    return above and _SITE_NAME.fullmatch(page.units[i].text) is not None


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
    if i < page.body:
        text = _BULLET.sub("", text, count=1)  # "- Ilham Wancoko", as Jawa Pos puts it
    return len(text) <= 60 and len(text.split()) <= 6 and _NAME_ONLY.fullmatch(text) is not None


def _name_by_date(page: Page, i: int) -> bool:
    """A bare name above the text, next to the date or to another byline."""
    if not (page.headline or 0) <= i < page.body or not _is_name(page, i):
        return False
    for step in (-1, 1):
        j = i + step
        while (
            abs(j - i) < 5
            and j < page.body
            and (_is_name(page, j) or page.rule_name(j) == "no-words")
        ):
            j += step
        if page.kind(j) in (BlockKind.DATELINE, BlockKind.BYLINE):
            return True
    return False


def _name_after_role(page: Page, i: int) -> bool:
    return _is_name(page, i) and page.rule_name(i - 1) == "role-alone"


def _name_at_end(page: Page, i: int) -> bool:
    """The reporter's name below the last paragraph, as Tempo puts it."""
    several = page.units[i].text.split()
    if not page.body < page.tail <= i <= page.tail + 3 or not 2 <= len(several) <= 4:
        return False
    below = all(page.rule_name(j) in _UNDER_TEXT for j in range(page.tail, i))
    return below and _ends_here(page, i + 1) and _is_name(page, i)


def _ends_here(page: Page, i: int) -> bool:
    """Whether no text goes on here: what stands before it would be a heading, not a name."""
    if i == len(page.units) or page.lines[i] is not None or _is_name(page, i):
        return True
    return _CONTACT.match(page.units[i].text) is not None


def _deck(page: Page, i: int) -> bool:
    above = page.headline is not None and page.headline < i < page.body < len(page.units)
    text = page.units[i].text
    return above and not is_prose(text) and text[-1] != "," and not is_item(page.units[i])


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
    PlaceRule(
        "masthead",
        BlockKind.FURNITURE,
        'The site\'s name alone above the headline ("CNN Indonesia").',
        _masthead,
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
