"""What `padanan translate` tells of an article: to people on stderr, to programs as JSON."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padanan.cli.talk import count, say

if TYPE_CHECKING:
    from padanan.translate.bilingual import Entry
    from padanan.translate.enforce import Tried
    from padanan.translate.result import Explained, Result


def tell(result: "Result", *, quiet: bool) -> None:
    """One line for an article in which something happened, and one for each warning."""
    from padanan.translate.result import Status

    for warning in result.warnings:
        say(f"warning: {warning}")
    if result.error is not None:
        say(result.error.message)
    elif result.status is not Status.UNCHANGED and not quiet:
        parts = []
        if result.drafted:
            parts.append(f"{count(result.drafted, 'segment')} drafted")
        if result.kept:
            parts.append(f"{result.kept:,} kept as you left them")
        if result.skipped:
            parts.append(f"{count(result.skipped, 'line')} of page furniture left out")
        say(
            f"{result.job.name} -> {result.job.english}: {', '.join(parts) or 'brought up to date'}"
        )


def explain(article: str, explained: "Iterable[Explained]") -> None:
    """How drafts came about, on stderr."""
    for one in explained:
        entry = one.entry
        say(f"{article} {entry.id}: {entry.source}")
        for term in entry.terms:
            say(f"    term    {term}")
        _tell_tried(one)
        if not one.tried:
            score = "" if entry.score is None else f" {entry.score:.3f}"
            say(f"    taken   {entry.how:<7}{score:>8}  {entry.target}")
        for finding in entry.findings:
            say(f"    finding {finding}")
        if entry.offer is not None:
            say(f"    similar {entry.offer.score} % {entry.offer.unit}".rstrip())
            say(f"            {entry.offer.source}")
            say(f"            {entry.offer.target}")


def _tell_tried(one: "Explained") -> None:
    """What was tried of each part, and the draft where it is none of that: joined, or with its
    values put right."""
    final = _final(one.tried)
    for at, tried in enumerate(one.tried):
        mark = "taken" if at in final else "base" if tried.chosen else "tried"
        say(f"    {mark:<7} {tried.step:<7} {tried.score:7.3f}  {tried.text}")
        say(f"            {_why(tried.missing, tried.avoided, tried.why)}")
    if final and [one.tried[at].text for at in final] != [one.entry.target]:
        say(f"    draft   {one.entry.target}")


def _final(tried: "Sequence[Tried]") -> list[int]:
    """The places of the candidates that the draft is made of: the last taken of each part. Those
    taken before it are what it was made from."""
    last = {one.source: at for at, one in enumerate(tried) if one.chosen}
    return sorted(last.values())


def _why(missing: Sequence[str], avoided: Sequence[str], why: str) -> str:
    parts = [why]
    if missing:
        parts.append(f"without {', '.join(missing)}")
    if avoided:
        parts.append(f"with {', '.join(avoided)}, to be avoided")
    return "; ".join(parts)


def explained_dict(one: "Explained") -> dict[str, Any]:
    """How a draft came about, for programs."""
    final = _final(one.tried)
    return {
        **entry_dict(one.entry),
        "tried": [
            {
                "source": tried.source,
                "step": str(tried.step),
                "text": tried.text,
                "score": round(tried.score, 3),
                "missing": list(tried.missing),
                "avoided": list(tried.avoided),
                "chosen": tried.chosen,
                "final": at in final,
                "why": tried.why,
            }
            for at, tried in enumerate(one.tried)
        ],
    }


def entry_dict(entry: "Entry") -> dict[str, Any]:
    """A segment, for programs."""
    return {
        "id": entry.id,
        "kind": str(entry.kind),
        "state": str(entry.state),
        "source": entry.source,
        "target": entry.target,
        "draft": entry.how or None,
        "score": entry.score,
        "confidence": entry.confidence,
        "terms": [
            {"term": term.term, "rendering": term.rendering, "step": term.step}
            for term in entry.terms
        ],
        "findings": list(entry.findings),
        "similar": None
        if entry.offer is None
        else {
            "score": entry.offer.score,
            "unit": entry.offer.unit,
            "source": entry.offer.source,
            "target": entry.offer.target,
        },
    }


def run_dict(signature: str, glossary: Path | None, seconds: float) -> dict[str, Any]:
    """What a run worked with, for programs.

    Args:
        signature: What drafted.
        glossary: The glossary, None where none was used.
        seconds: How long it took.
    """
    return {
        "engine": signature,
        "glossary": None if glossary is None else str(glossary),
        "seconds": round(seconds, 3),
    }


def result_dict(result: "Result") -> dict[str, Any]:
    """How it went with one article, for programs."""
    there = result.error is None
    return {
        "article": result.job.name,
        "status": str(result.status),
        "segments": result.segments,
        "drafted": result.drafted,
        "kept": result.kept,
        "skipped": result.skipped,
        "terms": dict(result.terms),
        "findings": result.findings,
        "bilingual": str(result.job.bilingual) if there else None,
        "english": str(result.job.english) if there else None,
        "outdated": [
            {
                "id": one.entry.id,
                "terms": [
                    {"term": use.match.term, "rendering": use.concept.preferred} for use in one.uses
                ],
            }
            for one in result.outdated
        ],
        **({"explained": list(map(explained_dict, result.explained))} if result.explained else {}),
        "warnings": list(result.warnings),
        "error": result.error.message if result.error else None,
    }
