"""Finding the article in the page: where its text begins and ends, which line is its headline."""

import re
from collections.abc import Sequence

from padanan.translate.read.credits import SITE
from padanan.translate.read.lines import Hint
from padanan.translate.read.rule import LineRule, Page, Unit

_END = re.compile(r"[.!?…][\"'”’)\]*]*$")
_SIGNED = re.compile(r"(?<=[.!?…\"”]) ?[(\[][\w/*.-]{1,24}[)\]]$")
"""The reporters' initials behind a paragraph's last sentence ("(mal/c1/rif)")."""
SITE_BEFORE = re.compile(rf"{SITE} ?[-–—|:] ", re.IGNORECASE)
"""The site's name before a title, as browsers show it."""
_HAS_DATE = re.compile(r"\d{4}|\d[/-]\d|lalu\b")
_STOP = re.compile(r"(?<!\.)\.[\"'”’)\]]*$")
_ITEM = re.compile(r"(?:[-–•*·●▪]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
_ASKS = re.compile(r"[!?][\"'”’)\]]*$")
_LEAD = re.compile(
    r"(?:\w[\w./-]{0,29},? ?){1,5}+(?:\([\w ./-]{2,30}\))?(?: ?[-–—]{1,2} ?| ?: |, )(?=[\"“A-Z])"
)
_SECTION_WORDS = """
news nasional internasional dunia global politik hukum kriminal ekonomi bisnis keuangan market
olahraga sport sports bola sepakbola hiburan entertainment seleb selebritis lifestyle gaya hidup
teknologi tekno sains otomotif oto travel wisata kuliner kesehatan health pendidikan edukasi
megapolitan metro metropolitan regional daerah nusantara peristiwa pemilu pilkada pilpres opini
kolom tokoh infografis video foto berita detiknews money properti tren trending hype viral asean
eropa amerika timur tengah asia pasifik home beranda cek fakta khazanah ragam humaniora warta
bumi umum jakarta jabodetabek dalam luar negeri update terkini breaking bursa makro saham food
majalah
"""
_SECTIONS = frozenset(_SECTION_WORDS.split())
_WEAK = frozenset({"read-link", "video", "picture-label", "follow", "comments", "source"})
"""Line rules that a headline may match too ("VIDEO: ...", "Cek Berita ..."): it is told by its
words coming back in the text."""
_MARKERS = frozenset({"related-heading", "already-published", "copyright", "signature"})
# fmt: off
_TRAILERS = frozenset(
    {
        "name-and-role", "source", "agency", "role-alone", "by-name", "tags", "comments", "follow",
        "share", "menu", "pages", "counter", "account"
    }
)
# fmt: on
"""Line rules that show the article's end where no running text comes after them."""
_ANYWHERE = frozenset({"follow", "share", "menu", "pages", "counter", "account", "comments"})
"""Those of them that stand inside texts too."""
RELATED = "related-heading"
_HEAD = 20
"""How many units above the text may belong to the page's head."""


def is_prose(text: str) -> bool:
    """Whether a text is surely running text, not a title or a label."""
    several = text[:2000].split()
    text = _SIGNED.sub("", text[-80:])
    if _END.search(text[-8:]) is None:
        return len(several) >= 30
    if _ASKS.search(text[-8:]):
        return len(several) >= 15 and not (len(several) <= 25 and _title_case(several))
    return len(several) >= 8 or (len(several) >= 6 and has_lead(" ".join(several)))


def has_lead(text: str) -> bool:
    """Whether a text begins with place and paper, as leads do ("JAKARTA, KOMPAS.com -")."""
    return _LEAD.match(text[:160]) is not None


def is_section(text: str) -> bool:
    """Whether a text consists of the names of a site's sections."""
    named = re.findall(r"\w+", text[:400].lower())
    return 0 < len(named) <= 8 and all(word in _SECTIONS for word in named)


def is_item(unit: Unit) -> bool:
    """Whether a unit is an item of a list ("1. ...", "- ...")."""
    return unit.hint is Hint.ITEM or _ITEM.match(unit.text) is not None


def same(one: str, other: str) -> bool:
    """Whether two texts have the same letters and figures."""
    if abs(len(one) - len(other)) > 40 or len(one) > 500:
        return False
    return re.sub(r"\W+", "", one).lower() == re.sub(r"\W+", "", other).lower()


def years(text: str) -> frozenset[str]:
    """The years named in a text."""
    return frozenset(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text[:20_000]))


def find(units: tuple[Unit, ...], lines: tuple[LineRule | None, ...]) -> Page:
    """Work out the facts about a page that the place rules ask for."""
    prose = [i for i, unit in enumerate(units) if lines[i] is None and is_prose(unit.text)]
    if not prose:  # a few short sentences are an article too
        prose = [
            i
            for i, unit in enumerate(units)
            if lines[i] is None and unit.hint is None and _STOP.search(unit.text[-8:])
        ]
    start = _text_start(units, lines, prose)
    prose = [i for i in prose if i >= start]
    vocabulary = words(" ".join(units[i].text[:2000] for i in prose[:50]))
    headline = _headline(units, lines, vocabulary, start)
    end = _end(units, lines, prose)
    tail = max((i for i in prose if i < end), default=start - 1) + 1
    return Page(units, lines, start, tail, headline, end, vocabulary)


def _title_case(several: Sequence[str]) -> bool:
    """Whether most words begin with a capital, as in Indonesian headlines and in no sentence."""
    letters = [word for word in several if word.lstrip("\"“'‘(")[:1].isalpha()]
    capitals = sum(word.lstrip("\"“'‘(")[0].isupper() for word in letters)
    return len(letters) >= 4 and capitals * 10 >= len(letters) * 6


def _text_start(
    units: tuple[Unit, ...], lines: tuple[LineRule | None, ...], prose: list[int]
) -> int:
    """The first unit of running text, or `len(units)`.

    One or two sentences above the article's date (a caption without a credit, a summary) are not
    it, when by far most of the text follows.
    """
    if not prose:
        return len(units)
    first = prose[0]
    for i in range(first + 1, min(_HEAD, len(units))):
        rule = lines[i]
        if rule is None or rule.name not in ("date-and-time", "name-and-date"):
            continue
        if _HAS_DATE.search(units[i].text) is None:
            continue  # the time of an entry in a live report
        before, after = [j for j in prose if j < i], [j for j in prose if j > i]
        sizes = [sum(len(units[j].text) for j in part) for part in (before, after)]
        if len(before) <= 2 and sizes[1] > 2 * sizes[0]:
            first = after[0]
    return first


def _end(units: tuple[Unit, ...], lines: tuple[LineRule | None, ...], prose: list[int]) -> int:
    """The first unit that says the article is over, with nearly all running text before it."""
    if not prose:
        return len(units)
    sizes = {i: len(units[i].text) for i in prose if not is_title(units[i].text)}
    total = after = sum(sizes.values())
    for i, rule in enumerate(lines):
        after -= sizes.get(i, 0)
        if rule is None or i < prose[0]:
            continue
        if rule.name in _TRAILERS | _MARKERS and not after:
            if rule.name in _ANYWHERE and _announces_list(units, lines, i):
                continue
            return i
        # Teasers of other articles may follow; but a list of links may also stand inside a text.
        listed = i + 1 < len(units) and lines[i + 1] is None and is_title(units[i + 1].text)
        if rule.name in _MARKERS and after * 5 <= total and (listed or rule.name != RELATED):
            return i
    return len(units)


def _announces_list(units: tuple[Unit, ...], lines: tuple[LineRule | None, ...], i: int) -> bool:
    """Whether the text before a unit ends in a colon, so that its list is still to come."""
    before = next((j for j in range(i - 1, max(-1, i - 6), -1) if lines[j] is None), None)
    return before is not None and units[before].text.endswith(":")


def words(text: str) -> frozenset[str]:
    """The words of a text that tell what it is about: those of four letters and more."""
    return frozenset(re.findall(r"[^\W\d_]{4,}", text.lower()))


def is_title(text: str) -> bool:
    """Whether a text may be the title of an article; some titles end in a full stop."""
    return not is_prose(text) or (len(text) <= 250 and _title_case(text.split()))


def _headline(
    units: tuple[Unit, ...],
    lines: tuple[LineRule | None, ...],
    vocabulary: frozenset[str],
    start: int,
) -> int | None:
    """The title: above the text, not a sentence, its words coming back in the text.

    Of several the first that shares at least two thirds as large a part of its words with the
    text as the best one does: menus and other articles' titles share few, and a line that sums up
    the article comes after its headline. But a short one, the name of a topic, gives way to a
    longer one in title case, and one of a word or two to any of five or more.
    """
    for i, unit in enumerate(units):
        if unit.hint is Hint.TITLE:
            return i
    shares: dict[int, float] = {}
    for i in range(start):
        rule, title = lines[i], units[i].text
        if len(title) > 250 or units[i].hint is Hint.CAPTION or is_section(title):
            continue
        if (site := SITE_BEFORE.match(title)) and any(
            unit.text.startswith(title[site.end() :]) for unit in units[i + 1 : min(start, i + 8)]
        ):
            continue  # the browser's title, with the headline below it
        if (rule is not None and rule.name not in _WEAK) or is_prose(title) or _STOP.search(title):
            continue
        telling = words(title)
        share = len(telling & vocabulary) / len(telling) if telling else 0.0
        if not share and len(title.split()) < 3:
            continue
        shares[i] = share if rule is None else share / 2
    if not shares:
        return None
    best = max(shares.values())
    likely = [i for i, share in shares.items() if share * 3 >= 2 * best]
    long = [i for i in likely if len(units[i].text.split()) >= 4] or likely
    first = long[0]
    if len(units[first].text.split()) <= 2:
        longer = [i for i in shares if len(units[i].text.split()) >= 5]
        first = next((i for i in longer if shares[i] * 4 >= best), first)
    if len(units[first].text.split()) <= 5:
        for i in (i for i, share in shares.items() if first < i <= first + 3 and share * 3 >= best):
            several = units[i].text.split()
            if len(several) >= 6 and _title_case(several):
                return i
    return first
