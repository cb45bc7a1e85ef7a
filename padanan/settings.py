"""Where things lie and what the environment asks for. Imports nothing of ours, opens nothing."""

import os
from pathlib import Path

SOURCE_LANGUAGE = "id"
TARGET_LANGUAGE = "en"

ARGOS_PACKAGE_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"
"""Where Argos Translate publishes its list of packages (argostranslate.settings)."""


def _folder(variable: str, *default: str) -> Path:
    """The XDG base folder named by `variable`, or its default below the home folder.

    The XDG base directory specification tells programs to ignore relative values.
    """
    value = os.environ.get(variable, "")
    if value and Path(value).is_absolute():
        return Path(value)
    return Path.home().joinpath(*default)


def argos_packages_folder() -> Path:
    """The folder argostranslate keeps its installed packages in (it may not exist yet)."""
    named = os.environ.get("ARGOS_PACKAGES_DIR")
    if named:
        return Path(named)
    return _folder("XDG_DATA_HOME", ".local", "share") / "argos-translate" / "packages"


def argos_package_index() -> str:
    """The address of the package index, with a slash at its end."""
    return os.environ.get("ARGOS_PACKAGE_INDEX", ARGOS_PACKAGE_INDEX).rstrip("/") + "/"


def cache_folder() -> Path:
    """Where padanan keeps what it can fetch again (it may not exist yet)."""
    return _folder("XDG_CACHE_HOME", ".cache") / "padanan"


def state_folder() -> Path | None:
    """Where padanan keeps what a person would not miss, such as where they were in each article.

    As the XDG base directory specification says, or Windows does. It may not exist yet; None for an
    account without a home.
    """
    try:
        if os.name == "nt" and (named := os.environ.get("LOCALAPPDATA", "")):
            return Path(named) / "padanan"
        return _folder("XDG_STATE_HOME", ".local", "state") / "padanan"
    except RuntimeError:
        return None
