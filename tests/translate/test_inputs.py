"""Which files a run takes in, and where results go."""

import os
from pathlib import Path

import pytest

from padanan.errors import InputError
from padanan.translate.inputs import Job, collect


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _touch(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("x")


def _names(*paths: str, out: str = "out") -> list[str]:
    found = list(collect(map(Path, paths), Path(out)))
    return [one.name if isinstance(one, Job) else one.message for one in found]


def test_a_folder_is_read_whole_in_order() -> None:
    _touch(
        "news/b.txt",
        "news/a.md",
        "news/2022/c.HTML",
        "news/photo.jpg",
        "news/.hidden.txt",
        "news/.git/d.txt",
    )
    assert _names("news") == ["news/a.md", "news/b.txt", "news/2022/c.HTML"]


def test_results_repeat_the_folders_structure() -> None:
    _touch("news/2022/c.txt")
    (job,) = collect([Path("news")], Path("out"))
    assert isinstance(job, Job)
    assert job.bilingual == Path("out/2022/c.po")
    assert job.english == Path("out/2022/c.en.txt")
    assert job.page == Path("out/2022/c.bilingual.html")


def test_dots_in_a_name_stay() -> None:
    _touch("rapat.12.jan.txt")
    (job,) = collect([Path("rapat.12.jan.txt")], Path("out"))
    assert isinstance(job, Job)
    assert job.bilingual.name == "rapat.12.jan.po"
    assert job.english.name == "rapat.12.jan.en.txt"


def test_results_are_not_taken_for_articles() -> None:
    _touch(
        "a.txt",
        "out/a.po",
        "out/a.en.txt",
        "b.txt",
        "b.po",
        "b.en.txt",
        "b.bilingual.html",
        "c.en.txt",
    )
    assert _names(".") == ["a.txt", "b.txt", "c.en.txt"]
    assert _names(".", out=".") == ["a.txt", "b.txt", "c.en.txt"]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_results_whose_bilingual_file_is_elsewhere(suffix: str) -> None:
    _touch(f"n/a{suffix}", "n/a.en.txt", "n/a.bilingual.html", "n/b.en.txt")
    assert _names("n") == [f"n/a{suffix}", "n/b.en.txt"]


@pytest.mark.parametrize("paths", [("n", "n"), ("n", "n/a.txt"), ("n/a.txt", "./n/../n"), ("n",)])
def test_a_file_named_twice_is_taken_once(paths: tuple[str, ...]) -> None:
    _touch("n/a.txt")
    assert _names(*paths) == ["n/a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="symbolic links")
def test_a_link_to_a_file_taken_already_is_passed_over() -> None:
    _touch("n/a.txt")
    Path("n/b.txt").symlink_to("a.txt")
    assert _names("n") == ["n/a.txt"]


def test_an_unreadable_folder_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    _touch("n/a.txt", "n/locked/b.txt", "n/open/c.txt", "n/shut/d.txt", "shut/e.txt")
    real = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name in ("locked", "shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert _names("n", "shut") == [
        "n/a.txt",
        "n/locked: cannot be read (Permission denied).",
        "n/open/c.txt",
        "n/shut: cannot be read (Permission denied).",
        "shut: cannot be read (Permission denied).",
    ]


def test_what_cannot_be_looked_at_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    _touch("good.txt", "dark/a.txt")
    real = os.stat

    def stat(path: str | Path, **keywords: bool) -> os.stat_result:
        if "dark" in str(path):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, **keywords)

    long = "a" * 300 + ".txt"
    with monkeypatch.context() as patched:
        patched.setattr(os, "stat", stat)
        found = _names(long, "dark/a.txt", "good.txt")
    assert found == [
        f"{long}: cannot be read (File name too long).",
        "dark/a.txt: cannot be read (Permission denied).",
        "good.txt",
    ]


@pytest.mark.skipif(os.name == "nt", reason="symbolic links")
def test_links_to_folders_are_followed_where_that_ends() -> None:
    _touch("news/a/x.txt", "archive/old/y.txt", "archive/z.txt", "out/r.txt", "beside.txt")
    for name, target in {
        "archive": "../archive",
        "archive2": "../archive",  # the same once more
        "in": "a",
        "out": "../out",
        "self": ".",
        "up": "..",
    }.items():
        Path("news", name).symlink_to(target)
    Path("archive/old/round").symlink_to("..")
    Path("archive/news").symlink_to("../news")
    Path("news/gone").symlink_to("nowhere")
    assert _names("news") == ["news/a/x.txt", "news/archive/z.txt", "news/archive/old/y.txt"]
    # A folder named by a link to it is a folder like any other.
    Path("link").symlink_to("archive/old")
    assert _names("link") == ["link/y.txt"]


def test_two_articles_with_one_place_are_told() -> None:
    _touch("x/a.txt", "y/a.txt", "y/A.md")
    first, second, third = collect([Path("x/a.txt"), Path("y/a.txt"), Path("y/A.md")], Path("out"))
    assert isinstance(first, Job)
    for error in (second, third):
        assert isinstance(error, InputError)
        assert "x/a.txt" in error.message
        assert "Rename" in error.message


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("none.txt", "there is no such file or folder"),
        ("good.txt/none.txt", "there is no such file or folder"),
        ("empty", "no articles in this folder"),
        ("letter.docx", "does not read .docx files"),
    ],
)
def test_a_path_that_gives_no_article_is_told(path: str, says: str) -> None:
    Path("empty").mkdir()
    _touch("letter.docx", "good.txt")
    first, second = _names(path, "good.txt")
    assert says in first
    assert first.startswith(f"{path}: ")
    assert second == "good.txt"


def test_a_file_without_a_suffix_is_read() -> None:
    _touch("artikel")
    assert _names("artikel") == ["artikel"]
