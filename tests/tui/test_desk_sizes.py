"""The desk on screens of all sizes: the segment one is at and the keys are always to be seen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from deskside import Hands, article, entry

from padanan.translate.bilingual import save
from padanan.tui.app import Desk

Drive = Callable[..., Desk]


def list_is_seen(hands: Hands) -> None:
    """Expect the segment one is at between heading and footer, whole if there is room for it."""
    lines = hands.text().splitlines()
    assert any(line.startswith("▌") for line in lines[1:-1])
    segments = hands.review.segments
    rows = segments.extent(segments.cursor)
    whole = rows.start >= 0 and rows.stop <= segments.text_height
    assert whole or len(rows) > segments.text_height
    assert "Quit" in lines[-1]


@pytest.mark.parametrize("size", [(60, 16), (60, 20), (80, 24), (40, 10), (20, 5), (180, 12)])
def test_the_segment_one_is_at_and_the_keys_are_seen(opened: Drive, size: tuple[int, int]) -> None:
    low = size[1] < 18 and size[0] < 170

    async def scenario(hands: Hands) -> None:
        for _ in range(3):
            list_is_seen(hands)
            await hands.press("down")
        assert hands.review.aids.display is not low
        assert hands.review.segments.text_height >= min(size[1] - 2, 10)
        await hands.press("f2")
        assert hands.review.aids.display
        list_is_seen(hands)
        assert "Terms" in hands.text()
        await hands.press("enter")
        await hands.type("xyz")
        assert "xyz" in hands.text()
        await hands.press("f8")
        assert not hands.review.aids.display

    opened(scenario, size)


def test_a_panel_there_is_room_for_again_shows_what_one_is_at(opened: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("down")
        await hands.pilot.resize_terminal(100, 30)
        await hands.settle()
        assert "Terms" in hands.text()
        assert "Findings" in hands.text()
        await hands.pilot.resize_terminal(100, 14)
        await hands.settle()
        assert "Findings 0" not in hands.text()
        list_is_seen(hands)

    opened(scenario, (100, 14))


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
def test_what_follows_is_seen_while_one_writes(
    tmp_path: Path, drive: Drive, size: tuple[int, int]
) -> None:
    path = tmp_path / "panjang.po"
    words = "kata demi kata " * 5
    save(path, article(entry(f"s{i}", f"{i} {words}", f"{i} {words}", line=i) for i in range(24)))

    async def scenario(hands: Hands) -> None:
        segments = hands.review.segments
        await hands.press("enter")
        for i in range(12):
            await hands.type("x")
            rows = segments.extent(segments.cursor)
            assert hands.current == f"s{i}"
            assert rows.start >= 0
            assert segments.text_height - rows.stop >= 4
            await hands.press("ctrl+s")

    drive(path, scenario, size)
