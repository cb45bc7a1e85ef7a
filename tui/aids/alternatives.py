"""Other translations that the model has for a segment, and ways to finish what is being typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from padanan.language import gettext as _
from padanan.language import marked
from padanan.translate.alternatives import Alternative, alternatives, spoken
from padanan.translate.completions import completions
from padanan.tui.aids.asking import Question
from padanan.tui.aids.item import (
    Count,
    Item,
    Look,
    Page,
    Piece,
    Taking,
    View,
    difference,
    said,
    spaced,
)

_LIKELY = (
    (0.0, marked("likeliest")),
    (0.1, marked("nearly as likely")),
    (0.3, marked("less likely")),
    (float("inf"), marked("unlikely")),
)
"""How likely a translation is, by how much less than the likeliest of all (in log-probability per
token) it has at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the model has for a segment.

    Attributes:
        others: Translations; None where it was not asked for them.
        begun: A beginning of the target that it was asked to finish.
        finished: The ways it found.
    """

    others: tuple[Alternative, ...] | None = None
    begun: str = ""
    finished: tuple[Alternative, ...] = ()


def gather(question: Question) -> Found:
    """Ask the model for translations of a segment."""
    given = spoken(question.entry, question.entries)
    glossary = question.tools.glossary()
    with question.tools.engine() as engine:
        if question.dropped():
            return Found()
        return Found(alternatives(engine, question.entry.source, glossary, given=given))


def finish(question: Question, begun: str) -> Found:
    """Ask the model for ways to finish a target that has been begun."""
    given = spoken(question.entry, question.entries)
    glossary = question.tools.glossary()
    with question.tools.engine() as engine:
        if question.dropped():
            return Found()
        source = question.entry.source
        return Found(None, begun, completions(engine, source, begun, glossary, given=given))


def merged(known: object, news: Found) -> Found:
    """What is known of a segment's translations, with what was found out now."""
    if not isinstance(known, Found):
        return news
    if news.others is None:
        return replace(known, begun=news.begun, finished=news.finished)
    return replace(known, others=news.others)


def taking(text: str, begun: str, finished: str) -> Taking:
    """What puts a finished translation in the place of what was begun.

    Args:
        text: The target.
        begun: The beginning of it that was finished.
        finished: The finished translation, in which the beginning stands but for blanks.
    """
    start = len(begun.rstrip())
    return Taking(finished[len(" ".join(begun.split())) :], start, len(text))


def page(view: View, found: Found | None) -> Page:
    """The page of the model's translations; None while it has not been asked."""
    items: list[Item] = []
    if found is not None and found.finished and view.text.startswith(found.begun):
        items.append(said(_("From the cursor on:")))
        items += [item for one in found.finished for item in _end(view, found, one)]
        items.append(said(_("The whole sentence:")))
    if found is None or found.others is None:
        return Page((*items, said(_("Asking the model..."))))
    items += [item for one in found.others for item in _other(view, one, found.others)]
    return Page(tuple(items))


def count(view: View, found: Found | None) -> Count:
    """How many translations there are beside the present one."""
    others = found.others if found is not None else None
    return Count(None if others is None else sum(one.text != view.text for one in others))


def _end(view: View, found: Found, one: Alternative) -> Iterator[Item]:
    act = taking(view.text, found.begun, one.text)
    yield Item(
        spaced((Piece(act.text.strip(), Look.NEW), *_terms(view, one))), ("end", one.text), act
    )


def _other(view: View, one: Alternative, others: Sequence[Alternative]) -> Iterator[Item]:
    present = one.text == " ".join(view.text.split())
    facts = (
        Piece(_("as it is now"), Look.QUIET) if present else None,
        Piece(_(_likely(one, others)), Look.QUIET),
        *_terms(view, one),
    )
    text = difference(view.text, one.text) if view.text and not present else (Piece(one.text),)
    act = None if present else Taking(one.text, 0, len(view.text))
    yield Item((*text, Piece("  "), *spaced(facts)), ("other", one.text), act)


def _likely(one: Alternative, others: Sequence[Alternative]) -> str:
    less = max(other.score for other in others) - one.score
    return next(words for most, words in _LIKELY if less <= most)


def _terms(view: View, one: Alternative) -> Iterator[Piece]:
    """Whether a translation holds the terms, if there are any, and which it does not."""
    if one.holds and view.looked is not None and view.looked.uses:
        yield Piece(_("✓ holds every term"), Look.GOOD)
    if one.missing:
        missing = _("✗ without {words}").format(words=", ".join(one.missing))
        yield Piece(missing, Look.BAD)
    if one.avoided:
        avoided = _("! with {words}, to be avoided").format(words=", ".join(one.avoided))
        yield Piece(avoided, Look.BAD)
