"""Writing files so that nothing is ever lost or half-written."""

import contextlib
import os
import secrets
from pathlib import Path

from padanan.errors import OutputError


def write_atomic(path: Path, data: bytes) -> None:
    """Replace `path` by `data` in one step; a kill at any moment leaves the old file or the new.

    The data goes to a hidden temporary file in the same folder, is flushed to the disk, and takes
    the place of the old file by a rename; then the folder is flushed. The mode of a file that was
    there before is kept, and a symbolic link is followed rather than replaced.

    Raises:
        OutputError: The folder is missing or read-only, the disk is full, ...
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(6)}.tmp")
    try:
        try:
            mode = target.stat().st_mode & 0o777
        except FileNotFoundError:
            mode = None
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                if mode is not None:
                    temporary.chmod(mode)
                os.fsync(file.fileno())
            temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _flush_folder(target.parent)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror or error}).") from error


def _flush_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system can."""
    if os.name == "nt":  # Windows cannot open folders
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
