"""How one gets from a report to a segment: addresses for a browser, commands for a terminal."""

import os
import re
import shlex
from pathlib import Path
from urllib.parse import quote

_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no command that is to be read and copied can hold."""


def command(*words: str) -> str:
    """A command as one types it; empty where a name in it cannot be typed."""
    if any(_UNFIT.search(word) for word in words):
        return ""
    return shlex.join(["padanan", *words])


def typed(path: str) -> str:
    """A path as a command takes it: one that begins with a hyphen would be an option."""
    return f"./{path}" if path.startswith("-") else path


def review(desk: str, path: str = "", segment: str = "") -> str:
    """The command that opens the desk, one of its articles, or a segment.

    Args:
        desk: The folder of results, as it was named.
        path: The article's bilingual file, from that folder.
        segment: The segment in it.
    """
    words = [typed(str(Path(desk, path)) if path else desk)]
    return command("review", *words, *(("--segment", segment) if segment else ()))


def address(folder: str, path: str, segment: str = "") -> str:
    """The address of a file, for a page in some folder or other.

    Args:
        folder: The folder of results, from the page's own, with `/`; empty if it is the same.
        path: The file, from the folder of results, with `/`.
        segment: The segment in it that is meant.
    """
    parts = [folder, path] if folder else [path]
    # The colon of a name would be taken for that of a scheme.
    name = quote(os.fsencode("/".join(parts)), safe="/")
    return name + (f"#{quote(segment, safe='')}" if segment else "")
