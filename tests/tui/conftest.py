"""Fixtures of the desk's tests; what they are made of is in `deskside`."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from deskside import SAMPLE, Hands, Scenario, article

from padanan.translate.bilingual import save
from padanan.tui.app import Desk
from padanan.tui.keeping import Snapshot, take

Drive = Callable[..., Desk]


@pytest.fixture
def drive() -> Drive:
    """Open the desk, let a scenario use it, and return it when it is closed."""

    def run(start: Path | Snapshot, scenario: Scenario, size: tuple[int, int] = (120, 40)) -> Desk:
        async def session() -> Desk:
            desk = Desk(start)
            async with desk.run_test(size=size) as pilot:
                hands = Hands(desk, pilot)
                await hands.settle()
                await scenario(hands)
            return desk

        return asyncio.run(session())

    return run


@pytest.fixture
def po(tmp_path: Path) -> Path:
    """A bilingual file with `SAMPLE` in it."""
    path = tmp_path / "berita.po"
    save(path, article(SAMPLE))
    return path


@pytest.fixture
def opened(po: Path, drive: Drive) -> Drive:
    """Like `drive`, on the sample article."""

    def run(scenario: Scenario, size: tuple[int, int] = (120, 40)) -> Desk:
        return drive(take(po), scenario, size)

    return run
