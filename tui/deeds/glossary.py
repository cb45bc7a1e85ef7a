"""Deeds of the glossary: adding terms, changing concepts, drafting anew what that concerns."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from padanan.errors import PadananError
from padanan.glossary import Concept
from padanan.language import gettext as _
from padanan.tui.impact import Impact
from padanan.tui.prompt import Choose
from padanan.tui.termform import TermForm
from padanan.tui.termsaving import TermSaved, has_own, own_place, start_own

if TYPE_CHECKING:
    from padanan.tui.review import Review


def add_term(review: "Review") -> None:
    """Add words of source and target to the glossary."""
    entry = review.entry
    if entry is None:
        return
    form = TermForm(
        review.tools,
        entry,
        review.text,
        review.looked,
        meant=review.aids.concept,
        selected=review.editor.selected if review.editing else "",
    )
    _with_own(review, lambda: _ask(review, form))


def edit_term(review: "Review") -> None:
    """Edit or delete a concept of the segment."""
    entry, looked = review.entry, review.looked
    if entry is None:
        return
    uses = looked.uses if looked is not None else ()
    found = [one for use in uses for one in (use.match.concept, *use.match.homonyms)]
    if (marked := review.aids.concept) in found and marked is not None:
        found.insert(0, marked)
    concepts = list(dict.fromkeys(found))
    if not concepts:
        review.say(_("No term of the glossary is in this segment."))
        return
    _with_own(review, lambda: _choose(review, concepts))


def _choose(review: "Review", concepts: list[Concept]) -> None:
    """Ask which concept is meant, where there are several."""
    if len(concepts) == 1:
        _edit(review, concepts[0])
        return
    lines = [f"{' | '.join(one.terms)} → {' | '.join(one.renderings)}" for one in concepts]

    def chosen(place: int | None) -> None:
        if place is not None:
            _edit(review, concepts[place])

    review.ask(Choose(_("Which concept?"), lines), chosen)


def _edit(review: "Review", concept: Concept) -> None:
    entry, glossary = review.entry, review.tools.glossary()
    if entry is None:
        return
    if glossary is None or concept not in glossary.concepts:
        review.say(
            _(
                "{term} comes from the names that padanan knows by itself, and not from the "
                "glossary. Add a concept of your own: it goes before that."
            ).format(term=concept.terms[0])
        )
        return
    _ask(review, TermForm(review.tools, entry, review.text, review.looked, edited=concept))


def _ask(review: "Review", form: TermForm) -> None:
    def saved(change: TermSaved | None) -> None:
        if change is not None:
            _renewed(review, change)

    review.ask(form, saved)


def _renewed(review: "Review", change: TermSaved) -> None:
    """The glossary is another: show what is known anew, and what the change concerns."""
    if change.before == change.after:
        review.say(_("It is so already."))
        return
    if change.after is None:
        review.say(_("The concept was deleted."))
    else:
        review.say(_("The glossary has it."))
    _show_impact(review, change.concepts)


def redraft(review: "Review") -> None:
    """Draft anew what a changed glossary concerns."""
    _show_impact(review, ())


def _show_impact(review: "Review", changed: tuple[Concept, ...]) -> None:
    def left(_result: None) -> None:
        review.looker.forget()
        review.aids.renew()
        review.show_work()

    review.ask(Impact(review, _folder(review), changed), left)


def _folder(review: "Review") -> Path:
    """Where the articles of the desk lie."""
    return review.tools.folder or review.work.snapshot.path.parent


def _with_own(review: "Review", then: Callable[[], None]) -> None:
    """Go on if the desk has a glossary of its own; else offer to start one."""
    tools = review.tools
    if has_own(tools):
        then()
        return
    choices = [
        _("Start {file} as a copy of the glossary that comes with padanan").format(
            file=own_place(tools)
        ),
        _("Leave it"),
    ]

    def chosen(place: int | None) -> None:
        if place == 0:
            start = partial(_start_own, review, then)
            review.run_worker(start, thread=True, group="glossary", exit_on_error=False)

    review.ask(Choose(_("The desk has no glossary of its own"), choices), chosen)


def _start_own(review: "Review", then: Callable[[], None]) -> None:
    """Start it, in a thread: the glossary is loaded anew."""
    try:
        start_own(review.tools)
    except PadananError as error:
        review.app.call_from_thread(review.say, error.message, warn=True)
    else:
        review.app.call_from_thread(then)
