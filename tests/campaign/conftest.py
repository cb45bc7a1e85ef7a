"""The campaign runs when it is asked for; `campaign.record` says how it is written and counted."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from campaign.desks import Desk, make
from campaign.record import Campaign, wanted
from campaign.warm import Warm

from running import environment

_HERE = Path(__file__).parent

sys.path.append(str(_HERE.parent / "tui"))  # `terminal`, which the tests of the desk share


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder are slow, and skipped unless the campaign is wanted."""
    for item in items:
        if not item.path.is_relative_to(_HERE) or item.path.name == "test_campaign_record.py":
            continue
        item.add_marker(pytest.mark.slow)
        if not wanted():
            why = "the campaign runs only when it is asked for, with PADANAN_CAMPAIGN=1"
            item.add_marker(pytest.mark.skip(reason=why))


@pytest.fixture
def campaign() -> Campaign:
    """How the campaign runs."""
    return Campaign.from_environment()


@pytest.fixture(scope="session")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the desks lie that trials make copies of."""
    return tmp_path_factory.mktemp("campaign")


@pytest.fixture(scope="session")
def warm(ground: Path) -> Iterator[Warm]:
    """What runs padanan."""
    with Warm(environment(ground / "home")) as running:
        yield running


@pytest.fixture(scope="session")
def desk(ground: Path, warm: Warm) -> Desk:
    """A desk with work to do for `translate`; to be copied."""
    return make(ground / "desk", warm, Campaign.from_environment().dice("desk"))


@pytest.fixture(scope="session")
def ready(ground: Path, warm: Warm, desk: Desk) -> Desk:
    """The same, brought up to date; to be copied."""
    done = desk.copy(ground / "ready")
    run = warm.run(done.translate, done.folder)
    assert run.code == 0, run.err
    return done
