"""How a draft was made: by what, how it came to hold its terms, what was tried."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from padanan.language import gettext as _
from padanan.language import marked
from padanan.translate import provenance
from padanan.translate.alternatives import spoken
from padanan.translate.bilingual import Entry, State
from padanan.translate.enforce import Tried, enforce
from padanan.translate.machine import Term
from padanan.tui.aids.asking import Question
from padanan.tui.aids.item import Item, Look, Page, Piece, Taking, View, difference, said, spaced
from padanan.tui.plain.telling import KINDS

_MADE = {
    "model": marked("Drafted by the model."),
    "rule": marked("Made by a rule: its form is known."),
    "memory": marked("From the memory: a person has approved it for the same sentence."),
    "adapted": marked("From the memory, with other numbers or dates put in."),
}
"""What made a draft (`Entry.how`), in words."""

_STEPS = {
    "model": marked("by the model itself"),
    "source": marked("asked again with the rendering in the source"),
    "mended": marked("put into the draft"),
    "memory": marked("from the memory"),
    "adapted": marked("from the memory"),
    "rule": marked("by rule"),
    "missing": marked("missing"),
}
"""What put a rendering into a draft (`Term.step`), in words."""


@dataclass(frozen=True, slots=True)
class Found:
    """How the model makes a draft of a segment now.

    Attributes:
        model: The model, and how many candidates it weighs.
        same: Whether the segment's draft was made by that model from that source.
        given: What the model is given.
        tried: What was tried for it.
    """

    model: str
    same: bool
    given: str
    tried: tuple[Tried, ...]


def gather(question: Question) -> Found | None:
    """Draft a segment once more, to see what is tried, where a model has made its draft."""
    entry = question.entry
    if entry.how != "model":
        return Found("", True, "", ())
    given = spoken(entry, question.entries)
    glossary = question.tools.glossary()
    with question.tools.engine() as engine:
        if question.dropped():
            return None
        made = provenance.of_model(given, engine.recipe)
        (held,) = enforce(engine, [given], glossary)
        same = entry.made_from.startswith(made.draft)
        return Found(engine.recipe, same, given, held.tried)


def page(view: View, found: Found | None) -> Page:
    """The page of a draft's origin.

    Args:
        view: The segment.
        found: How a draft of it is made now; None while that has not been found out.
    """
    entry = view.entry
    items = [
        *_made(entry, found),
        *_changed(view),
        *(_term(term) for term in entry.terms),
        *_offer(view),
    ]
    if entry.how == "model":
        items += _tried(view, found)
    return Page(tuple(items))


def _made(entry: Entry, found: Found | None) -> Iterator[Item]:
    made = _(_MADE[entry.how]) if entry.how in _MADE else _("No draft was made for this segment.")
    if entry.state is State.SKIPPED:
        made = _("Left out as page furniture.")
    facts = [made]
    if entry.memory:
        facts.append(entry.memory)
    if entry.how == "model" and found is not None:
        changed = _("The desk has another model or other settings now: {model}.")
        facts.append(found.model if found.same else changed.format(model=found.model))
    yield Item(spaced(Piece(fact) for fact in facts))
    sure = []
    if entry.confidence is not None:
        sentence = _("Of 100 such drafts, {n} are a good start.")
        sure.append(sentence.format(n=round(100 * entry.confidence)))
    if entry.score is not None and entry.how == "model":
        sentence = _("The model is {share} sure of each piece of a word on average.")
        sure.append(sentence.format(share=f"{100 * math.exp(min(entry.score, 0.0)):.0f} %"))
    if sure:
        yield Item((Piece(" ".join(sure), Look.QUIET),))
    kind = _(KINDS[entry.kind])
    by_rule = _("{kind}, by the rule {rule}").format(kind=kind, rule=entry.rule)
    yield said(by_rule if entry.rule else kind)


def _changed(view: View) -> Iterator[Item]:
    """The machine's draft beside what a person has made of it."""
    machine = view.entry.machine
    if machine and machine != view.text:
        act = Taking(machine, 0, len(view.text))
        yield Item((Piece(_("Machine: "), Look.QUIET), Piece(machine)), ("machine", machine), act)
        yield Item((Piece(_("Changed: "), Look.QUIET), *difference(machine, view.text)), indent=2)


def _term(term: Term) -> Item:
    if not term.step:
        return Item((Piece(term.term),))
    missing = term.step == "missing"
    step = _(_STEPS.get(term.step, term.step))
    admitted = _("another rendering is preferred") if term.admitted else ""
    return Item(
        (
            Piece("✗ " if missing else "✓ ", Look.BAD if missing else Look.GOOD),
            Piece(term.term, Look.STRONG),
            Piece(f" → {term.rendering}"),
            *(Piece(f"  {fact}", Look.QUIET) for fact in (step, admitted) if fact),
        )
    )


def _offer(view: View) -> Iterator[Item]:
    """What the memory offered when the draft was made."""
    offer = view.entry.offer
    if offer is None:
        return
    yield Item(
        spaced((Piece(f"{offer.score} %", Look.DOUBTFUL), Piece(offer.target))),
        ("offer", offer),
        Taking(offer.target, 0, len(view.text)),
    )
    facts = (Piece(offer.source), Piece(offer.unit, Look.QUIET))
    yield Item(spaced(facts), indent=2)


def _tried(view: View, found: Found | None) -> Iterator[Item]:
    """What was tried on the way to the draft."""
    if found is None:
        yield said(_("Asking the model what was tried..."))
        return
    if not found.tried:
        yield said(_("There was nothing to try: no term of the glossary is in this segment."))
        return
    yield said(_("Tried on the way to the draft:"))
    final = _final(found.tried)
    for at, tried in enumerate(found.tried):
        mark = _("taken") if at in final else _("base") if tried.chosen else _("tried")
        look = Look.GOOD if at in final else Look.PLAIN if tried.chosen else Look.QUIET
        whole = tried.source == found.given
        act = Taking(tried.text, 0, len(view.text)) if whole and tried.text != view.text else None
        facts = (Piece(mark, look), Piece(_(_STEPS[tried.step]), Look.QUIET), Piece(tried.text))
        yield Item(spaced(facts), ("tried", at, tried.text), act)
        yield Item(spaced(_why(tried)), indent=2)


def _final(tried: Sequence[Tried]) -> frozenset[int]:
    """The places of the candidates that the draft is made of: the last taken of each part. Those
    taken before it are what it was made from."""
    return frozenset({one.source: at for at, one in enumerate(tried) if one.chosen}.values())


def _why(tried: Tried) -> Iterator[Piece]:
    """Why a candidate was taken or not. The first words are as `padanan translate --explain` has
    them."""
    yield Piece(tried.why, Look.QUIET)
    if tried.missing:
        missing = _("✗ without {words}").format(words=", ".join(tried.missing))
        yield Piece(missing, Look.BAD)
    if tried.avoided:
        avoided = _("! with {words}, to be avoided").format(words=", ".join(tried.avoided))
        yield Piece(avoided, Look.BAD)
