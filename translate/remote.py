"""Which articles a URL stands for: a file, a folder, or a pattern with `*` in it."""

import posixpath
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from padanan.errors import InputError
from padanan.translate import english, page, places
from padanan.translate.places import Url
from padanan.translate.read import SUFFIXES
from padanan.translate.source import Remote


def articles(url: Url, out: Path) -> Iterator[tuple[Remote, PurePosixPath] | InputError]:
    """Each article at a URL, with its path relative to the results.

    A folder gives every file below it whose suffix padanan reads, in sorted order; hidden ones, the
    folder of results and results of earlier runs are passed over. One whose name would lead its
    results elsewhere gives an error.

    Raises:
        InputError: There is none, or nothing can be read there.
    """
    if places.suffix(url) in SUFFIXES:
        yield Remote(url), PurePosixPath(url.name.partition("?")[0])
        return
    with places.telling(str(url)):
        system, top = places.filesystem(url)
        top = top.rstrip("/")
        found = sorted(map(str, system.find(top)), key=lambda name: name.split("/"))
    names = {name[len(top) + 1 :] for name in found if name.startswith(f"{top}/")}
    avoid = None
    if isinstance(out, Url) and out.root_url == url.root_url and out != url:
        avoid = posixpath.relpath(out.below, url.below)
    some = False
    for name in (name[len(top) + 1 :] for name in found if name.startswith(f"{top}/")):
        path = PurePosixPath(name)
        if path.suffix.lower() not in SUFFIXES or any(part.startswith(".") for part in path.parts):
            continue
        if (avoid is not None and path.is_relative_to(avoid)) or _is_result(name, names):
            continue
        some = True
        if path.is_absolute():  # a key may have // in it: news//etc/a.txt
            yield InputError(f"{url}/{name}: has an empty part in its name; give it another.")
            continue
        yield Remote(url.joinpath(*path.parts)), path
    if not some:
        *most, last = sorted(SUFFIXES)
        raise InputError(
            f"{url}: no articles in this folder. padanan looks for files ending in "
            f"{', '.join(most)} or {last}; files with many articles (.jsonl, .parquet) are named "
            "one by one."
        )


def _is_result(name: str, names: set[str]) -> bool:
    for ending in (english.ENDING, page.ENDING):
        if name.endswith(ending):
            stem = name.removesuffix(ending)
            return any(stem + suffix in names for suffix in (".po", *SUFFIXES))
    return False
