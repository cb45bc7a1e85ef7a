"""What people have approved in the bilingual files of a run, learned before it begins.

A memory that learned article by article would have other hits for the first than for the last, and
on many machines nobody knows which those are.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from padanan.errors import PadananError
from padanan.files import read_file
from padanan.translate import bilingual, places
from padanan.translate.places import Url
from padanan.translate.recall import Recall, approved

_APPROVED = re.compile(
    rb"^(?!.*^\#~)(?=.*^msgctxt )(?!.*^\#,[^\n]*\bfuzzy\b)(?!.*^msgstr \"\"\s*\Z)", re.M | re.S
)
"""An entry that may be approved: it is no draft, has not gone, and is not empty."""


def learn_all(results: Path, memory: Recall | None) -> None:
    """Store in the memory what is approved in the bilingual files of a folder of results.

    A file that cannot be read is passed over: the run tells of it when it comes to it.

    Args:
        results: The folder, which need not be there.
        memory: The memory; None where it is not to be used.
    """
    if memory is None:
        return
    for path in _files(results):
        data = _data(path)
        if data is None or not _may_be_approved(data):
            continue
        try:
            content = bilingual.loads(data.decode("utf-8-sig"))
        except (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError):
            continue
        memory.learn(approved(content, content.entries))


def _files(results: Path) -> Iterator[Path]:
    """The bilingual files in a folder, in order; hidden ones are passed over."""
    if isinstance(results, Url):
        with suppress(PadananError):  # nothing is there yet
            yield from [url for url in places.below(results) if url.suffix == ".po"]
        return
    yield from bilingual.below(results)


def _data(path: Path) -> bytes | None:
    try:
        return places.read_if_there(path) if isinstance(path, Url) else read_file(path)
    except (OSError, PadananError):
        return None


def _may_be_approved(data: bytes) -> bool:
    """Whether there may be an approved entry in a file, told without reading it as what it is."""
    blocks = data.replace(b"\r\n", b"\n").split(b"\n\n")
    return any(_APPROVED.match(block) for block in blocks)
