"""The ids of articles in a collection: each is the path of its results, so not all will do."""

import re

_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_LONGEST = 200
"""Bytes that a part of an id may have: names of files have 255 at most, endings included."""
_MOST = 1_000
"""Bytes that an id may have."""
_SHOWN = 60


def amiss(id_: object) -> str:
    """Why an id cannot name an article's results, as the end of a sentence; empty if it can.

    Args:
        id_: What stands in the place of the id.
    """
    if id_ is None or id_ == "":
        return "it has no id. Give each article an id, such as 2022/01/rapat"
    if not isinstance(id_, str):
        return f"its id {shown(id_)} is no text"
    if _UNFIT.search(id_):
        return f"the id {shown(id_)} has control characters in it"
    if id_.startswith(("/", "\\")) or re.match(r"[A-Za-z]:[\\/]", id_):
        return f"the id {shown(id_)} is an absolute path, and would lead out of the results folder"
    if "\\" in id_:
        return f"the id {shown(id_)} has a \\ in it; part folders with /"
    parts = id_.split("/")
    if ".." in parts:
        return f"the id {shown(id_)} has .. in it, and would lead out of the results folder"
    if any(part.startswith(".") or part != part.strip() or not part for part in parts):
        return (
            f"the id {shown(id_)} has a part that is empty, begins with a dot, or has blanks at "
            "its ends"
        )
    if len(id_.encode()) > _MOST or any(len(part.encode()) > _LONGEST for part in parts):
        return f"the id {shown(id_)} is longer than the name of a file can be"
    return ""


def text_of(id_: object) -> object:
    """An id as text, where it is a whole number; anything else as it is."""
    return str(id_) if isinstance(id_, int) and not isinstance(id_, bool) else id_


def shown(id_: object) -> str:
    """An id as a message shows it."""
    text = id_ if isinstance(id_, str) else repr(id_)
    text = _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)
    return f"“{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}”"
