"""Place rules for boxes that a page sets into or under the text: polls, skipped parts, tags."""

import re

from padanan.translate.article import BlockKind
from padanan.translate.read.page import is_item, is_prose, words
from padanan.translate.read.rule import Page, PlaceRule

_POLL = re.compile(r"(?:polling|jajak pendapat|poll|vote)\s?:?", re.IGNORECASE)
_POLL_END = re.compile(
    r"(?:lihat hasil|kirim (?:jawaban|suara|vote)|vote|submit|pilih)(?: polling)?", re.IGNORECASE
)
_LONGEST_POLL = 9  # lines: a question and what one can answer
_SKIP = re.compile(r"lewati .{2,60} dan (?:terus|lanjut(?:kan)?) membaca", re.IGNORECASE)
_SKIP_END = re.compile(r"akhir dari .{2,60}", re.IGNORECASE)
_LONGEST_SKIP = 14  # lines
_CONTENTS = re.compile(r"daftar isi(?: konten| artikel)?\s?:?", re.IGNORECASE)
_LONGEST_CONTENTS = 15  # lines
_TABLE = re.compile(r"\d[.,:-]\d|[%$:=]|\bRp|^\d|(?<!\d)\d{1,3}$")
_LIST = re.compile(
    r"(?:daftar|susunan|berikut|hasil|jadwal|klasemen|skor|statistik|pemain|pemenang|peserta"
    r"|nominasi|juara|formasi|cadangan|korban|alamat)\b",
    re.IGNORECASE,
)
"""How the heading of a list of names begins, whose lines look like tags."""
_ANNOUNCED = re.compile(
    r"\b(?:berikut|daftar|yaitu|yakni|antara lain|rincian|pemenang)", re.IGNORECASE
)
"""What a paragraph says that has a list below it."""
_TAGS_BEFORE = frozenset(
    {
        "related-heading", "comments", "share", "tags", "follow", "pages", "copyright", "menu",
        "account", "already-published",
    }
)  # fmt: skip
"""Line rules for what comes below an article's tags."""
_LONGEST_TAG = 4  # words
_MOST_TAGS = 7


def _between(page: Page, i: int, opens: re.Pattern[str], ends: re.Pattern[str], most: int) -> bool:
    """Whether a unit stands in a box whose first and last lines are known, or is one of them."""
    start = next(
        (j for j in range(i, max(-1, i - most), -1) if opens.fullmatch(page.units[j].text)), None
    )
    if start is None:
        return False
    end = next(
        (
            j
            for j in range(max(i, start + 1), min(len(page.units), start + most))
            if ends.fullmatch(page.units[j].text)
        ),
        None,
    )
    return end is not None and end > start + 1


def _poll(page: Page, i: int) -> bool:
    return len(page.units[i].text) <= 200 and _between(page, i, _POLL, _POLL_END, _LONGEST_POLL)


def _skipped(page: Page, i: int) -> bool:
    title = len(page.units[i].text) <= 200 and not page.units[i].text.endswith(".")
    return title and _between(page, i, _SKIP, _SKIP_END, _LONGEST_SKIP)


def _is_tag(page: Page, i: int) -> bool:
    text = page.units[i].text
    if page.lines[i] is not None or is_prose(text) or is_item(page.units[i]):
        return False
    short = len(text) <= 40 and len(text.split()) <= _LONGEST_TAG
    return short and text[-1].isalnum() and _TABLE.search(text) is None


def _tags(page: Page, i: int) -> bool:
    """One of two tags or more between the last paragraph and what comes below the article."""
    if not page.body < page.tail <= i < page.end or not _is_tag(page, i):
        return False
    first, last = i, i
    while first > page.tail and i - first < _MOST_TAGS and _is_tag(page, first - 1):
        first -= 1
    while last + 1 < len(page.units) and last - i < _MOST_TAGS and _is_tag(page, last + 1):
        last += 1
    above = page.units[first - 1].text[-300:]
    if not 1 <= last - first < _MOST_TAGS or above.endswith(":") or _ANNOUNCED.search(above):
        return False
    run = [page.units[j].text for j in range(first, last + 1)]
    title = words(page.units[page.headline].text) if page.headline is not None else frozenset()
    known = sum(bool(words(text) & (page.vocabulary | title)) for text in run)
    if 2 * known < len(run) or any(map(_LIST.match, run)):
        return False
    return page.rule_name(last + 1) in _TAGS_BEFORE


def _contents(page: Page, i: int) -> bool:
    """The titles under "Daftar Isi" above the text: they head its parts again below."""
    start = i
    while start > 0 and i - start < _LONGEST_CONTENTS and page.lines[start] is None:
        start -= 1
    label = start < i < page.body and _CONTENTS.fullmatch(page.units[start].text)
    return bool(label) and not is_prose(page.units[i].text) and i != page.headline


BOXES: tuple[PlaceRule, ...] = (
    PlaceRule(
        "poll",
        BlockKind.FURNITURE,
        'A poll among readers, from "Polling" to "Lihat Hasil".',
        _poll,
    ),
    PlaceRule(
        "skipped-part",
        BlockKind.FURNITURE,
        'Titles between "Lewati ... dan terus membaca" and "Akhir dari ...".',
        _skipped,
    ),
    PlaceRule(
        "contents",
        BlockKind.FURNITURE,
        'The titles of the article\'s parts under "Daftar Isi", above it.',
        _contents,
    ),
    PlaceRule(
        "tags-below",
        BlockKind.FURNITURE,
        "Two to seven lines of a few words below the text, before other articles or comments, most "
        "of them about what the text is about, and no list that the text announces.",
        _tags,
    ),
)
"""Asked before the rules for names, which a tag may look like."""
