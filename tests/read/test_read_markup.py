"""Markdown and HTML: what the markup says, and pages that are none."""

import socket

import pytest

from padanan.errors import InputError
from padanan.translate.article import Article, BlockKind
from padanan.translate.read import read_bytes

SENTENCE = "Pemerintah daerah menyiapkan dana tambahan untuk saluran irigasi, kata bupati, Kamis."


def kinds(article: Article) -> list[tuple[int, str, str]]:
    return [(block.first_line, block.kind.value, block.text) for block in article.blocks]


def markdown(text: str) -> list[tuple[int, str, str]]:
    return kinds(read_bytes(text.encode(), "a.md", ".MD"))


def html(body: str, head: str = "") -> Article:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_bytes(page.encode(), "a.html", ".html")


def test_markdown_headings_and_inline_markup() -> None:
    assert markdown(
        f"# Irigasi *Ladongi*\n\nSubjudul satu\n---\n\n[Bupati](http://x) `itu`. {SENTENCE}\n"
    ) == [
        (1, "headline", "Irigasi Ladongi"),
        (3, "subheading", "Subjudul satu"),
        (4, "furniture", "---"),
        (6, "paragraph", f"Bupati itu. {SENTENCE}"),
    ]


def test_markdown_front_matter() -> None:
    found = markdown(
        "---\ntitle: 'Irigasi Ladongi'\ndate: 2022-01-28\npenulis: Rina\nlang: id\n---\n"
        f"{SENTENCE}\n"
    )
    assert found == [
        (1, "furniture", "---"),
        (2, "headline", "Irigasi Ladongi"),
        (3, "dateline", "2022-01-28"),
        (4, "byline", "Rina"),
        (5, "furniture", "lang: id"),
        (6, "furniture", "---"),
        (7, "paragraph", SENTENCE),
    ]


def test_markdown_without_front_matter_may_begin_with_a_rule() -> None:
    assert markdown(f"---\n{SENTENCE}\n")[1] == (2, "paragraph", SENTENCE)


def test_markdown_pictures_lists_quotes_and_code() -> None:
    found = markdown(
        f"{SENTENCE}\n\n![Bendungan dari udara](a.jpg)\n\n- satu hal\n- dua\n  hal\n\n3. tiga\n\n"
        f"> {SENTENCE}\n\n"
        f"    {SENTENCE}\n\n```\nx = 1\n```\n\n**Air cukup**\n\n{SENTENCE}\n\n"
        f"<div>\n{SENTENCE}\n</div>\n"
    )
    assert found == [
        (1, "paragraph", SENTENCE),
        (3, "caption", "Bendungan dari udara"),
        (5, "paragraph", "satu hal"),
        (6, "paragraph", "dua hal"),
        (9, "paragraph", "3. tiga"),
        (11, "paragraph", SENTENCE),
        (13, "paragraph", SENTENCE),
        (15, "furniture", "```"),
        (16, "furniture", "x = 1"),
        (17, "furniture", "```"),
        (19, "subheading", "Air cukup"),
        (21, "paragraph", SENTENCE),
        (23, "furniture", "<div>"),
        (24, "paragraph", SENTENCE),
        (25, "furniture", "</div>"),
    ]


def test_markdown_lists_in_lists_stay_text() -> None:
    items = "".join(f"{'  ' * level}- Warga desa ke-{level} mengungsi.\n" for level in range(14))
    article = read_bytes(f"# Banjir Meluas\n\n{items}".encode(), "a.md", ".md")
    lost = [block.text for block in article.blocks if block.kind is BlockKind.FURNITURE]
    assert not lost


def test_markdown_with_one_line_a_paragraph_is_not_joined() -> None:
    lines = [SENTENCE, SENTENCE.replace("Pemerintah", "Dinas"), SENTENCE.replace("bupati", "camat")]
    assert [text for _, _, text in markdown("\n".join(lines))] == lines


@pytest.mark.parametrize("unit", ["[", "*a ", "> ", "`", "![", "- ", "_", "<a ", "|", "# "])
def test_hostile_markdown(unit: str) -> None:
    read_bytes(("Berita " + unit * 5_000).encode(), "a.md", ".md")
    read_bytes(("Berita\n" + unit * 18_000).encode(), "a.md", ".md")
    read_bytes(("Berita\n" + (unit * 20 + "\n") * 500).encode(), "a.md", ".md")


def test_html_title_author_date_caption_and_text(monkeypatch: pytest.MonkeyPatch) -> None:
    class Refused(socket.socket):  # a class, as what is imported meanwhile derives its own from it
        def __init__(self, *_: object, **__: object) -> None:
            raise AssertionError("no network")

    monkeypatch.setattr(socket, "socket", Refused)
    article = html(
        "<nav><a href=/>Home</a></nav><article><h1>Irigasi Ladongi Dibangun</h1>"
        "<figure><img src=a.jpg><figcaption>Bendungan dari udara</figcaption></figure>"
        f"<p>{SENTENCE}</p><p>Baca juga: <a href=x>Judul Lain</a></p><h2>Air cukup</h2>"
        f"<p>{SENTENCE.replace('Pemerintah', 'Dinas')}<br>{SENTENCE.replace('bupati', 'camat')}</p>"
        "<ul><li>satu hal</li><li>dua hal</li></ul></article>"
        "<div class=comments><p>Komentar pembaca yang tidak penting</p></div>"
        "<footer>© 2022</footer>"
        "<script>var x = '<p>bukan teks</p>'</script>",
        '<title>Irigasi Ladongi Dibangun - Situs</title><meta name="author" content="Rina Ayu">'
        '<meta property="article:published_time" content="2022-01-28T10:00:00+07:00">',
    )
    assert [(block.kind.value, block.text) for block in article.blocks] == [
        ("headline", "Irigasi Ladongi Dibangun"),
        ("byline", "Rina Ayu"),
        ("dateline", "2022-01-28"),
        ("caption", "Bendungan dari udara"),
        ("paragraph", SENTENCE),
        ("furniture", "Baca juga: Judul Lain"),
        ("subheading", "Air cukup"),
        ("paragraph", SENTENCE.replace("Pemerintah", "Dinas")),
        ("paragraph", SENTENCE.replace("bupati", "camat")),
        ("paragraph", "satu hal"),
        ("paragraph", "dua hal"),
    ]
    assert [block.first_line for block in article.blocks] == list(range(1, 12))


@pytest.mark.parametrize(
    "body",
    [
        "<p>Gempa guncang Cianjur.</p>",
        "Gempa guncang Cianjur.",
        "<div>Gempa guncang Cianjur.</div>",
    ],
)
def test_very_short_html(body: str) -> None:
    (block,) = html(body).blocks
    assert block.text == "Gempa guncang Cianjur."


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html><body></body></html>",
        "<html><body><script>document.write('x')</script></body></html>",
        "<",
        "<!--",
        "<!-- " * 1000,
        "<script>" * 1000,
    ],
)
def test_html_without_text(page: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(page.encode(), "a.html", ".html")
    assert caught.value.message.startswith("a.html: ")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + SENTENCE,
        "<p>" * 100_000 + SENTENCE,
        "<b>" * 40_000 + SENTENCE,
        "<table><tr><td>" * 3_000 + SENTENCE,
        "<ul><li>" * 3_000 + SENTENCE,
        "<p " + " ".join(f'a{n}="x"' for n in range(100_000)) + f">{SENTENCE}",
        "<" * 100_000 + SENTENCE,
        f"<p>{SENTENCE} " + "&amp;" * 500_000,
        "<!--" * 50_000 + f"<p>{SENTENCE}</p>",
        "<script>" * 40_000 + f"<p>{SENTENCE}</p>",
        "<p>" + SENTENCE * 60_000,
    ],
    ids=[
        "div",
        "p",
        "b",
        "table",
        "list",
        "attributes",
        "lt",
        "entities",
        "comments",
        "scripts",
        "5MB",
    ],
)
def test_hostile_html_gives_text_or_a_sentence(page: str) -> None:
    article, message = None, ""
    try:
        article = read_bytes(page.encode(), "a.html", ".html")
    except InputError as error:
        message = error.message
    if article is None:
        assert message.startswith("a.html: ")
    else:
        assert any(block.kind is not BlockKind.FURNITURE for block in article.blocks)
