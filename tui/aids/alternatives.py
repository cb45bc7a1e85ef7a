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
    (0.0, marked("the model's first choice")),
    (0.1, marked("the model finds it nearly as good")),
    (0.3, marked("the model finds it less good")),
    (float("inf"), marked("the model finds it doubtful")),
)
"""What the model makes of a translation, by how much less than the likeliest of all (in
log-probability per token) it has at most."""

_ARTICLES = frozenset({"a", "an", "the"})

_LAST = 40
"""Characters of what was begun that are shown."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the model has for a segment.

    Attributes:
        others: Translations; None where it was not asked for them.
        begun: A beginning of the target that it was asked to finish.
        finished: The ways it found.
        asked: Whether it is still at it.
    """

    others: tuple[Alternative, ...] | None = None
    begun: str = ""
    finished: tuple[Alternative, ...] = ()
    asked: bool = False


def gather(question: Question) -> Found:
    """Ask the model for translations of a segment; what a rule has made it would only guess at."""
    if question.entry.how == "rule":
        return Found(())
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
        return replace(known, begun=news.begun, finished=news.finished, asked=news.asked)
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
    if found is not None and found.begun and view.text.startswith(found.begun.strip()):
        items += _ends(view, found)
        items.append(_heading(_("The whole sentence:")))
    if view.entry.how == "rule":
        items.append(
            said(_("A rule has made this: the form of such a line is known. There are no others."))
        )
    elif found is None or found.others is None:
        items.append(said(_("Asking the model...")))
    else:
        others = distinct(found.others, view.text)
        items += [item for one in others for item in _other(view, one, found.others)]
    return Page(tuple(items))


def distinct(others: Sequence[Alternative], text: str) -> tuple[Alternative, ...]:
    """Translations without those that differ from one before them, or from the present one, in
    nothing but articles."""
    here = " ".join(text.split())
    seen = {_gist(here)}
    made: list[Alternative] = []
    for one in others:
        gist = _gist(one.text)
        if gist not in seen or one.text == here:
            made.append(one)
        seen.add(gist)
    return tuple(made)


def _gist(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.casefold().split() if word not in _ARTICLES)


def count(view: View, found: Found | None) -> Count:
    """How many translations there are beside the present one."""
    others = found.others if found is not None else None
    if others is None or view.entry.how == "rule":
        return Count()
    return Count(sum(one.text != view.text for one in distinct(others, view.text)))


def _ends(view: View, found: Found) -> Iterator[Item]:
    """What the model has after what was begun."""
    begun = found.begun.strip()
    last = begun if len(begun) <= _LAST else f"…{begun[-_LAST:]}"
    if found.asked:
        yield _heading(_("Asking the model what comes after “{words}”...").format(words=last))
    elif not found.finished:
        yield _heading(_("The model has nothing after “{words}”.").format(words=last))
    else:
        yield _heading(_("After “{words}”:").format(words=last))
        for one in found.finished:
            yield from _end(view, found, one)


def _heading(words: str) -> Item:
    return Item((Piece(words, Look.STRONG),), indent=-1)


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
