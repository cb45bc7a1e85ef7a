"""The catalogues of the interface, made anew by Babel from the messages in the code.

    PYTHONPATH=tests uv run python tests/catalogues.py        # after changing messages
    PYTHONPATH=tests uv run python tests/catalogues.py jv     # begins a catalogue in Javanese

What has no translation yet is to be translated in the .po by hand, in any editor; run the first
line again after that, for the .mo beside it.
"""

import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from padanan.language import DOMAIN, FOLDER
from running import ROOT

KEYWORDS = ("_", "gettext", "marked", "ngettext:1,2")
"""The functions whose arguments are messages."""

PLACES = ("padanan/language.py", "translate/export/__init__.py", "tui")
"""Where messages are, from the root of the project."""

COMMENT = "Translators:"
"""What a comment above a message begins with that is meant for its translators."""


def extract(template: Path) -> None:
    """Write the messages of the code to a template (.pot)."""
    _pybabel(
        "extract",
        "--no-default-keywords",
        *(f"--keyword={keyword}" for keyword in KEYWORDS),
        f"--add-comments={COMMENT}",
        # Line numbers would change with every line of code.
        "--add-location=file",
        "--project=padanan",
        "--copyright-holder=The padanan developers",
        f"--output-file={template}",
        *PLACES,
    )


def compile_(source: Path, result: Path) -> None:
    """Write the binary form (.mo) of a catalogue (.po)."""
    _pybabel("compile", f"--input-file={source}", f"--output-file={result}")


def catalogue(path: Path, language: str | None = None) -> Catalog:
    """A catalogue or a template."""
    with path.open("rb") as file:
        return read_po(file, language, abort_invalid=True)


def languages() -> dict[str, Path]:
    """The languages there are catalogues of, and each catalogue's source (.po)."""
    return {path.parents[1].name: path for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po")}


def make(new: str | None = None) -> None:
    """Bring every catalogue up to date with the code, and begin a new one if that is wanted."""
    with TemporaryDirectory() as folder:
        template = Path(folder, f"{DOMAIN}.pot")
        extract(template)
        place = (f"--domain={DOMAIN}", f"--input-file={template}", f"--output-dir={FOLDER}")
        if new is not None:
            _pybabel("init", *place, f"--locale={new}")
        # No clock goes in: the same messages give the same file.
        options = ("--ignore-obsolete", "--no-fuzzy-matching", "--ignore-pot-creation-date")
        _pybabel("update", *place, *options)
    for path in languages().values():
        compile_(path, path.with_suffix(".mo"))


def _pybabel(*arguments: str) -> None:
    with chdir(ROOT):
        CommandLineInterface().run(["pybabel", "--quiet", *arguments])


if __name__ == "__main__":
    make(*sys.argv[1:])
