"""Files of the desk that are cut off, flipped, zeroed or shuffled: their data, or a sentence."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from campaign.fuzz.confined import confined
from campaign.fuzz.dice import Dice, articles
from campaign.record import Campaign
from cli.small_model import isolate, small_model
from engine.packages import build, pack

from padanan.cli import run
from padanan.errors import InputError, ModelError, PadananError
from padanan.glossary import Concept, GlossaryFile
from padanan.translate import bilingual
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Bilingual, Entry, State
from padanan.translate.engine import archive, package
from padanan.translate.memory import Hit, Memory, Unit
from padanan.translate.recall import Recall
from running import ROOT


def broken(dice: Dice, data: bytes) -> bytes:
    """A file as a failing disk or a bad copy leaves it."""
    kind = dice.randrange(6)
    if kind == 0:
        return data[: dice.randrange(len(data))]
    if kind == 1:
        made = bytearray(data)
        for _ in range(dice.choice((1, 1, 3, 20))):
            made[dice.randrange(len(made))] ^= 1 << dice.randrange(8)
        return bytes(made)
    size = dice.choice((1, 16, 512, 4096))
    blocks = [data[at : at + size] for at in range(0, len(data), size)]
    one, other = dice.randrange(len(blocks)), dice.randrange(len(blocks))
    if kind == 2:
        blocks[one] = bytes(len(blocks[one]))
    elif kind == 3:
        blocks[one], blocks[other] = blocks[other], blocks[one]
    elif kind == 4:
        blocks[one] = dice.randbytes(len(blocks[one]))
    else:
        blocks[one:one] = [blocks[other]]
    return b"".join(blocks)


def _entries() -> tuple[Entry, ...]:
    sentences = [
        line.strip() for text in articles() for line in text.splitlines() if len(line) > 30
    ]
    states = (State.APPROVED, State.DRAFT, State.APPROVED, State.EMPTY)
    return tuple(
        Entry(
            f"{number:08x}",
            source,
            "" if states[number % 4] is State.EMPTY else f"Sentence {number}: {source[::-1]}",
            states[number % 4],
            kind=BlockKind.PARAGRAPH,
            rule="running-text",
            line=number + 1,
            how="model",
            score=-0.5,
            confidence=0.5,
            comment="tanya Ani" if number % 7 == 0 else "",
        )
        for number, source in enumerate(dict.fromkeys(sentences))
    )


def test_bilingual_files(campaign: Campaign, tmp_path: Path) -> None:
    whole = Bilingual("../a.txt", "0" * 64, "engine", "recipe", "", _entries()[:40])
    data = bilingual.dumps(whole).encode()
    path = tmp_path / "a.po"
    with campaign.fault(
        "damaged", "bilingual file (PO)", holds="its data or a sentence; the file as it was"
    ) as fault:
        dice = Dice(f"{campaign.word}/damage/po")
        taken = 0
        for _ in range(campaign.times(2_000)):
            with fault.trial():
                spoilt = broken(dice, data)
                path.write_bytes(spoilt)
                try:
                    content = bilingual.load(path)
                except InputError as error:
                    assert str(path) in error.message  # noqa: PT017
                else:
                    assert content is not None
                    taken += 1
                    again = bilingual.loads(bilingual.dumps(content))
                    assert [one.target for one in again.entries] == [
                        one.target for one in content.entries
                    ]
                assert path.read_bytes() == spoilt
        fault.holds += f" ({taken:,} were read)"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles, and a small model."""
    isolate(tmp_path / "home", monkeypatch)
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "a.txt").write_text("rumah besar.\n\nnegara besar dan rumah sakit.\n\nrumah sakit.\n")
    (folder / "terms.tsv").write_text(
        "id\ten\tavoid\tpos\tdomain\tflags\tnote\nrumah\thome\tdwelling\tnoun\n"
    )
    small_model(tmp_path)
    return folder


def _translate(desk: Path, *more: str) -> int:
    model = next(desk.parent.glob("*.argosmodel"))
    return run(["translate", "a.txt", "--model", str(model), *more])


def _approve(path: Path) -> None:
    content = bilingual.load(path)
    assert content is not None
    done = [
        replace(entry, target=f"By hand {number}.", state=State.APPROVED, comment="mine")
        for number, entry in enumerate(content.entries)
    ]
    bilingual.save(path, replace(content, entries=tuple(done)))


def _work(content: Bilingual) -> set[tuple[str, str]]:
    """What a person has approved in a file, wherever it stands."""
    both = (*content.entries, *content.obsolete)
    return {(one.source, one.target) for one in both if one.state is State.APPROVED and one.target}


def test_a_run_over_damaged_bilingual_files(
    campaign: Campaign, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A run never writes over a person's work with a poorer reading of it."""
    assert _translate(desk) in (0, 1)
    path = desk / "out" / "a.po"
    _approve(path)
    assert _translate(desk) in (0, 1)
    data = path.read_bytes()
    with campaign.fault(
        "damaged",
        "bilingual file under padanan translate",
        holds="left as it was, or every approval that can be read is still there",
    ) as fault:
        dice = Dice(f"{campaign.word}/damage/run")
        for _ in range(campaign.times(150)):
            with fault.trial():
                spoilt = broken(dice, data)
                path.write_bytes(spoilt)
                try:
                    before = bilingual.load(path)
                except InputError:
                    before = None
                code = _translate(desk)
                said = capsys.readouterr().err
                assert "Traceback" not in said
                if before is None:
                    assert code == 4, said
                    if path.read_bytes() != spoilt:
                        fault.lost("a damaged file was written over")
                    continue
                after = bilingual.load(path)
                assert after is not None
                if not _work(before) <= _work(after):
                    fault.lost(f"approvals: {_work(before) - _work(after)}")


def test_glossaries(campaign: Campaign, tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    data = b"".join((ROOT / "terms.tsv").read_bytes().splitlines(keepends=True)[:120])
    new = Concept(("zzz percobaan",), ("trial",))
    with campaign.fault(
        "damaged",
        "terms.tsv, and a row saved",
        holds="every other line is there afterwards, byte for byte",
    ) as fault:
        dice = Dice(f"{campaign.word}/damage/terms")
        for _ in range(campaign.times(400)):
            with fault.trial():
                spoilt = broken(dice, data)
                path.write_bytes(spoilt)
                file = GlossaryFile.load(path)
                assert all(one.message.isprintable() for one in file.problems)
                good = set(file.concepts)
                try:
                    file.add(new)
                    file.save()
                except PadananError:
                    assert path.read_bytes() == spoilt
                    continue
                lines = path.read_bytes().split(b"\n")
                for line in filter(None, spoilt.split(b"\n")):
                    if line not in lines:
                        fault.lost(f"the line {line!r}")
                    lines.remove(line)
                if not good < set(GlossaryFile.load(path).concepts):
                    fault.lost("a good row")


def test_memories(campaign: Campaign, tmp_path: Path) -> None:
    whole = tmp_path / "whole.sqlite"
    path = tmp_path / "memory.sqlite"
    units = [
        Unit(one.source, one.target, "a.txt", one.id, "2022-01-27T03:50:00Z", "Ani")
        for one in _entries()
        if one.target
    ]
    with Memory.open(whole) as memory:
        memory.store(units)
    data = whole.read_bytes()

    def use() -> None:
        with Memory.open(path) as memory:
            for unit in units[::11]:
                hit = memory.exact(unit.source)
                assert hit is None or isinstance(hit, Hit)
                for found in memory.fuzzy(unit.source, threshold=60.0):
                    assert isinstance(found.target, str)
                    assert isinstance(found.unit.article, str)
            memory.store([Unit("Satu dua tiga.", "One two three.", "b.txt", "1")])
            list(memory.units())

    with campaign.fault(
        "damaged",
        "memory (SQLite)",
        holds="its data or a sentence; the work goes on without it; the file is not replaced",
    ) as fault:
        dice = Dice(f"{campaign.word}/damage/memory")
        refused = 0
        for _ in range(campaign.times(500)):
            with fault.trial():
                spoilt = broken(dice, data)
                for beside in path.parent.glob("memory.sqlite-*"):
                    beside.unlink()
                path.write_bytes(spoilt)
                recall = Recall(path)
                for unit in units[::11]:
                    recall.ask(unit.source, adapt=True)
                    recall.similar(unit.source)
                recall.close()
                try:
                    use()
                except PadananError as error:
                    refused += 1
                    assert str(path) in error.message  # noqa: PT017
                if spoilt:
                    assert path.stat().st_size > 0, "it was emptied"
        fault.holds += f" ({refused:,} were refused)"


def test_package_files(campaign: Campaign, tmp_path: Path) -> None:
    whole = pack(build(tmp_path), tmp_path / "whole.argosmodel")
    data = whole.read_bytes()
    into = tmp_path / "place" / "into"
    path = tmp_path / "broken.argosmodel"
    with campaign.fault(
        "damaged", "package files", holds="unpacked whole or refused; nothing beside its folder"
    ) as fault:
        dice = Dice(f"{campaign.word}/damage/packages")
        for _ in range(campaign.times(400)):
            with fault.trial():
                spoilt = broken(dice, data)
                if dice.often(0.5):  # where names and sizes stand
                    at = data.index(b"PK\x01\x02")
                    spoilt = data[:at] + broken(dice, data[at:])
                path.write_bytes(spoilt)
                shutil.rmtree(into.parent, ignore_errors=True)
                into.mkdir(parents=True)
                try:
                    package.read(archive.extract(path, into))
                except ModelError as error:
                    assert len(error.message) < 1_000  # noqa: PT017
                assert list(into.parent.iterdir()) == [into]


def _uses(folder: Path) -> Callable[[], object]:
    def use() -> object:
        from padanan.translate.engine.ctranslate import CTranslateEngine

        found = package.read(folder)
        engine = CTranslateEngine(found, beam=2, jobs=1)
        return [one.text for one in next(iter(engine.translate(["rumah besar"])))]

    return use


def test_package_folders(campaign: Campaign, tmp_path: Path) -> None:
    """What is damaged after it was unpacked."""
    whole = build(tmp_path)
    names = sorted(p.relative_to(whole) for p in whole.rglob("*") if p.is_file())
    folder = tmp_path / "broken" / whole.name
    with campaign.fault(
        "damaged", "installed packages", holds="a draft or a sentence, within bounds"
    ) as fault:
        dice = Dice(f"{campaign.word}/damage/installed")
        for _ in range(campaign.times(200)):
            with fault.trial():
                shutil.rmtree(folder, ignore_errors=True)
                shutil.copytree(whole, folder)
                name = dice.choice(names)
                (folder / name).write_bytes(broken(dice, (folder / name).read_bytes()))
                outcome = confined(_uses(folder))
                assert outcome.word != "failed", f"{name}: {outcome.told}"
