"""The commands of the line-by-line desk."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from padanan.errors import InputError
from padanan.language import gettext as _
from padanan.language import marked, ngettext, number
from padanan.tui.overview import progress
from padanan.tui.plain import aids, changing
from padanan.tui.plain.dialogue import UNREVIEWED, Dialogue
from padanan.tui.plain.lines import numbered
from padanan.tui.query import parse
from padanan.tui.risk import seen

_LINE = re.compile(r"(/|\?|[a-z]+|(?=[0-9]))\s*(.*)")

_NEEDS_A_LOOK = re.compile(r"\b(?:has:finding|has:term|check:|term:)")
"""What a search has in it that is about more than texts and states."""


@dataclass(frozen=True, slots=True)
class Order:
    """Something one can say to the desk.

    Attributes:
        letter: Its short name.
        word: Its long name.
        what: What may follow it, as the help has it; empty for nothing.
        sentence: What it does.
        do: Does it, with what followed.
        changes: Whether it always changes the article, which may be open on another desk.
    """

    letter: str
    word: str
    what: str
    sentence: str
    do: Callable[[Dialogue, str], None]
    changes: bool = False


def obey(dialogue: Dialogue, line: str) -> None:
    """Do what a line says; an empty one tells the segment again, a number goes to that segment."""
    if not line:
        dialogue.show()
        return
    found = _LINE.fullmatch(line)
    order = None if found is None else _BY_NAME.get(found[1] or "g")
    # A line of text that was pasted by mistake must not approve anything.
    if found is None or order is None or (found[2] and not order.what):
        dialogue.lines.say(
            _("There is no command “{line}”. h tells all commands.").format(line=line[:40])
        )
        return
    if not order.changes or dialogue.writable:
        order.do(dialogue, found[2])


def _next(dialogue: Dialogue, _rest: str) -> None:
    dialogue.go_on()


def _previous(dialogue: Dialogue, _rest: str) -> None:
    dialogue.go_on(-1)


def _number(dialogue: Dialogue, rest: str) -> None:
    last = len(dialogue.segments)
    if (place := numbered(rest, last)) is not None:
        dialogue.go(place)
        return
    dialogue.lines.say(
        _("Say a number from 1 to {last}, as in g {last}.").format(last=number(last))
    )


def _search(dialogue: Dialogue, rest: str) -> None:
    query = rest or dialogue.search
    if not query:
        dialogue.lines.say(_("Say what to look for, as in / banjir."))
        return
    try:
        test = parse(query)
    except InputError as error:
        dialogue.lines.say(error.message)
        return
    dialogue.search = query
    segments, here = dialogue.segments, dialogue.place
    closer = _NEEDS_A_LOOK.search(query) is not None
    for distance in range(1, len(segments) + 1):
        place = (here + distance) % len(segments)
        entry = segments[place]
        if test(seen(entry, dialogue.look(entry) if closer else None)):
            dialogue.go(place)
            return
    dialogue.lines.say(_("No segment has “{query}”.").format(query=query))


def _status(dialogue: Dialogue, _rest: str) -> None:
    dialogue.lines.say(*status(dialogue))


def status(dialogue: Dialogue) -> list[str]:
    """How far the work on the article has come."""
    segments = dialogue.segments
    left = sum(entry.state in UNREVIEWED for entry in segments)
    sentences = [
        _("Article {name}: {progress}.").format(name=dialogue.name, progress=progress(segments)),
        ngettext("{n} segment is left to review.", "{n} segments are left to review.", left).format(
            n=number(left)
        ),
        dialogue.unsaved(),
    ]
    return [sentence for sentence in sentences if sentence]


def _help(dialogue: Dialogue, _rest: str) -> None:
    for order in ORDERS:
        if order.do is not _back or dialogue.leads_back:
            what = f" {_(order.what)}" if order.what else ""
            dialogue.lines.say(f"{order.letter}{what}, {order.word}: {_(order.sentence)}")
    dialogue.lines.say(_("An empty line tells the segment again."))


def _back(dialogue: Dialogue, _rest: str) -> None:
    if not dialogue.leads_back:
        dialogue.lines.say(_("There is no list to go back to. q quits."))
    elif _may_leave(dialogue):
        dialogue.left = True


def _quit(dialogue: Dialogue, _rest: str) -> None:
    if _may_leave(dialogue):
        dialogue.left = dialogue.quits = True


def _may_leave(dialogue: Dialogue) -> bool:
    """Whether all is saved, or the person does not mind."""
    if not dialogue.work.pending or dialogue.save():
        return True
    question = _("Write yes to leave without these changes: ")
    dialogue.lines.say(dialogue.unsaved())
    return changing.asked(dialogue, question, "") in ("yes", "ya")


_NUMBER = marked("NUMBER")
_TEXT = marked("TEXT")

ORDERS = (
    Order(
        "a",
        "approve",
        "",
        marked("Approve the segment and go on to the next one to review."),
        changing.approve,
        changes=True,
    ),
    Order(
        "e",
        "edit",
        _TEXT,
        marked("Write the target; without TEXT you are asked for it."),
        changing.edit,
        changes=True,
    ),
    Order(
        "n",
        "next",
        "",
        marked("Leave the segment as it is and go on to the next one to review."),
        _next,
    ),
    Order("p", "previous", "", marked("Go to the segment to review before this one."), _previous),
    Order("g", "go", _NUMBER, marked("Go to a segment by its number."), _number),
    Order(
        "d",
        "draft",
        "",
        marked("Take the approval of the segment back."),
        changing.draft,
        changes=True,
    ),
    Order("u", "undo", "", marked("Take back what you did last."), changing.undo, changes=True),
    Order(
        "r", "redo", "", marked("Do again what you have taken back."), changing.redo, changes=True
    ),
    Order(
        "c",
        "comment",
        _TEXT,
        marked("Add to the comment on the segment."),
        changing.comment,
        changes=True,
    ),
    Order(
        "f",
        "findings",
        _NUMBER,
        marked("Tell what the checks find; with NUMBER put that right."),
        aids.findings,
    ),
    Order(
        "t",
        "terms",
        _NUMBER,
        marked("Tell the terms of the segment; with NUMBER all about one."),
        aids.terms,
    ),
    Order(
        "m",
        "memory",
        _NUMBER,
        marked("Tell how similar sentences were translated; with NUMBER take that."),
        aids.memory,
    ),
    Order(
        "/",
        "search",
        _TEXT,
        marked("Go to the next segment with TEXT; without it, with what you searched for last."),
        _search,
    ),
    Order("s", "status", "", marked("Tell how far the work on the article has come."), _status),
    Order("b", "back", "", marked("Go back to the list of articles."), _back),
    Order("h", "help", "", marked("Tell all commands."), _help),
    Order("q", "quit", "", marked("Quit. Everything is saved."), _quit),
)
"""All commands, in the order of the help."""

_BY_NAME = {name: order for order in ORDERS for name in (order.letter, order.word)}
_BY_NAME["?"] = _BY_NAME["help"]  # as on the other desk
