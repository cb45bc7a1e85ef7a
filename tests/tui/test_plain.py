"""The line-by-line desk: what it says, what it does, what it keeps."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from deskside import SAMPLE, article, entry, rewrite, states
from hypothesis import given, settings
from hypothesis import strategies as st
from otherside import another, says

from padanan import language
from padanan.desk import Desk
from padanan.errors import ExitCode, InputError, OutputError
from padanan.glossary import Glossary
from padanan.translate.bilingual import State, load, save
from padanan.translate.memory import Memory, Unit
from padanan.tui import journal_lines
from padanan.tui.changes import Change
from padanan.tui.journal import Journal
from padanan.tui.journal_file import LineFile
from padanan.tui.keeping import Kept, Snapshot, keep
from padanan.tui.plain import dialogue, run
from padanan.tui.plain.orders import ORDERS
from padanan.tui.presence import Presence
from padanan.tui.text import inert
from padanan.tui.tools import Tools
from padanan.tui.work import Tally
from running import ROOT, Run, environment

GLOSSARY = """id\ten\tavoid\tpos\tdomain\tflags\tnote
air\twater|H2O\taqua\tnoun\t\t\tNot the drink.
hujan\train\t\tnoun\t\t\t
"""


def write_glossary(folder: Path) -> Path:
    """A glossary of two terms."""
    path = folder / "terms.tsv"
    path.write_text(GLOSSARY, encoding="utf-8")
    return path


class Ready(Tools):
    """The desk's tools with that glossary, which is made ready once for all tests."""

    known: ClassVar[list[Glossary]] = []

    def glossary(self) -> Glossary | None:
        if not self.known and (found := super().glossary()) is not None:
            self.known.append(found)
        return self.known[0]


def tools(folder: Path) -> Tools:
    """The tools of a desk."""
    return Ready(Desk.find(folder), write_glossary(folder))


class Person(io.TextIOBase):
    """Somebody who says lines; a function among them is called when its turn comes."""

    def __init__(self, *lines: str | Callable[[], object]) -> None:
        self._lines = list(lines)

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # noqa: ARG002
        while self._lines:
            line = self._lines.pop(0)
            if isinstance(line, str):
                return f"{line}\n"
            line()
        return ""

    def isatty(self) -> bool:
        return False


def converse(path: Path, *lines: str | Callable[[], object]) -> tuple[str, Tally]:
    """What the desk says to a person's lines, and what they have done by then."""
    said = io.StringIO()
    folder = path if path.is_dir() else path.parent
    tally = run(path, tools(folder), read=Person(*lines), write=said)  # type: ignore[arg-type]
    return said.getvalue(), tally


def say(path: Path, *lines: str | Callable[[], object]) -> str:
    """What the desk says to a person's lines."""
    return converse(path, *lines)[0]


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Nothing of the user's own: neither their language nor where they were last."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    language.use("en")
    yield
    language.use("en")


def test_the_list_tells_what_another_desk_has_open(po: Path) -> None:
    with another(po) as desk:
        assert says(desk) == "True None"
        (line,) = (line for line in say(po.parent, "q").splitlines() if line.startswith("1. "))
        assert "Ani, " in line
        assert line.endswith(" has this article open.")


def test_it_begins_with_the_first_segment_to_review(po: Path) -> None:
    said = say(po).splitlines()
    assert "h tells all commands." in said
    assert said[said.index("Segment 1 of 6, headline, draft.") :][:3] == [
        "Segment 1 of 6, headline, draft.",
        "Source: Sungai Meluap Lagi",
        "Target: River Floods Again",
    ]


def test_approving_saves_at_once_and_goes_on(po: Path) -> None:
    seen: list[State] = []
    said, tally = converse(po, "a", lambda: seen.append(states(po)["a1"][0]))
    assert seen == [State.APPROVED]
    assert "Segment 3 of 6, new paragraph, draft." in said  # the dateline is approved already
    assert tally == Tally(1, 1, 0)
    assert po.with_suffix(".en.txt").read_text("utf-8").startswith("River Floods Again\n\n")


def test_all_is_approved_in_the_end(po: Path) -> None:
    said = say(po, "a", "a", "a", "a", "e “We are ready,” said the village head.", "a", "a", "s")
    assert "There is nothing to approve yet. e writes a target." in said
    assert "Every segment of this article is approved." in said
    assert "0 segments are left to review." in said
    assert all(state in (State.APPROVED, State.SKIPPED) for state, _ in states(po).values())


@pytest.mark.parametrize(
    "lines", [("e", "  A new\ttext. "), ("e A new text.",), ("edit A new text.",)]
)
def test_editing_makes_a_draft(po: Path, lines: tuple[str, ...]) -> None:
    said, tally = converse(po, "a", "g 1", *lines)
    assert states(po)["a1"] == (State.DRAFT, "A new text.")
    assert "Segment 1 of 6, headline, draft." in said
    assert tally == Tally(1, 0, 1)


@pytest.mark.parametrize("lines", [("e", ""), ("e",), ("e", "River Floods Again")])
def test_nothing_typed_changes_nothing(po: Path, lines: tuple[str, ...]) -> None:
    before = po.read_bytes()
    assert "It was left as it is." in say(po, *lines)
    assert po.read_bytes() == before


@pytest.mark.parametrize(
    "line",
    [
        "A man was seen.",
        "approve this",
        "a b",
        "u n",
        "q uit",
        "E mails",
        "«",
        "\x1b[A",
        "//" * 30,
        "ag",
    ],
)
def test_lines_pasted_by_mistake_do_nothing(po: Path, line: str) -> None:
    before = po.read_bytes()
    said = say(po, line)
    assert "There is no command" in said or "No segment has" in said
    assert po.read_bytes() == before


def test_undo_and_redo_tell_where_they_are(po: Path) -> None:
    said = say(po, "u", "r", "a", "e X", "u", "u", "u", "r", "r")
    assert "There is nothing to undo." in said
    assert "There is nothing to redo." in said
    assert said.count("Target: X\n") == 2
    assert states(po)["a1"][0] is State.APPROVED
    assert states(po)["a3"] == (State.DRAFT, "X")


def test_harmful_characters_are_taken_out_of_what_is_typed(po: Path) -> None:
    say(po, "e A\x1b[2Jnew\u202e text", "c A \x9bcomment")
    content = load(po)
    assert content is not None
    assert content.entries[0].target == "A[2Jnew text"
    assert content.entries[0].comment == "A comment"


def test_an_approval_is_taken_back(po: Path) -> None:
    said = say(po, "d", "2", "d")
    assert "This segment is not approved." in said
    assert states(po)["a2"][0] is State.DRAFT


def test_comments_are_added_and_taken_away(po: Path) -> None:
    said = say(po, "c Is that so?", "c", "Ask the desk.", "g 1")
    assert said.count("Comment: Is that so? / Ask the desk.") == 2
    content = load(po)
    assert content is not None
    assert content.entries[0].comment == "Is that so?\nAsk the desk."
    say(po, "c -", "c -", "c")
    content = load(po)
    assert content is not None
    assert content.entries[0].comment == ""


@pytest.mark.parametrize(
    "line", ["g", "g 0", "g 7", "g x", "g -1", "g ²", "7", f"g {'9' * 5000}", "g 1.5"]
)
def test_numbers_that_are_none(po: Path, line: str) -> None:
    assert "Say a number from 1 to 6, as in g 6." in say(po, line)


@pytest.mark.parametrize("line", ["g 4", "4", "g4", "go 4", "/ naik", "/rose"])
def test_going_to_a_segment(po: Path, line: str) -> None:
    assert "Segment 4 of 6, paragraph, draft.\nSource: Air naik cepat." in say(po, line)


def test_next_and_previous_go_round(po: Path) -> None:
    said = say(po, "n", "p", "p", "n")
    assert "Went on from the end." in said
    assert "Went on from the top." in said


def test_an_empty_line_tells_the_segment_again(po: Path) -> None:
    assert say(po, "", "").count("Segment 1 of 6") == 3


def test_searching(po: Path) -> None:
    assert "Say what to look for" in say(po, "/")
    assert "is not a regular expression" in say(po, "/ re:(")
    assert "No segment has “yx”." in say(po, "/ yx")
    again = say(po, "/ air", "/")
    assert "Source: Air naik cepat." in again
    assert "Segment 5 of 6" in say(po, "/ check:not-translated") or "Segment" in say(
        po, "/ is:empty"
    )


def test_terms_are_told(po: Path) -> None:
    assert "The glossary has no term of this segment." in say(po, "t")
    said = say(po, "4", "t", "t 1", "t 2")
    assert "Term 1, held: air, here water." in said
    assert "To be avoided: aqua.\nNote: Not the drink." in said
    assert "There is no number “2” among them." in said
    said = say(po, "4", "e It rose fast.", "t", "e Aqua rose fast.", "t")
    assert "Term 1, missing: air, in English water, H2O." in said
    assert "Term 1, to be avoided: air, here Aqua, better water, H2O." in said
    assert "Finding 1, error: “Air” is “water”" in said


def test_a_fix_is_put_in(po: Path) -> None:
    said = say(po, "4", "f", "e The the water rose fast.", "f", "f 9", "f 1")
    assert "The checks find nothing in this segment." in said
    assert "f 1 puts it right." in said
    assert states(po)["a4"] == (State.DRAFT, "The water rose fast.")


def test_a_finding_without_a_fix_says_so(po: Path) -> None:
    assert "No check knows how to put that right." in say(po, "4", "e It rose fast.", "f 1")


def test_a_match_of_the_memory_is_taken(po: Path) -> None:
    assert "The memory has nothing like this segment." in say(po, "6", "m")
    with Memory.open(Desk.find(po.parent).memory) as memory:
        memory.store(
            [
                Unit(
                    "Hujan diperkirakan reda lusa.",
                    "Rain is expected to ease later.",
                    "lama.txt",
                    "x",
                    "2025-01-01T00:00:00Z",
                    "",
                )
            ]
        )
    said = say(po, "6", "m", "m 2", "m 1")
    assert "Its source: Hujan diperkirakan reda lusa.\nOnly there: lusa.\nOnly here: besok." in said
    assert "There is no number “2” among them." in said
    assert states(po)["a6"] == (State.DRAFT, "Rain is expected to ease later.")


def test_nothing_is_saved_before_it_is_noted(po: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[list[State]] = []

    def looking(known: Snapshot, changes: Sequence[Change]) -> Kept:
        if changes:
            journal = journal_lines.read(po.with_name(f".{po.name}.journal").read_bytes())
            noted.append([one.state for change in journal.changes for one in change.new])
        return keep(known, changes)

    monkeypatch.setattr(dialogue, "keep", looking)
    monkeypatch.setattr(LineFile, "add", _slowly(LineFile.add))
    say(po, "1", "a")
    assert noted == [[State.APPROVED]]


def _slowly(add: Callable[[LineFile, bytes], None]) -> Callable[[LineFile, bytes], None]:
    def slow(file: LineFile, data: bytes) -> None:
        time.sleep(0.2)
        add(file, data)

    return slow


def test_help_tells_every_command(po: Path) -> None:
    said = say(po, "h")
    assert say(po, "?") == said
    for order in ORDERS:
        assert (f", {order.word}: " in said) == (order.letter != "b")
    assert len({name for order in ORDERS for name in (order.letter, order.word)}) == 2 * len(ORDERS)
    assert "There is no list to go back to. q quits." in say(po, "b")


# Leaving


def test_ctrl_c_leaves_with_everything_saved(po: Path) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    _, tally = converse(po, "a", interrupt, "a")
    assert tally == Tally(1, 1, 0)
    assert states(po)["a3"][0] is State.DRAFT
    _, tally = converse(po, "e", interrupt, "a")
    assert tally == Tally()
    assert converse(po.parent, interrupt, "1")[1] == Tally()


def test_work_that_cannot_be_saved_is_tried_again_and_told(po: Path) -> None:
    good = po.read_bytes()
    said = say(
        po,
        lambda: po.write_text("damaged"),
        "a",
        "s",
        lambda: po.write_bytes(good),
        "a",
    )
    assert "Not saved yet: " in said
    assert "1 change is not in the file yet. " in said
    assert "Everything is saved again." in said
    assert [states(po)[name][0] for name in ("a1", "a3")] == [State.APPROVED] * 2


def test_leaving_without_saving_is_asked_about(po: Path) -> None:
    spoil = lambda: po.write_text("damaged")  # noqa: E731
    said = say(po, spoil, "a", "q", "no", "s", "q", "yes")
    assert said.count("Write yes to leave") == 2


def test_when_nobody_is_left_to_ask_unsaved_work_is_an_error(po: Path) -> None:
    with pytest.raises(OutputError, match="1 change is not in the file yet"):
        say(po, lambda: po.write_text("damaged"), "a")


# Choosing


def test_an_article_is_chosen_from_the_list(po: Path) -> None:
    (po.parent / "b").mkdir()
    save(
        po.parent / "b" / "lain.po", article([entry("x", "Air surut.", "Water fell.")], "lain.txt")
    )
    (po.parent / "z.po").write_text("X-Padanan-Article damaged")
    said, tally = converse(po.parent, "9", "z", "2", "3", "a", "b", "", "a", "b", "q")
    assert "3. b/lain: 0/1 approved" in said
    assert "2. z cannot be used: " in said
    assert said.count("this bilingual file is damaged") == 5
    assert "There is no article “9”." in said
    assert "There is no article “z”." in said
    assert tally.articles == 2
    assert tally.approved == 2


def test_an_article_without_segments(tmp_path: Path) -> None:
    save(tmp_path / "a.po", article([entry("s", "loading...", state=State.SKIPPED)]))
    assert "There is nothing to review in this article." in say(tmp_path / "a.po")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nowhere.po", "there is no such file or folder"),
        ("text.txt", "this is not a bilingual file"),
        ("folder", "no bilingual files in this folder"),
        ("foreign.po", "padanan did not make it"),
    ],
)
def test_it_says_what_is_missing(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / "text.txt").write_text("Air naik.")
    (tmp_path / "folder").mkdir()
    (tmp_path / "foreign.po").write_text('msgid ""\nmsgstr ""\n')
    with pytest.raises(InputError, match=sentence):
        say(tmp_path / name)


# Other programs and other desks


def test_it_begins_where_one_was_last(po: Path) -> None:
    say(po, "4")
    assert "Segment 4 of 6" in say(po)
    assert "Segment 1 of 6" not in say(po)


def test_what_another_desk_has_open_can_only_be_read(po: Path) -> None:
    before = po.read_bytes()
    theirs = Presence.take(po)
    said = say(po, "a", "e X", "e", "c X", "u", "r", "2", "d", "4", "m", "f", "t", "s")
    assert said.count("has this article open, so it can only be read here.") == 8
    assert "Target: X" not in said
    assert "Term 1, held: air" in said
    assert po.read_bytes() == before
    said = say(po, "1", theirs.release, "a")
    assert "The other desk has left this article: you can change it now." in said
    assert states(po)["a1"][0] is State.APPROVED
    assert Presence.take(po).mine


def test_a_file_that_has_nothing_left_to_review(po: Path) -> None:
    empty = lambda: save(po, article([entry("s", "A A A", state=State.SKIPPED)]))  # noqa: E731
    assert "There is nothing to review in this article." in say(po, empty, "a")


def test_a_file_that_has_gone_is_made_again(po: Path) -> None:
    said = say(po, po.unlink, "", "a")
    assert said.count("The bilingual file has gone.") == 1
    assert states(po)["a1"][0] is State.APPROVED


def test_what_a_killed_desk_has_left_is_brought_back(po: Path) -> None:
    first, _, _, _, third, *_ = SAMPLE
    journal = Journal(po)
    journal.note(Change.of(first, replace(first, state=State.APPROVED)))
    journal.typing(third.id, third.source, "Half a sen", 10)
    journal.flush()
    said, tally = converse(po)
    assert "The desk had ended before 2 changes were in the file. They are back." in said
    assert states(po)["a1"][0] is State.APPROVED
    assert states(po)["a3"] == (State.DRAFT, "Half a sen")
    assert tally == Tally(1, 0, 1)  # what was done this time: the text
    assert "They are back" not in say(po)


def test_the_work_of_another_program_is_told_before_one_decides(po: Path) -> None:
    theirs = lambda: rewrite(po, a1=(State.DRAFT, "Theirs"))  # noqa: E731
    said = say(po, theirs, "", "a")
    assert "Another program has changed a segment of this article meanwhile." in said
    assert "Target: Theirs" in said
    assert states(po)["a1"] == (State.APPROVED, "Theirs")


# What it says


@given(
    st.lists(st.text(min_size=1, max_size=40).filter(str.strip), min_size=4, max_size=4),
    st.sampled_from(State),
)
@settings(max_examples=15)
def test_text_is_inert(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], state: State
) -> None:
    path = tmp_path_factory.mktemp("plain") / "a.po"
    source, target, comment, typed = (text.encode("utf-8", "replace").decode() for text in texts)
    state = State.SKIPPED if state is State.EMPTY else state
    first = replace(entry("a", source, target, comment=comment), state=state)
    save(path, article([first, entry("b", "Air \x1b[2J\u202e[bold]", "Water \x9b31m\u200b[/]")]))
    said = say(path, "m", "t", "f", f"/ {typed}", typed, "2", f"e {typed}", "a", "s", "h")
    assert said == "\n".join(map(inert, said.split("\n")))


ANYTHING = st.sampled_from([order.letter for order in ORDERS] + [order.word for order in ORDERS])


@given(
    st.lists(
        st.tuples(ANYTHING, st.sampled_from(["", " 1", " 2", " air", " The the rain."])).map(
            "".join
        )
        | st.text(max_size=10),
        max_size=30,
    )
)
@settings(max_examples=15)
def test_whatever_is_said_the_file_has_what_was_told(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.mktemp("plain") / "a.po"
    save(path, article(SAMPLE))
    lines = [line for line in lines if line.strip() not in ("q", "quit")]
    said = say(path, *lines, "", "1")
    # Each segment was told last as the file has it.
    now = {each.source: each for each in load(path).entries}  # type: ignore[union-attr]
    told = said.splitlines()
    at = max(i for i, line in enumerate(told) if line.startswith("Segment 1 of"))
    head = now["Sungai Meluap Lagi"]
    assert told[at].endswith(f"{'approved' if head.state is State.APPROVED else 'draft'}.")
    assert told[at + 2] == f"Target: {head.target}"


def test_it_speaks_indonesian(po: Path) -> None:
    language.use("id")
    said = say(po, "h", "a")
    assert "Segmen 1 dari 6, judul, draf." in said
    assert "Disetujui." in said
    assert states(po)["a1"][0] is State.APPROVED
    assert "Segment" not in said


# The command


@pytest.fixture
def environ(po: Path) -> dict[str, str]:
    """The environment of the command, whose glossary is the small one."""
    write_glossary(po.parent)
    return environment(po.parent / "home") | {"LC_ALL": "C.UTF-8", "LANGUAGE": "en"}


def test_it_loads_no_screen_and_speaks_the_language_of_the_environment(
    po: Path, environ: dict[str, str]
) -> None:
    program = (
        "import sys; from padanan.cli import run\n"
        f"assert run(['review', '--plain', {str(po)!r}]) == 0\n"
        "assert not {'textual', 'ctranslate2', 'babel.messages'} & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input="t\na\n",
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=po.parent,
        env=environ | {"LANGUAGE": "id"},
        check=True,
    )
    assert "Segmen 1 dari 6, judul, draf." in done.stdout
    assert states(po)["a1"][0] is State.APPROVED


@pytest.mark.usefixtures("environ")
def test_it_works_through_a_pipe(po: Path, padanan: Run) -> None:
    done = padanan("review", "--plain", str(po), input="a\ne\nPeople “fled”.\na\n", cwd=po.parent)
    assert done.returncode == ExitCode.DONE, done.stderr
    assert "2 segments approved in 1 article" in done.stderr
    assert states(po)["a3"] == (State.APPROVED, "People “fled”.")
    assert "\x1b" not in done.stdout


def test_bytes_that_are_no_text_change_nothing(po: Path, environ: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "padanan", "review", "--plain", str(po)],
        input=b"e\n\xff\xfe\na\n\xffa\nq\n",
        capture_output=True,
        cwd=po.parent,
        env=environ,
        check=False,
    )
    assert done.returncode == ExitCode.DONE, done.stderr
    assert done.stdout.count(b"That line is not utf-8. It was left out.") == 2
    assert states(po)["a1"] == (State.APPROVED, "River Floods Again")


@pytest.mark.parametrize("term", ["dumb", "xterm"])
def test_at_a_terminal_the_target_is_there_to_be_edited(
    po: Path, environ: dict[str, str], term: str
) -> None:
    pty = pytest.importorskip("pty", reason="a POSIX terminal is needed")
    pytest.importorskip("readline")
    person, desk = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "padanan", "review", "--plain", str(po)],
        stdin=desk,
        stdout=desk,
        stderr=subprocess.DEVNULL,
        cwd=po.parent,
        env=environ | {"TERM": term, "COLUMNS": "200"},
    )
    os.close(desk)
    said = b""

    def until(end: bytes) -> None:
        nonlocal said
        while not said.endswith(end):
            said += os.read(person, 65536)

    until(b"> ")
    os.write(person, b"e\n")
    until(b"River Floods Again")
    os.write(person, b" and Again\n")
    until(b"> ")
    process.send_signal(signal.SIGINT)
    os.write(person, b"\n")  # Python looks for signals when there is something to read
    assert process.wait(timeout=30) == ExitCode.DONE
    os.close(person)
    assert states(po)["a1"] == (State.DRAFT, "River Floods Again and Again")
    if term == "dumb":
        assert b"\x1b" not in said


def test_the_guide_tells_every_command() -> None:
    guide = (ROOT / "docs/plain.md").read_text("utf-8")
    for order in ORDERS:
        names = f"`{order.letter}`, `{order.word}`" + (f" {order.what}" if order.what else "")
        assert f"| {names} | {order.sentence} |\n" in guide
