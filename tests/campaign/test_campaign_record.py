"""The campaign's figures: what is counted, what fails a test, and the table."""

import json
from pathlib import Path

import pytest
from campaign.record import Campaign, put_into, table


def _some(campaign: Campaign) -> None:
    with campaign.fault("killed", "translate", holds="all stands") as fault:
        fault.passed(3)
        with fault.trial(), fault.recovery():
            pass
        with fault.trial():
            fault.lost("an approval")
        with fault.trial():
            raise AssertionError("a temporary file")


def test_it_counts_and_fails(tmp_path: Path) -> None:
    campaign = Campaign("5", 1, tmp_path)
    with pytest.raises(AssertionError, match="of 6 tried 4 survived, 1 lost work") as caught:
        _some(campaign)
    assert "an approval" in str(caught.value)
    assert "a temporary file" in str(caught.value)
    (found,) = tmp_path.glob("*.json")
    content = json.loads(found.read_text("utf-8"))
    assert (content["tried"], content["survived"], content["lost"]) == (6, 4, 1)
    assert content["recovery_worst_s"] >= 0
    assert content["complete"]


def _broken_off(campaign: Campaign) -> None:
    with campaign.fault("a", "b", holds="c") as fault:
        fault.passed()
        raise KeyboardInterrupt


def test_a_campaign_that_breaks_off_says_so(tmp_path: Path) -> None:
    campaign = Campaign("5", 1, tmp_path)
    with pytest.raises(KeyboardInterrupt):
        _broken_off(campaign)
    assert "| a: b (not finished) | 1 | 1 | 0 |" in table(tmp_path)


def test_the_table_goes_into_a_page(tmp_path: Path) -> None:
    campaign = Campaign("5", 1, tmp_path / "results")
    for name in ("one", "two"):
        with campaign.fault("disk full", name, holds="the old file or the new") as fault:
            fault.passed(1_000)
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- campaign: begin -->\nold\n<!-- campaign: end -->\nb\n", "utf-8")
    put_into(page, table(campaign.folder))
    text = page.read_text("utf-8")
    assert "| disk full: one | 1,000 | 1,000 | 0 |" in text
    assert "| **all** | **2,000** | **2,000** | **0** |" in text
    assert "old\n" not in text
    assert text.startswith("a\n<!--")
    assert text.endswith("-->\nb\n")


def test_the_dice_are_each_faults_own() -> None:
    campaign = Campaign("5", 0.5, Path())
    assert campaign.dice("a").random() == campaign.dice("a").random()
    assert campaign.dice("a").random() != campaign.dice("b").random()
    assert campaign.times(200) == 100
    assert campaign.times(1) == 1
    assert campaign.seed == 5
    assert Campaign("five", 1, Path()).seed != 5
