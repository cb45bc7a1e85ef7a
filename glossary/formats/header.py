"""What the columns of a table of another tool are called (CSV, workbooks)."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from padanan.errors import InputError
from padanan.glossary.formats.languages import language
from padanan.glossary.problem import shown


class Role(Enum):
    """What a column holds."""

    TERM = auto()
    RENDERING = auto()
    AVOIDED = auto()
    STATUS = auto()
    KEY = auto()
    POS = auto()
    DOMAIN = auto()
    FLAGS = auto()
    NOTE = auto()
    CONTEXT = auto()
    """Weblate's context: the domain where there is no column for it."""
    LOCATION = auto()
    MEMOQ_INFO = auto()
    """memoQ's settings of the term in the column before."""
    FUZZY = auto()
    """Weblate's mark of a translation that needs work."""
    OTHER = auto()


_ROLES = {
    # Weblate and translate-toolkit (docs.weblate.org, "CSV files"). Its column “ID” is passed over.
    "source": Role.TERM,
    "original": Role.TERM,
    "untranslated": Role.TERM,
    "target": Role.RENDERING,
    "translation": Role.RENDERING,
    "translated": Role.RENDERING,
    "context": Role.CONTEXT,
    "location": Role.LOCATION,
    "fuzzy": Role.FUZZY,
    "translator_comments": Role.NOTE,
    "developer_comments": Role.NOTE,
    # Ours.
    "avoid": Role.AVOIDED,
    "status": Role.STATUS,
    "concept": Role.KEY,
    "pos": Role.POS,
    "domain": Role.DOMAIN,
    "flags": Role.FLAGS,
    "note": Role.NOTE,
    # In use.
    "source_term": Role.TERM,
    "target_term": Role.RENDERING,
    "forbidden": Role.AVOIDED,
    "part_of_speech": Role.POS,
    "subject": Role.DOMAIN,
    "subject_field": Role.DOMAIN,
    "notes": Role.NOTE,
    "comment": Role.NOTE,
    "comments": Role.NOTE,
    "definition": Role.NOTE,
    "description": Role.NOTE,
    "explanation": Role.NOTE,
    "istilah": Role.TERM,
    "padanan": Role.RENDERING,
    "sumber": Role.TERM,
    "sasaran": Role.RENDERING,
    "istilah_sumber": Role.TERM,
    "istilah_sasaran": Role.RENDERING,
    "istilah_indonesia": Role.TERM,
    "istilah_inggris": Role.RENDERING,
    "istilah_asing": Role.RENDERING,
    "padanan_indonesia": Role.TERM,
    "padanan_inggris": Role.RENDERING,
    "kelas_kata": Role.POS,
    "bidang": Role.DOMAIN,
    "catatan": Role.NOTE,
    "keterangan": Role.NOTE,
    # memoQ (docs.memoq.com, "Term base in CSV format").
    "entry_subject": Role.DOMAIN,
    "entry_note": Role.NOTE,
    "term_info": Role.MEMOQ_INFO,
    "term_example": Role.OTHER,
}

_EITHER = {
    "istilah": (Role.TERM, Role.RENDERING),
    "padanan": (Role.RENDERING, Role.TERM),
}
"""Names of a column (“term”, “equivalent”) that may be of either language: beside a column of the
language they mostly mean they mean the other, as in “Inggris; Padanan”."""

_WEBLATE = (
    Role.LOCATION,
    Role.TERM,
    Role.RENDERING,
    Role.OTHER,
    Role.FUZZY,
    Role.CONTEXT,
    Role.NOTE,
    Role.NOTE,
)
"""Weblate's columns in files without a header."""

PLAIN = (Role.TERM, Role.RENDERING, Role.NOTE)
"""The columns of other files without a header, as OmegaT has them."""


def roles(header: Sequence[str]) -> tuple[Role, ...] | None:
    """What the columns under a header hold.

    Returns:
        A role for each column, or None if the row does not look like a header.

    Raises:
        InputError: It is a header, but has no column for one of the two languages.
    """
    names = [re.sub(r"[\W_]+", "_", cell.strip().casefold()).strip("_") for cell in header]
    named = [_ROLES.get(name) for name in names]
    # In Weblate's files “id” is an identifier.
    by_name = Role.TERM in named and Role.RENDERING in named
    found: list[Role] = []
    for cell, role in zip(header, named, strict=True):
        code = None if by_name or role else language(cell)
        if code is not None and not cell.strip().casefold().endswith("_def"):
            role = Role.TERM if code == "id" else Role.RENDERING
        found.append(role or Role.OTHER)
    for index, name in enumerate(names):
        if name not in _EITHER:
            continue
        usual, other = _EITHER[name]
        if found.count(usual) > 1 and other not in found:
            found[index] = other
    if Role.TERM in found and Role.RENDERING in found:
        return tuple(found)
    if Role.TERM not in found and Role.RENDERING not in found:
        return None
    # One word may stand in a row of terms by chance (“source”, “Indonesia”).
    if len({*found} - {Role.OTHER}) < 2 and not any(map(_other_language, header)):
        return None
    missing = "an English" if Role.TERM in found else "an Indonesian"
    raise InputError(
        f"has no column for {missing} term. Its header reads {shown(', '.join(header))}; name the "
        "columns id and en, or source and target."
    )


def _other_language(cell: str) -> bool:
    """Whether a cell names a language that is neither Indonesian nor English."""
    from babel import Locale

    names = Locale("en").languages
    name = re.split(r"[_(-]", cell.strip().casefold())[0].strip()
    known = name in names or name in {known.casefold() for known in names.values()}
    return known and language(cell) is None


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row names columns of both languages."""
    try:
        return roles(cells) is not None
    except InputError:
        return False


def default_roles(width: int) -> tuple[Role, ...]:
    """What the columns of a table without a header hold, given how many there are."""
    return _WEBLATE if width == len(_WEBLATE) else PLAIN
