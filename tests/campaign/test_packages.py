"""Model packages that are damaged where they lie, and installations that are cut off."""

import random
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("processes as on Unix", allow_module_level=True)

from campaign.desks import Desk, contents, leftovers
from campaign.lanes import each
from campaign.record import Campaign
from campaign.warm import Warm
from engine.packages import pack
from engine.server import Server

TRIALS = 20


def _cut(path: Path, dice: random.Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: dice.randrange(len(data))])


def _flip(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    reach = min(len(data), dice.choice([64, 4_096, len(data)]))
    for _ in range(dice.choice([1, 8, 200])):
        data[dice.randrange(reach)] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


def _other(path: Path, dice: random.Random) -> None:
    junk = [b"", b"\0" * 4096, b"{}", b"[]", b"null", b"<html>", b"\xff\xfe", b"[" * 50_000]
    path.write_bytes(dice.choice(junk))


def _gone(path: Path, dice: random.Random) -> None:
    del dice
    path.unlink()


def _a_folder(path: Path, dice: random.Random) -> None:
    del dice
    path.unlink()
    path.mkdir()


DAMAGE: tuple[Callable[[Path, random.Random], None], ...] = (_cut, _flip, _other, _gone, _a_folder)


_ENGLISH = re.compile(rb'"X-Padanan-English: .*\n')
"""What English texts there have been so far, among them those of the damaged model."""


def _told(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files as they are but for what they say of earlier texts."""
    return {name: _ENGLISH.sub(b"", data) for name, data in files.items()}


def test_damaged(campaign: Campaign, tmp_path: Path, warm: Warm, desk: Desk) -> None:
    dice = campaign.dice("damaged packages")
    names = sorted(path.relative_to(desk.model) for path in desk.model.rglob("*") if path.is_file())
    measured = desk.copy(tmp_path / "measured")
    # Drafts that are made anew are offered what was approved since.
    assert warm.run([*desk.translate, "--force"], measured.folder).code == 0
    wanted = _told(contents(measured.folder))

    def trial(seed: int, place: Path) -> None:
        choose = random.Random(seed)
        own = desk.copy(place / "desk")
        model = place / desk.model.name
        shutil.copytree(desk.model, model)
        weights = [name for name in names if name.name == "model.bin"]
        path = model / choose.choice([*names, *weights, *weights])
        choose.choice(DAMAGE)(path, choose)
        run = warm.run(["translate", "articles", "--model", model], own.folder)
        assert run.code in {0, 3, 4}, (path.name, run.code, run.err)
        assert "Traceback" not in run.err
        assert run.code == 0 or run.err.strip()
        with fault.recovery():
            run = warm.run([*desk.translate, "--force"], own.folder)
        assert run.code == 0, run.err
        assert leftovers(own.folder) == []
        if _told(contents(own.folder)) != wanted:
            fault.lost("a damaged model has left traces")

    with campaign.fault(
        "packages",
        "a model damaged on the disk",
        holds="a sentence and an exit code, never a crash; with the sound model all is as it was",
    ) as fault:
        cases = [dice.randrange(2**32) for _ in range(campaign.times(2 * TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)


@pytest.fixture
def server(tmp_path: Path, desk: Desk) -> Iterator[Server]:
    """An index that offers the small package."""
    with Server() as running:
        running.offer(pack(desk.model, tmp_path / "translate-id_en-0_1.argosmodel"))
        yield running


def _home(place: Path) -> dict[str, str]:
    """Where a trial installs."""
    (place / "home").mkdir(exist_ok=True)
    return {
        "HOME": str(place / "home"),
        "XDG_DATA_HOME": str(place / "home/data"),
        "XDG_CACHE_HOME": str(place / "home/cache"),
        "XDG_CONFIG_HOME": str(place / "home/config"),
    }


def _sound(warm: Warm, place: Path, home: dict[str, str]) -> None:
    """See that the installed package works, and nothing else lies around."""
    (place / "a.txt").write_text("rumah besar dan negara.\n", "utf-8")
    run = warm.run(["translate", "a.txt", "--model", "argos"], place, environment=home)
    assert run.code == 0, run.err
    packages = place / "home/data/argos-translate/packages"
    assert [path.name for path in packages.iterdir() if path.is_dir()] == ["translate-id_en-0_1"]
    assert [path.name for path in packages.parent.iterdir() if "padanan" in path.name] == []
    assert list((place / "home/cache/padanan/downloads").iterdir()) == []


def test_install_killed(campaign: Campaign, tmp_path: Path, warm: Warm, server: Server) -> None:
    dice = campaign.dice("install killed")
    install = ["model", "install", "--index", server.address]
    (tmp_path / "measured").mkdir()
    run = warm.run(install, tmp_path / "measured", environment=_home(tmp_path / "measured"))
    assert run.code == 0, run.err
    whole = time.perf_counter() - run.begun
    _sound(warm, tmp_path / "measured", _home(tmp_path / "measured"))

    def trial(seconds: float, place: Path) -> None:
        home = _home(place)
        run = warm.start(install, place, environment=home)
        time.sleep(seconds)
        run.kill()
        run.wait()
        run = warm.run(["model", "list"], place, environment=home)
        assert run.code == 0, run.err
        assert "damaged" not in run.out + run.err
        with fault.recovery():
            run = warm.run(install, place, environment=home)
        assert run.code == 0, run.err
        _sound(warm, place, home)

    with campaign.fault(
        "packages",
        "model install killed",
        holds="no half package is listed; installing again goes through, and leaves nothing else",
    ) as fault:
        cases = [dice.uniform(0, whole) for _ in range(campaign.times(TRIALS))]
        each(fault, cases, tmp_path / "trials", trial)


def test_install_cut_off(campaign: Campaign, tmp_path: Path, warm: Warm, server: Server) -> None:
    """The connection breaks, again and again, or the answer is something else."""
    dice = campaign.dice("install cut off")
    install = ["model", "install", "--index", server.address]
    served = server.files["/translate-id_en-0_1.argosmodel"]
    index = server.files["/index.json"]
    good, listed = served.content, index.content

    def trial(seed: int, place: Path) -> None:
        choose = random.Random(seed)
        home = _home(place)
        match choose.randrange(4):
            case 0:
                served.cuts = [choose.randrange(len(good)) for _ in range(8)]
            case 1:
                served.content = good[: choose.randrange(len(good))]
            case 2:
                index.content = listed[: choose.randrange(len(listed))]
            case 3:
                served.content = choose.randbytes(5_000)
        run = warm.run(install, place, environment=home)
        assert run.code in {0, 3}, (run.code, run.err)
        assert "Traceback" not in run.err
        assert run.err.strip()
        served.cuts, served.content, index.content = [], good, listed
        with fault.recovery():
            run = warm.run(install, place, environment=home)
        assert run.code == 0, run.err
        _sound(warm, place, home)

    with campaign.fault(
        "packages",
        "model install from a server that breaks off",
        holds="a sentence and an exit code; installing again goes through, and leaves nothing else",
    ) as fault:
        cases = [dice.randrange(2**32) for _ in range(campaign.times(TRIALS // 2))]
        each(fault, cases, tmp_path / "trials", trial, lanes=1)
