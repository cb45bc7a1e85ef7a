"""The settings of a desk: `padanan.toml`, for what its commands are not told on the command line.

A desk is the folder of results (`out/` unless another is named). Its settings lie in it, in a
folder above it, or in the current folder; docs/desk.md tells them to translators.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn, Self

from padanan.address import Place, place
from padanan.errors import InputError

FILE = "padanan.toml"
"""The name of the file of settings."""

MEMORY = "memory.sqlite"
"""The name of the desk's translation memory where the settings name no other."""

THEMES = ("dark", "light", "dark-contrast", "light-contrast")
"""The colours of the desk."""

LANGUAGES = ("en", "id")
"""The languages of the desk's interface."""

BEAMS = range(1, 33)
"""The beams a model can be asked for."""

KEYS = ("glossary", "memory", "model", "beam", "theme", "language", "checks", "keys")
"""What a file of settings may say, at its top level."""


@dataclass(frozen=True, slots=True)
class Desk:
    """How one desk is set up.

    Attributes:
        file: Where that is written, None where nothing is and all are defaults.
        glossary: The glossary; None is `terms.tsv` in the current folder, else the one that comes
            with padanan.
        memory: The translation memory, a file or an address; it may not exist yet.
        model: The model to draft with, as `--model` takes it; None is the default.
        beam: How many candidates the model weighs; None is the default.
        theme: The colours of the desk: "dark", "light" ...; None is what was used last.
        language: The language of the desk's interface; None is the environment's.
        checks: The table `[checks]` as it stands, which the checks read.
        keys: The table `[keys]` as it stands, which the desk reads.
    """

    memory: Place
    file: Path | None = None
    glossary: Path | None = None
    model: str | None = None
    beam: int | None = None
    theme: str | None = None
    language: str | None = None
    checks: Mapping[str, Any] = field(default_factory=dict)
    keys: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def find(cls, results: Path) -> Self:
        """The settings of the desk whose results lie in a folder.

        They are taken from the nearest `padanan.toml` in that folder or one above it; failing
        that, from the one in the current folder. Where there is none, all are defaults.

        Args:
            results: The folder of results, which need not exist.

        Raises:
            InputError: The file cannot be read, or says something it cannot say.
        """
        # Not resolved: a desk may lie elsewhere, with a link to it beside its settings.
        folder = Path(os.path.normpath(results.absolute()))
        for above in (folder, *folder.parents, Path.cwd()):
            if _is_file(above / FILE):
                return cls.load(above / FILE)
        return cls(memory=folder / MEMORY)

    @classmethod
    def load(cls, file: Path) -> Self:
        """The settings in a file. Paths in it count from its folder.

        Raises:
            InputError: The file cannot be read, or says something it cannot say.
        """
        table = _read(file)
        for key in table:
            if key not in KEYS:
                raise InputError(f"{file}: {unknown(key, KEYS)}")
        glossary = _text(file, table, "glossary")
        return cls(
            file=file,
            glossary=None if glossary is None else file.parent / glossary,
            memory=_memory(file, table),
            model=_model(file, table),
            beam=_beam(file, table),
            theme=_one_of(file, table, "theme", THEMES),
            language=_one_of(file, table, "language", LANGUAGES),
            checks=_table(file, table, "checks"),
            keys=_table(file, table, "keys"),
        )


def unknown(key: str, allowed: tuple[str, ...]) -> str:
    """What to say of a key that means nothing: the nearest one that does, and all of them."""
    from difflib import get_close_matches

    near = get_close_matches(key.casefold(), allowed, n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    return f"there is no setting {_quoted(key)}.{meant} The settings are {', '.join(allowed)}."


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder above that may not be looked into
        return False


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror or error}).") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: is not UTF-8 (byte {error.start}). Save it as UTF-8.") from error
    except (ValueError, RecursionError) as error:  # one of 4,301 digits is no TOML error
        raise InputError(
            f"{file}: is not TOML: {error}. Write settings as key = value, text in quotes."
        ) from error


def _text(file: Path, table: Mapping[str, Any], key: str) -> str | None:
    value = table.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        _refuse(file, key, f"a text in quotes, not {_quoted(value)}")
    if not value.strip() or "\0" in value:
        _refuse(file, key, "a text that is not empty; leave the line out for the default")
    return value


def _memory(file: Path, table: Mapping[str, Any]) -> Place:
    """The memory; a file counts from the folder of the settings."""
    try:
        return place(_text(file, table, "memory") or MEMORY, file.parent)
    except InputError as error:
        raise InputError(f"{file}: {error.message}") from None


def _model(file: Path, table: Mapping[str, Any]) -> str | None:
    """The model; a package's file counts from the folder of the settings, a name stays a name."""
    model = _text(file, table, "model")
    if model is not None and model.endswith(".argosmodel"):
        return str(file.parent / model)
    return model


def _beam(file: Path, table: Mapping[str, Any]) -> int | None:
    value = table.get("beam")
    if value is None:
        return None
    # A truth value is a whole number to Python.
    if type(value) is not int or value not in BEAMS:
        _refuse(
            file, "beam", f"a whole number from {BEAMS[0]} to {BEAMS[-1]}, not {_quoted(value)}"
        )
    return value


def _one_of(file: Path, table: Mapping[str, Any], key: str, allowed: tuple[str, ...]) -> str | None:
    value = table.get(key)
    if value is not None and value not in allowed:
        names = ", ".join(f'"{one}"' for one in allowed)
        _refuse(file, key, f"one of {names}, not {_quoted(value)}")
    return value


def _table(file: Path, table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        _refuse(file, key, f"a table that begins with [{key}], not {_quoted(value)}")
    return value


def _refuse(file: Path, key: str, what: str) -> NoReturn:
    raise InputError(f"{file}: {key} is {what}.")


def _quoted(value: object) -> str:
    """A value as a message shows it, on one line and not too long."""
    shown = repr(value)
    return shown if len(shown) <= 40 else f"{shown[:40]}…"
