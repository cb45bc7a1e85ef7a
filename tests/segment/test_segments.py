"""Articles into segments with stable ids."""

from pathlib import Path

import pytest

from padanan.translate.article import Article, Block, BlockKind, SegmentedArticle
from padanan.translate.segment import segment

HEADLINE, PARAGRAPH, FURNITURE, BYLINE = (
    BlockKind.HEADLINE,
    BlockKind.PARAGRAPH,
    BlockKind.FURNITURE,
    BlockKind.BYLINE,
)


def article(*blocks: tuple[BlockKind, str]) -> Article:
    made = tuple(Block(kind, text, i, i, "test") for i, (kind, text) in enumerate(blocks, 1))
    return Article("berita.txt", made, "utf-8", "0" * 64)


def sources(segmented: SegmentedArticle) -> list[str]:
    return [one.source for one in segmented.segments]


def ids(*blocks: tuple[BlockKind, str]) -> list[str]:
    return [one.id for one in segment(article(*blocks)).segments]


def test_every_block_but_furniture_is_segmented() -> None:
    segmented = segment(
        article(
            (HEADLINE, "NATO Serukan Dialog"),
            (FURNITURE, "loading..."),
            (PARAGRAPH, "BRUSSELS - NATO menyerukan dialog. Rusia menolak."),
            (PARAGRAPH, '"Kami siap. Kami kuat," kata dia.'),
            (BYLINE, "(ian)"),
        )
    )
    assert sources(segmented) == [
        "NATO Serukan Dialog",
        "BRUSSELS -",
        "NATO menyerukan dialog.",
        "Rusia menolak.",
        '"Kami siap.',
        'Kami kuat," kata dia.',
        "(ian)",
    ]
    assert [one.block for one in segmented.segments] == [0, 2, 2, 2, 3, 3, 4]
    for block, own in segmented.by_block():
        for one in own:
            assert block.text[one.start : one.end] == one.source == one.source.strip()


def test_a_lead_is_looked_for_in_paragraphs_only() -> None:
    text = "JAKARTA - Presiden tiba."
    assert sources(segment(article((HEADLINE, text)))) == [text]


def test_a_colon_closes_a_lead_in_the_first_paragraph_only() -> None:
    segmented = segment(
        article(
            (HEADLINE, "Rusia Mundur"),
            (PARAGRAPH, "Brussels: Rusia mundur."),
            (PARAGRAPH, "Jakarta: Rusia mundur."),
        )
    )
    assert sources(segmented)[1:] == ["Brussels:", "Rusia mundur.", "Jakarta: Rusia mundur."]


def test_ids_stay_when_another_part_of_the_article_changes() -> None:
    before = ids((PARAGRAPH, "Rusia mundur. NATO maju."), (PARAGRAPH, "Ukraina diam."))
    after = ids(
        (HEADLINE, "Judul baru"),
        (PARAGRAPH, "Rusia maju. NATO maju. Semua maju."),
        (PARAGRAPH, "Ukraina diam."),
    )
    assert after[2] == before[1]
    assert after[4] == before[2]
    assert before[0] not in after


def test_repeated_sources_are_numbered() -> None:
    first, second, third = ids(
        (HEADLINE, "NATO Maju"), (HEADLINE, "NATO Maju"), (PARAGRAPH, "NATO Maju")
    )
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_ids_are_the_first_digits_of_a_hash_of_the_source() -> None:
    # The bytes of "NATO maju." in BLAKE2b, as `b2sum` prints them.
    assert ids((PARAGRAPH, "NATO maju.")) == ["f108128c"]


def test_ids_do_not_depend_on_white_space_or_unicode_form() -> None:
    assert ids((PARAGRAPH, "Café  itu\u00a0tutup.")) == ids((PARAGRAPH, "Cafe\u0301 itu tutup."))


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_the_seeds_lose_nothing(name: str, seeds: Path) -> None:
    (path,) = seeds.glob(f"{name}_*.txt")
    lines = [" ".join(line.split()) for line in path.read_text(encoding="utf-8").splitlines()]
    segmented = segment(article(*((PARAGRAPH, line) for line in lines if line)))
    for block, own in segmented.by_block():
        assert "".join("".join(one.source.split()) for one in own) == "".join(block.text.split())
    assert len({one.id for one in segmented.segments}) == len(segmented.segments)
