"""What tells a page of a report from an article, for both end in `.html`."""

from pathlib import Path

NAME = "report.html"
"""The page's name in the folder of results, unless another is asked for."""

MARK = '<!DOCTYPE html>\n<html lang="en" data-padanan="report">'
"""How every page begins."""


def is_report(path: Path) -> bool:
    """Whether a file is the page of a report, wherever it lies and whatever its name is."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return False
        with path.open("rb") as file:
            return file.read(len(MARK)) == MARK.encode()
    except OSError:
        return False
