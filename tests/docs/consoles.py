"""The commands that a page shows, run as a reader runs them, and what it shows of their output."""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from textual.keys import _character_to_key

HEADLESS = "textual.drivers.headless_driver:HeadlessDriver"

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_KEYS = re.compile(r"(?:^\|.*\|\n)+", re.MULTILINE)
_NAMES = {"Enter": "enter", "Esc": "escape", "End": "end", "Tab": "tab"}


@dataclass(frozen=True, slots=True)
class Step:
    """A command of a page.

    Attributes:
        command: The command, as it is typed.
        shown: What the page shows of its output: three dots stand for anything, on a line of their
            own for any lines; empty where it shows nothing.
        keys: What is pressed, as Textual names keys, if a table of keys comes after it.
    """

    command: str
    shown: str
    keys: tuple[str, ...]


def steps(page: str) -> list[Step]:
    """The commands in a page's console blocks, in order."""
    found = []
    blocks = list(_BLOCK.finditer(page))
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        until = following.start() if following else len(page)
        parts = re.split(r"^\$ ", block[1], flags=re.MULTILINE)
        assert not parts[0].strip(), f"output without a command: {parts[0]}"
        commands = [part.partition("\n")[::2] for part in parts[1:]]
        for number, (command, shown) in enumerate(commands, 1):
            keys = _pressed(page[block.end() : until]) if number == len(commands) else ()
            found.append(Step(command.partition("  #")[0].strip(), shown, keys))
    return found


def _pressed(text: str) -> tuple[str, ...]:
    """The keys in a table whose first column is headed “press”."""
    for table in _KEYS.finditer(text):
        rows = [line.split(" | ")[0].removeprefix("| ") for line in table[0].splitlines()]
        if rows[0] == "press":
            return tuple(key for row in rows[2:] for key in _keys(row))
    return ()


def _keys(cell: str) -> list[str]:
    """The keys in a cell: their names, or “type” and what is typed."""
    if typed := re.fullmatch(r"type `(.*)`", cell):
        return [_character_to_key(one) for one in typed[1]]
    return [_NAMES.get(key, key.lower()) for key in re.findall(r"`(.*?)`", cell)]


def run(step: Step, folder: Path, environment: Mapping[str, str]) -> tuple[Path, int, str]:
    """Run a step as in a terminal.

    Returns:
        The folder one is in afterwards, the exit code, and all that was shown.
    """
    pressing = {"TEXTUAL_DRIVER": HEADLESS, "TEXTUAL_PRESS": ",".join(step.keys)}
    done = subprocess.run(
        ["sh", "-c", f'{step.command}\ncode=$?; pwd >"$WHERE"; exit $code'],
        cwd=folder,
        env={**environment, "WHERE": str(folder / ".where")} | (pressing if step.keys else {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=180,
        check=False,
    )
    where = folder / ".where"
    after = Path(where.read_text("utf-8").rstrip("\n"))
    where.unlink()
    return after, done.returncode, done.stdout


def fits(shown: str, output: str) -> bool:
    """Whether output is as a page shows it."""
    wanted = "".join(
        "(?s:.*)" if line == "...\n" else ".*".join(map(re.escape, line.split("...")))
        for line in f"{shown.rstrip()}\n".splitlines(keepends=True)
    )
    return re.fullmatch(wanted, f"{output.rstrip()}\n") is not None
