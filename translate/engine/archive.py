"""Package files (`.argosmodel`): checked from end to end before anything of them is used.

An Argos package file is a zip archive with one folder at its top. Files like it come from the
network and from strangers, so nothing in one is trusted: no path that leads outside, no link, no
entry that unpacks to more than a model could need.
"""

import contextlib
import hashlib
import os
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from padanan import settings
from padanan.errors import ModelError, OutputError
from padanan.files import flush_folder
from padanan.translate.engine import package
from padanan.translate.engine.package import METADATA_LIMIT, Package, printable
from padanan.translate.engine.places import workplace

ENTRIES = 2_000
"""Most files in a package; the largest real ones, with sentence splitters, have about 50."""

TOTAL = 2 << 30
"""Most bytes a package may unpack to: 2 GiB. Real ones have 50 to 500 MB."""

RATIO = 100
"""Most times a package larger than 16 MiB may grow; the weights of a model hardly shrink."""

_SHOWN = 200
"""Characters of a file's name that a message shows; a damaged one may be as long as 65,535."""

_SMALL = 16 << 20
_CHUNK = 1 << 20

# Characters and names that some file system we run on refuses or gives a meaning of its own.
_FORBIDDEN = frozenset('\\:*?"<>|')


def check(archive: zipfile.ZipFile, where: str) -> str:
    """Check all that can be known of a package file without unpacking it.

    Args:
        archive: The open file.
        where: What messages call it.

    Returns:
        The name of the folder at its top.

    Raises:
        ModelError: It is no package, not one for Indonesian to English, incomplete, or unsafe.
    """
    entries = archive.infolist()
    if len(entries) > ENTRIES:
        raise ModelError(
            f"{where}: holds {len(entries)} files, more than the {ENTRIES} a package may have; "
            "it was not unpacked."
        )
    for entry in entries:
        _check_entry(entry, where)
    _check_distinct([entry.filename for entry in entries], where)
    tops = sorted({PurePosixPath(entry.filename).parts[0] for entry in entries})
    if len(tops) != 1:
        raise ModelError(
            f"{where}: holds {len(tops)} folders or files at its top where a package has one "
            "folder; it was not unpacked."
        )
    top = tops[0]
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if total > TOTAL or (total > _SMALL and total > RATIO * max(1, packed)):
        raise ModelError(
            f"{where}: would unpack from {packed:,} to {total:,} bytes, which no model does; "
            "it was not unpacked."
        )
    sizes = {
        entry.filename.removeprefix(f"{top}/"): entry.file_size
        for entry in entries
        if not entry.is_dir()
    }
    if "metadata.json" not in sizes:
        raise ModelError(f"{where}: not an Argos package, for it has no metadata.json.")
    with archive.open(f"{top}/metadata.json") as file:
        package.parse_metadata(file.read(METADATA_LIMIT + 1), f"{where}/metadata.json")
    package.check_contents(sizes, where)
    return top


def _check_distinct(names: Sequence[str], where: str) -> None:
    """Refuse names that would overwrite each other, also where upper and lower case are one."""
    seen: set[str] = set()
    files = {name.casefold() for name in names if not name.endswith("/")}
    for name in names:
        folded = name.rstrip("/").casefold()
        above = {parent.as_posix() for parent in PurePosixPath(folded).parents}
        if folded in seen or above & files:
            raise ModelError(f"{where}: holds “{name}” twice; it was not unpacked.")
        seen.add(folded)


def _check_entry(entry: zipfile.ZipInfo, where: str) -> None:
    """Refuse an entry that could end up anywhere but below the top folder, or is no plain file."""
    name = entry.filename
    parts = name.rstrip("/").split("/")
    if (
        not name.strip("/")
        or name.startswith("/")
        or any(part in ("", ".", "..") or part != part.rstrip(" .") for part in parts)
        or any(character in _FORBIDDEN for character in name)
        or printable(name) != name
        or entry.orig_filename != entry.filename
    ):
        raise ModelError(
            f"{where}: holds a file named “{printable(entry.orig_filename[:_SHOWN])}”, which could "
            "lead outside the package; it was not unpacked."
        )
    if name.startswith("."):
        raise ModelError(f"{where}: its folder “{name}” is a hidden one; it was not unpacked.")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise ModelError(
            f"{where}: “{name}” is a link or a device, not a file; it was not unpacked."
        )
    if entry.flag_bits & 0x1:
        raise ModelError(f"{where}: “{name}” is encrypted; packages are not.")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ModelError(
            f"{where}: “{name}” is packed by method {entry.compress_type}, which packages do not "
            "use; fetch the file again."
        )


def extract(path: Path, into: Path) -> Path:
    """Check a package file and unpack it.

    Args:
        path: The file.
        into: An empty folder of ours.

    Returns:
        The package's folder in `into`, flushed to the disk.

    Raises:
        ModelError: It cannot be read, or is damaged, unsafe, incomplete or for other languages.
        OutputError: It cannot be written there (a full disk, ...).
    """
    where = printable(str(path))
    with _opened(path, where) as archive:
        top = check(archive, where)
        for entry in archive.infolist():
            target = into / PurePosixPath(entry.filename)
            try:
                if entry.is_dir():
                    target.mkdir(parents=True, exist_ok=True)
                else:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    _extract_file(archive, entry, target, where)
            except OSError as error:
                raise OutputError(
                    f"{where}: cannot be unpacked to {into} ({error.strerror or error})."
                ) from error
    for folder in [into / top, *(p for p in (into / top).rglob("*") if p.is_dir())]:
        flush_folder(folder)
    return into / top


def _extract_file(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, where: str
) -> None:
    written = 0
    with archive.open(entry) as source, target.open("xb") as file:
        while chunk := source.read(_CHUNK):
            written += len(chunk)
            if written > entry.file_size:
                raise ModelError(
                    f"{where}: “{entry.filename}” is larger than the archive says; it is damaged "
                    "or was made to mislead, and was not unpacked."
                )
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if written != entry.file_size:
        raise ModelError(f"{where}: “{entry.filename}” is cut short; fetch the file again.")


@contextmanager
def _opened(path: Path, where: str) -> Iterator[zipfile.ZipFile]:
    """`path` as a zip archive; whatever is wrong with it comes out as a `ModelError`."""
    try:
        with path.open("rb") as file:
            if file.read(4) != b"PK\x03\x04":
                raise ModelError(
                    f"{where}: not a package file (a zip archive, named .argosmodel); "
                    "check that it is the right file."
                )
            with zipfile.ZipFile(file) as archive:
                yield archive
    except FileNotFoundError:
        raise ModelError(f"{where}: there is no such file; check the path.") from None
    except (zipfile.BadZipFile, EOFError, zlib.error, ValueError, NotImplementedError) as error:
        raise ModelError(
            f"{where}: the package file is damaged or cut short ({printable(str(error))}); "
            "fetch it again."
        ) from error
    except OSError as error:
        raise ModelError(f"{where}: cannot be read ({error.strerror or error}).") from error


def unpacked(path: Path) -> Package:
    """The package in a file, unpacked into the cache the first time it is asked for.

    Raises:
        ModelError: As `extract`.
        OutputError: The cache cannot be written.
    """
    where = printable(str(path))
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        raise ModelError(f"{where}: there is no such file; check the path.") from None
    except OSError as error:
        raise ModelError(f"{where}: cannot be read ({error.strerror or error}).") from error
    root = settings.cache_folder() / "packages"
    kept = root / digest[:32]
    with contextlib.suppress(ModelError, OSError):
        # Written by one rename, so it is whole unless somebody tidied in it since.
        (folder,) = kept.iterdir()
        return package.read(folder)
    with workplace(root, ".unpacking-") as temporary:
        folder = extract(path, temporary)
        name = folder.name
        try:
            shutil.rmtree(kept, ignore_errors=True)
            temporary.rename(kept)
        except OSError as error:
            with contextlib.suppress(ModelError):
                return package.read(kept / name)  # another process was first
            raise OutputError(f"{kept}: cannot be written ({error.strerror or error}).") from error
        flush_folder(root)
    return package.read(kept / name)
