"""Translating on a Ray cluster: the same bytes and the same report as on one machine, whatever
dies on the way."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from cluster.conftest import CAMPAIGN, Machines
from cluster.desks import archive, deadly, files, jobs_of, memory, opened, plain
from engine.packages import build

from padanan.translate import batch
from padanan.translate.cluster import Cluster, Fleet, Kit, connect, packed, run, translate_all
from padanan.translate.inputs import Job
from padanan.translate.lock import open_desk
from padanan.translate.places import Url
from padanan.translate.result import Options, Result, Status
from padanan.translate.staging import Staging


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package that translates word by word."""
    return build(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def joined(machines: Machines) -> Iterator[Cluster]:
    """The cluster, joined."""
    with connect(machines.address) as cluster:
        yield cluster


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@contextmanager
def _kit(package: Path, out: Path, memory: Path | None = None) -> Iterator[Kit]:
    """What workers are given; the folder of results is made."""
    if not isinstance(out, Url):
        open_desk(out)
    with opened(package, memory) as resources:
        yield packed(resources, Options(page=True), out, model=None, beam=2)


def _here(jobs: Sequence[Job], package: Path, memory: Path | None = None) -> list[Result]:
    """The same on one machine."""
    with opened(package, memory) as resources:
        return list(batch.translate_all(jobs, resources, Options(page=True)))


def test_the_same_bytes_and_report_as_on_one_machine(
    package: Path, joined: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = memory(tmp_path / "memory.sqlite")
    paths = archive(Path())
    here = _here(jobs_of(paths, Path("here")), package, known)
    fleet = Fleet.of(joined)
    assert (len(joined.machines), fleet) == (2, Fleet(workers=2, cpus=1))
    monkeypatch.setattr(run, "GROUP", 2)  # other neighbours than in the one group of one machine
    with _kit(package, Path("there"), known) as kit:
        there = list(translate_all(jobs_of(paths, Path("there")), kit, joined, fleet))
    assert plain(there) == plain(here)
    assert {one.status for one in there} == {Status.NEW}
    assert {entry for one in there for entry in one.terms} >= {"model"}
    assert files(Path("there")) == files(Path("here"))
    assert len(files(Path("there"))) == 3 * 12
    assert b"draft: memory" in files(Path("there"))["0/a0.po"]

    # What is there is not done again; what has gone, is.
    Path("there/lines/5.po").unlink()
    Path("there/lines/5.en.txt").unlink()
    before = {path: path.stat().st_mtime_ns for path in Path("there").rglob("*.po")}
    done: list[tuple[int, int]] = []
    with _kit(package, Path("there"), known) as kit:
        again = list(
            translate_all(
                jobs_of(paths, Path("there")),
                kit,
                joined,
                fleet,
                lambda *some: done.append(some),
            )
        )
    assert [one.job.name for one in again if one.status is not Status.UNCHANGED] == [
        "archive.jsonl#lines/5"
    ]
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert files(Path("there")) == files(Path("here"))
    assert (done[0], done[-1]) == ((0, 12), (12, 12))


def test_an_article_that_kills_workers_is_given_up_and_the_rest_done(
    package: Path, joined: Cluster, tmp_path: Path
) -> None:
    paths = archive(Path())
    _here(jobs_of(paths, Path("here")), package)
    jobs = jobs_of(paths, Path("out"))
    jobs[1] = deadly(jobs[1], tmp_path / "one", times=1)
    jobs[2] = deadly(jobs[2], tmp_path / "two", times=1_000)
    with _kit(package, Path("out")) as kit:
        results = list(translate_all(jobs, kit, joined, Fleet(workers=2, cpus=1)))
    assert [one.job.name for one in results] == [job.name for job in jobs]
    (failed,) = (one for one in results if one.error is not None)
    assert failed.job.name == jobs[2].name
    assert failed.error is not None
    assert "was given up after 3 tries" in failed.error.message
    assert len((tmp_path / "two").read_text().splitlines()) <= 3
    lost = str(jobs[2].bilingual.with_suffix("").relative_to("out"))
    wanted = {name: data for name, data in files(Path("here")).items() if not name.startswith(lost)}
    assert files(Path("out")) == wanted
    assert len(wanted) == 3 * 11


@CAMPAIGN
def test_results_at_a_url(package: Path, joined: Cluster, tmp_path: Path) -> None:
    pytest.importorskip("fsspec", reason="URLs are opened with fsspec")
    lines = archive(Path())[1]
    # The file system of this machine, but by way of fsspec.
    source = Url.parse(f"local://{tmp_path}/archive.jsonl")
    there, here = (Url.parse(f"local://{tmp_path}/{name}") for name in ("there", "here"))
    with opened(package) as resources:
        _ = list(Staging(here).translate(jobs_of([source], here), resources, Options(page=True)))
    with _kit(package, there) as kit:
        results = list(translate_all(jobs_of([source], there), kit, joined, Fleet(1, 1)))
        again = list(translate_all(jobs_of([source], there), kit, joined, Fleet(1, 1)))
    assert [one.error for one in results] == [None] * 4
    assert str(results[0].job.bilingual).startswith("local://")
    assert {one.status for one in again} == {Status.UNCHANGED}
    assert files(Path("there")) == files(Path("here"))
    assert len(files(Path("there"))) == 3 * 4
    assert b"X-Padanan-Article: ../../archive.jsonl#lines/4" in files(Path("there"))["lines/4.po"]
    assert lines.exists()
