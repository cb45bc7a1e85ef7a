"""Place rules for the inside of the article and for what comes after it."""

import re

from padanan.translate.article import BlockKind
from padanan.translate.read.lines import Hint
from padanan.translate.read.page import is_item, is_prose, is_title
from padanan.translate.read.rule import Page, PlaceRule, hinted

_END = re.compile(r"[.!?…][\"'”’)\]*]*$")
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
_QUOTED = re.compile(r"'[^'\"]{4,80}[^.,!?'\"]'|‘[^‘’\"]{4,80}[^.,!?‘’\"]’")
_STOP = re.compile(r"\.[\"'”’)\] ]+$")
_TWO_SENTENCES = re.compile(r"[^\W\d_]{2}[.!?] (?-i:[A-Z])[a-z]")
_NEIGHBOUR = re.compile(r"\W*(?:prev|next|\w+ (?:post|article|artikel)|berita )", re.IGNORECASE)
"""The label of the title of the article before or after this one, below it."""
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


def _may_be_link(page: Page, i: int) -> bool:
    return page.lines[i] is None or _dated_link(page, i)


def _dated_link(page: Page, i: int) -> bool:
    """A title under "Baca juga" that looks like a name and a date ("Jadwal Salat 19 April")."""
    if page.rule_name(i) != "name-and-date" or len(page.units[i].text.split()) < 5:
        return False
    return page.rule_name(i - 1) == "read-also" and not page.units[i].after_blank


def _is_list(text: str) -> bool:
    """Whether a text announces a list, or is an item of a numbered one: no title does either."""
    return text.endswith(":") or _NUMBERED.match(text) is not None


def _linked_title(page: Page, i: int) -> bool:
    """The titles under a "Baca juga:" that has none on its own line."""
    text = page.units[i].text
    if is_prose(text) or len(text) > 200 or _END.search(text):
        return False
    if _is_list(text):
        return False
    j = i - 1
    while i - j < 8 and j > 0 and _may_be_link(page, j) and not page.units[j + 1].after_blank:
        if _is_list(page.units[j].text):
            return False  # a table or a list that follows the titles
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
    if i > page.end or page.rule_name(i + 1) == "pages":
        return True
    return page.rule_name(i - 1) == "pages" and bool(_NEIGHBOUR.match(page.units[i - 1].text))


def _numbered_heading(page: Page, i: int) -> bool:
    text = page.units[i].text
    if page.units[i].hint is Hint.ITEM or _NUMBERED.match(text) is None:
        return False
    if len(text) > 100 or _END.search(text):
        return False
    skipped = (BlockKind.CAPTION, BlockKind.FURNITURE)
    near = range(max(0, i - 5), min(len(page.units), i + 6))
    before = next((j for j in reversed(near) if j < i and page.kind(j) not in skipped), i)
    after = next((j for j in near if j > i and page.kind(j) not in skipped), i)
    around = [page.units[before], page.units[after]]
    if i in (before, after) or any(map(is_item, around)):
        return False
    return is_prose(around[1].text) or _begins_text(around[1].text)


def _hashtag(page: Page, i: int) -> bool:
    """A tag with its sign ("# proliga") below the text, which elsewhere would be a heading."""
    below = i > page.end and i >= page.tail
    return below and page.units[i].hint is Hint.HEADING and is_title(page.units[i].text)


def _quoted_heading(page: Page, i: int) -> bool:
    text = page.units[i].text
    if not page.body < i < page.tail - 1 or len(text.split()) > 9:
        return False
    around = (page.units[i - 1].text, page.units[i + 1].text)
    return _QUOTED.fullmatch(text) is not None and all(_END.search(each[-8:]) for each in around)


def _word_inside(page: Page, i: int) -> bool:
    """A word that heads lists of links, but also parts of articles, between two paragraphs."""
    if not page.body < i < page.tail - 1 or page.units[i].text.lower() not in _DOUBTFUL:
        return False
    around = (page.units[i - 1].text, page.units[i + 1].text)
    return page.lines[i - 1] is None and page.lines[i + 1] is None and all(map(is_prose, around))


def _figure_inside(page: Page, i: int) -> bool:
    return page.body <= i < page.tail and page.units[i].text.isdecimal()


def _begins_text(text: str) -> bool:
    """Whether a short text may be the paragraph below a heading: a quotation, two sentences."""
    if text[0] in '"“' or (_TWO_SENTENCES.search(text) and _END.search(text)):
        return True
    return text[0].isupper() and text[-1] in ".:" and len(text.split()) >= 4


def _subheading(page: Page, i: int) -> bool:
    text = page.units[i].text
    if not page.body <= i < page.tail - 1 or len(text) > 120 or len(text.split()) > 14:
        return False
    if (
        text[-1] in ",;:."
        or _STOP.search(text[-8:])
        or text[0] in "\"“'‘("
        or _QUESTION_LABEL.match(text)
    ):
        return False
    if _TWO_SENTENCES.search(text) or (": " in text and ": " in page.units[i - 1].text[:60]):
        return False  # the latter: a row of a list ("Malam: Berawan")
    if not (text[0].isupper() or text[0].isdigit()):
        return False
    following = page.units[i + 1].text
    return is_prose(following) or page.lines[i + 1] is not None or _begins_text(following)


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
DATED_LINK = PlaceRule(
    "dated-link",
    BlockKind.FURNITURE,
    'A title with a date under "Baca juga".',
    _dated_link,
)
HASHTAG = PlaceRule(
    "hashtag",
    BlockKind.FURNITURE,
    'A tag on a line of its own after the article\'s end ("# proliga").',
    _hashtag,
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
        "quoted-heading",
        BlockKind.SUBHEADING,
        "A few quoted words without a full stop between two paragraphs.",
        _quoted_heading,
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
