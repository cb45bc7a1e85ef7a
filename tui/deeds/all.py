"""The deed of each action of the registry, by its id."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from padanan.tui.aids.item import Aid
from padanan.tui.deeds import deciding, desk, editing, exporting, glossary, helping, moving

if TYPE_CHECKING:
    from padanan.tui.review import Review

Deed = Callable[["Review"], Awaitable[None] | None]

DEEDS: dict[str, Deed] = {
    "approve": deciding.approve,
    "next": deciding.following,
    "previous": deciding.previous,
    "draft": deciding.draft,
    "undo": deciding.undo,
    "redo": deciding.redo,
    "comment": deciding.comment,
    "silence": deciding.silence,
    "edit": editing.edit,
    "close": editing.close,
    "machine": editing.machine,
    "source": editing.source,
    "split": editing.split_segment,
    "join": editing.join_next,
    "join-previous": editing.join_previous,
    "terms": helping.page(Aid.TERMS),
    "memory": helping.page(Aid.MEMORY),
    "alternatives": helping.page(Aid.ALTERNATIVES),
    "findings": helping.page(Aid.FINDINGS),
    "origin": helping.page(Aid.ORIGIN),
    "panel": helping.panel,
    "take": helping.take(None),
    **{f"take-{number}": helping.take(number) for number in range(1, 10)},
    "panel-down": helping.panel_down,
    "panel-up": helping.panel_up,
    "complete": helping.complete,
    "concordance": helping.concordance,
    "lookup": helping.lookup,
    "add-term": glossary.add_term,
    "edit-term": glossary.edit_term,
    "redraft": glossary.redraft,
    "down": moving.move("down"),
    "up": moving.move("up"),
    "page-down": moving.move("page_down"),
    "page-up": moving.move("page_up"),
    "first": moving.move("first"),
    "last": moving.move("last"),
    "next-finding": moving.to_finding(1),
    "previous-finding": moving.to_finding(-1),
    "next-doubtful": moving.to_doubtful(1),
    "previous-doubtful": moving.to_doubtful(-1),
    "next-term": moving.to_term(1),
    "previous-term": moving.to_term(-1),
    "search": moving.search,
    "next-hit": moving.hit(1),
    "previous-hit": moving.hit(-1),
    "filter": moving.filter_segments,
    "number": moving.to_number,
    "order": moving.order,
    "furniture": moving.furniture,
    "back": moving.back,
    "export": exporting.export_article,
    "theme": desk.theme,
    "palette": desk.palette,
    "help": desk.show_help,
    "quit": desk.leave,
}
