"""Replacing a file by one too large to be held in memory."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from padanan.errors import OutputError
from padanan.files import flush_folder


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of `path` when all is written.

    As `padanan.files.write_atomic`, whose temporary files it shares: a kill at any moment, or an
    error, leaves the old file.

    Raises:
        OutputError: The folder is missing or read-only, the disk is full, ...
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".padanan-{secrets.token_hex(6)}.tmp")
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else None
        try:
            with temporary.open("xb") as file:
                yield file
                file.flush()
                if mode is not None:
                    temporary.chmod(mode)
                os.fsync(file.fileno())
            temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        flush_folder(target.parent)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror or error}).") from error
