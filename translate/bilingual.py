"""The bilingual file: one gettext PO per article, and the whole state of the work on it.

How an article is laid down (docs/bilingual-file.md tells it to translators):

- `msgctxt` is the segment's id, `msgid` the source, `msgstr` the target.
- The `fuzzy` flag marks a draft; a target without it is approved.
- Extracted comments (`#.`) hold what the machine knows, one `key: value` a line; translator
  comments (`# `) and unknown header fields belong to people and other tools and are carried
  along untouched.
- Furniture stands at its place with an empty target and a `skipped:` comment naming the rule.
- Approved targets whose source has gone from the article become obsolete entries (`#~`).
"""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import polib

from padanan import __version__
from padanan.errors import InputError
from padanan.files import read_file, write_atomic
from padanan.translate import po, po_reading
from padanan.translate.entry import CUTS, Entry, State, fingerprint
from padanan.translate.entry_po import from_po
from padanan.translate.po_writing import Laid, lay_down

__all__ = [
    "CUTS",
    "Bilingual",
    "Entry",
    "State",
    "below",
    "digest",
    "dumps",
    "fingerprint",
    "load",
    "loads",
    "save",
]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A bilingual file's content.

    Attributes:
        article: The source article, as a path from the bilingual file's folder (with `/`).
        sha256: Hex digest of the source's bytes.
        engine: Signature of the engine that made the latest drafts.
        recipe: The part of that signature whose change makes old machine drafts stale.
        english: `fingerprint`s of the English texts last written beside it, the latest last, parted
            by a space; empty when none was.
        entries: Segments and skipped lines in reading order.
        obsolete: Entries whose source has gone.
        headers: Header fields of other tools, kept as they are.
        credits: The comment above the header, where translators put their names.
        glossary: What tells the glossary from others whose terms are the ones in the entries'
            `made_from`; empty if that is not known. It is brought up to date when the file is
            written for another reason.
    """

    article: str
    sha256: str
    engine: str
    recipe: str
    english: str
    entries: tuple[Entry, ...]
    obsolete: tuple[Entry, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    credits: str = ""
    glossary: str = ""

    @property
    def last_translator(self) -> str:
        """Who edited the file last, as editors of PO files note it; empty where none has."""
        name = dict(self.headers).get("Last-Translator", "").strip()
        return "" if name.startswith("FULL NAME") else name


_OWN_HEADERS = {
    "X-Padanan-Article": "article",
    "X-Padanan-Sha256": "sha256",
    "X-Padanan-Engine": "engine",
    "X-Padanan-Recipe": "recipe",
    "X-Padanan-English": "english",
    "X-Padanan-Glossary": "glossary",
}
_FIXED_HEADERS = {
    "Language": "en",
    "X-Source-Language": "id",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
_INITIAL_HEADERS = {
    "Project-Id-Version": f"padanan {__version__}",
    # The conventional "not yet edited" value; editors put the date of the last edit there. No
    # clock of our own goes in: the same work gives the same file, byte for byte.
    "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
}


def save(path: Path, bilingual: Bilingual) -> None:
    """Write the bilingual file in one step.

    Raises:
        OutputError: It cannot be written.
    """
    write_atomic(path, dumps(bilingual).encode("utf-8"))


def dumps(bilingual: Bilingual) -> str:
    """The bilingual file as text."""
    file = polib.POFile(wrapwidth=po.WIDTH, check_for_duplicates=False)
    article = _BREAKS.sub(lambda found: quote(found[0]), bilingual.article)
    own = {key: getattr(bilingual, name) for key, name in _OWN_HEADERS.items()}
    own["X-Padanan-Article"] = article
    if not bilingual.glossary:
        del own["X-Padanan-Glossary"]
    file.metadata = _INITIAL_HEADERS | dict(bilingual.headers) | _FIXED_HEADERS | own
    # polib takes what begins so for places and flags, which are lost when they are read again.
    file.header = re.sub("^(?=[,:])", " ", bilingual.credits, flags=re.MULTILINE)
    texts = _LAID.texts(bilingual.entries, article)
    texts += [lay_down(entry, article, obsolete=True) for entry in bilingual.obsolete]
    return "\n".join([str(file), *texts, ""])


_LAID = Laid()

_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
"""What may stand in a file's name but in no line of ours; written as in an address."""


def below(folder: Path, on_error: Callable[[OSError], object] | None = None) -> Iterator[Path]:
    """The files in a folder and those in it that end like bilingual ones, sorted; hidden files and
    folders are passed over.

    Args:
        folder: The folder, which need not be there.
        on_error: Called with why a folder cannot be read; without it, that folder is passed over.
    """
    for root, folders, names in os.walk(folder, onerror=on_error):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(".po") and not name.startswith("."):
                yield Path(root, name)


def digest(path: Path) -> bytes:
    """Hash of the bytes of a bilingual file; empty where there is none.

    Raises:
        InputError: It cannot be read.
    """
    try:
        return sha256(read_file(path)).digest()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error


def load(path: Path) -> Bilingual | None:
    """Read a bilingual file; None when there is none.

    Raises:
        InputError: The file is damaged, or is a PO file padanan did not make.
    """
    try:
        text = read_file(path).decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: this bilingual file is not UTF-8 (byte {error.start}). Save it as UTF-8, "
            "or move it and its English text away to start afresh."
        ) from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error
    try:
        return loads(text)
    except (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError) as error:
        # polib reports a syntax error as OSError and trips over stranger damage in other ways.
        raise InputError(
            f"{path}: this bilingual file is damaged ({error}). It was left as it is; mend it, "
            "or move it and its English text away to start afresh."
        ) from error


def loads(text: str) -> Bilingual:
    """Read a bilingual file from its text.

    Raises:
        ValueError: It is not PO, or not one of padanan's.
        OSError: It is not PO, as polib says it.
    """
    file, entries, obsolete = po_reading.read(text) or _read(text)
    if "X-Padanan-Article" not in file.metadata:
        raise ValueError("its header has no X-Padanan-Article, so padanan did not make it")
    for key in file.metadata:
        if not key.isascii():  # polib cannot write them all
            raise ValueError(f"its header has a field called {key}, which is no name of one")
    known = _OWN_HEADERS.keys() | _FIXED_HEADERS.keys()
    return Bilingual(
        **{name: file.metadata.get(key, "") for key, name in _OWN_HEADERS.items()},
        entries=tuple(entries),
        obsolete=tuple(obsolete),
        headers=tuple((k, v) for k, v in file.metadata.items() if k not in known),
        credits=file.header,
    )


def _read(text: str) -> tuple[polib.POFile, list[Entry], list[Entry]]:
    """Read a bilingual file of any shape: the file, its entries and its obsolete ones."""
    file = po.parse(text)
    seen: set[str] = set()
    entries: list[Entry] = []
    obsolete: list[Entry] = []
    for po_entry in file:
        entry = from_po(po_entry)
        if po_entry.obsolete:
            obsolete.append(entry)
            continue
        if entry.id in seen:
            raise ValueError(f"line {po_entry.linenum}: the segment id {entry.id} stands twice")
        seen.add(entry.id)
        entries.append(entry)
    return file, entries, obsolete
