"""The campaign runs when it is asked for; `campaign.record` says how it is written and counted."""

from pathlib import Path

import pytest
from campaign.record import Campaign, wanted

_HERE = Path(__file__).parent


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
