"""The whole product with a memory on a server: commands, a run, the desk; and its password, which
is shown nowhere."""

import json
import socket
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from postgres_server import PASSWORD, PostgresServer

from padanan.address import Address
from padanan.cli import run
from padanan.desk import Desk
from padanan.errors import ExitCode
from padanan.translate.bilingual import Bilingual, Entry, State, load
from padanan.translate.memory import HitKind, Memory, Unit
from padanan.translate.recall import Recall, tell
from padanan.tui.aids.pairs import Query, look
from padanan.tui.tools import Tools

UNIT = Unit(
    "Presiden meresmikan jembatan itu.",
    "The president opened the bridge.",
    "../articles/a.txt",
    "s1",
    "2024-05-06T07:08:09Z",
    "ani",
)
SECRETS = (PASSWORD, quote(PASSWORD, safe=""))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, where nothing of the user's own is found."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PADANAN_WHO", "budi")
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))
    monkeypatch.delenv("PGPASSWORD", raising=False)
    return tmp_path


@pytest.fixture
def url(address: Address) -> str:
    """An address with a password, over TCP."""
    over_tcp = replace(address, host="127.0.0.1", user="")
    return str(over_tcp).replace("://", f"://postgres:{SECRETS[1]}@")


@pytest.fixture
def settings(url: str) -> Path:
    """Settings that name it."""
    path = Path("padanan.toml")
    path.write_text(f'memory = "{url}"\n', "utf-8")
    return path


def entry(source: str, target: str, state: State = State.APPROVED) -> Entry:
    return Entry("s9", source, target, state)


def _quiet(shown: str) -> None:
    assert not any(secret in shown for secret in SECRETS)


# Commands


def test_every_command_of_the_memory(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    def memory(*arguments: str, expected: ExitCode = ExitCode.DONE) -> str:
        assert run(["memory", *arguments, "-m", url]) == expected
        done = capsys.readouterr()
        _quiet(done.out + done.err)
        return done.out

    assert run(["memory", "stats", "-m", url]) == ExitCode.BAD_INPUT
    assert "there is no translation memory yet" in capsys.readouterr().err
    with Memory.open("file.sqlite") as file:
        file.store([UNIT, replace(UNIT, segment="s2", target="He opened it.", who="budi")])
    assert run(["memory", "export", "all.tmx", "-m", "file.sqlite"]) == ExitCode.DONE
    capsys.readouterr()
    report = json.loads(memory("import", "all.tmx", "--json"))
    assert report[0]["stored"] == 2
    assert json.loads(memory("stats", "--json"))["people"] == {"ani": 1, "budi": 1}
    memory("stats")
    assert UNIT.target in memory("search", "BRIDGE")
    assert "75 % fuzzy" in memory("search", "--fuzzy", "Presiden menutup jembatan itu.")
    memory("search", "nothing has this", expected=ExitCode.FINDINGS)
    memory("export", "again.tmx")
    assert Path("again.tmx").read_bytes() == Path("all.tmx").read_bytes()
    removed = json.loads(memory("prune", "--who", "budi", "--yes", "--json"))
    assert removed["removed"] == 1
    assert "He opened it." in Path(removed["kept_as"]).read_text("utf-8")
    assert Path(removed["kept_as"]).parent == Path()


def test_where_no_server_is_a_command_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pg8000", reason="the extra padanan[postgres] is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"postgresql://ani:{SECRETS[1]}@127.0.0.1:{port}/news"
    assert run(["memory", "stats", "-m", url]) == ExitCode.BAD_INPUT
    said = capsys.readouterr().err
    assert said.startswith(f"padanan: postgresql://ani@127.0.0.1:{port}/news: the server cannot be")
    _quiet(said)
    assert run(["memory", "stats", "-m", f"postgresql://ani:{PASSWORD}@h/x"]) == ExitCode.USAGE
    _quiet(capsys.readouterr().err)


# A run


def test_a_run_asks_it_and_tells_it(
    settings: Path, url: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert settings.exists()
    with Memory.open(url) as memory:
        memory.store([UNIT])
    Path("a.txt").write_text(f"{UNIT.source} Hujan turun.\n", "utf-8")
    code = run(["translate", "a.txt", "--json", "--explain", "--beam", "1", "--no-glossary"])
    done = capsys.readouterr()
    assert code == ExitCode.DONE, done.err
    bilingual = load(Path("out/a.po"))
    assert bilingual is not None
    first, second = bilingual.entries
    assert (first.target, first.how) == (UNIT.target, "memory")
    approved = replace(second, target="It rained.", state=State.APPROVED)
    assert tell(Path("out/a.po"), bilingual, [second], [approved]) == ""
    with Memory.open(url) as memory:
        hit = memory.exact("Hujan turun.")
    assert hit is not None
    assert (hit.kind, hit.target, hit.unit.who) == (HitKind.EXACT, "It rained.", "budi")
    _quiet(done.out + done.err)
    for path in folder.rglob("*"):
        if path.is_file() and path != folder / settings:
            _quiet(path.read_text("utf-8", "replace"))


def test_a_run_goes_on_without_it(
    settings: Path, url: str, postgres: PostgresServer, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.write_text(f'memory = "{url}"\n'.replace(str(postgres.port), "1"), "utf-8")
    Path("a.txt").write_text("Hujan turun.\n", "utf-8")
    assert run(["translate", "a.txt", "--beam", "1", "--no-glossary"]) == ExitCode.DONE
    said = capsys.readouterr().err
    assert "the server cannot be reached" in said
    assert "The work went on without the memory." in said
    _quiet(said)


def test_commands_without_a_memory_ask_no_server(
    settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    assert settings.exists()
    Path("out").mkdir()
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    Path("a.txt").write_text("Hujan turun.\n", "utf-8")
    assert run(["translate", "a.txt", "--beam", "1", "--no-glossary", "--no-memory"]) == 0
    assert run(["check", "out"]) in (ExitCode.DONE, ExitCode.FINDINGS)
    assert run(["glossary", "find", "rumah"]) in (ExitCode.DONE, ExitCode.FINDINGS)
    assert run(["export", "out", "--to", "text", "-o", "english"]) == ExitCode.DONE
    capsys.readouterr()


# The desk


@pytest.fixture
def tools(settings: Path) -> Tools:
    assert settings.exists()
    return Tools(Desk.find(Path("out")))


def test_the_desk_asks_it(tools: Tools, url: str) -> None:
    with tools.memory() as memory:
        assert memory is None
    with Memory.open(url) as memory:
        memory.store([UNIT])
    with tools.memory() as memory:
        assert memory is not None
        assert memory.exact(UNIT.source) is not None
    query = Query.parse("jembatan")
    assert query is not None
    (pair,) = look(query, Path("none.po"), Path("none"), tools, lambda: False)
    assert pair.target == UNIT.target


def test_what_is_approved_no_more_is_taken_out(settings: Path, url: str) -> None:
    assert settings.exists()
    content = Bilingual("../articles/b.txt", "", "", "", "", ())
    tide = entry("Air surut.", "The water fell.")
    assert tell(Path("out/b.po"), content, [], [tide]) == ""
    recall = Recall(Desk.find(Path("out")).memory)
    assert recall.ask(tide.source, adapt=False) is not None
    recall.close()
    assert tell(Path("out/b.po"), content, [tide], [replace(tide, state=State.DRAFT)]) == ""
    with Memory.open(url) as memory:
        assert list(memory.units()) == []
