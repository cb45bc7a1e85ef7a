"""The results of an article on the disk: what is there, and writing only what has changed."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from padanan.errors import OutputError
from padanan.files import read_file, write_atomic
from padanan.translate import bilingual, places
from padanan.translate.bilingual import Bilingual
from padanan.translate.collection import COLLECTIONS
from padanan.translate.inputs import Job
from padanan.translate.places import Url


@dataclass(frozen=True, slots=True)
class Seen:
    """A bilingual file as it was when it was looked at.

    Attributes:
        digest: Hash of its bytes; empty where there is none.
        bilingual: What it says; None where there is none.
    """

    digest: bytes = b""
    bilingual: Bilingual | None = None


def look(job: Job, seen: Seen | None = None) -> Seen:
    """The article's bilingual file so far.

    Args:
        job: The article and its places.
        seen: How it was; then it is read only if it is another by now.

    Raises:
        InputError: It is damaged or cannot be read.
        OutputError: It belongs to another article that is still there.
    """
    digest = bilingual.digest(job.bilingual)
    if seen is not None and digest == seen.digest:
        return seen
    previous = bilingual.load(job.bilingual) if digest else None
    if previous is not None and previous.article != relative(job):
        owner = article(job.bilingual, previous)
        if job.article or _is_there(owner):
            raise OutputError(
                f"{job.name}: its results would overwrite {job.bilingual}, which belongs to "
                f"{owner}. Rename one of the two articles, or choose another folder with -o."
            )
    return Seen(digest, previous)


def article(path: Path, content: Bilingual) -> Path:
    """Where the article of the bilingual file at `path` lies; behind a `#` its id in a file."""
    named = places.place(unquote(content.article, errors="surrogateescape"))
    if isinstance(named, Url):
        return named
    return Path(os.path.normpath(path.parent / named))


def _is_there(owner: Path) -> bool:
    """Whether an article is there; one at a URL is taken to be, as nobody is asked."""
    if isinstance(owner, Url) or owner.exists():
        return True
    file = _MEMBER.match(str(owner))
    return file is not None and Path(file[1]).exists()


_MEMBER = re.compile(rf"(.+?({'|'.join(map(re.escape, sorted(COLLECTIONS)))}))#.", re.I | re.S)
"""An article in a file of many."""


def relative(job: Job) -> str:
    """The article's path from its bilingual file, so that a desk can be moved as a whole; an id
    behind a `#` where it is one of many in a file."""
    if job.article:
        return job.article
    if isinstance(job.source, Path):
        file, member = job.source, ""
    else:
        file, member = job.source.place, f"#{job.source.member}" if job.source.member else ""
    return _UNFIT.sub(
        lambda m: "".join(f"%{byte:02X}" for byte in os.fsencode(m[0])),
        places.relative(file, job.bilingual.parent) + member,
    )


_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f%\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What may stand in a file's name but not in a bilingual file; written as in an address."""


def write_if_changed(path: Path, text: str) -> bool:
    """Write a text unless the file holds it already; whether it was written.

    Raises:
        OutputError: It cannot be written.
    """
    data = text.encode("utf-8")
    try:
        if read_file(path) == data:
            return False
    except OSError:
        pass  # not there, or write_atomic will say what is wrong
    write_atomic(path, data)
    return True
