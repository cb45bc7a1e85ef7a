"""How strict a desk is, and what is silenced where."""

from typing import Any

import pytest
from checkpairs import pair

from padanan.errors import InputError
from padanan.translate.bilingual import Entry, State
from padanan.translate.checks import ALL, CheckSettings, Pair, Severity, check_pair, ignored

FLAWED = pair("Ia pulang.", "he  went home")
"""A pair in which three checks find something."""


def ids(settings: CheckSettings, of: Pair = FLAWED) -> list[str]:
    return [one.check for one in check_pair(of, settings)]


def test_as_they_come_all_checks_run() -> None:
    assert ids(CheckSettings()) == ["end-punctuation", "capitalisation", "double-space"]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({}, ["end-punctuation", "capitalisation", "double-space"]),
        ({"disable": ["double-space", "names"]}, ["end-punctuation", "capitalisation"]),
        ({"disable": []}, ["end-punctuation", "capitalisation", "double-space"]),
        ({"disable": [check.id for check in ALL]}, []),
    ],
)
def test_checks_can_be_turned_off(table: dict[str, Any], told: list[str]) -> None:
    assert ids(CheckSettings.from_table(table, "here")) == told


def test_the_command_line_chooses_among_them() -> None:
    settings = CheckSettings.from_table({"disable": ["double-space"]}, "here")
    assert ids(settings.only(["double-space", "names"])) == ["double-space"]
    assert ids(settings.without(["capitalisation"])) == ["end-punctuation"]
    assert ids(settings.only(["capitalisation"]).without(["capitalisation"])) == []


def test_severities_and_limits_are_a_desks() -> None:
    settings = CheckSettings.from_table(
        {"double-space": {"severity": "error"}, "length-ratio": {"low": 0.9, "slack": 0}}, "here"
    )
    by_check = {one.check: one.severity for one in check_pair(FLAWED, settings)}
    assert by_check["double-space"] is Severity.ERROR
    assert by_check["capitalisation"] is Severity.WARNING
    check = next(each for each in ALL if each.id == "length-ratio")
    defaults = {limit.name: limit.default for limit in check.limits}
    assert settings.limits_of(check) == {**defaults, "low": 0.9, "slack": 0}
    assert CheckSettings().limits_of(check) == defaults


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"nmaes": {}}, ["there is no check 'nmaes'", "Did you mean names?", "--list"]),
        ({"disabel": []}, ["'disabel'", "Did you mean disable?"]),
        ({"disable": ["term-misssing"]}, ["Did you mean term-missing?"]),
        ({"disable": "names"}, ['disable = ["names"]']),
        ({"names": 3}, ["begins with [checks.names]"]),
        ({"names": False}, ["begins with [checks.names]", "disable = ['names']"]),
        ({"names": {"severity": "fatal"}}, ["one of error, warning, note, not 'fatal'"]),
        ({"names": {"severity": 1}}, ["not 1"]),
        ({"length-ratio": {"lo": 1}}, ["no setting 'lo'", "severity, low, high, slack"]),
        ({"length-ratio": {"low": "1"}}, ["low is a number, not '1'"]),
        ({"length-ratio": {"low": True}}, ["low is a number, not True"]),
        ({"length-ratio": {"low": 7}}, ["low is from 0.05 to 1, not 7"]),
        ({"length-ratio": {"low": float("nan")}}, ["low is from 0.05 to 1, not nan"]),
    ],
)
def test_wrong_settings_get_a_sentence(table: dict[str, Any], said: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        CheckSettings.from_table(table, "padanan.toml")
    assert caught.value.message.startswith("padanan.toml: ")
    for part in said:
        assert part in caught.value.message


@pytest.mark.parametrize(
    ("flags", "comment", "silenced"),
    [
        ((), "", set()),
        (("ignore-double-space", "c-format"), "", {"double-space"}),
        ((), "padanan:ignore names", {"names"}),
        (
            (),
            "Sounds odd.\n padanan: ignore names, double-space\nElse fine.",
            {"names", "double-space"},
        ),
        ((), "I ask padanan:ignore names", set()),
        ((), "padanan:ignored names", set()),
        (("ignore-names",), "padanan:ignore double-space", {"names", "double-space"}),
    ],
)
def test_a_finding_can_be_silenced_at_its_segment(
    flags: tuple[str, ...], comment: str, silenced: set[str]
) -> None:
    entry = Entry("1", "Ia pulang.", "he  went home", State.DRAFT, flags=flags, comment=comment)
    assert ignored(entry) == silenced
    told = {one.check for one in check_pair(Pair.of(entry, "a"))}
    assert told == {"end-punctuation", "capitalisation", "double-space"} - silenced


def test_every_check_can_be_documented() -> None:
    assert len({check.id for check in ALL}) == len(ALL)
    for check in ALL:
        assert check.description.endswith(".")
        for limit in check.limits:
            assert limit.least <= limit.default <= limit.most
