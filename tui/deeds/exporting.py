"""The deed of exporting an article: into which format, what of it, and where."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from padanan.errors import OutputError, PadananError
from padanan.language import gettext as _
from padanan.language import marked
from padanan.translate.bilingual import State
from padanan.translate.export import FORMATS, Format, export, place
from padanan.tui.prompt import Choose, Line

if TYPE_CHECKING:
    from padanan.tui.review import Review

FOLDER = Path("export")
"""Where exports go unless another place is named, as with `padanan export`."""


@dataclass(frozen=True, slots=True)
class _Share:
    """What of an article is exported.

    Attributes:
        sentence: What it is called where one chooses.
        approved_only: Whether drafts are left out.
        marked: Whether they are marked.
    """

    sentence: str
    approved_only: bool
    marked: bool


_SHARES = (
    _Share(marked("Everything, with drafts marked"), False, True),
    _Share(marked("Only what is approved; the rest as visible gaps"), True, True),
    _Share(marked("Everything, without marks"), False, False),
)


def export_article(review: "Review") -> None:
    """Ask what to export, and do it when everything is saved."""

    def chosen(place_: int | None) -> None:
        if place_ is not None:
            _ask_share(review, FORMATS[place_])

    titles = [f"{one.name:<11} {_(one.title)}" for one in FORMATS]
    review.finish_typing()
    review.ask(Choose(_("Export as"), titles), chosen)


def _ask_share(review: "Review", format_: Format) -> None:
    shares = [one for one in _SHARES if one.marked or format_.runs]
    if all(entry.state in (State.APPROVED, State.SKIPPED) for entry in review.work.entries):
        _ask_place(review, format_, shares[0])
        return

    def chosen(place_: int | None) -> None:
        if place_ is not None:
            _ask_place(review, format_, shares[place_])

    sentences = [_(one.sentence) for one in shares]
    review.ask(Choose(_("What to export"), sentences), chosen)


def _ask_place(review: "Review", format_: Format, share: _Share, *, again: str = "") -> None:
    path = review.work.snapshot.path
    first = again or str(place(FOLDER, format_, Path(path.name)))
    hint = _("That file is there already: Enter overwrites it.") if again else ""

    def named(line: str | None) -> None:
        if line is None or not line.strip():
            return
        review.when_saved(
            lambda: _write(review, format_, share, line.strip(), force=line == again), leaving=False
        )

    review.ask(Line(_("Export to"), first, hint=hint), named)


def _write(review: "Review", format_: Format, share: _Share, target: str, *, force: bool) -> None:
    def work() -> None:
        try:
            made = export(
                review.work.snapshot.path,
                format_.name,
                Path(target).expanduser(),
                approved_only=share.approved_only,
                marked=share.marked,
                force=force,
            )
        except OutputError as error:
            review.app.call_from_thread(review.say, error.message, warn=True)
            if Path(target).expanduser().is_file() and not force:
                review.app.call_from_thread(_ask_place, review, format_, share, again=target)
        except PadananError as error:
            review.app.call_from_thread(review.say, error.message, warn=True)
        else:
            review.app.call_from_thread(review.say, _("Exported to {path}.").format(path=made))

    review.run_worker(work, thread=True, group="export")
