"""SIGKILL at random moments: of translating, importing, and writing into the memory."""

import random
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from campaign.desks import (
    TERMS,
    Desk,
    contents,
    expect_approved,
    leftovers,
    sentence,
    units,
)
from campaign.lanes import Course, Moment, each, kill_surely
from campaign.record import Campaign, Fault
from campaign.warm import Warm

from padanan.translate.memory import Memory, Unit

KILLS = 200


def _fresh(desk: Desk, folder: Path) -> Callable[[], Path]:
    """Makes copies of a desk."""
    numbers = count()
    return lambda: desk.copy(folder / str(next(numbers))).folder


def _courses(warm: Warm, desk: Desk, arguments: list[str], folder: Path) -> tuple[Course, Path]:
    """How long an undisturbed run takes, and the desk after one."""
    folders = [_fresh(desk, folder / str(number))() for number in range(3)]
    return Course.of(warm, arguments, folders), folders[0]


def _again(fault: Fault, warm: Warm, arguments: list[str], folder: Path) -> None:
    """Run the same command again, to its end."""
    with fault.recovery():
        run = warm.run(arguments, folder)
    assert run.code == 0, run.err
    assert "Traceback" not in run.err


def test_translate(campaign: Campaign, tmp_path: Path, warm: Warm, desk: Desk) -> None:
    course, undisturbed = _courses(warm, desk, desk.translate, tmp_path / "measured")
    wanted = contents(undisturbed)
    remembered = units(undisturbed / "out/memory.sqlite")

    def trial(moment: Moment, place: Path) -> None:
        folder = kill_surely(warm, desk.translate, _fresh(desk, place), moment)
        expect_approved(fault, folder / "out", desk.approved)
        _again(fault, warm, desk.translate, folder)
        expect_approved(fault, folder / "out", desk.approved)
        assert leftovers(folder) == []
        assert contents(folder) == wanted
        assert units(folder / "out/memory.sqlite") == remembered

    with campaign.fault(
        "killed",
        "translate",
        holds="each file old or new; all approved is there; the next run ends with the bytes of a "
        "run that nothing disturbed, and leaves no temporary file",
    ) as fault:
        cases = course.moments(campaign.dice("translate"), campaign.times(KILLS))
        each(fault, cases, tmp_path / "trials", trial)


def test_import_xliff(campaign: Campaign, tmp_path: Path, warm: Warm, ready: Desk) -> None:
    theirs = tmp_path / "theirs.xlf"
    run = warm.run(["export", "out/3.po", "--to", "xliff", "-o", theirs], ready.folder)
    assert run.code == 0, run.err
    text = theirs.read_text("utf-8")
    theirs.write_text(text.replace("</target>", " (back)</target>"), "utf-8")
    arguments = ["import", str(theirs), "--approve"]
    course, undisturbed = _courses(warm, ready, arguments, tmp_path / "measured")
    wanted = contents(undisturbed)
    remembered = units(undisturbed / "out/memory.sqlite")
    before = (ready.folder / "out/3.po").read_bytes()
    others = {key: target for key, target in ready.approved.items() if key[0] != "3.po"}

    def trial(moment: Moment, place: Path) -> None:
        folder = kill_surely(warm, arguments, _fresh(ready, place), moment)
        expect_approved(fault, folder / "out", others)
        if (folder / "out/3.po").read_bytes() not in {before, wanted["out/3.po"]}:
            fault.lost("the bilingual file is neither the old one nor the new one")
        _again(fault, warm, arguments, folder)
        assert leftovers(folder) == []
        assert contents(folder) == wanted
        assert units(folder / "out/memory.sqlite") == remembered

    with campaign.fault(
        "killed",
        "import (XLIFF)",
        holds="the bilingual file is the old one or the new one; importing again ends as a run "
        "that nothing disturbed: English text and memory too",
    ) as fault:
        cases = course.moments(campaign.dice("xliff"), campaign.times(KILLS // 3))
        each(fault, cases, tmp_path / "trials", trial)


def _tmx(path: Path, dice: random.Random, number: int) -> None:
    """A TMX file of another tool."""
    pairs = "".join(
        f'<tu tuid="{n}"><tuv xml:lang="id"><seg>{sentence(dice)} {n}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>Sentence {n}.</seg></tuv></tu>\n'
        for n in range(number)
    )
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="x" '
        'creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="id" '
        f'datatype="plaintext"/><body>\n{pairs}</body></tmx>\n',
        "utf-8",
    )


def test_import_memory(campaign: Campaign, tmp_path: Path, warm: Warm, ready: Desk) -> None:
    theirs = tmp_path / "theirs.tmx"
    _tmx(theirs, campaign.dice("tmx"), 1_500)
    arguments = ["memory", "import", str(theirs)]
    course, undisturbed = _courses(warm, ready, arguments, tmp_path / "measured")
    before = units(ready.folder / "out/memory.sqlite", times=True)
    wanted = units(undisturbed / "out/memory.sqlite", times=True)

    def trial(moment: Moment, place: Path) -> None:
        folder = kill_surely(warm, arguments, _fresh(ready, place), moment)
        if not before <= units(folder / "out/memory.sqlite", times=True) <= wanted:
            fault.lost("units that were in the memory have gone, or others have come")
        _again(fault, warm, arguments, folder)
        assert units(folder / "out/memory.sqlite", times=True) == wanted
        assert leftovers(folder) == []

    with campaign.fault(
        "killed",
        "import (TMX into the memory)",
        holds="the memory is sound and has all that it had; importing again ends as a run that "
        "nothing disturbed",
    ) as fault:
        cases = course.moments(campaign.dice("memory import"), campaign.times(KILLS // 3))
        each(fault, cases, tmp_path / "trials", trial)


def test_import_glossary(campaign: Campaign, tmp_path: Path, warm: Warm, ready: Desk) -> None:
    theirs = tmp_path / "theirs.csv"
    rows = [f"istilah {n},term number {n}\n" for n in range(800)]
    theirs.write_text(f"Indonesian,English\n{''.join(rows)}", "utf-8")
    arguments = ["glossary", "import", str(theirs), "--yes"]
    course, undisturbed = _courses(warm, ready, arguments, tmp_path / "measured")
    before = (ready.folder / "terms.tsv").read_bytes()
    wanted = (undisturbed / "terms.tsv").read_bytes()
    assert wanted.count(b"\n") > 800

    def trial(moment: Moment, place: Path) -> None:
        folder = kill_surely(warm, arguments, _fresh(ready, place), moment)
        if (folder / "terms.tsv").read_bytes() not in {before, wanted}:
            fault.lost("the glossary is neither the old one nor the new one")
        _again(fault, warm, arguments, folder)
        assert (folder / "terms.tsv").read_bytes() == wanted
        run = warm.run(["glossary", "add", "lumpia", "spring roll"], folder)
        assert run.code == 0, run.err
        assert leftovers(folder) == []

    with campaign.fault(
        "killed",
        "import (glossary)",
        holds="the glossary is the old one or the new one; importing again ends as a run that "
        "nothing disturbed; no temporary file once something is written",
    ) as fault:
        cases = course.moments(campaign.dice("glossary import"), campaign.times(KILLS // 3))
        each(fault, cases, tmp_path / "trials", trial)


WRITERS = {
    "export": ("export", "out", "--to", "html", "--force"),
    "export (one TMX file)": ("export", "out", "--to", "tmx", "-o", "all.tmx", "--force"),
    "report": ("report", "out"),
    "glossary export": ("glossary", "export", "terms.tbx", "terms.html", "--force"),
    "memory export": ("memory", "export", "memory.tmx", "--force"),
    "check": ("check", "out", "--junit", "findings.xml"),
}
"""Other commands that write files."""


@pytest.mark.parametrize("name", WRITERS)
def test_other_writers(
    campaign: Campaign, tmp_path: Path, warm: Warm, ready: Desk, name: str
) -> None:
    dice = campaign.dice(name)
    arguments = list(WRITERS[name])
    measured = ready.copy(tmp_path / "measured").folder
    run = warm.start(arguments, measured)
    assert run.wait() in {0, 1}, run.err
    whole = time.perf_counter() - run.begun
    there = contents(ready.folder)
    expected = set(contents(measured))

    def trial(seconds: float, place: Path) -> None:
        folder = kill_surely(warm, arguments, _fresh(ready, place), Moment("start", seconds))
        found = contents(folder)
        for file, data in there.items():
            if found.get(file) != data:
                fault.lost(f"{file} is not what it was")
        with fault.recovery():
            run = warm.run(arguments, folder)
        assert run.code in {0, 1}, run.err
        assert set(contents(folder)) == expected
        assert units(folder / "out/memory.sqlite")

    with campaign.fault(
        "killed",
        name,
        holds="nothing else is touched; run again, it writes all its files and leaves no other",
    ) as fault:
        cases = [dice.uniform(0, whole) for _ in range(campaign.times(10))]
        each(fault, cases, tmp_path / "trials", trial)


STORING = """
import sys
from pathlib import Path
from padanan.translate.memory import Memory, Unit
memory = Memory.open(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    source = f"rumah nomor {number % 90} besar dan {'x' * (number % 7)}"
    memory.store([Unit(source, f"target {number}", "a.txt", f"s{number % 60}", "", "ani")])
    print(number, flush=True)
"""


def test_memory_writes(campaign: Campaign, tmp_path: Path, warm: Warm) -> None:
    """Each unit that was acknowledged is there; of those written over, the later one."""
    dice = campaign.dice("memory writes")

    def trial(seconds: float, place: Path) -> None:
        path = place / "memory.sqlite"
        said: list[int] = []
        for most in (seconds, dice.uniform(0, 0.1)):  # the second over what the first has left
            run = warm.start([path, "100000"], place, code=STORING)
            run.writing(30)
            time.sleep(most)
            run.kill()
            assert run.wait() == -9
            said = [int(line) for line in run.out.split("\n")[:-1]]
            with fault.recovery():
                there = {one[3]: one[1] for one in units(path)} if path.exists() else {}
            for number in said[-60:]:
                target = there.get(f"s{number % 60}", "target -1")
                if int(target.split()[1]) < number:
                    fault.lost(f"unit {number} was acknowledged; there is {target}")
        assert leftovers(place) == []

    with campaign.fault(
        "killed",
        "memory writes",
        holds="each unit that was acknowledged is there, the database is sound, and can be "
        "written on",
    ) as fault:
        cases = [dice.uniform(0, 0.4) for _ in range(campaign.times(KILLS * 3 // 4))]
        each(fault, cases, tmp_path / "trials", trial)


def test_memory_prune(campaign: Campaign, tmp_path: Path, warm: Warm) -> None:
    start = tmp_path / "start"
    (start / "out").mkdir(parents=True)
    (start / "terms.tsv").write_text(TERMS, "utf-8")
    dice = campaign.dice("prune")
    with Memory.open(start / "out/memory.sqlite") as memory:
        memory.store(
            Unit(sentence(dice), f"target {n}", "b.txt" if n % 2 else "a.txt", f"s{n}", "", "ani")
            for n in range(1_200)
        )
    whole = units(start / "out/memory.sqlite")
    arguments = ["memory", "prune", "--article", "a.txt", "--yes", "--keep-as", "kept.tmx"]
    again = [*arguments[:-1], "kept2.tmx"]
    desk = Desk(start, start, {})
    course, undisturbed = _courses(warm, desk, arguments, tmp_path / "measured")
    wanted = units(undisturbed / "out/memory.sqlite")

    def trial(moment: Moment, place: Path) -> None:
        folder = kill_surely(warm, arguments, _fresh(desk, place), moment)
        kept = set()
        there = units(folder / "out/memory.sqlite")
        if (folder / "kept.tmx").exists():
            back = warm.run(["memory", "import", "kept.tmx", "-m", "back.sqlite"], folder)
            assert back.code == 0, back.err
            kept = units(folder / "back.sqlite")
        if not whole <= there | kept:
            fault.lost(f"{len(whole - there - kept)} units are neither in the memory nor kept")
        with fault.recovery():
            run = warm.run(again, folder)
        assert run.code in {0, 1}, run.err
        assert units(folder / "out/memory.sqlite") == wanted
        if run.code == 0:
            assert leftovers(folder) == []

    with campaign.fault(
        "killed",
        "memory prune",
        holds="each unit is in the memory or in the file that keeps what was removed; pruning "
        "again ends as a run that nothing disturbed",
    ) as fault:
        cases = course.moments(dice, campaign.times(KILLS // 4))
        each(fault, cases, tmp_path / "trials", trial)
