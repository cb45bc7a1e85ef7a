"""Fixtures of the desk's tests; what they are made of is in `deskside`."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from deskside import SAMPLE, Hands, Scenario, article

from padanan.desk import Desk as Settings
from padanan.translate.bilingual import save
from padanan.tui.app import Desk
from padanan.tui.opening import open_article
from padanan.tui.tools import Tools

Drive = Callable[..., Desk]


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the state of whoever runs the tests is read or written."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture(autouse=True)
def _told_until_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the desk tells stands until the test has read it, however slow the machine is."""
    monkeypatch.setattr(Desk, "NOTIFICATION_TIMEOUT", 600)


@pytest.fixture
def drive() -> Drive:
    """Open the desk, let a scenario use it, and return it when it is closed."""

    def run(
        start: Path,
        scenario: Scenario,
        size: tuple[int, int] = (120, 40),
        glossary: Path | None = None,
    ) -> Desk:
        async def session() -> Desk:
            folder = start if start.is_dir() else None
            tools = Tools(Settings.find(folder or start.parent), glossary, folder)
            desk = Desk(start if start.is_dir() else open_article(start), tools)
            async with desk.run_test(size=size) as pilot:
                hands = Hands(desk, pilot)
                await hands.settle()
                await scenario(hands)
                if desk.review is not None and not desk._exit:
                    desk.review.save_now()
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

    def run(
        scenario: Scenario, size: tuple[int, int] = (120, 40), glossary: Path | None = None
    ) -> Desk:
        return drive(po, scenario, size, glossary)

    return run
