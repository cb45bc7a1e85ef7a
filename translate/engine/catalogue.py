"""Which packages there are: the embedded one, those installed, and those the user names."""

import os
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from padanan import settings
from padanan.errors import ModelError
from padanan.translate.engine.package import OtherLanguagesError, Package, printable, read

EMBEDDED = "embedded"
NEWEST_INSTALLED = "argos"
VARIABLE = "PADANAN_MODEL"
"""The environment variable that names the package to use where no `--model` is given."""

SUFFIX = ".argosmodel"


@dataclass(frozen=True, slots=True)
class Damaged:
    """A folder among the installed packages that is none.

    Attributes:
        folder: Where it lies.
        reason: What is wrong with it and what to do, as a sentence.
    """

    folder: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Installed:
    """What lies in the folder Argos Translate keeps its packages in.

    Attributes:
        packages: Those that translate Indonesian to English, the newest version first.
        damaged: Folders that are no sound package, by name; they also make Argos Translate's own
            listing fail.
    """

    packages: tuple[Package, ...]
    damaged: tuple[Damaged, ...]


def embedded() -> Package:
    """The package that is part of padanan.

    Raises:
        ModelError: It is not there or damaged: the installation is incomplete.
    """
    folder = files("padanan.translate.engine") / "embedded"
    found = sorted(folder.glob("translate-id_en-*")) if isinstance(folder, Path) else []
    if not found:
        raise ModelError(
            f"{folder}: the embedded model is missing, so this installation of padanan is "
            f"incomplete; reinstall it, or name another model with --model or {VARIABLE}."
        )
    return max((read(path, "embedded") for path in found), key=lambda p: p.metadata.version_key)


def installed() -> Installed:
    """The packages in Argos Translate's folder; whatever lies there, this does not fail.

    Sound packages for other languages are passed over.
    """
    packages: list[Package] = []
    damaged: list[Damaged] = []
    root = settings.argos_packages_folder()
    try:
        folders = sorted(path for path in root.iterdir() if path.is_dir())
    except (FileNotFoundError, NotADirectoryError):
        folders = []
    except OSError as error:
        damaged.append(Damaged(root, f"{root}: cannot be read ({error.strerror or error})."))
        folders = []
    for folder in folders:
        try:
            packages.append(read(folder, "installed"))
        except OtherLanguagesError:
            continue
        except ModelError as error:
            damaged.append(Damaged(folder, error.message))
    packages.sort(key=lambda package: package.metadata.version_key, reverse=True)
    return Installed(tuple(packages), tuple(damaged))


def find(spec: str | None = None) -> Package:
    """The package that `--model` names.

    Args:
        spec: "embedded"; "argos", the newest one installed; the folder name or the code of one
            that is installed; the path of a package's folder or of an `.argosmodel` file, which
            is unpacked into the cache once. None or "" means what `PADANAN_MODEL` says, and the
            embedded package where that is unset.

    Raises:
        ModelError: There is no such package, or it cannot be used.
    """
    spec = spec or os.environ.get(VARIABLE) or EMBEDDED
    if spec == EMBEDDED:
        return embedded()
    # os.path's functions take a user there is not, or a name too long for a file, as they are;
    # pathlib's raise.
    path = Path(os.path.expanduser(spec))  # noqa: PTH111
    if os.path.isfile(path) or path.suffix == SUFFIX:  # noqa: PTH113
        from padanan.translate.engine import archive

        return archive.unpacked(path)
    if spec != NEWEST_INSTALLED and (path.name != spec or spec in (".", "..")):
        return read(path)  # it has a folder in it, so it cannot be a name
    return _named(spec, path)


def _named(spec: str, path: Path) -> Package:
    """An installed package by name, or the folder of that name in the working folder."""
    here = installed()
    for package in here.packages:  # the newest first
        names = (NEWEST_INSTALLED, package.folder.name, package.name, package.code)
        if spec in names:
            return package
    for damage in here.damaged:
        if damage.folder.name == spec:
            raise ModelError(damage.reason)
    if spec != NEWEST_INSTALLED and os.path.isdir(path):  # noqa: PTH112 - see `find`
        return read(path)
    known = ", ".join(package.folder.name for package in here.packages) or "none"
    wanted = (
        "No package from Indonesian to English is installed"
        if spec == NEWEST_INSTALLED
        else f"There is no model “{printable(spec)}”"
    )
    raise ModelError(
        f"{wanted} (in {settings.argos_packages_folder()}: {known}); use “{EMBEDDED}”, or give "
        f"the path of a package's folder or {SUFFIX} file, or fetch a package with: "
        "padanan model install"
    )
