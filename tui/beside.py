"""Hidden files of the desk beside a bilingual file."""

import os
from pathlib import Path

from padanan.translate.bilingual import fingerprint

_LONGEST = 255
"""Bytes that a file's name may have."""


def beside(path: Path, kind: str) -> Path:
    """The hidden file of a kind that goes with a bilingual file, by whatever name that is opened.

    Args:
        path: The bilingual file.
        kind: How the hidden one's name ends.
    """
    real = Path(os.path.realpath(path))
    name = f".{real.name}.{kind}"
    if len(os.fsencode(name)) > _LONGEST:
        name = f".{fingerprint(real.name)}.{kind}"
    return real.with_name(name)
