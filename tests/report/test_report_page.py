"""The page: what it says, that it is whole and inert, and that it can be read."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from reportside import FLOOD, QUAKE, TALKS, TERMS, THEN, article, desk, entry, gathered, kept

from padanan.translate.bilingual import State
from padanan.translate.machine import Term
from padanan.translate.report import page_findings, page_terms, page_work
from padanan.translate.report.links import review
from padanan.translate.report.mark import MARK, is_report
from padanan.translate.report.page import render
from padanan.translate.report.style import STYLE

VOID = {"meta", "link", "br", "rect", "line", "circle", "polyline", "col"}


class Reader(HTMLParser):
    """Reads a page, and sees that what is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert not reader.open
    return reader


def whole(page: str) -> Reader:
    """A page that is whole: well formed, of one file, inert, and to be read without eyes."""
    reader = read(page)
    ids = [attributes["id"] for _, attributes in reader.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in reader.tags:
        assert tag not in {"script", "iframe", "object", "embed", "img", "base", "form", "input"}
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        target = attributes.get("href") or ""
        if target.startswith("#"):
            assert target[1:] in ids
        else:
            assert ":" not in target or (tag, target) == ("link", "data:,")
        if tag == "svg" and attributes.get("aria-hidden") != "true":
            assert attributes["role"] == "img"
            assert attributes["aria-label"]
        if tag == "th":
            assert attributes["scope"] in {"col", "row"}
    tree = html.fromstring(page)
    assert all(table.find("caption") is not None for table in tree.iter("table"))
    levels = [int(one.tag[1]) for one in tree.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    return reader


def test_the_page_of_a_desk(tmp_path: Path) -> None:
    out = desk(tmp_path)
    kept(out, time=THEN)
    article(tmp_path, "banjir", [replace(one, state=State.APPROVED) if one.target else one
                                 for one in FLOOD[2:]])  # fmt: skip
    report = gathered(out).report
    text = " ".join(whole(render(report)).text.split())
    for words in (
        "3 March 2026, 08:00 UTC",
        f"{report.work.approved} of {report.work.segments} segments",
        "3 segments approved",
        "inundation",
        "✖ to be avoided",
        "article changed since",
        "this bilingual file is damaged",
        "The least sure drafts",
        "approved before, with other figures",
    ):
        assert words in text, words


def test_links_lead_to_the_side_by_side_page_else_to_the_file(tmp_path: Path) -> None:
    out = desk(tmp_path)
    page = render(gathered(out).report)
    assert 'href="banjir.bilingual.html#f4"' in page
    assert 'href="dunia/rundingan.po">t2</a> (line 34)' in page
    assert f"padanan review {out}/dunia/rundingan.po --segment t2" in page
    elsewhere = render(gathered(out).report, "../a b/out")
    assert 'href="../a%20b/out/banjir.bilingual.html#f4"' in elsewhere


def test_a_name_that_begins_with_a_hyphen_is_no_option() -> None:
    assert review(".", "-x.po", "t2") == "padanan review ./-x.po --segment t2"
    assert review("-out") == "padanan review ./-out"


def test_an_empty_desk_and_one_with_one_article(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert (
        "no bilingual files in this folder yet"
        in whole(render(gathered(tmp_path / "out").report)).text
    )
    article(tmp_path, "a", QUAKE)
    text = whole(render(gathered(tmp_path / "out").report)).text
    assert "send it out" in text
    article(tmp_path, "a", [replace(FLOOD[1])])  # nothing but furniture
    whole(render(gathered(tmp_path / "out").report))


def test_the_style_is_the_one_that_the_policy_allows(tmp_path: Path) -> None:
    page = render(gathered(desk(tmp_path)).report)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    assert f"<style>{STYLE}</style>" in page
    assert policy[1].startswith(f"default-src 'none'; style-src 'sha256-{digest}'; ")
    assert "unsafe" not in policy[1]
    assert "url(" not in STYLE
    assert "@import" not in STYLE


def test_a_page_is_known_by_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "weekly.html"
    path.write_text(render(gathered(desk(tmp_path)).report), "utf-8")
    assert is_report(path)
    path.write_text("<!DOCTYPE html>\n<html lang=id><p>Berita", "utf-8")
    assert not is_report(path)
    path.write_bytes(MARK.encode()[:-1])
    assert not is_report(path)
    assert not is_report(tmp_path / "nothing.html")


UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")

HOSTILE = (
    "<script>alert(1)</script>",
    "</title></style></table><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>' onmouseover='x",
    "&lt;b&gt;&#60;i&#62;",
    "\x1b[31mred\x07\x00\x9b",
    "\u202egnp.exe\u2066\u200f",
    "javascript:alert(1)",
    "\u2028\u2029\ufeff",
)


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_text_in_every_field_is_text(tmp_path: Path, bad: str) -> None:
    said = "".join(one for one in bad if one not in "\t\n\x00\u2028\u2029") or "x"
    column = "".join(one for one in said if one.isprintable() and one not in '\t"|')
    terms = (
        TERMS
        + f"kata jahat\tbad word {column}|other {column}\t{column} avoid\t\tfield {column}\t\t\n"
    )
    id_ = re.sub(r'["\\]', "", said)
    entries = [
        entry(id_, f"Kata jahat {said}", f"Bad word {said} {said}", line=1, confidence=0.1),
        entry(f"{id_}2", f"Kata jahat {said}", f"{column} avoid {said}", line=2, how=said,
              terms=(Term(said, said, said),), findings=(said,), comment=said),
        entry(f"{id_}3", f"Banjir 5 {said}", "The deluge", line=2, state=State.APPROVED),
    ]  # fmt: skip
    name = re.sub(r"[/\x00]", "_", said)[:60]
    article(tmp_path, f"{name}/{name}", entries)
    article(tmp_path, name, TALKS)
    (tmp_path / "out" / f"{name}x.po").write_text(f'msgid "X-Padanan-{said}', "utf-8")
    kept(tmp_path / "out", time=THEN)
    article(tmp_path, f"{name}/new", [entries[0], *QUAKE])
    report = replace(gathered(tmp_path / "out", terms).report, glossary=bad)
    for folder in ("", bad):
        reader = whole(render(replace(report, desk=bad), folder))
        assert not re.search(
            "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", reader.text
        )
        assert {tag for tag, _ in reader.tags} <= {
            "a", "bdi", "body", "caption", "circle", "code", "details", "div", "figcaption",
            "figure", "footer", "h1", "h2", "h3", "head", "header", "html", "li", "line", "link",
            "main", "meta", "nav", "ol", "p", "polyline", "rect", "section", "small", "span",
            "strong", "style", "summary", "svg", "table", "tbody", "td", "text", "th", "thead",
            "time", "title", "tr", "ul",
        }  # fmt: skip


def test_long_lists_are_cut_and_the_rest_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(5):
        article(tmp_path, f"a{at}", [replace(one, id=f"x{one.id}") for one in (*FLOOD, *TALKS)])
        (tmp_path / f"out/bad{at}.po").write_text('msgid "X-Padanan-', "utf-8")
    report = gathered(tmp_path / "out").report
    for module, name in (
        (page_work, "_ARTICLES"), (page_findings, "_EACH"), (page_findings, "_UNREAD"),
        (page_terms, "_CONCEPTS"), (page_terms, "_ROWS"), (page_terms, "_ARTICLES"),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, 1)
    text = whole(render(report)).text
    for words in ("and 4 more articles", "and 4 more findings", "and 4 more files", "more concept"):
        assert words in text, words


def test_the_page_and_the_json_say_the_same(tmp_path: Path) -> None:
    report = gathered(desk(tmp_path)).report
    tree = html.fromstring(render(report))
    kinds = next(one for one in tree.iter("table") if one.findtext("caption") == "Findings by kind")
    rows = [[cell.text_content() for cell in row] for row in kinds.iter("tr")][1:]
    shown = [(name, *(int(one.replace("–", "0")) for one in numbers)) for name, *numbers in rows]
    assert shown == [
        (one.name, one.findings.errors, one.findings.warnings, one.findings.notes, one.articles)
        for one in report.checks
    ]


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(one * 2 for one in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_text_stands_out_from_what_is_behind_it(scheme: str) -> None:
    """WCAG 2: a contrast of 4.5 at least."""
    roots = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    values = dict(re.findall(r"--(\w+): (#\w+)", roots[("light", "dark", "print").index(scheme)]))
    for text, behind in (
        ("ink", "paper"), ("ink", "card"), ("quiet", "paper"), ("quiet", "card"),
        ("link", "paper"), ("link", "card"), ("bad", "paper"), ("bad", "card"),
        ("warn", "paper"), ("warn", "card"), ("bad", "badness"), ("warn", "warning"),
    ):  # fmt: skip
        one, other = sorted((luminance(values[text]), luminance(values[behind])), reverse=True)
        assert (one + 0.05) / (other + 0.05) >= 4.5, (text, behind)
