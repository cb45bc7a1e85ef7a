"""What makes a terminal do something, wherever text can be: no command lets it through.

Every byte that a command writes is looked at, to pipes and to a terminal.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from campaign.fuzz.dice import Dice
from campaign.record import Campaign, Fault
from cli.small_model import isolate
from engine.packages import Recipe, build, pack

from padanan.cli import run
from padanan.translate import bilingual
from padanan.translate.bilingual import Bilingual, Entry, State
from padanan.translate.memory import Memory, Unit
from running import ROOT, environment

ESCAPES = (
    "\x1b[31m",
    "\x1b[2J\x1b[H",
    "\x1b[6n",  # asks the terminal, which answers as if it were typed
    "\x1b]0;title\x07",
    "\x1b]8;;http://evil.example/\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;ZXZpbA==\x07",  # the clipboard
    "\x1bP+q544e\x1b\\",
    "\x1b_Gi=1;AAAA\x1b\\",
    "\x1bc",
    "\x9b31m",
    "\x9d0;title\x9c",
    "\x90q\x9c",
    "\x07\x08\x7f\x0e\x0f",
    "\u202egnol\u202c",
    "\u2066x\u2069\u200f",
    "\x00",
    "\x05",  # ENQ: some terminals answer
    "\x1b[?1049h\x1b[?1000h",
    "\x1b[201~",
)

HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]|\x1b")
"""What must not come out of a command that writes to a pipe. (Line feeds and tabs are ours.)"""

_FILE = "".join(one for one in ESCAPES if "/" not in one and "\0" not in one)[:80]
"""A name of a file that holds most of it."""


class Desk:
    """A desk with hostile text wherever text can be.

    Args:
        folder: Where to make it.
        dice: Which text goes where.
    """

    def __init__(self, folder: Path, dice: Dice, model: Path) -> None:
        self.folder, self._dice = folder, dice
        evil = self.evil
        folder.mkdir()
        self.article = folder / f"a{_FILE}.txt"
        self.article.write_text(
            f"rumah {evil()} besar.\n\nnegara {evil()}besar{evil()}.\n\nrumah 5.000 {evil()}.\n"
        )
        (folder / "b.html").write_text(
            f"<title>rumah {evil()}</title><p>rumah &#27;[31m besar {evil()} dan rumah sakit.</p>"
        )
        (folder / "c.md").write_text(f"# rumah {evil()}\n\nrumah ![x{evil()}](y) besar.\n")
        (folder / "bukan.txt").write_bytes(f"\x00{evil()}".encode())
        self.terms = folder / "terms.tsv"
        head = "id\ten\tavoid\tpos\tdomain\tflags\tnote\n"
        self.terms.write_text(
            f"{head}besar\tbig\t\tadjective\t\t\tnote\nrumah{evil()}\thome{evil()}\t\tnoun{evil()}\t"
            f"{evil()}\t{evil()}\t{evil()}\nnegara\tcountry\n"
        )
        self.out = folder / "out"
        self.out.mkdir()
        entries = (
            Entry(
                "a1",
                f"rumah {evil()} besar 5.000",
                f"home home {evil()} big",
                State.DRAFT,
                line=1,
                how="model",
                confidence=0.1,
                rule=f"x{evil()}",
                findings=(f"names: {evil()}",),
                machine=f"m{evil()}",
                memory=f"b{evil()} 1",
                comment=f"c {evil()}",
                flags=(f"f{evil()}".replace(",", ""),),
            ),
            Entry(f"a2{evil()}", f"negara {evil()}", f"country {evil()}", State.APPROVED, line=2),
            Entry("a3", f"rumah {evil()} (x)", f"house {evil()} ((x", State.DRAFT, line=3),
        )
        content = Bilingual(f"../z{_FILE}.txt", "0" * 64, f"engine {evil()}", "r", "", entries)
        safe = replace(content, engine="engine")
        bilingual.save(self.out / f"z{_FILE}.po", safe)
        (self.out / f"rusak{_FILE}.po").write_text(f'msgid "{evil()}\n{evil()}')
        with Memory.open(folder / "memory.sqlite") as memory:
            memory.store(
                Unit(
                    f"rumah {evil()} besar {n}",
                    f"home {evil()}",
                    f"a{evil()}",
                    f"1{evil()}",
                    "",
                    f"w{evil()}",
                )
                for n in range(3)
            )
        self.tmx = folder / f"m{_FILE}.tmx"
        self.tmx.write_text(f"<tmx><body><tu><tuv xml:lang='{evil()}'/>{evil()}")
        self.xliff = folder / f"x{_FILE}.xlf"
        self.xliff.write_text(f"<xliff><{evil()}")
        self.csv = folder / f"g{_FILE}.csv"
        self.csv.write_text(f"id,en,{evil()}\nrumah{evil()},{evil()}\n")
        self.model = model
        (folder / "padanan.toml").write_text("beam = 2\n")

    def evil(self) -> str:
        """Hostile text."""
        return "".join(self._dice.choices(ESCAPES[:15], k=self._dice.randint(1, 3)))

    def commands(self) -> Iterator[list[str]]:
        """Every command that says something of what is in the desk."""
        model = ["--model", str(self.model), "--memory", "memory.sqlite"]
        inputs = [str(self.article), "b.html", "c.md", "bukan.txt"]
        yield ["translate", *inputs, "-o", "new", *model, "--explain"]
        yield ["translate", str(self.article), "-o", "new2", *model, "--json"]
        yield ["translate", str(self.out), "-o", "new", *model]
        yield ["check", "out"]
        yield ["check", "out", "new", "--json"]
        yield ["check", "out", "--junit", "-"]
        yield ["status", "out"]
        yield ["status", "new", "--json"]
        yield ["report", "out"]
        yield ["report", "out", "--json"]
        yield ["glossary", "find", f"rumah{self.evil()}"]
        yield ["glossary", "find", "rumah", "--json"]
        yield ["glossary", "check", str(self.terms)]
        yield ["glossary", "check", "--json"]
        yield ["glossary", "list"]
        yield ["glossary", "stats"]
        yield ["glossary", "import", str(self.csv), "--dry-run"]
        yield ["glossary", "extract", "out"]
        yield ["glossary", "add", f"x{self.evil()}", f"y{self.evil()}"]
        yield ["glossary", "edit", f"x{self.evil()}", "--note", self.evil()]
        yield ["glossary", "remove", f"besar{self.evil()}"]
        yield ["glossary", "diff", str(self.terms), str(self.csv)]
        yield ["memory", "search", "rumah"]
        yield ["memory", "search", "rumah", "--json"]
        yield ["memory", "stats"]
        yield ["memory", "import", str(self.tmx)]
        yield ["memory", "prune", "--article", f"a{self.evil()}", "--dry-run"]
        yield ["model", "info", str(self.model)]
        yield ["model", "list"]
        yield ["model", "info", f"{_FILE}.argosmodel"]
        yield ["export", "out", "--to", "text", "-o", f"ex{_FILE}"]
        yield ["import", str(self.xliff)]
        yield ["doctor"]
        for known in ("translate", "check", "review", "export", "status", "report"):
            yield [known, f"tiada{self.evil()}".replace("\0", "")]
        yield [f"apa{self.evil()}"]
        yield ["check", f"--{self.evil()}"]
        yield ["translate", "b.html", "--beam", self.evil()]
        yield ["export", "out", "--to", self.evil()]

    def settings(self) -> Iterator[str]:
        """Settings that are wrong in hostile words."""
        evil = json.dumps(self.evil())
        yield f"{evil} = 1\n"
        yield f"theme = {evil}\n"
        yield f"glossary = {evil}\n"
        yield f"[checks]\n{evil} = 1\n"
        yield f"[checks]\ndisable = [{evil}]\n"
        yield f"theme = {self.evil()}\n"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package whose metadata are hostile."""
    folder = tmp_path_factory.mktemp("model")
    evil = "".join(ESCAPES[:15])
    recipe = Recipe(
        metadata={
            "from_name": evil,
            "to_name": evil,
            "package_version": f"0.1{evil}",
            "code": evil,
        },
        readme=f"# {evil}\n\n{evil}\n",
    )
    return pack(build(folder, recipe), folder / f"m{_FILE}.argosmodel")


def _look(fault: Fault, arguments: list[str], *written: bytes) -> None:
    """See that nothing harmful was written."""
    text = "".join(one.decode("utf-8", "backslashreplace") for one in written)
    if "Traceback (most recent call last)" in text:
        fault.failed(f"{arguments}: {text[-1500:]}")
    elif found := HARMFUL.search(text):
        line = text[max(0, found.start() - 80) : found.end() + 40]
        fault.failed(f"{arguments}: {line!r}")
    else:
        fault.passed()


def test_to_pipes(
    campaign: Campaign,
    tmp_path: Path,
    model: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    isolate(tmp_path / "home", monkeypatch)
    with campaign.fault(
        "escapes", "what commands write to pipes", holds="no control that padanan does not mean"
    ) as fault:
        for number in range(campaign.times(6)):
            desk = Desk(
                tmp_path / f"desk{number}", Dice(f"{campaign.word}/escapes/{number}"), model
            )
            monkeypatch.chdir(desk.folder)
            for arguments in desk.commands():
                run([one.replace("\0", "") for one in arguments])
                out, err = capfdbinary.readouterr()
                _look(fault, arguments, out)
                _look(fault, arguments, err)
            for settings in desk.settings():
                (desk.folder / "padanan.toml").write_text(settings)
                for arguments in (["check", "out"], ["status", "out"], ["translate", "b.html"]):
                    run([*arguments])
                    out, err = capfdbinary.readouterr()
                    _look(fault, [*arguments, settings], out + err)
            monkeypatch.chdir(tmp_path)
            shutil.rmtree(desk.folder)


OWN = re.compile(
    r"\x1b\[[\d;]*[mKJABCDGHhl]|\x1b\[\?25[hl]|\x1b\[\?\d+(?:[hl]|\$p)|\x1b\[[<>][\d]*u"
    r"|\x1b\]22;default\x07|\r"
)
"""The sequences with which Rich, Click and Textual draw: colours, places, modes."""


def _in_terminal(command: list[str], folder: Path, keys: Iterator[tuple[str, str]]) -> bytes:
    from terminal import Terminal, padanan

    surroundings = environment(folder.parent / "home")
    del surroundings["NO_COLOR"]
    with Terminal(padanan(*command), surroundings, folder, (100, 40)) as terminal:
        for wait, send in keys:
            terminal.until(wait)
            terminal.send(send)
        terminal.end()
        return terminal.written


def test_to_a_terminal(
    campaign: Campaign, tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("termios", reason="it is a terminal of Unix")
    monkeypatch.syspath_prepend(ROOT / "tests" / "tui")
    isolate(tmp_path / "home", monkeypatch)
    desk = Desk(tmp_path / "desk", Dice(f"{campaign.word}/escapes/terminal"), model)
    monkeypatch.chdir(desk.folder)

    def nothing() -> Iterator[tuple[str, str]]:
        return iter(())

    commands: list[tuple[list[str], Callable[[], Iterator[tuple[str, str]]]]] = [
        (one, nothing)
        for one in desk.commands()
        if one[0] in ("check", "status", "memory", "model", "glossary", "export", "report")
    ][:: max(1, round(3 / campaign.size))]
    plain = ["review", f"out/z{_FILE}.po", "--plain"]
    commands.append((plain, lambda: iter([("Segment 1 of 3", "h\n"), ("> ", "q\n")])))
    commands.append((["review", "out"], lambda: iter([("Enter Open", "q")])))
    with campaign.fault(
        "escapes",
        "what commands and the desk write to a terminal",
        holds="no sequence but those that Click, Rich and Textual draw with",
    ) as fault:
        for arguments, keys in commands:
            with fault.trial():
                written = _in_terminal(
                    [one.replace("\0", "") for one in arguments], desk.folder, keys()
                )
                text = OWN.sub("", written.decode("utf-8", "backslashreplace"))
                found = HARMFUL.search(text)
                assert found is None, f"{arguments}: {text[max(0, found.start() - 80) :][:160]!r}"
                assert "Traceback" not in text
