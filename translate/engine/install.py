"""Installing packages where Argos Translate keeps its own, from its index or from a file."""

import contextlib
import copy
import json
import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padanan import settings
from padanan.errors import ModelError, OutputError
from padanan.files import flush_folder
from padanan.translate.engine import package
from padanan.translate.engine.archive import extract
from padanan.translate.engine.download import LinkError, Progress, fetch, read_all
from padanan.translate.engine.package import Metadata, OtherLanguagesError, Package, printable
from padanan.translate.engine.places import claim, release, workplace

INDEX_LIMIT = 16 << 20
"""Bytes of the longest index we read; the real one has about 60,000."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A package of the index that translates Indonesian to English.

    Attributes:
        name: What Argos Translate calls it: "translate-id_en".
        metadata: What the index says of it.
        links: Where it can be had.
        size: Bytes of its file, where the index says.
        sha256: Hex digest of its file, where the index says.
    """

    name: str
    metadata: Metadata
    links: tuple[str, ...]
    size: int | None
    sha256: str | None

    @property
    def folder_name(self) -> str:
        """The folder it installs as: "translate-id_en-1_9"."""
        return f"{self.name}-{re.sub(r'[^0-9A-Za-z]+', '_', self.metadata.version)}"


@dataclass(frozen=True, slots=True)
class Installation:
    """What came of installing.

    Attributes:
        package: The installed package.
        already: Whether it was there before, the same.
        replaced: Whether it took the place of a damaged or different one of the same name.
    """

    package: Package
    already: bool = False
    replaced: bool = False


def read_index(address: str | None = None) -> list[Offer]:
    """The packages from Indonesian to English in an index, the newest first.

    Args:
        address: The index's folder, as `ARGOS_PACKAGE_INDEX` gives it, or its index.json; by
            default the one Argos Translate uses.

    Raises:
        ModelError: It cannot be reached or is no index.
    """
    address = address or settings.argos_package_index()
    if not address.endswith(".json"):
        address = f"{address.rstrip('/')}/index.json"
    where = printable(address)
    offline = "or install from a file: padanan model install FILE"
    try:
        entries = json.loads(read_all(address, INDEX_LIMIT))
    except LinkError as error:
        raise ModelError(
            f"{where}: the index of packages {error}. Check the connection, name another index "
            f"with --index, {offline}"
        ) from error
    except (ValueError, RecursionError):
        entries = None
    if not isinstance(entries, list):
        raise ModelError(
            f"{where}: not an index of packages; name another one with --index, {offline}"
        )
    offers = [offer for entry in entries if (offer := _offer(entry)) is not None]
    return sorted(offers, key=lambda offer: offer.metadata.version_key, reverse=True)


def choose(offers: Sequence[Offer], name: str | None = None) -> Offer:
    """The newest of `offers`, or the newest called `name` (with or without its version).

    Raises:
        ModelError: There is none.
    """
    for offer in offers:
        known = (None, offer.name, offer.folder_name, offer.metadata.code, _pair(offer))
        if name in known:
            return offer
    there = ", ".join(offer.folder_name for offer in offers) or "none"
    wanted = f"package “{printable(name)}”" if name else "package"
    raise ModelError(
        f"The index has no {wanted} from Indonesian to English (there: {there}). Name one of "
        "those, or the path of an .argosmodel file."
    )


def install_offer(offer: Offer, on_progress: Progress | None = None) -> Installation:
    """Fetch a package of the index and install it.

    What is installed already, sound and of that version, is not fetched again; what an
    interrupted call has fetched is kept for the next one.

    Raises:
        ModelError: It cannot be fetched, or what came is no sound package.
        OutputError: It cannot be written.
    """
    there = settings.argos_packages_folder() / offer.folder_name
    with contextlib.suppress(ModelError):
        return Installation(package.read(there, "installed"), already=True)
    file = settings.cache_folder() / "downloads" / f"{offer.folder_name}.argosmodel"
    if not file.exists():
        fetch(offer.links, file, size=offer.size, sha256=offer.sha256, on_progress=on_progress)
    try:
        installation = install_file(file)
    except ModelError:
        file.unlink(missing_ok=True)  # the next call must not trip over it again
        raise
    file.unlink(missing_ok=True)
    return installation


def install_file(path: Path) -> Installation:
    """Install a package file.

    It is checked and unpacked beside the folder that Argos Translate lists, where an unfinished
    package would make the listing fail, and put in by one rename. A kill at any moment leaves
    that folder sound.

    Raises:
        ModelError: It is no sound package from Indonesian to English (see `archive.extract`).
        OutputError: It cannot be written.
    """
    root = Path(os.path.realpath(settings.argos_packages_folder()))
    with workplace(root.parent, f"{root.name}.padanan-") as temporary:
        folder = extract(path, temporary)
        fresh = package.read(folder)
        final = root / folder.name
        try:
            root.mkdir(parents=True, exist_ok=True)
            lock = claim(root)
        except BlockingIOError:
            raise ModelError(
                f"{root}: another padanan is installing a package; wait for it to end."
            ) from None
        except OSError as error:
            raise _unwritable(root, error) from error
        try:
            if _same(final, fresh):
                return Installation(package.read(final, "installed"), already=True)
            replaced = os.path.lexists(final)
            if replaced:
                final.rename(temporary / ".replaced")
            try:
                folder.rename(final)
            except OSError:
                if replaced:
                    (temporary / ".replaced").rename(final)
                raise
            flush_folder(root)
        except OSError as error:
            raise _unwritable(root, error) from error
        finally:
            release(lock)
    return Installation(package.read(final, "installed"), replaced=replaced)


def _same(final: Path, fresh: Package) -> bool:
    try:
        there = package.read(final)
        return there.size == fresh.size and there.fingerprint == fresh.fingerprint
    except (ModelError, OSError):
        return False


def _unwritable(root: Path, error: OSError) -> OutputError:
    return OutputError(
        f"{root}: packages cannot be installed there ({error.strerror or error}). It and the "
        "folder above it must be writable and on one file system; ARGOS_PACKAGES_DIR names "
        "another. A package file also works without being installed: --model FILE.argosmodel"
    )


def _offer(entry: Any) -> Offer | None:
    """An entry of the index, if it is a package for us; None for any other or malformed one."""
    if not isinstance(entry, dict):
        return None
    try:
        metadata = package.check_metadata(entry, "index.json")
        name = _argos_name(entry)
    except (OtherLanguagesError, TypeError, AttributeError):  # the last two from argostranslate
        return None
    links, size = entry.get("links"), entry.get("size")
    return Offer(
        name=name,
        metadata=metadata,
        links=tuple(str(link) for link in links) if isinstance(links, list) else (),
        size=size if type(size) is int and size > 0 else None,
        sha256=_sha256(entry),
    )


def _sha256(entry: Mapping[str, Any]) -> str | None:
    """A digest given as `sha256` or `checksum`, with or without "sha256:" before it."""
    for key in ("sha256", "checksum"):
        value = str(entry.get(key, "")).strip().lower().removeprefix("sha256:")
        if re.fullmatch(r"[0-9a-f]{64}", value):
            return value
    return None


def _pair(offer: Offer) -> str:
    return f"{offer.metadata.from_code}_{offer.metadata.to_code}"


def _argos_name(entry: Mapping[str, Any]) -> str:
    """The name argostranslate gives the package an index entry describes."""
    try:
        # Imported here because it makes folders in the user's home; and what it cannot read of
        # its settings it reports on stdout, which is not ours to write to.
        with contextlib.redirect_stdout(sys.stderr):
            from argostranslate.package import AvailablePackage, argospm_package_name
    except (OSError, ValueError, AssertionError) as error:
        raise ModelError(
            f"Argos Translate cannot start ({error}); check its settings.json and its ARGOS_ "
            "environment variables, or install from a file: padanan model install FILE"
        ) from error
    # It adds to the lists it is given, so it gets a copy.
    name: str = argospm_package_name(AvailablePackage(copy.deepcopy(entry)))
    return re.sub(r"[^0-9A-Za-z._-]+", "_", name).lstrip(".")
