"""Which files a run takes in, and where results go."""

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
