"""The glossary and the translation memory: which, how large, and whether they can be relied on."""

import sqlite3
from pathlib import Path
from urllib.parse import quote

from padanan.cli.doctor.line import Line, Lines, Where, shown, warning, wrong
from padanan.cli.talk import count
from padanan.errors import InputError

_PATIENCE = 2.0
"""Seconds to wait for another padanan that is writing in the memory."""


def glossary(where: Where) -> Lines:
    """The glossary that drafts are held to."""
    from padanan.cli.glossary import files
    from padanan.glossary import GlossaryFile, Severity

    named = where.desk.glossary
    path = named or (files.HERE if files.HERE.exists() else files.shipped())
    said = "as padanan.toml says" if named else "the one that comes with padanan"
    if path == files.HERE:
        said = "in the current folder"
    try:
        loaded = GlossaryFile.load(path)
    except InputError as error:
        again = path == files.shipped()
        yield wrong(
            "glossary",
            error.message,
            "Install padanan again." if again else "Name another with -g.",
        )
        return
    rows = count(len(loaded.concepts), "row")
    yield Line("glossary", f"{shown(path)} ({said}), {rows}")
    errors = [one for one in loaded.problems if one.severity is Severity.ERROR]
    check = "padanan glossary check" + ("" if path == files.HERE else f" {shown(path)}")
    # What is wrong is counted, not shown: it may have the desk's own words in it.
    if errors:
        lines = ", ".join(str(one.line) for one in errors[:5])
        yield wrong(
            "glossary",
            f"{count(len(errors), 'problem')} for which rows are not used, in line {lines}"
            f"{' ...' if len(errors) > 5 else '.'}",
            f"See {check}.",
        )
    if len(loaded.problems) > len(errors):
        others = count(len(loaded.problems) - len(errors), "problem")
        yield warning("glossary", f"{others} that could be mended.", f"See {check}.")
    if not loaded.concepts:
        yield wrong("glossary", "it has no row that can be used.", f"See {check}.")


def memory(where: Where) -> Lines:
    """The translation memory. One on a server is not asked: nothing goes online here."""
    place = where.desk.memory
    if not isinstance(place, Path):
        yield Line(
            "memory", "on a PostgreSQL server, which is not asked (see: padanan memory stats)"
        )
        return
    if not place.exists():
        yield Line("memory", f"none yet (it will be {shown(place)})")
        return
    yield from _file(place)


def _file(path: Path) -> Lines:
    """A memory in a file, which is opened to be read only."""
    from padanan.translate.memory.sqlite.database import APPLICATION, VERSION

    name = shown(path)
    away = (
        "Put a copy of it in its place, or move it away and take the units in again from the "
        "bilingual files: padanan memory import out/"
    )
    if not path.is_file():
        yield wrong("memory", f"{name}: is no file.", away)
        return
    try:
        connection = sqlite3.connect(
            f"file:{quote(str(path.absolute()))}?mode=ro", uri=True, timeout=_PATIENCE
        )
        try:
            application, version = (
                connection.execute(f"PRAGMA {what}").fetchone()[0]
                for what in ("application_id", "user_version")
            )
            if application != APPLICATION and path.stat().st_size:
                yield wrong("memory", f"{name}: is no translation memory of padanan's.", away)
                return
            if version > VERSION:
                yield wrong("memory", f"{name}: is of a later padanan.", "Upgrade padanan.")
                return
            units = connection.execute("SELECT count(*) FROM unit").fetchone()[0]
            sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        yield warning(
            "memory", f"{name}: cannot be looked at now ({error}).",
            "Another padanan may be writing, or may have been killed; run padanan memory stats.",
        )  # fmt: skip
        return
    except sqlite3.DatabaseError:
        yield wrong("memory", f"{name}: is damaged, or no memory.", away)
        return
    size = path.stat().st_size / 1_000_000
    if sound != "ok":
        yield wrong("memory", f"{name}: is damaged ({count(units, 'unit')}).", away)
    else:
        yield Line("memory", f"{name}, {count(units, 'unit')}, {size:.1f} MB, sound")
