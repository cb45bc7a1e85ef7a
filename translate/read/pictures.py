"""Place rules for the text of pictures whose credit stands elsewhere or is missing."""

import re

from padanan.translate.article import BlockKind
from padanan.translate.read.lines import Hint
from padanan.translate.read.page import has_lead, is_prose, same, words
from padanan.translate.read.rule import Page, PlaceRule, hinted

_CREDIT = re.compile(
    r"\s?(?:[(\[][^()\[\]]{2,60}[)\]]|(?:foto|photo)\b.{0,60}|/.{2,60})\.?", re.IGNORECASE
)
_NAMED_PHOTO = re.compile(r".*[(\[][A-Z][^()\[\]/]{2,40}/ ?[A-Z][^()\[\]/]{2,40}[)\]]\.?")
_CREDIT_LINE = re.compile(
    r"(?:foto|photo|credit|kredit|sumber (?:foto|gambar)|[-–—] )\b|- |/ ?\w", re.IGNORECASE
)
_SITE_CREDIT = re.compile(
    r"(?:[\w-]+\.(?:com|co\.id|id)|antara(?: foto)?|reuters|afp|tempo) ?/", re.IGNORECASE
)
_SOURCE_LABEL = re.compile(r"(?:sumber|source|foto|photo|kredit|credit)\s?:?", re.IGNORECASE)
_PROVIDER = re.compile(
    r".*[(\[](?:Antara|ANTARA|Reuters|REUTERS|AFP|AP|Xinhua|Unsplash|Pexels|Pixabay|Freepik"
    r"|Shutterstock|iStock|Getty Images|Instagram|Twitter|YouTube|Youtube|Istimewa|Ist"
    r"|Dok[.:]? ?[^()\[\]]{2,40}|[\w-]+\.(?:com|id|co\.id|go\.id))[)\]]\.?"
)
_CREDIT_TAIL = re.compile(r"[(\[][^()\[\]]*[)\]]\.?$|\b(?:foto|photo)\b.{0,80}$", re.IGNORECASE)


def _named_photo(page: Page, i: int) -> bool:
    text = page.units[i].text
    return i <= page.body and len(text) <= 420 and _NAMED_PHOTO.fullmatch(text) is not None


def _repeated_caption(page: Page, i: int) -> bool:
    if i > page.body or len(page.units[i].text.split()) < 4:
        return False
    return any(same(page.units[i].text, page.units[j].text) for j in range(max(0, i - 4), i))


def _caption_of_credit(page: Page, i: int) -> bool:
    """The same text with and without its credit, one below the other."""
    text = page.units[i].text
    for j in (i - 1, i + 1):
        if not 0 <= j < len(page.units) or len(text) > 500:
            continue
        short, long = sorted((text, page.units[j].text), key=len)
        rest = long[len(short) :]
        if len(short) > 20 and long.startswith(short) and _CREDIT.fullmatch(rest):
            return True
    return False


def _caption_by_credit(page: Page, i: int) -> bool:
    """A picture's text whose credit has its own line below it, or, above the article, above it."""
    text, units = page.units[i].text, page.units
    if len(text[:600].split()) > 45 or i == page.headline or has_lead(text):
        return False
    below = page.kind(i + 1) is BlockKind.CAPTION and not units[i + 1].after_blank
    if below and len(text.split()) <= 30:
        line = units[i + 1].text
        if _CREDIT_LINE.match(line) or (i <= page.body and _SITE_CREDIT.match(line)):
            return True
    if i < page.body and _picture_source(page, i + 1):
        return True
    credit_above = (
        0 < i <= page.body
        and not units[i].after_blank
        and page.kind(i - 1) is BlockKind.CAPTION
        and len(units[i - 1].text.split()) <= 4
    )
    following = [
        j for j in range(i + 1, min(i + 9, len(units))) if page.kind(j) is not BlockKind.FURNITURE
    ]
    return credit_above and any(
        page.kind(j) is BlockKind.BYLINE or has_lead(units[j].text) for j in following[:5]
    )


def _picture_source(page: Page, i: int) -> bool:
    """ "Sumber :" alone between a picture's text and its credit, as Viva has it."""
    if not 0 < i < page.body or _SOURCE_LABEL.fullmatch(page.units[i].text) is None:
        return False
    return page.kind(i + 1) is BlockKind.CAPTION


def _provided_photo(page: Page, i: int) -> bool:
    text = page.units[i].text
    above = page.headline != i and i < page.body and len(text) <= 300
    return above and _PROVIDER.fullmatch(text) is not None


def _picture_title(page: Page, i: int) -> bool:
    """A picture's title above its text: all its words come again there, before the credit."""
    text = page.units[i].text
    if i in (page.headline, len(page.units) - 1) or i > page.body or len(text.split()) > 8:
        return False
    if page.kind(i + 1) is not BlockKind.CAPTION:
        return False
    told = words(_CREDIT_TAIL.sub("", page.units[i + 1].text[:500]))
    return bool(words(text)) and words(text) <= told


def _repeated_lead(page: Page, i: int) -> bool:
    text = page.units[i].text
    if i > page.body + 1 or not 5 <= len(text[:2000].split()) <= 60:
        return False
    following = range(i + 1, min(i + 5, len(page.units)))
    return any(
        text.rstrip(".") in page.units[j].text
        and page.lines[j] is None
        and is_prose(page.units[j].text)
        for j in following
    )


PICTURE_SOURCE = PlaceRule(
    "picture-source",
    BlockKind.CAPTION,
    'The label "Sumber :" alone above a picture\'s credit.',
    _picture_source,
)
"""Asked before the line rules, which would take the label for a byline's."""

PICTURES: tuple[PlaceRule, ...] = (
    PlaceRule(
        "markup-caption",
        BlockKind.CAPTION,
        "The markup says that it is the text of a picture.",
        hinted(Hint.CAPTION),
    ),
    PlaceRule(
        "named-photo",
        BlockKind.CAPTION,
        "A text above the article that ends in two names in brackets: picture and photographer.",
        _named_photo,
    ),
    PlaceRule(
        "provided-photo",
        BlockKind.CAPTION,
        'A text above the article that ends in where its picture is from ("... [Shutterstock]").',
        _provided_photo,
    ),
    PlaceRule(
        "picture-title",
        BlockKind.CAPTION,
        "A few words above a picture's text that come again in it: the picture's title.",
        _picture_title,
    ),
    PlaceRule("repeated-caption", BlockKind.CAPTION, "A caption again.", _repeated_caption),
    PlaceRule(
        "caption-without-credit",
        BlockKind.CAPTION,
        "The text of a caption without its credit, next to it.",
        _caption_of_credit,
    ),
    PlaceRule(
        "caption-by-credit",
        BlockKind.CAPTION,
        "A picture's text with its credit on the next line or on the one before ('Photo:').",
        _caption_by_credit,
    ),
    PlaceRule(
        "repeated-lead",
        BlockKind.CAPTION,
        "A sentence that the first paragraphs hold again: it is the picture's text.",
        _repeated_lead,
    ),
)
