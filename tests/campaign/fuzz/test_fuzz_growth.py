"""How time grows with the length of what is read: by its length alone, whatever it is made of."""

import io
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise

from campaign.fuzz.dice import FIGURES, MARKS, NASTY, Dice, terms, words
from campaign.record import Campaign

from padanan.errors import PadananError
from padanan.glossary import Glossary
from padanan.glossary.formats import by_name
from padanan.translate import bilingual
from padanan.translate.adherence import uses
from padanan.translate.article import Block, BlockKind, Segment
from padanan.translate.byrule import by_rule
from padanan.translate.checks import Pair, check_all
from padanan.translate.export.xliff_reader import read as read_xliff
from padanan.translate.memory.tmx_reader import read_tmx
from padanan.translate.read import read_bytes
from padanan.translate.segment.lead import lead_end
from padanan.translate.segment.splitter import split
from padanan.translate.values import by_value, mend, transfer, value_uses
from padanan.tui import journal_lines
from padanan.tui import text as screen
from running import ROOT

_SIZES = (2_000, 8_000, 32_000)
"""Characters: four times as many each."""

_FAST = 0.5
"""Seconds under which nothing is measured well enough to be called slow."""

_MOST = 9.0
"""Times that four times the length may take. By length alone it is 4; by its square 16."""

_PATIENCE = 20.0
"""Seconds that the longest may take at all."""

_GLOSSARY = Glossary.load(ROOT / "terms.tsv")


def _checks(text: str) -> None:
    found = uses(_GLOSSARY, text, text)
    check_all([Pair("1", text, text, uses=found, values=value_uses(text, text))])


def _rule(text: str) -> None:
    text = " ".join(text.split()) or "x"
    for kind in (BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.CAPTION):
        by_rule(Block(kind, text, 1, 1, "x"), Segment("1", 0, 0, len(text), text))
    lead_end(text, first=True)


def _screen(text: str) -> None:
    shown = screen.inert(text)
    screen.one_line(text)
    screen.folds.__wrapped__(shown, 60)
    screen.shorten(shown, 40)


def _values(text: str) -> None:
    value_uses(text, text)
    by_value(text)
    transfer(text, text, text)


def _polish(text: str) -> None:
    from padanan.translate.enforce.articles import takes_an, with_articles
    from padanan.translate.enforce.capitals import opens, titled
    from padanan.translate.enforce.facts import loses
    from padanan.translate.enforce.polish import stutters
    from padanan.translate.enforce.shapes import is_mass

    stutters(text)
    opens(text)
    titled(text)
    takes_an(text)
    is_mass(text[:300])  # a rendering has no more (glossary.rules.LONGEST)
    loses(text, (), text, text)
    list(with_articles(text, "house", name=False, noun=True))


_OF_TEXTS: dict[str, Callable[[str], object]] = {
    "article as text": lambda text: read_bytes(text.encode("utf-8", "replace"), "a", ".txt"),
    "article as Markdown": lambda text: read_bytes(text.encode("utf-8", "replace"), "a", ".md"),
    "article as HTML": lambda text: read_bytes(
        b"<p>" + text.encode("utf-8", "replace"), "a", ".html"
    ),
    "sentences": split,
    "terms": _GLOSSARY.match,
    "derived words": _GLOSSARY.suggest,
    "renderings": _GLOSSARY.renderings,
    "values": _values,
    "values mended": lambda text: mend(text, text),
    "checks": _checks,
    "rules": _rule,
    "enforcement's own work": _polish,
    "the screen": _screen,
    "terms.tsv": lambda text: by_name("tsv").read(text.encode("utf-8", "replace")),
    "CSV": lambda text: by_name("csv").read(text.encode("utf-8", "replace")),
    "OmegaT": lambda text: by_name("omegat").read(text.encode("utf-8", "replace")),
    "glossary PO": lambda text: by_name("po").read(
        f'msgid "a"\nmsgstr "b"\n\n{text}'.encode("utf-8", "replace")
    ),
    "TBX": lambda text: by_name("tbx").read(_in(text, "<tbx><text><body>{}")),
    "TMX": lambda text: by_name("tmx").read(_in(text, "<tmx><body>{}")),
    "memory TMX": lambda text: list(read_tmx(io.BytesIO(_in(text, "<tmx><body><tu>{}")))),
    "XLIFF": lambda text: read_xliff(_in(text, "<xliff><file><body>{}")),
    "bilingual file": lambda text: bilingual.loads(
        f'msgid ""\nmsgstr ""\n"X-Padanan-Article: a\\n"\n\n{text}'
    ),
    "journal": lambda text: journal_lines.read(text.encode("utf-8", "replace")),
}

_TAGS = (
    "<p>",
    "</p>",
    "<!--",
    "<div>",
    "<b",
    ' a="',
    "<br>",
    "&nbsp;",
    "</",
    "<![CDATA[",
    "<script>",
)
_TAGS += (
    "<tu>",
    "<seg>",
    '<tuv xml:lang="id">',
    "<trans-unit>",
    "<source>",
    "<termEntry>",
    "<?x?>",
)
_LINES = (
    'msgid "a"\n',
    'msgstr "b"\n',
    '"x"\n',
    "#. term: a\n",
    "#~ ",
    "a\tb\n",
    '"',
    "a,b\n",
    "> ",
)
_LINES += (
    "# ",
    "* ",
    "| ",
    "```\n",
    "[a](",
    "![",
    "](x)",
    "**",
    "- ",
    "===\n",
    "\n\n",
    '{"did":[',
    "{",
)


def _in(text: str, frame: str) -> bytes:
    return frame.format(text).encode("utf-8", "replace")


def _piece(dice: Dice) -> str:
    kinds = (
        MARKS,
        MARKS,
        NASTY,
        FIGURES,
        _TAGS,
        _LINES,
        words(),
        terms()[0],
        terms()[1],
        "aA1 .-'",
    )
    return "".join(str(dice.choice(dice.choice(kinds))) for _ in range(dice.choice((1, 1, 2, 3))))


def _seconds(function: Callable[[str], object], text: str) -> float:
    start = time.thread_time()
    with suppress(PadananError, ValueError, OSError):
        function(text)  # what it is read as is the business of the other tests
    return time.thread_time() - start


def test_time_grows_with_length_alone(campaign: Campaign) -> None:
    with campaign.fault(
        "grown", "long repetitions, by 4 and 16", holds="time by length alone"
    ) as fault:
        slowest = (0.0, "")
        for name, function in _OF_TEXTS.items():
            dice = Dice(f"{campaign.word}/growth/{name}")
            _seconds(function, "satu dua 5.000 ")  # what is loaded once is loaded now
            for _ in range(campaign.times(40)):
                piece = _piece(dice)
                before = dice.choice(("", "", "a", '"', "5", "Rp"))
                after = dice.choice(("", "", "!", "x", "\n", '"'))
                taken = []
                for size in _SIZES:
                    text = before + piece * (size // len(piece)) + after
                    taken.append(_seconds(function, text))
                    if taken[-1] > _PATIENCE / 4:
                        break
                slowest = max(slowest, (taken[-1], f"{name} of {piece!r}"))
                steep = [
                    later > _FAST and later > _MOST * earlier for earlier, later in pairwise(taken)
                ]
                if any(steep) or len(taken) < len(_SIZES):
                    told = ", ".join(f"{one:.3f} s" for one in taken)
                    fault.failed(f"{name} of {before!r} + {piece!r} * n + {after!r}: {told}")
                else:
                    fault.passed()
        fault.holds += f" (slowest {slowest[0]:.1f} s for {_SIZES[-1]:,}: {slowest[1]})"
