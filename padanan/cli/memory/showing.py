"""Units and hits as text and as JSON."""

from typing import TYPE_CHECKING, Any

from padanan.cli.talk import inert

if TYPE_CHECKING:
    from padanan.translate.memory import Hit, Unit


def as_dict(unit: "Unit") -> dict[str, Any]:
    """A unit for programs."""
    return {
        "source": unit.source,
        "target": unit.target,
        "article": unit.article,
        "segment": unit.segment,
        "time": unit.time,
        "who": unit.who,
    }


def as_text(unit: "Unit") -> str:
    """A unit for people: source, target, and where it comes from."""
    return "\n".join((inert(unit.source), f"  {inert(unit.target)}", *_origin(unit)))


def hit_dict(hit: "Hit", source: str) -> dict[str, Any]:
    """A hit on a source for programs."""
    from padanan.translate.memory import word_diff

    return as_dict(hit.unit) | {
        "kind": str(hit.kind),
        "score": round(hit.score, 1),
        "offered": hit.target,
        "others": hit.others,
        "diff": [[str(op), text] for op, text in word_diff(hit.unit.source, source)],
    }


def hit_text(hit: "Hit", source: str) -> str:
    """A hit on a source for people: how close, what changed, the target, and where it comes from.

    What changed is marked as wdiff does: [-only the unit's source-] {+only the source+}.
    """
    from padanan.translate.memory import marked_diff

    diff = marked_diff(hit.unit.source, source)
    lines = [f"{int(hit.score)} % {hit.kind}: {inert(diff)}", f"  {inert(hit.target)}"]
    if hit.target != hit.unit.target:
        lines.append(f"  from: {inert(hit.unit.target)}")
    if hit.others:
        lines.append(f"  other targets of this source: {hit.others:,}")
    return "\n".join((*lines, *_origin(hit.unit)))


def _origin(unit: "Unit") -> list[str]:
    known = "  ".join(inert(part) for part in (unit.article, unit.time, unit.who) if part)
    return [f"  ({known})"] if known else []
