"""The program as a person starts it, in a terminal: what no test of its parts would notice."""

import signal
import sys
from pathlib import Path

import pytest
from deskside import SAMPLE, article, states

from padanan.translate.bilingual import State, save
from running import environment

if sys.platform == "win32":
    pytest.skip("it is a terminal of Unix", allow_module_level=True)

from terminal import SEQUENCE, Terminal, padanan

ALTERNATE, MAIN = "\x1b[?1049h", "\x1b[?1049l"


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a person at a terminal with colours."""
    found = environment(folder / "home")
    del found["NO_COLOR"]
    return found


@pytest.mark.parametrize("start", [".", "berita.po"])
def test_it_comes_up_does_the_work_and_leaves_the_terminal_as_it_was(
    tmp_path: Path, start: str
) -> None:
    path = tmp_path / "berita.po"
    save(path, article(SAMPLE))
    with Terminal(padanan("review", start), surroundings(tmp_path), tmp_path) as terminal:
        if start == ".":
            terminal.until("1/6")
            terminal.send("\r")
        terminal.until("Sungai Meluap Lagi")
        terminal.until("Terms")
        terminal.send("a")
        terminal.until("2/6 approved")
        terminal.send("\r\x1b[F Hurry up, café!\x13")  # Enter, End, words, Ctrl+S
        terminal.until("3/6 approved")
        terminal.send("\x1b")
        terminal.until("Edit", len(terminal.text))
        terminal.send("q")
        assert terminal.end() == 0
        written, text = terminal.written.decode(), terminal.text
        assert terminal.after == terminal.before
    assert states(path)["a1"] == (State.APPROVED, "River Floods Again")
    assert states(path)["a3"] == (State.APPROVED, f"{SAMPLE[4].target} Hurry up, café!")
    assert states(path)["a4"] == (State.DRAFT, "The water rose fast.")
    assert "2 segments approved in 1 article, all saved." in text
    assert "Traceback" not in text
    assert written.index(ALTERNATE) < written.index("Sungai") < written.rindex(MAIN)
    assert "\x1b[?25h" in written[written.rindex(MAIN) :]  # the cursor is there again
    for mode in ("1000", "1003", "2004"):  # mouse and pasting are the shell's again
        assert written.rindex(f"\x1b[?{mode}l") > written.rindex(f"\x1b[?{mode}h")
    assert all(one.isprintable() or one in "\r\n" for one in SEQUENCE.sub("", written))


def test_it_ends_when_its_terminal_goes_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "berita.po"
    save(path, article(SAMPLE))
    with Terminal(padanan("review", "berita.po"), surroundings(tmp_path), tmp_path) as terminal:
        terminal.until("Sungai Meluap Lagi")
        terminal.send("\r\x1b[F Kept")
        terminal.until("Kept")
        terminal.hang_up()
        assert terminal.left() == -signal.SIGHUP
    assert states(path)["a1"] == (State.DRAFT, "River Floods Again Kept")
    assert not list(tmp_path.glob(".*.open*"))
