"""The screen that shows which segments a changed glossary concerns, and drafts them anew."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import get_current_worker

from padanan.errors import PadananError
from padanan.glossary import Concept, Glossary
from padanan.language import gettext as _
from padanan.language import marked, ngettext, number
from padanan.translate.bilingual import Bilingual, Entry
from padanan.translate.outdated import Outdated
from padanan.translate.redraft import concerned
from padanan.tui.keeping import Change
from padanan.tui.redrafting import InArticle, Redrafted, Redrafter, in_article, others
from padanan.tui.text import inert
from padanan.tui.touched import Touch, Touched

if TYPE_CHECKING:
    from padanan.tui.review import Review

_UNNOTICED = 2.0
"""Seconds that it is looked without that being seen."""


class Impact(ModalScreen[None]):
    """Looks through the open article and the others of the desk, in a thread. There is nothing to
    be seen of it until something is found, or that takes long.

    Drafts that nobody has touched are made anew on demand: those of the open article as a change
    that can be undone, those of others in their files.

    Args:
        review: The screen of the open article.
        folder: The folder of the desk's articles.
        changed: The concepts that are no longer as they were, as they were and as they are; none
            where that is not known.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,r,R", "redraft", marked("Draft anew")),
        Binding("escape,q", "leave", marked("Leave it")),
    ]
    DEFAULT_CSS = """
    Impact {
        align: center bottom;
        & > Vertical {
            width: 100%;
            max-width: 120;
            height: 80%;
            padding: 0 1;
            background: $surface;
            border: round $accent;
            border-title-color: $text-accent;
            border-subtitle-color: $text-muted;
        }
        & #status { padding-bottom: 1; }
        & Touched { background: $surface; }
        &.-nothing {
            background: transparent;
            & > Vertical { visibility: hidden; }
        }
    }
    """

    class Found(Message):
        """An article was looked at."""

        def __init__(self, article: InArticle) -> None:
            super().__init__()
            self.article = article

    class Looked(Message):
        """All articles were looked at, or there is something in the way."""

        def __init__(self, trouble: str = "") -> None:
            super().__init__()
            self.trouble = trouble

    class Made(Message):
        """An article was drafted anew."""

        def __init__(self, redrafted: Redrafted) -> None:
            super().__init__()
            self.redrafted = redrafted

    class Ended(Message):
        """No more is drafted."""

    def __init__(self, review: "Review", folder: Path, changed: Collection[Concept] = ()) -> None:
        super().__init__()
        self._review = review
        self._folder = folder
        self._changed = Glossary(changed) if changed else None
        self._here = review.work.snapshot.path
        self._typing = review.editor.entry.id if review.editor.entry is not None else ""
        self._articles = 0
        self._looking = True
        self._drafting = False
        self._made = 0
        self._trouble: list[str] = []

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = _("What the glossary concerns")
            yield Static(id="status", markup=False)
            yield Touched()

    def on_mount(self) -> None:
        self.add_class("-nothing")
        self.set_timer(_UNNOTICED, self._appear)
        self._say()
        self._look(tuple(self._review.work.entries))

    def _appear(self) -> None:
        if self.has_class("-nothing"):
            self.remove_class("-nothing")
            self.query_one(Touched).focus()

    # Looking

    @work(thread=True, group="impact")
    def _look(self, entries: tuple[Entry, ...]) -> None:
        worker = get_current_worker()
        tools = self._review.tools
        glossary = tools.renew_glossary()
        if glossary is None:
            self.post_message(self.Looked(tools.trouble or _("There is no glossary.")))
            return
        here = concerned(entries, glossary, self._changed)
        self.post_message(self.Found(InArticle(self._here, here)))
        for path in others(self._folder, self._here):
            if worker.is_cancelled:
                return
            self.post_message(self.Found(in_article(path, glossary, self._changed)))
        self.post_message(self.Looked())

    @on(Found)
    def _take_in(self, event: Found) -> None:
        article = event.article
        self._articles += 1
        if article.trouble:
            self._trouble.append(article.trouble)
        name = self._called(article.path)
        found = article.found
        touches = [Touch(article.path, name, entry) for entry in found.stale]
        touches += [
            Touch(article.path, name, one.entry, stays=True)
            for one in found.kept
            if self._is_about(one)
        ]
        if touches:
            self.query_one(Touched).add(touches)
        if touches or article.trouble:
            self._appear()
        self._say()

    def _is_about(self, one: Outdated) -> bool:
        """Whether what a target misses is of the concepts that are no longer as they were."""
        if self._changed is None:
            return True
        changed = set(self._changed.concepts)
        return any(not changed.isdisjoint((use.concept, use.match.concept)) for use in one.uses)

    def _called(self, path: Path) -> str:
        return _("this article") if path == self._here else inert(path.stem)

    @on(Looked)
    def _looked(self, event: Looked) -> None:
        self._looking = False
        if event.trouble:
            self._trouble.append(event.trouble)
            self._appear()
        if not self._trouble and not self.query_one(Touched).touches:
            self._review.say(_("No draft is concerned: nothing is to be drafted anew."))
            self.dismiss()
            return
        self._say()

    # Drafting

    def _stale(self) -> list[Touch]:
        """What there is to draft anew."""
        return [
            one
            for one in self.query_one(Touched).touches
            if not one.stays and one.new is None and not self._is_typed(one)
        ]

    def _is_typed(self, one: Touch) -> bool:
        """Whether a person is writing in it at the moment."""
        return one.path == self._here and one.entry.id == self._typing

    def action_redraft(self) -> None:
        """Draft anew all that is listed and nobody has worked on."""
        stale = self._stale()
        if self._looking or self._drafting or not stale:
            return
        self._drafting = True
        self._say()
        work = self._review.work
        self._draft(stale, replace(work.snapshot.bilingual, entries=tuple(work.entries)))

    @work(thread=True, group="impact")
    def _draft(self, stale: Sequence[Touch], content: Bilingual) -> None:
        worker = get_current_worker()
        glossary = self._review.tools.glossary()
        if glossary is None:
            self.post_message(self.Ended())
            return
        redrafter = Redrafter(self._review.tools, glossary)
        for path in dict.fromkeys(one.path for one in stale):
            if worker.is_cancelled:
                return
            if path == self._here:
                made = self._here_anew(redrafter, content, stale)
            else:
                made = redrafter.in_file(path, self._changed)
            self.post_message(self.Made(made))
        self.post_message(self.Ended())

    def _here_anew(
        self, redrafter: Redrafter, content: Bilingual, touches: Sequence[Touch]
    ) -> Redrafted:
        """The new drafts of the open article, which the screen puts into it."""
        ids = {one.entry.id for one in touches if one.path == self._here}
        stale = [entry for entry in content.entries if entry.id in ids and not entry.touched]
        try:
            return Redrafted(self._here, tuple(redrafter.pairs(content, stale)))
        except PadananError as error:
            return Redrafted(self._here, trouble=error.message)

    @on(Made)
    def _show_made(self, event: Made) -> None:
        made = event.redrafted
        if made.trouble and made.trouble not in self._trouble:
            self._trouble.append(made.trouble)
        if made.path == self._here and made.pairs:
            # One change, so that it is undone as one.
            before, after = zip(*made.pairs, strict=True)
            self._review.change(Change(before, after))
        self._made += len(made.pairs)
        drafts = {new.id: new.target for _, new in made.pairs}
        self.query_one(Touched).redrafted(made.path, drafts)
        self._say()

    @on(Ended)
    def _ended(self) -> None:
        self._drafting = False
        self._say()

    # Saying

    def _say(self) -> None:
        touches = self.query_one(Touched).touches
        stale = sum(not one.stays for one in touches)
        parts = [
            ngettext("{n} draft is concerned", "{n} drafts are concerned", stale).format(
                n=number(stale)
            )
        ]
        if stays := len(touches) - stale:
            parts.append(
                ngettext("{n} other stays", "{n} others stay", stays).format(n=number(stays))
            )
        if any(map(self._is_typed, touches)):
            parts.append(_("the one you are writing stays as you write it"))
        if self._looking:
            looked = ngettext(
                "looking: {n} article so far", "looking: {n} articles so far", self._articles
            )
            parts.append(looked.format(n=number(self._articles)))
        if self._drafting or self._made:
            parts.append(
                _("{n} of {all} drafted anew").format(n=number(self._made), all=number(stale))
            )
        able = bool(self._stale()) and not self._looking and not self._drafting
        self.query_one(Vertical).border_subtitle = (
            _("Enter drafts them anew, Escape leaves them") if able else _("Escape goes back")
        )
        sentences = [" · ".join(parts), *map(inert, self._trouble[:3])]
        self.query_one("#status", Static).update("\n".join(sentences))

    def action_leave(self) -> None:
        """Leave; what is not drafted anew by now stays as it is."""
        self.workers.cancel_node(self)
        if self._made:
            done = ngettext(
                "{n} segment was drafted anew.", "{n} segments were drafted anew.", self._made
            )
            self._review.say(done.format(n=number(self._made)))
        self.dismiss()
