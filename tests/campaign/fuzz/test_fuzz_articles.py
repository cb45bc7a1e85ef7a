"""Anything as an article: bytes in whatever encoding, as text, Markdown and HTML."""

import re

from campaign.fuzz.dice import Dice, articles
from campaign.fuzz.hunt import hunt
from campaign.record import Campaign

from padanan.translate.article import BlockKind
from padanan.translate.read import read_bytes
from padanan.translate.segment import segment
from padanan.tui.text import _HARMFUL

_ENCODINGS = (
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "cp1252",
    "latin-1",
    "cp1251",
    "gb18030",
)
_ENCODINGS += ("shift_jis", "cp437", "utf-7", "koi8-r", "cp1256", "mac-roman")

_MARKDOWN = (
    "# ",
    "## ",
    "> ",
    "* ",
    "1. ",
    "```\n",
    "~~~\n",
    "![",
    "](",
    "<b>",
    "<!--",
    "-->",
    "---\n",
)
_MARKDOWN += (
    "title: x\n",
    "|",
    "\n\n",
    "    ",
    "\t",
    "<",
    "&lt;",
    "&#0;",
    "[x]: http://x\n",
    "**",
    "===\n",
)

_HTML = (
    "<p>",
    "</p>",
    "<div>",
    "<div class=caption>",
    "</div>",
    "<h1>",
    "</h1>",
    "<br>",
    "<!--",
    "-->",
)
_HTML += ("<script>", "</script>", "<style>", "<svg>", "<template>", "<![CDATA[", "]]>", "<?xml ?>")
_HTML += (
    "<!DOCTYPE x [<!ENTITY a 'b'>]>",
    "&a;",
    "&#x110000;",
    "&#0;",
    "&nbsp;",
    "<table><tr><td>",
)
_HTML += (
    "<li>",
    "<ul>",
    "<blockquote>",
    "<figcaption>",
    "<meta charset=x>",
    "<base href='file:///'>",
)
_HTML += (
    "<title>",
    "</title>",
    "<a href='http://x/'>",
    "<img src=x onerror=y>",
    "<",
    ">",
    "</",
    "<p",
)
_HTML += ("<meta property='og:title' content='", "'>", "<time datetime='0000-99-99'>", "<article>")

_PAGE = """<html><head><meta charset="utf-8"><title>Banjir di Demak</title>
<meta name="author" content="Ani Wijaya">
<meta property="article:published_time" content="2022-01-27">
</head><body><article><h1>Banjir di Demak surut</h1><p>DEMAK, KOMPAS.com - {}</p>
<figure><img src="a.jpg"><figcaption>Warga (ANTARA/Budi)</figcaption></figure><p>{}</p>
<ul><li>Baca juga: {}</li></ul></article></body></html>"""

_TAGS = re.compile(r"(<[^>]*>)")
_LINES = re.compile(r"(\n|[#>*`\[\]()!]+)")


def _encoded(dice: Dice, text: str) -> bytes:
    if dice.often(0.75):
        data = text.encode("utf-8", "surrogatepass")
    else:
        data = text.encode(dice.choice(_ENCODINGS), "replace")
    return dice.damaged(data) if dice.often(0.25) else data


def _made(dice: Dice) -> tuple[bytes, str]:
    kind = dice.random()
    if kind < 0.02:
        return dice.randbytes(dice.randint(0, 60)), ".txt"
    if kind < 0.7:
        return _encoded(dice, "\n".join(dice.text(3) for _ in range(dice.randint(1, 2)))), ".txt"
    if kind < 0.85:
        sample = f"---\ntitle: Banjir\n---\n# Banjir\n\n{dice.text(3)}\n\n> {dice.text(2)}\n"
        return _encoded(dice, dice.respliced([sample], _LINES, _MARKDOWN)), ".md"
    paragraphs = (dice.text(2) for _ in range(3))
    page = dice.respliced([_PAGE.format(*paragraphs)], _TAGS, _HTML)
    return _encoded(dice, page), dice.choice((".html", ".HTM"))


def test_articles(campaign: Campaign) -> None:
    def judge(given: tuple[bytes, str]) -> None:
        article = read_bytes(given[0], "a" + given[1], given[1])
        assert article.blocks
        for block in article.blocks:
            assert block.text == " ".join(block.text.split()) != ""
            assert not _HARMFUL.search(block.text), ascii(block.text)
            assert 0 < block.first_line <= block.last_line
            block.text.encode()
        assert all("\n" not in warning for warning in article.warnings)
        segmented = segment(article)
        assert len({one.id for one in segmented.segments}) == len(segmented.segments)
        for number, block in enumerate(article.blocks):
            own = [one for one in segmented.segments if one.block == number]
            if block.kind is BlockKind.FURNITURE:
                assert not own
                continue
            end = 0
            for one in own:
                assert not block.text[end : one.start].strip()
                assert block.text[one.start : one.end] == one.source
                end = one.end
            assert not block.text[end:].strip()

    articles()
    judge((_PAGE.encode(), ".html"))  # so that each process need not load what reads pages
    hunt(
        campaign,
        "articles: text, Markdown, HTML, any encoding",
        _made,
        judge,
        holds="blocks without controls; their segments together are the blocks",
    )
