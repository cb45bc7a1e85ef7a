"""What is approved is learned before a run, so that the order of its articles does not matter."""

from pathlib import Path

import pytest
from cli.small_model import Here, here, isolate, small_model

from padanan.translate import bilingual
from padanan.translate.learning import _may_be_approved, learn_all
from padanan.translate.places import Url
from padanan.translate.recall import Recall


@pytest.fixture
def padanan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Here:
    """The command, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    isolate(tmp_path / "home", monkeypatch)
    return here(capsys, monkeypatch)


def test_a_file_without_an_approved_entry_is_told_by_its_bytes() -> None:
    draft = b'#, fuzzy\nmsgctxt "a"\nmsgid "x"\nmsgstr "y"\n'
    approved = b'msgctxt "b"\nmsgid "x"\nmsgstr ""\n"y"\n'
    empty = b'msgctxt "c"\nmsgid "x"\nmsgstr ""\n'
    gone = b'#~ msgctxt "d"\n#~ msgid "x"\n#~ msgstr "y"\n'
    head = b'msgid ""\nmsgstr ""\n"Language: en\\n"\n'
    assert not _may_be_approved(b"\n".join((head, draft, empty, gone)))
    assert _may_be_approved(b"\n".join((head, draft, approved)))
    assert _may_be_approved(b"\n".join((head, draft, approved)).replace(b"\n", b"\r\n"))
    assert _may_be_approved(b"\n".join((head, draft.replace(b"#, fuzzy", b"#, c-format"))))


def test_the_first_article_has_what_was_approved_in_the_last(padanan: Here, tmp_path: Path) -> None:
    model = str(small_model(tmp_path / "model"))
    arguments = ("translate", "news", "-o", "out", "--model", model, "--no-glossary")
    news = tmp_path / "news"
    news.mkdir()
    (news / "z.txt").write_text("rumah besar dan rumah sakit.", "utf-8")
    assert padanan(*arguments).returncode == 0
    path = tmp_path / "out" / "z.po"
    approved = path.read_text("utf-8").replace("#, fuzzy\n", "")
    path.write_text(approved.replace("big", "grand"), "utf-8")
    (news / "a.txt").write_text("rumah besar dan rumah sakit.", "utf-8")
    assert padanan(*arguments).returncode == 0
    content = bilingual.load(tmp_path / "out" / "a.po")
    assert content is not None
    assert [(one.how, "grand" in one.target) for one in content.entries] == [("memory", True)]


def test_a_folder_that_is_not_there_has_nothing_to_learn(tmp_path: Path) -> None:
    memory = Recall(tmp_path / "memory.sqlite")
    learn_all(tmp_path / "none", memory)
    learn_all(tmp_path, None)
    pytest.importorskip("fsspec", reason="URLs are opened with fsspec")
    learn_all(Url.parse("memory://nothing/there"), memory)
    assert not (tmp_path / "memory.sqlite").exists()
