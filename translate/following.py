"""What people read of an article follows the work on it, wherever that is done.

`padanan translate` lays the English text and the side-by-side page down beside the bilingual file;
who changes that file otherwise brings them along.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from padanan.errors import OutputError
from padanan.translate import english
from padanan.translate import page as pages
from padanan.translate.bilingual import Bilingual, Entry, State
from padanan.translate.english import EnglishText, compose
from padanan.translate.page import described, render


@dataclass(frozen=True, slots=True)
class Following:
    """What is to be written beside a bilingual file.

    Attributes:
        content: What the bilingual file has to say, so that the English text counts as padanan's;
            it is to be written before the text is.
        english: The English text; None if it cannot be made.
        page: Where the page is, or would be.
        doubt: Why the English text stays as it is, in a sentence; else empty.
    """

    content: Bilingual
    english: EnglishText | None
    page: Path
    doubt: str = ""

    def write(self, *, page: bool = True) -> str:
        """Write what is not there yet, under the lock of the folder; the page where there is one.

        Args:
            page: Whether the page is to follow as well.

        Returns:
            Why something stays as it is, in a sentence; else empty.
        """
        try:
            if self.english is not None:
                self.english.write()
            if page and self.page.exists():
                self._write_page()
        except OutputError as error:
            return error.message
        return self.doubt

    def _write_page(self) -> None:
        """Write the page.

        Raises:
            OutputError: It cannot be written.
        """
        # It loads all that reads articles, and the desk is to open quickly.
        from padanan.translate.outputs import write_if_changed

        write_if_changed(self.page, render(self.content, described))


def follow(path: Path, content: Bilingual) -> Following:
    """What has to be written for the English text and the page to follow a bilingual file.

    The text is what `padanan translate` would write, but for what is to be drafted anew; one that
    is missing is made, and a person's own stays.

    Args:
        path: The bilingual file.
        content: What it is to say.
    """
    place = _place(path)
    text_place, page = place.with_suffix(english.ENDING), place.with_suffix(pages.ENDING)
    if not _have_lines(content.entries):
        doubt = (
            f"{path.name} does not tell any more which segments belong to one block, so "
            f"{text_place} was left as it is. Run padanan translate, which knows that from the "
            "article."
        )
        return Following(content, None, page, doubt)
    try:
        text = EnglishText.look(text_place, compose(content.entries), content.english)
    except OutputError as error:
        return Following(content, None, page, error.message)
    return Following(replace(content, english=text.ours), text, page, text.doubt(path.name))


def _place(path: Path) -> Path:
    """The bilingual file as that beside which the English text and the page lie.

    Of a link to it, that can be the file or the link.
    """
    real = Path(os.path.realpath(path))
    if real == path.parent.resolve() / path.name:
        return path
    places = (real, path)
    return next((one for one in places if one.with_suffix(english.ENDING).exists()), real)


def _have_lines(entries: Sequence[Entry]) -> bool:
    """Whether each entry that is in the English text has its line; some tools leave them out."""
    return all(
        entry.line or (entry.state is State.SKIPPED and not entry.target) for entry in entries
    )
