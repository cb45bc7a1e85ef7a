"""What `padanan translate` tells of a run as a whole, on stderr."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from padanan.cli.talk import count, say

if TYPE_CHECKING:
    from padanan.translate.outdated import Outdated
    from padanan.translate.result import Options, Result

_SHOWN = 10
"""Segments that are listed for people; programs are given all."""

_NAMED = 3
"""Files that are named in a line."""

_STEPS = ("model", "source", "mended", "memory", "adapted", "rule")
"""What can hold a term, in the order in which it is told."""


@dataclass(slots=True)
class Tally:
    """What a run has done so far as a whole: numbers only, so that it may be as long as it likes.

    Attributes:
        good: Articles that could be read and written.
        changed: How many of them have other results now than before.
        failed: Articles that could not.
        drafted: Segments that were drafted.
        findings: What the checks have found in these drafts.
        terms: How the terms in these came to be held: a number for each step.
        outdated: Segments of a person's that the glossary, which has changed, would have otherwise.
        shown: Of these the first few, as they are told.
        nested: Whether any results are in folders within the one of results.
    """

    good: int = 0
    changed: int = 0
    failed: int = 0
    drafted: int = 0
    findings: int = 0
    terms: Counter[str] = field(default_factory=Counter)
    outdated: int = 0
    shown: list[str] = field(default_factory=list)
    nested: bool = False

    def add(self, result: "Result", output: Path) -> None:
        """Count in how it went with one article, whose results are in or below `output`."""
        from padanan.translate.result import Status

        if result.error is not None:
            self.failed += 1
            return
        self.good += 1
        self.nested |= result.job.bilingual.parent != output
        self.changed += result.status is not Status.UNCHANGED
        self.drafted += result.drafted
        self.findings += result.findings
        self.terms.update(result.terms)
        self.outdated += len(result.outdated)
        for one in result.outdated[: _SHOWN - len(self.shown)]:
            self.shown.append(f"  {result.job.bilingual}:{one.entry.id}: {_wanted(one)}")


def sum_up(
    tally: Tally,
    output: Path,
    recipe: str,
    glossary: str | None,
    seconds: float,
    options: "Options",
) -> None:
    """What the run has done as a whole.

    Args:
        tally: How it went with the articles.
        output: The folder of results.
        recipe: What drafted.
        glossary: What the glossary is called; None where none was used.
        seconds: How long it took.
        options: What was asked for.
    """
    if tally.failed:  # what was said of them may be far above
        say(f"{count(tally.failed, 'article')} failed; the lines above say why.")
    if not tally.good:
        return
    if not tally.changed:
        what = "drafted anew, and the same came out;" if tally.drafted else "nothing to do,"
        say(f"{count(tally.good, 'article')}: {what} {output} is up to date.")
        if options.explain and not tally.drafted:
            say("--explain tells of new drafts; with --force all are made anew.")
        return
    unchanged = tally.good - tally.changed
    work = f"; {count(tally.drafted, 'segment')} drafted in {seconds:.1f} s by {recipe}"
    say(
        f"{count(tally.changed, 'article')} "
        + ("translated" if tally.drafted else "brought up to date")
        + (f", {unchanged:,} unchanged" if unchanged else "")
        + (f"{work}." if tally.drafted else ".")
    )
    if tally.drafted and glossary is not None:
        say(_terms(tally.terms, glossary))
    if tally.findings:
        found = count(tally.findings, "finding")
        say(f"{found} in these drafts; padanan check {output} shows them.")
    if tally.outdated and glossary is not None:
        _tell_outdated(tally, output, glossary)
    any_of = f"{output}/**/*" if tally.nested else f"{output}/*"
    pages = f"  Pages: {any_of}.bilingual.html" if options.page else ""
    say(f"English texts: {any_of}.en.txt  Bilingual files to review: {any_of}.po{pages}")


def _terms(steps: Counter[str], glossary: str) -> str:
    """How the terms of the glossary are held in what was drafted."""
    number, missing = steps.total(), steps["missing"]
    if not number:
        return f"No terms of {glossary} in these segments."
    ways = ", ".join(f"{step} {steps[step]:,}" for step in _STEPS if steps[step])
    held = f"Terms of {glossary} held: {number - missing:,} of {number:,}"
    return held + (f" ({ways})" if ways else "") + (f", missing {missing:,}." if missing else ".")


def _tell_outdated(tally: Tally, output: Path, glossary: str) -> None:
    """A person's work that the glossary, which has changed, would have otherwise."""
    say(
        f"{glossary} has changed under {count(tally.outdated, 'segment')} that you approved or "
        "changed; they were left as they are:"
    )
    for line in tally.shown:
        say(line)
    if tally.outdated > len(tally.shown):
        more = tally.outdated - len(tally.shown)
        say(f"  and {more:,} more; padanan check {output} shows them.")


def tell_left(left: Iterable[Path], output: Path) -> None:
    """The results of articles that are in their folder no more, in one line."""
    paths = list(left)
    if not paths:
        return
    named = ", ".join(map(str, paths[:_NAMED]))
    more = f" and {len(paths) - _NAMED:,} more" if len(paths) > _NAMED else ""
    say(
        f"{output} still has what was made of {count(len(paths), 'article')} that "
        f"{'is' if len(paths) == 1 else 'are'} gone from the folder: {named}{more}."
    )


def _wanted(one: "Outdated") -> str:
    return "; ".join(
        dict.fromkeys(f"{use.match.term} -> {use.concept.preferred}" for use in one.uses)
    )
