"""The commands that tell what stands beside a segment, and take something of it."""

from collections.abc import Sequence

from padanan.errors import PadananError
from padanan.language import gettext as _
from padanan.translate.memory import Hit
from padanan.translate.recall import THRESHOLD
from padanan.tui.changes import rewritten
from padanan.tui.plain import telling
from padanan.tui.plain.dialogue import Dialogue
from padanan.tui.plain.lines import numbered
from padanan.tui.text import one_line


def terms(dialogue: Dialogue, rest: str) -> None:
    """Tell the terms of the segment, or all about one."""
    entry = dialogue.entry
    uses = dialogue.look(entry).uses
    if not uses:
        dialogue.lines.say(_("The glossary has no term of this segment."))
    elif not rest:
        dialogue.lines.say(
            *telling.terms(uses, entry.target), _("t and a number tells all about a term.")
        )
    elif (place := numbered(rest, len(uses))) is not None:
        dialogue.lines.say(*telling.concepts(uses[place]))
    else:
        dialogue.lines.say(_no_such(rest))


def memory(dialogue: Dialogue, rest: str) -> None:
    """Tell how similar sentences were translated, or take one of the translations."""
    entry = dialogue.entry
    hits = _hits(dialogue, entry.source)
    if not hits:
        dialogue.lines.say(_("The memory has nothing like this segment."))
    elif not rest:
        dialogue.lines.say(
            *telling.matches(entry.source, hits), _("m and a number takes the target of a match.")
        )
    elif (place := numbered(rest, len(hits))) is None:
        dialogue.lines.say(_no_such(rest))
    elif dialogue.writable:
        dialogue.change(rewritten(entry, one_line(hits[place].target), approved=False))
        dialogue.show()


def _hits(dialogue: Dialogue, source: str) -> Sequence[Hit]:
    """What the memory has for a source."""
    with dialogue.tools.memory() as memory:
        try:
            return () if memory is None else memory.fuzzy(source, threshold=THRESHOLD)
        except PadananError as error:
            dialogue.lines.say(error.message)
        except Exception as error:
            # SQLite does not see what is wrong inside the lists of the index.
            reason = f"{type(error).__name__}: {error}"
            dialogue.lines.say(_("This could not be found out ({error}).").format(error=reason))
    return ()


def findings(dialogue: Dialogue, rest: str) -> None:
    """Tell what the checks find, or put one finding right."""
    findings = dialogue.look(dialogue.entry).findings
    if not findings:
        dialogue.lines.say(_("The checks find nothing in this segment."))
    elif not rest:
        dialogue.lines.say(*telling.findings(findings))
    elif (place := numbered(rest, len(findings))) is None:
        dialogue.lines.say(_no_such(rest))
    elif (fix := findings[place].fix) is None:
        dialogue.lines.say(_("No check knows how to put that right. e edits the target."))
    elif dialogue.writable:
        dialogue.change(rewritten(dialogue.entry, fix, approved=False))
        dialogue.show()


def _no_such(rest: str) -> str:
    return _("There is no number “{number}” among them.").format(number=rest[:40])
