"""`padanan review` before the desk opens, and after it has closed."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from deskside import SAMPLE, article

from padanan.cli import review as module
from padanan.errors import ExitCode, InputError, UsageError
from padanan.translate.bilingual import save
from padanan.tui import app
from padanan.tui.work import Tally


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal on all three streams."""
    stream = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(module, "sys", SimpleNamespace(stdin=stream, stdout=stream, stderr=stream))
    monkeypatch.setenv("TERM", "xterm-256color")


def invoke(*arguments: str) -> tuple[object, str]:
    """What the command returned or raised, and what it said."""
    result = CliRunner().invoke(module.review, arguments, standalone_mode=False)
    return result.exception or result.return_value, result.stderr


def test_it_needs_a_terminal() -> None:
    error, _ = invoke()
    assert isinstance(error, UsageError)
    assert "needs a terminal" in error.message
    assert error.exit_code is ExitCode.USAGE


@pytest.mark.usefixtures("terminal")
def test_it_needs_a_terminal_that_can_place_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    error, _ = invoke()
    assert isinstance(error, UsageError)
    assert "dumb" in error.message


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("nowhere", "there is no such file or folder"),
        (".", "no bilingual files in this folder"),
        ("foreign.po", "padanan did not make it"),
        ("article.txt", "this is not a bilingual file"),
    ],
)
def test_it_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("foreign.po").write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    Path("article.txt").write_text("Sungai meluap.\n", encoding="utf-8")
    error, _ = invoke(path)
    assert isinstance(error, InputError)
    assert sentence in error.message
    assert error.exit_code is ExitCode.BAD_INPUT


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("tally", "said"),
    [
        (Tally(), ""),
        (
            Tally(1, 1, 0),
            "1 segment approved in 1 article, all saved. The English text follows.\n",
        ),
        (
            Tally(2, 3, 1),
            "3 segments approved and 1 segment changed in 2 articles, all saved. The English texts "
            "follow.\n",
        ),
        (
            Tally(1, 0, 2, ("a.en.txt is not what padanan last wrote there.",)),
            "warning: a.en.txt is not what padanan last wrote there.\n"
            "2 segments changed in 1 article, all saved.\n",
        ),
    ],
)
def test_it_tells_what_was_done_and_what_does_not_follow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally, said: str
) -> None:
    save(tmp_path / "x.po", article(SAMPLE))
    monkeypatch.setattr(app.Desk, "run", lambda desk: setattr(desk, "tally", tally))
    code, text = invoke(str(tmp_path))
    assert code == ExitCode.DONE
    assert text == said


def test_its_help_loads_no_desk() -> None:
    program = (
        "import sys; from padanan.cli.review import review; "
        "review(['--help'], standalone_mode=False); "
        "assert not {'textual', 'polib', 'ctranslate2'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "PATH" in done.stdout


def test_it_begins_at_the_segment_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    po = tmp_path / "a.po"
    save(po, article(SAMPLE))
    for one in SAMPLE:
        if one.target:
            result = CliRunner().invoke(
                module.review, [str(po), "--plain", "--segment", one.id], input="q\n"
            )
            assert one.target in result.stdout, (one.id, result.stdout)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("a.po", "--segment", "z\x1b[31m9"), "there is no segment"),
        ((".", "--segment", "a1"), "belongs to one article"),
        (("b.po", "--segment", "a1"), "no such file"),
        (("a.po", "--segment", "a1", "--web"), "desk in this terminal"),
    ],
)
def test_a_segment_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    save(Path("a.po"), article(SAMPLE))
    error, _ = invoke(*arguments)
    assert isinstance(error, UsageError | InputError)
    assert sentence in error.message
