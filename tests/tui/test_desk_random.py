"""Hours at the desk, in a minute: whatever one presses, the file says what the screen says."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from deskside import Hands, article, entry, states
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import State, save
from padanan.tui.app import Desk
from padanan.tui.review import Review

Drive = Callable[..., Desk]

KEYS = (
    *("a", "n", "p", "d", "u", "U", "down", "up", "home", "end", "pagedown", "e", "l", "s", "o"),
    *(
        "v",
        "plus",
        "minus",
        "m",
        "y",
        "1",
        "2",
        "r",
        "f2",
        "f5",
        "f6",
        "f8",
        "right_square_bracket",
    ),
    *("enter", "enter", "enter", "escape", "ctrl+s", "ctrl+n", "ctrl+z", "ctrl+y"),
    *("x", "space", "left", "right", "backspace", "ctrl+w", "tab", "delete", "漢", "?", "."),
)
"""Those that ask the model are left out, for the time it takes, and those that end the desk."""

SENTENCES = (
    ("Sungai Meluap Lagi", "River Floods Again", BlockKind.HEADLINE, 1),
    ("Senin, 3 Maret 2025", "Monday, 3 March 2025", BlockKind.DATELINE, 2),
    ("Warga diminta mengungsi sebelum malam; air naik.", "People were asked to leave.", None, 3),
    ("Air naik cepat.", "The water rose fast.", None, 3),
    ("“Kami siap,” kata lurah 5.000 warga itu.", "", None, 4),
    ("Hujan reda besok.", "The rain eases [b]tomorrow[/b].", None, 4),
)


def made(path: Path) -> Path:
    """An article to press keys on."""
    entries = [
        entry(f"a{number}", source, target, kind=kind or BlockKind.PARAGRAPH, line=line)
        for number, (source, target, kind, line) in enumerate(SENTENCES)
    ]
    skipped = entry("skip-1", "loading...", kind=BlockKind.FURNITURE, line=9, state=State.SKIPPED)
    save(path, article([*entries, skipped]))
    return path


async def pressed(hands: Hands, path: Path, keys: list[str]) -> None:
    """Press keys; now and then, and at the end, compare the file with the work."""
    for count, key in enumerate(keys, 1):
        await hands.pilot.press(key)
        if count % 20 and count < len(keys):
            continue
        while not isinstance(hands.app.screen, Review):
            await hands.pilot.press("escape")
        await hands.settle()
        agree(hands, path)
    hands.review.finish_typing()
    await hands.settle()
    agree(hands, path)


def agree(hands: Hands, path: Path) -> None:
    """What the desk shows is what the file says; what is typed is in the editor alone."""
    review = hands.review
    assert not review.work.pending
    shown = {one.id: (one.state, one.target) for one in review.work.entries}
    assert states(path) == shown
    assert review.segments.entries == review.work.entries


@settings(
    max_examples=2,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(keys=st.lists(st.sampled_from(KEYS), min_size=60, max_size=60))
def test_any_keys(tmp_path_factory: pytest.TempPathFactory, drive: Drive, keys: list[str]) -> None:
    path = made(tmp_path_factory.mktemp("desk") / "berita.po")

    async def scenario(hands: Hands) -> None:
        await pressed(hands, path, keys)

    drive(path, scenario, (100, 30))


def test_two_hundred_keys(tmp_path: Path, drive: Drive) -> None:
    path = made(tmp_path / "berita.po")
    keys = random.Random(1945).choices(KEYS, k=200)

    async def scenario(hands: Hands) -> None:
        await pressed(hands, path, keys)

    drive(path, scenario, (60, 24))
    work = states(path)
    assert {source for source, *_ in SENTENCES}  # the sources stand, however they were cut
    assert any(state is State.APPROVED for state, _ in work.values())
