"""The glossary as Markdown and as a web page."""

from html.parser import HTMLParser

from format_suite import SAMPLE, PageSuite, glossaries
from hypothesis import given
from markdown_it import MarkdownIt

from padanan.glossary import Concept
from padanan.glossary.formats import by_name
from padanan.glossary.formats.index import english, indonesian
from padanan.glossary.formats.markdown_page import escaped


class TestMarkdown(PageSuite):
    name = "markdown"


class TestHtml(PageSuite):
    name = "html"


class _Page(HTMLParser):
    """Collects what a page says and links to."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.append(tag)
        self.ids += [named["id"] or ""] if "id" in named else []
        self.links += [named["href"] or ""] if "href" in named else []
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def page(rows: tuple[Concept, ...] | list[Concept] = SAMPLE) -> _Page:
    return _Page(by_name("html").write(rows).data)


def test_indexes() -> None:
    assert [letter for letter, _ in indonesian(SAMPLE)] == list("BGKMPSTU")
    assert [[headword.term for headword in items] for letter, items in indonesian(SAMPLE)][:3] == [
        ["Badan Pengawas Sungai", "BPS", "bunga", "bunga"],
        ["gotong royong"],
        ["kembang", "kopi Gayo"],
    ]
    letters = dict(english(SAMPLE))
    assert [rendering.text for rendering in letters["I"]] == [
        "interest",
        "interest rate",
        "irrigate",
    ]
    assert [status for _, _, status in letters["I"][0].uses] == ["preferred", "avoided"]
    assert [letter for letter, _ in english([Concept(("dua",), ("2", "two", "éclair"))])] == [
        "#",
        "E",
        "T",
    ]


@given(glossaries())
def test_the_page_says_it_all_and_loads_nothing(rows: list[Concept]) -> None:
    shown = page(rows)
    assert shown.open == []
    text = "".join(shown.texts)
    for concept in rows:
        for part in (*concept.terms, *concept.renderings, *concept.avoided, concept.note):
            assert part in text
    assert set(shown.links) <= {f"#{identifier}" for identifier in shown.ids}
    assert len(shown.ids) == len(set(shown.ids))
    assert not {"script", "img", "link", "iframe", "form"} & set(shown.tags)


def test_the_page_names_languages() -> None:
    data = by_name("html").write(SAMPLE).data.decode()
    assert data.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert '<span lang="id">kopi Gayo</span>' in data
    assert '<dd lang="en"><b>kopi Gayo</b>; Gayo coffee</dd>' in data
    assert '<s lang="en">Gayo&#x27;s copy</s>' in data
    assert "prefers-color-scheme: dark" in data
    assert "@media print" in data


def test_hostile_text_stays_text() -> None:
    evil = Concept(
        ("<script>alert(1)</script>",), ('"><img src=x>',), note="</style><b onclick='x'>&amp;"
    )
    shown = page([evil])
    assert "img" not in shown.tags
    assert "script" not in shown.tags
    assert "</style><b onclick='x'>&amp;" in shown.texts


def test_markdown() -> None:
    text = by_name("markdown").write(SAMPLE).data.decode()
    assert (
        "| **kopi Gayo** | **kopi Gayo**; Gayo coffee | ~~Gayo's copy~~ "
        "| *name, food, exact, keep* |" in text
    )
    assert "| BPS | → Badan Pengawas Sungai | | |" in text
    assert "| interest | bunga (economy)<br>not for bunga, which is flower |" in text
    assert "\\_x0041\\_ 100%" in text


@given(glossaries())
def test_markdown_is_inert(rows: list[Concept]) -> None:
    for concept in rows:
        for text in (*concept.terms, *concept.renderings, concept.note):
            tokens = (
                MarkdownIt("commonmark")
                .enable(["table", "strikethrough"])
                .parseInline(escaped(text))[0]
                .children
            )
            assert "".join(token.content for token in tokens or []) == text
            assert {token.type for token in tokens or []} <= {"text", "text_special"}
