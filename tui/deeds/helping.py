"""Deeds of help at hand: the panel, what is taken from it, and what is looked up."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from padanan.language import gettext as _
from padanan.translate.bilingual import State
from padanan.tui.aids.item import Act, Aid, Jump, Taking, Unfold
from padanan.tui.aids.placing import spaced_in
from padanan.tui.changes import Change, rewritten
from padanan.tui.text import shorten

if TYPE_CHECKING:
    from padanan.tui.review import Review

_SHOWN = 40
"""Cells of what is to be pasted that are shown."""


def page(aid: Aid) -> Callable[["Review"], None]:
    """The deed that shows a page of the panel."""
    return lambda review: review.aids.choose(aid)


def panel(review: "Review") -> None:
    """Hide the panel, or show it again."""
    review.aids.toggle()


def panel_down(review: "Review") -> None:
    """Mark the next line of the panel."""
    review.aids.mark_next()


def panel_up(review: "Review") -> None:
    """Mark the line before it."""
    review.aids.mark_previous()


def take(number: int | None) -> Callable[["Review"], None]:
    """The deed that takes a numbered line of the panel; None is the one that is marked."""

    def taking(review: "Review") -> None:
        cursor = review.editor.cursor_offset if review.editing else None
        act = review.aids.act(number, cursor)
        if act is None:
            review.say(_("There is nothing to take in the panel."))
        else:
            do(review, act)

    return taking


def do(review: "Review", act: Act) -> None:
    """Do what an item of the panel says.

    What stands for certain is put into the target at once; for what goes in at the cursor, and for
    a place to look at, the editor opens.
    """
    entry = review.entry
    if entry is None:
        return
    if isinstance(act, Unfold):
        review.aids.unfold(act)
    elif isinstance(act, Jump):
        if not review.editing:
            review.edit(entry)
        review.editor.select(act.start, act.end)
    elif review.editing or not entry.target:
        review.put(act)
    elif act.start is None:
        review.edit(entry)
        review.say(
            _("Put the cursor where “{words}” belongs, then take it again.").format(
                words=act.text.strip()
            )
        )
    else:
        text = entry.target[: act.start] + act.text + entry.target[act.end :]
        approved = entry.state is State.APPROVED
        review.change(Change.of(entry, rewritten(entry, text, approved=approved), typed=True))


def complete(review: "Review") -> None:
    """Let the model finish the sentence after what stands before the cursor."""
    entry = review.editor.entry
    if entry is not None:
        cursor = review.editor.cursor_offset
        review.aids.complete(entry, review.editor.text[:cursor])


def concordance(review: "Review") -> None:
    """Look for words in the memory and in all articles."""
    from padanan.tui.concordance import Concordance, Goto

    words = _quoted(review.editor.selected) if review.editing else ""

    def found(result: "Taking | Goto | None") -> None:
        if isinstance(result, Goto):
            review.finish_typing()
            review.go(result.entry_id)
        elif result is not None:
            _put(review, result)

    path, tools = review.work.snapshot.path, review.tools
    review.ask(Concordance(path, tools, words, folder=tools.folder), found)


def _quoted(words: str) -> str:
    """Several words as they are to be looked for together."""
    return f'"{words}"' if " " in words.strip() else words


def lookup(review: "Review") -> None:
    """Look a word up in the glossary."""
    from padanan.tui.lookup import Lookup, word_at

    words = _term(review)
    if review.editing:
        words = review.editor.selected or word_at(review.text, review.editor.cursor_offset)

    def found(result: Taking | None) -> None:
        if result is not None:
            _put(review, result)

    review.ask(Lookup(review.tools, words), found)


def _put(review: "Review", words: Taking) -> None:
    """Put what was looked up in at the cursor, with the blanks it needs. Where there is no cursor
    but a translation, it is to be pasted: nobody knows its place."""
    entry = review.entry
    if entry is None or not review.writable:
        return
    if review.editing:
        cursor = review.editor.cursor_offset
        review.put(Taking(spaced_in(words.text, review.editor.text, cursor)))
    elif not entry.target:
        review.put(words)
    else:
        review.edit(entry)
        review.app.copy_to_clipboard(words.text)
        review.say(
            _("Put the cursor where “{words}” belongs, then Ctrl+V.").format(
                words=shorten(words.text, _SHOWN)
            )
        )


def _term(review: "Review") -> str:
    """The term that is marked in the panel, as it stands in the glossary."""
    concept = review.aids.concept
    return concept.terms[0] if concept is not None else ""
