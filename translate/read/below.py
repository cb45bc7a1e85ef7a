"""Place rules for the inside of the article and for what comes after it."""

import re

from padanan.translate.article import BlockKind
from padanan.translate.read.lines import Hint
from padanan.translate.read.page import is_item, is_prose, is_title
from padanan.translate.read.rule import Page, PlaceRule, hinted

_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_DOUBTFUL = frozenset(
    {
        "rekomendasi",
        "komentar",
        "sorotan",
        "saat ini",
        "menu",
        "tentang",
        "profil",
        "kontak",
        "topik",
    }
)
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+\S")
_QUESTION_LABEL = re.compile(r"(?:tanya|jawab|t|j|q|a)\s?:", re.IGNORECASE)


def _other_date(page: Page, i: int) -> bool:
    return i > page.end and page.rule_name(i) == "date-and-time"


def _repeated_teaser(page: Page, i: int) -> bool:
    """The beginning of the article again, cut off, below it."""
    if is_prose(page.units[i].text) and not page.units[i].text.endswith(("...", "…")):
        return False
    text = page.units[i].text.rstrip(".… ")
    if not page.body < i or i < page.tail - 1 or not 8 <= len(text[:2000].split()) <= 60:
        return False
    return any(text in page.units[j].text[:600] for j in range(page.body, min(page.body + 2, i)))


def _linked_title(page: Page, i: int) -> bool:
    """The titles under a "Baca juga:" that has none on its own line."""
    text = page.units[i].text
    if is_prose(text) or len(text) > 200 or _END.search(text):
        return False
    j = i - 1
    while i - j < 8 and j > 0 and page.lines[j] is None and not page.units[j + 1].after_blank:
        if is_prose(page.units[j].text):
            return False
        j -= 1
    name, label = page.rule_name(j), page.units[j].text
    # Inside the text a bare label is not sure enough to swallow what may be a subheading.
    bare = j + 1 < page.tail and label[-1] not in ":：»"
    if bare and (name == "related-heading" or page.units[j + 1].after_blank):
        return False
    return name in ("read-also", "related-heading") and len(label.split()) <= 4


def _after(page: Page, i: int) -> bool:
    text = page.units[i].text
    if i < page.tail or not is_title(text) or len(text) > 250:
        return False
    return i > page.end or page.rule_name(i + 1) == "pages"


def _numbered_heading(page: Page, i: int) -> bool:
    text = page.units[i].text
    if page.units[i].hint is Hint.ITEM or _NUMBERED.match(text) is None:
        return False
    if len(text) > 100 or _END.search(text):
        return False
    around = [page.units[j] for j in (i - 1, i + 1) if 0 <= j < len(page.units)]
    return not any(is_item(unit) for unit in around) and is_prose(around[-1].text)


def _word_inside(page: Page, i: int) -> bool:
    """A word that heads lists of links, but also parts of articles, between two paragraphs."""
    if not page.body < i < page.tail - 1 or page.units[i].text.lower() not in _DOUBTFUL:
        return False
    around = (page.units[i - 1].text, page.units[i + 1].text)
    return page.lines[i - 1] is None and page.lines[i + 1] is None and all(map(is_prose, around))


def _figure_inside(page: Page, i: int) -> bool:
    return page.body <= i < page.tail and page.units[i].text.isdecimal()


def _subheading(page: Page, i: int) -> bool:
    text = page.units[i].text
    if not page.body <= i < page.tail - 1 or len(text) > 120 or len(text.split()) > 14:
        return False
    if text[-1] in ",;:." or text[0] in "\"“'‘(" or _QUESTION_LABEL.match(text):
        return False
    if not (text[0].isupper() or text[0].isdigit()):
        return False
    following = page.units[i + 1].text
    return is_prose(following) or page.lines[i + 1] is not None or following[0] in '"“'


MARKUP = PlaceRule(
    "markup",
    BlockKind.FURNITURE,
    "Code, or a line that only serves the markup.",
    hinted(Hint.CODE, Hint.MARKUP),
)
OTHER_DATE = PlaceRule(
    "other-date",
    BlockKind.FURNITURE,
    "The date of another article, listed after this one.",
    _other_date,
)
KEPT: tuple[PlaceRule, ...] = (
    PlaceRule(
        "word-inside",
        BlockKind.SUBHEADING,
        'A word between two paragraphs that elsewhere heads a list of links ("Rekomendasi").',
        _word_inside,
    ),
    PlaceRule(
        "figure-inside",
        BlockKind.PARAGRAPH,
        "A figure alone on a line inside the text: a table's, not a page number.",
        _figure_inside,
    ),
)
"""What line rules would take for furniture, but is not inside the text; asked before them."""

AFTER: tuple[PlaceRule, ...] = (
    PlaceRule(
        "repeated-teaser",
        BlockKind.FURNITURE,
        "The beginning of the article again, cut off, below it.",
        _repeated_teaser,
    ),
    PlaceRule(
        "linked-title",
        BlockKind.FURNITURE,
        'A title under "Baca juga:".',
        _linked_title,
    ),
    PlaceRule(
        "after-the-article",
        BlockKind.FURNITURE,
        "A title-like line after the article's end.",
        _after,
    ),
)
"""Links and titles of other articles, told by their place."""

INSIDE: tuple[PlaceRule, ...] = (
    PlaceRule(
        "numbered-heading",
        BlockKind.SUBHEADING,
        "A numbered title with running text below it.",
        _numbered_heading,
    ),
    PlaceRule(
        "list-item",
        BlockKind.PARAGRAPH,
        "An item of a list.",
        lambda page, i: is_item(page.units[i]),
    ),
    PlaceRule(
        "short-line",
        BlockKind.SUBHEADING,
        "A short line without a full stop between paragraphs.",
        _subheading,
    ),
    PlaceRule("running-text", BlockKind.PARAGRAPH, "Everything else.", lambda _page, _i: True),
)
"""What the text consists of; the last rule always applies."""

HEADING = PlaceRule(
    "markup-heading",
    BlockKind.SUBHEADING,
    "The markup says that it is a heading.",
    hinted(Hint.HEADING),
)
