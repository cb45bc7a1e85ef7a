"""Deeds of finding one's way: moving, searching, filtering, ordering."""

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from unicodedata import normalize

from padanan.errors import InputError
from padanan.language import gettext as _
from padanan.language import number
from padanan.translate.bilingual import State
from padanan.tui import query
from padanan.tui.actions import Place
from padanan.tui.prompt import Line
from padanan.tui.query import Seen, is_doubtful, parse
from padanan.tui.registry import BY_ID

if TYPE_CHECKING:
    from padanan.tui.review import Review


def move(way: str) -> Callable[["Review"], None]:
    """The deed that moves the cursor of the list: "down", "page_up" ...; an editor that is open
    closes, and opens again where one comes to."""

    def moved(review: "Review") -> None:
        editing = review.editing
        review.finish_typing()
        getattr(review.segments, f"action_{way}")()
        if editing and (entry := review.segments.current) is not None:
            review.edit(entry)

    return moved


def _has_findings(one: Seen) -> bool:
    return bool(one.findings)


def to_finding(direction: int) -> Callable[["Review"], None]:
    """The deed that goes to the nearest segment with findings."""
    return partial(_to, _has_findings, direction, lambda: _("No other segment has findings."))


def to_doubtful(direction: int) -> Callable[["Review"], None]:
    """The deed that goes to the nearest doubtful draft."""
    return partial(
        _to,
        lambda one: is_doubtful(one.entry),
        direction,
        lambda: _("No other draft is likely to be wrong."),
    )


def _to(
    test: Callable[[Seen], bool], direction: int, nothing: Callable[[], str], review: "Review"
) -> None:
    review.finish_typing()
    if not review.seek(test, direction):
        review.say(nothing())


_FIRST = 4


def _letters(text: str) -> str:
    """The letters and digits of a text, without capitals, accents, hyphens and blanks: eKTP, e-KTP
    and e KTP are written alike."""
    return _NO_LETTER.sub("", normalize("NFKD", text.casefold()))


_NO_LETTER = re.compile(r"[\W_]+")


def to_term(direction: int) -> Callable[["Review"], None]:
    """The deed that goes to the nearest segment with the term that is marked in the panel."""

    def going(review: "Review") -> None:
        review.finish_typing()
        concept = review.aids.concept
        looked = review.looked
        if concept is None and looked is not None and looked.uses:
            concept = looked.uses[0].concept
        if concept is None:
            review.say(_("This segment has no term of the glossary."))
            return
        # The article is looked at in its source: what is not in sight may not be looked at yet.
        glossary = review.tools.glossary()
        # Whatever form a term has, its first letters are there: looking for those is quick.
        beginnings = tuple(_letters(term)[:_FIRST] for term in concept.terms)

        def has_term(one: Seen) -> bool:
            text = _letters(one.entry.source)
            return (
                glossary is not None
                and any(beginning in text for beginning in beginnings)
                and any(
                    concept in (match.concept, *match.homonyms)
                    for match in glossary.match(one.entry.source)
                )
            )

        if not review.seek(has_term, direction):
            review.say(_("No other segment has {term}.").format(term=concept.terms[0]))

    return going


def search(review: "Review") -> None:
    """Ask what to search for, and go to the nearest segment that has it."""
    selected = review.editor.selected if review.editing else ""

    def asked(line: str | None) -> None:
        if line is None:
            return
        review.searched = line
        review.segments.highlight(line)
        entry = review.entry
        if entry is not None and parse(line)(review.seen(entry)) and line != before:
            return
        hit(1)(review)

    before = review.searched
    review.ask(Line(_("Search"), selected or review.searched, hint=query.HELP, check=parse), asked)


def hit(direction: int) -> Callable[["Review"], None]:
    """The deed that goes to the nearest segment that the search finds."""

    def going(review: "Review") -> None:
        if not review.searched.strip():
            search(review)
            return
        review.finish_typing()
        if not review.seek(parse(review.searched), direction):
            entry = review.segments.current
            here = entry is not None and parse(review.searched)(review.seen(entry))
            nothing = _("Nothing else has {query}.") if here else _("Nothing has {query}.")
            review.say(nothing.format(query=review.searched))

    return going


def filter_segments(review: "Review") -> None:
    """Ask for a filter, and show only what it lets pass."""
    before = review.filtered[0] if review.filtered is not None else ""

    def asked(line: str | None) -> None:
        if line is None:
            return
        review.finish_typing()
        if not line.strip():
            review.filtered = None
            review.rearrange()
            return
        test = parse(line)
        if not any(test(review.seen(entry)) for entry in review.work.entries):
            review.say(_("No segment passes {query}; all are shown.").format(query=line))
            review.filtered = None
        else:
            review.filtered = (line, test)
        review.rearrange()

    review.ask(Line(_("Filter"), before, hint=query.HELP, check=parse), asked)


def to_number(review: "Review") -> None:
    """Ask for a number, and go to that segment."""
    last = sum(entry.state is not State.SKIPPED for entry in review.work.entries)

    def check(line: str) -> int:
        if line.strip().isdecimal() and 1 <= int(line) <= last:
            return int(line)
        raise InputError(_("A number from 1 to {last}.").format(last=number(last)))

    def asked(line: str | None) -> None:
        if line is not None:
            review.finish_typing()
            review.go(review.segments.numbered(check(line)).id)

    title = _("Go to segment (1 to {last})").format(last=number(last))
    review.ask(Line(title, check=check), asked)


def order(review: "Review") -> None:
    """Order by risk, or as in the article."""
    review.finish_typing()
    review.by_risk = not review.by_risk
    review.rearrange()
    if review.by_risk and (first := next(iter(review.shown()), None)) is not None:
        review.segments.go(first)


def furniture(review: "Review") -> None:
    """Show the skipped lines, or fold them away."""
    if any(entry.state is State.SKIPPED for entry in review.work.entries):
        review.segments.fold(unfolded=not review.segments.unfolded)
    else:
        review.say(_("No line of this article was left out."))


def back(review: "Review") -> None:
    """Show all segments again; then back to the list of articles."""
    if review.filtered is not None or review.by_risk:
        review.filtered, review.by_risk = None, False
        review.rearrange()
    elif review.leads_back:
        review.when_saved(review.go_back)
    else:
        key = review.tools.keys.shown(BY_ID["quit"], Place.EDITOR)
        review.say(_("{key} quits.").format(key=key))
