"""The desk line by line, for screen readers, simple terminals and pipes: no screen, no Textual."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from padanan.errors import InputError, OutputError
from padanan.language import gettext as _
from padanan.tui.opening import expect, open_article
from padanan.tui.overview import Overview, find, look
from padanan.tui.places import Places
from padanan.tui.plain import telling
from padanan.tui.plain.dialogue import Dialogue
from padanan.tui.plain.lines import Lines, numbered
from padanan.tui.plain.orders import obey, status
from padanan.tui.presence import elsewhere
from padanan.tui.work import Tally

if TYPE_CHECKING:
    from padanan.tui.tools import Tools


def run(
    path: Path, tools: "Tools", *, read: TextIO, write: TextIO, segment: str | None = None
) -> Tally:
    """Review articles by commands, a line each, until the person quits or there are no more lines.

    Args:
        path: A folder to choose articles from, or the bilingual file of one.
        tools: The glossary, the memory and the checks.
        read: Where commands come from.
        write: Where all is said.
        segment: The segment of the article to begin at; None for where the person was last.

    Returns:
        What the person has done.

    Raises:
        InputError: There is no bilingual file, or the one named cannot be used.
        OutputError: There are no more lines, and something could not be saved.
    """
    expect(path)
    lines = Lines(read, write)
    if path.is_dir():
        return _choose(path, tools, lines)
    return _review(path, path.stem, tools, lines, leads_back=False, at=segment).work.tally()


def _choose(folder: Path, tools: "Tools", lines: Lines) -> Tally:
    """Let the person choose one article after the other."""
    paths = list(find(folder))
    tally = Tally()
    try:
        while True:
            articles = [_look(path) for path in paths]
            names = [path.relative_to(folder).with_suffix("").as_posix() for path in paths]
            lines.say(*map(telling.article, count(1), names, articles))
            place = _chosen(lines, articles)
            if place is None:
                break
            try:
                dialogue = _review(paths[place], names[place], tools, lines, leads_back=True)
            except InputError as error:
                lines.say(error.message)
                continue
            tally += dialogue.work.tally()
            if dialogue.quits:
                break
    except KeyboardInterrupt:
        lines.say("")
    return tally


def _look(path: Path) -> Overview:
    """An article of the list, and who else has it open."""
    holder = elsewhere(path)
    return look(path) if holder is None else replace(look(path), held=str(holder))


def _chosen(lines: Lines, articles: Sequence[Overview]) -> int | None:
    """The place of the article that the person wants; None when they quit."""
    first = next((i for i, one in enumerate(articles) if _unfinished(one)), 0)
    while True:
        answer = lines.ask(
            _("Number of the article, {number} if you say none, q quits: ").format(number=first + 1)
        )
        if answer is None or answer.strip() in ("q", "quit"):
            return None
        if not answer.strip():
            return first
        place = numbered(answer.strip(), len(articles))
        if place is not None:
            return place
        lines.say(_("There is no article “{answer}”.").format(answer=answer.strip()[:40]))


def _unfinished(article: Overview) -> bool:
    progress = article.progress
    return progress is not None and progress.approved < progress.total


def _review(
    path: Path,
    name: str,
    tools: "Tools",
    lines: Lines,
    *,
    leads_back: bool,
    at: str | None = None,
) -> Dialogue:
    """Review one article until the person leaves it.

    Raises:
        InputError: It cannot be read.
        OutputError: There are no more lines, and something could not be saved.
    """
    opened, places = open_article(path), Places.load()
    if at is not None:
        places.set(path, at)
    dialogue = Dialogue(opened, places, tools, lines, name=name, leads_back=leads_back)
    try:
        _hold(dialogue)
    finally:
        dialogue.end()
    return dialogue


def _hold(dialogue: Dialogue) -> None:
    """Read commands until the person leaves the article.

    Raises:
        OutputError: There are no more lines, and something could not be saved.
    """
    lines = dialogue.lines
    lines.say(*status(dialogue), _("h tells all commands."))
    try:
        dialogue.begin()
        while dialogue.segments and not dialogue.left:
            line = lines.ask("> ")
            if line is None:
                dialogue.quits = True
                break
            dialogue.catch_up()
            if dialogue.segments:
                obey(dialogue, line.strip())
    except KeyboardInterrupt:
        dialogue.quits = True
        lines.say("")
    if not dialogue.segments:
        lines.say(_("There is nothing to review in this article."))
    if dialogue.work.pending and not dialogue.left and not dialogue.save():
        raise OutputError(dialogue.unsaved())
