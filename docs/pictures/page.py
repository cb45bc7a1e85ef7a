"""The picture of a report: the five articles, worked on for three days, as Chromium shows them."""

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from padanan.glossary import Glossary
from padanan.translate.bilingual import State, fingerprint, load, save
from padanan.translate.checks import CheckSettings
from padanan.translate.report.gather import Wish, gather
from padanan.translate.report.page import render
from padanan.translate.termbase import Termbase

SIZE = (1040, 1080)

_DAYS = (
    ("2026-03-02T08:00:00Z", {"000": 0.3}, ()),
    ("2026-03-03T08:00:00Z", {"000": 0.9, "002": 0.2}, ()),
    (
        "2026-03-04T08:00:00Z",
        {"000": 1.0, "002": 0.6, "004": 0.3},
        (
            ("troops", "soldiers"),
            ("security guarantee", "safety guarantee"),
            ("arms control", "weapon control"),
            ("January 12", "January 21"),
            ("alliance", "bloc"),
        ),
    ),
)
"""When a report was made, how much of which article had been approved by then, and slips."""


_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--blink-settings=preferredColorScheme=1",
)


def take(out: Path, terms: Path, picture: Path) -> None:
    """Take the picture, where there is a browser to take it.

    Args:
        out: The folder of results, whose articles are worked on for this.
        terms: The glossary.
        picture: Where the picture goes.
    """
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        return
    termbase = Termbase(lambda: Glossary.load(terms), fingerprint(terms.read_text("utf-8")))
    page = out / "report.html"
    for time, shares, slips in _DAYS:
        for name, share in shares.items():
            _approve(out / f"{name}.po", share, slips)
        made = gather(Wish(out, termbase, terms.name, CheckSettings(), time))
        page.write_text(render(made.report), "utf-8")
        made.past.save(out, made.snapshot)
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                chromium,
                *_FLAGS,
                f"--user-data-dir={profile}",
                f"--window-size={SIZE[0]},{SIZE[1]}",
                f"--screenshot={picture}",
                page.absolute().as_uri(),
            ],
            check=True,
            stderr=subprocess.DEVNULL,
        )


def _approve(path: Path, share: float, slips: tuple[tuple[str, str], ...]) -> None:
    """Approve the first segments of an article, with slips in them where they are new."""
    content = load(path)
    assert content is not None
    last = round(share * len(content.entries))
    entries = []
    for place, entry in enumerate(content.entries):
        if place < last and entry.state is State.DRAFT:
            target = entry.target
            for right, wrong in slips:
                target = target.replace(right, wrong, 1)
            entry = replace(entry, state=State.APPROVED, target=target)
        entries.append(entry)
    save(path, replace(content, entries=tuple(entries)))
