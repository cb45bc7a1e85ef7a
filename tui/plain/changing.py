"""The commands that change a segment."""

from dataclasses import replace

from padanan.language import gettext as _
from padanan.translate.bilingual import State
from padanan.tui.changes import rewritten
from padanan.tui.plain import telling
from padanan.tui.plain.dialogue import Dialogue
from padanan.tui.text import one_line


def approve(dialogue: Dialogue, _rest: str) -> None:
    """Approve the target and go on."""
    entry = dialogue.entry
    if not entry.target:
        dialogue.lines.say(_("There is nothing to approve yet. e writes a target."))
        return
    dialogue.change(replace(entry, state=State.APPROVED))
    if dialogue.entry.state is State.APPROVED:
        dialogue.lines.say(_("Approved."))
        dialogue.go_on()
    else:
        dialogue.show()  # it is another text by now, as was told


def edit(dialogue: Dialogue, rest: str) -> None:
    """Give the segment another target: what follows, or what the person then types."""
    entry = dialogue.entry
    text = one_line(rest) or asked(dialogue, _("Target: "), entry.target)
    if not text or text in (entry.target, one_line(entry.target).strip()):
        dialogue.lines.say(_("It was left as it is."))
        return
    dialogue.change(rewritten(entry, text, approved=False), typed=True)
    dialogue.show()


def draft(dialogue: Dialogue, _rest: str) -> None:
    """Make an approved target a draft again."""
    entry = dialogue.entry
    if entry.state is not State.APPROVED:
        dialogue.lines.say(_("This segment is not approved."))
        return
    dialogue.change(replace(entry, state=State.DRAFT))
    dialogue.show()


def comment(dialogue: Dialogue, rest: str) -> None:
    """Add a line to the comment, or take all of it away."""
    entry = dialogue.entry
    if entry.comment and not rest:
        dialogue.lines.say(telling.comment(entry))
    text = one_line(rest) or asked(dialogue, _("Comment to add, - takes all away: "), "")
    if not text or (text == "-" and not entry.comment):
        dialogue.lines.say(_("It was left as it is."))
        return
    comment = "" if text == "-" else "\n".join(filter(None, (entry.comment, text)))
    dialogue.change(replace(entry, comment=comment), typed=True)
    dialogue.show()


def undo(dialogue: Dialogue, _rest: str) -> None:
    """Take back what was done last."""
    dialogue.undo()


def redo(dialogue: Dialogue, _rest: str) -> None:
    """Do again what was taken back last."""
    dialogue.undo(again=True)


def asked(dialogue: Dialogue, question: str, text: str) -> str:
    """What the person types, on one line; empty when they type nothing."""
    return one_line(dialogue.lines.ask(question, text) or "").strip()
