"""Results of articles that are gone."""

import os
import shutil
from pathlib import Path

import pytest

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Bilingual, Entry, State, save
from padanan.translate.inputs import Job
from padanan.translate.leftovers import left_behind
from padanan.translate.outputs import relative


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _translated(source: str, out: str = "out", below: str = "") -> Path:
    """An article and its bilingual file."""
    article = Path(source)
    article.parent.mkdir(parents=True, exist_ok=True)
    article.write_text("Presiden tiba.\n", "utf-8")
    path = Path(out, below or article.name).with_suffix(".po")
    path.parent.mkdir(parents=True, exist_ok=True)
    entry = Entry("1", "Presiden tiba.", "", State.EMPTY, kind=BlockKind.PARAGRAPH)
    job = Job(article, source, path)
    save(path, Bilingual(relative(job), "0", "e", "r", "", (entry,)))
    return path


def _left(*folders: str, out: str = "out") -> list[str]:
    return [path.as_posix() for path in left_behind([Path(one) for one in folders], Path(out))]


@pytest.mark.usefixtures("desk")
def test_what_is_gone_is_found_wherever_it_lay_in_the_folder() -> None:
    kept, gone, deep = "news/a.txt", 'news/b "quoted" \\ é 100 %.txt', "news/day 1/c.html"
    _translated(kept)
    _translated(gone)
    _translated(deep, below="day 1/c.po")
    assert _left("news") == []
    Path(gone).unlink()
    shutil.rmtree("news/day 1")
    assert _left("news") == ['out/b "quoted" \\ é 100 %.po', "out/day 1/c.po"]
    assert _left("news/") == _left("news", "news")
    assert _left(os.path.abspath("news")) == _left("news")  # noqa: PTH100 - as it is typed


@pytest.mark.usefixtures("desk")
def test_results_of_other_folders_are_no_concern() -> None:
    for source in ("old/a.txt", "b.txt", "news/c.txt", "newsroom/d.txt"):
        _translated(source)
        Path(source).unlink()
    assert _left("news") == ["out/c.po"]
    Path("b.md").write_text("x", "utf-8")
    assert _left("old") == ["out/a.po"]


@pytest.mark.usefixtures("desk")
def test_a_moved_article_is_where_it_is_now() -> None:
    _translated("news/a.txt")
    Path("news/a.txt").rename("news/b.txt")
    assert _left("news") == ["out/a.po"]
    Path("news/b.txt").rename("news/a.md")
    assert _left("news") == []  # its results would be the same file


@pytest.mark.usefixtures("desk")
def test_what_is_no_bilingual_file_is_passed_over(desk: Path) -> None:
    (desk / "news").mkdir()
    (desk / "out").mkdir()
    (desk / "out/damaged.po").write_bytes(b"\xff\x00")
    (desk / "out/other.po").write_text('msgid "a"\nmsgstr "b"\n', "utf-8")
    (desk / "out/folder.po").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(desk / "out/pipe.po")  # which is not waited for
    (desk / "out/.hidden").mkdir()
    shutil.copy(_translated("news/x.txt"), desk / "out/.hidden")
    (desk / "out/x.po").unlink()
    (desk / "news/x.txt").unlink()
    assert _left("news") == []
    assert _left("news", out="not-there") == []
