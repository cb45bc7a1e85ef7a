"""SIGKILL at random moments of a review: a real desk in a terminal, approving and typing."""

import random
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("it is a terminal of Unix", allow_module_level=True)

from campaign.desks import leftovers, units
from campaign.lanes import LANES, each
from campaign.record import Campaign, Fault
from campaign.screen import Screen
from campaign.warm import Warm

from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint, load, save
from padanan.translate.english import compose

SEGMENTS = 12
PROMISE = 1.0
"""Seconds after which what stood on the screen is on the disk."""


def _target(number: int) -> str:
    return f"Target {number} stands here."


def _article(path: Path) -> None:
    entries = (
        Entry(
            f"s{number}",
            f"Kalimat {number} ada di sini.",
            _target(number),
            State.DRAFT,
            how="model",
            line=number + 1,
            fingerprint=fingerprint(_target(number)),
        )
        for number in range(SEGMENTS)
    )
    save(path, Bilingual("berita.txt", "0" * 64, "engine 1", "recipe 1", "", tuple(entries)))


@dataclass
class Work:
    """What a person has done.

    Attributes:
        targets: By the number of each segment they came to, all the targets it may have by now,
            the latest last.
        approved: When it stood on the screen that so many were approved, by their number.
        typed: Words that were typed, and when they stood on the screen, less those given up.
    """

    targets: dict[int, list[str]] = field(default_factory=dict)
    approved: dict[int, float] = field(default_factory=dict)
    typed: dict[str, float] = field(default_factory=dict)


def _work(screen: Screen, dice: random.Random, until: float) -> Work:
    """Approve and type until a moment comes."""
    work = Work()
    for number in range(SEGMENTS):
        screen.rest(min(until, time.monotonic() + dice.uniform(0, 0.25)))
        if time.monotonic() >= until:
            break
        if dice.random() < 0.5:
            work.targets[number] = [_target(number), _target(number)]
            screen.send("a")
        else:
            word = f"word{number}x{dice.randrange(1000)}"
            work.targets[number] = [_target(number), f"{_target(number)} {word}"]
            screen.send("\r")
            if not screen.shows("Ctrl.S|Approve", until):
                break
            screen.send(f"\x1b[F {word}")
            if not screen.shows(word, until):
                break
            work.typed[word] = time.monotonic()
            screen.rest(min(until, time.monotonic() + dice.uniform(0, 0.5)))
            if time.monotonic() >= until:
                break
            screen.send("\x13")  # Ctrl+S: approved, and the editor is on the next one
            if not screen.shows(rf"\b{number + 1}/{SEGMENTS} approved", until):
                break
            work.approved[number + 1] = time.monotonic()
            screen.send("\x1b")
            screen.rest(min(until, time.monotonic() + 0.15))
            continue
        if not screen.shows(rf"\b{number + 1}/{SEGMENTS} approved", until):
            break
        work.approved[number + 1] = time.monotonic()
    screen.rest(until)
    return work


def _expect(fault: Fault, path: Path, work: Work, killed: float) -> None:
    """See that what stood on the screen for longer than promised is in the file."""
    content = load(path)
    assert content is not None
    surely = max((n for n, when in work.approved.items() if killed - when >= PROMISE), default=0)
    for number, entry in enumerate(content.entries):
        if number < surely and entry.state is not State.APPROVED:
            fault.lost(f"segment {number} was approved, and is {entry.state}")
        may = work.targets.get(number, [_target(number)])
        if number < surely and entry.target != may[-1]:
            fault.lost(f"segment {number}: {entry.target!r} instead of {may[-1]!r}")
        # What was being typed may be there in part.
        assert may[-1].startswith(entry.target) or entry.target == may[0], entry.target
    text = path.read_text("utf-8")
    for word, when in work.typed.items():
        if killed - when >= PROMISE and word not in text:
            fault.lost(f"{word} was typed {killed - when:.1f} seconds before")


def _expect_followed(path: Path) -> None:
    """See that the English text and the memory say what the bilingual file says."""
    content = load(path)
    assert content is not None
    drafts = (entry.state is State.DRAFT for entry in content.entries)
    if all(drafts) and all(one.target == _target(n) for n, one in enumerate(content.entries)):
        return  # nothing was done, so nothing was to follow
    done = {entry.target for entry in content.entries if entry.state is State.APPROVED}
    assert path.with_suffix(".en.txt").read_text("utf-8") == compose(content.entries)
    memory = path.with_name("memory.sqlite")
    # An approval that was taken back leaves a memory without units.
    assert ({one[1] for one in units(memory)} if memory.exists() else set()) == done


def test_review(campaign: Campaign, tmp_path: Path, warm: Warm) -> None:
    dice = campaign.dice("review")

    def trial(seed: int, place: Path) -> None:
        own = random.Random(seed)
        path = place / "berita.po"
        _article(path)
        with Screen(warm, ["review", "berita.po"], place) as screen:
            if own.random() < 0.1:  # while the desk is opened
                time.sleep(own.uniform(0, 0.5))
                work = Work()
            else:
                screen.shows(f"/{SEGMENTS} approved")
                work = _work(screen, own, time.monotonic() + own.uniform(0, 2.5))
            screen.run.kill()
            killed = time.monotonic()
            assert screen.run.wait() == -9
        assert load(path) is not None
        if own.random() < 0.3:  # the desk that brings it back is killed too
            with Screen(warm, ["review", "berita.po"], place) as screen:
                screen.rest(time.monotonic() + own.uniform(0, 0.8))
                screen.run.kill()
                assert screen.run.wait() == -9
        with Screen(warm, ["review", "berita.po"], place) as screen:
            with fault.recovery():
                screen.shows(f"/{SEGMENTS} approved")
            assert screen.leave() == 0, screen.text[-1000:]
        _expect(fault, path, work, killed)
        _expect_followed(path)
        assert leftovers(place) == []

    with campaign.fault(
        "killed",
        "review",
        holds="the file is whole; what was approved or typed, and stood on the screen for a "
        "second, is there when the desk is opened again, also when that desk is killed too; the "
        "English text and the memory follow",
    ) as fault:
        cases = [dice.randrange(2**32) for _ in range(campaign.times(200))]
        each(fault, cases, tmp_path / "trials", trial, lanes=2 * LANES)
