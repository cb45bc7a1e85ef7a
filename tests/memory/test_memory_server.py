"""A memory on a server: made once, shared by many, lost and found again, and who may do what."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from postgres_server import PASSWORD, PostgresServer

from padanan.address import Address
from padanan.errors import InputError, OutputError
from padanan.translate.memory import Memory, Unit
from padanan.translate.memory.store import Reader, Writer
from padanan.translate.recall import Recall

pytest.importorskip("sqlalchemy", reason="the extra padanan[postgres] is not installed")
FOLDED_TO_ASCII = pytest.importorskip(
    "padanan.translate.memory.postgres.conditions"
).FOLDED_TO_ASCII

UNIT = Unit("Presiden meresmikan jembatan itu.", "The president opened it.", "a.txt", "s1")
OTHER = Unit("Menteri menutup jalan itu.", "The minister closed it.", "a.txt", "s2")

STORE = """
import sys
from padanan.translate.memory import Memory, Unit

address, article = sys.argv[1:]
sys.stdin.readline()  # all begin together
with Memory.open(address) as memory:
    for n in range(8):
        memory.store([Unit(f"Kalimat nomor {n} dari {article} ini.", f"{n}.", article, f"s{n}")])
"""


@pytest.fixture(autouse=True)
def no_passwords(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing of the user's own is found."""
    monkeypatch.delenv("PGPASSWORD", raising=False)
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "pgpass"))


@pytest.fixture
def memory(address: Address) -> Iterator[Memory]:
    with Memory.open(address, patience=30) as memory:
        yield memory


# Made


def test_nothing_is_made_by_looking(postgres: PostgresServer, address: Address) -> None:
    assert Memory.find(address) is None
    Recall(address).close()
    name = address.schema
    assert postgres.sql(f"SELECT count(*) FROM pg_namespace WHERE nspname = '{name}'") == "0\n"
    Memory.open(address).close()
    found = Memory.find(address)
    assert found is not None
    assert found.stats().units == 0
    found.close()


def test_several_processes_make_it_and_store_at_once(address: Address) -> None:
    articles = ("same", "same", "other")
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", STORE, str(address), article],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for article in articles
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        assert (process.communicate(timeout=120)[1], process.returncode) == ("", 0)
    with Memory.open(address) as memory:
        stored = [(unit.article, unit.segment) for unit in memory.units()]
    assert stored == [(a, f"s{n}") for a in sorted({*articles}) for n in range(8)]


def test_memories_in_one_database_know_nothing_of_each_other(
    memory: Memory, address: Address
) -> None:
    memory.store([UNIT])
    with Memory.open(replace(address, schema=f"{address.schema} '\"%s")) as other:
        assert other.exact(UNIT.source) is None
        other.store([replace(UNIT, target="Other.")])
        assert [hit.target for hit in other.fuzzy(f"{UNIT.source} Ya")] == ["Other."]
    assert [unit.target for unit in memory.units()] == [UNIT.target]


def test_a_later_version_is_left_as_it_is(
    postgres: PostgresServer, memory: Memory, address: Address
) -> None:
    memory.store([UNIT])
    postgres.sql(f'UPDATE "{address.schema}".memory SET version = 9')
    for opened in (Memory.open, Memory.find):
        with pytest.raises(InputError, match=r"later version of padanan \(tables 9"):
            opened(address)


def test_a_database_of_another_encoding(postgres: PostgresServer, address: Address) -> None:
    postgres.sql("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(InputError, match="holds LATIN1 only"):
        Memory.open(replace(address, database="latin"))


# Shared


def test_who_writes_keeps_writers_waiting_and_no_reader(memory: Memory, address: Address) -> None:
    memory.store([UNIT])

    def meanwhile(writer: Writer) -> None:
        writer.remove([1])
        with Memory.open(address, patience=0.1) as other:
            assert other.exact(UNIT.source) is not None
            assert other.store([UNIT]) == 0  # there is nothing to write
            with pytest.raises(OutputError, match="another padanan is writing in this"):
                other.store([OTHER])

    memory._store.write(meanwhile)
    assert memory.store([OTHER]) == 1
    assert list(memory.units()) == [OTHER]


def test_threads_share_a_memory(memory: Memory) -> None:
    def work(number: int) -> None:
        for n in range(5):
            memory.store([Unit(f"kalimat {number} {n}", "x", f"a{number}", f"s{n}")])
            memory.fuzzy(f"kalimat {number} {n} lagi")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert memory.stats().units == 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_process_has_its_own_connection(memory: Memory) -> None:
    memory.store([UNIT])
    child = os.fork()
    if not child:
        try:
            found = memory.exact(UNIT.source)
            os._exit(0 if found is not None and memory.store([OTHER]) == 1 else 1)
        finally:
            os._exit(2)
    assert os.waitpid(child, 0)[1] == 0
    assert memory.exact(OTHER.source) is not None


def test_words_are_looked_for_on_the_server(memory: Memory) -> None:
    folded = {c for c in map(chr, range(128, sys.maxunicode + 1)) if _has_ascii(c.casefold())}
    assert folded == {*FOLDED_TO_ASCII}
    others = [
        Unit(f"{character}_%{number}", "x\\Y", "b", f"{number:02}")
        for number, character in enumerate(FOLDED_TO_ASCII)
    ]
    memory.store([UNIT, OTHER, *others])
    assert len(list(memory.units(["menteri"]))) == 1 + len(others)
    assert memory.search("MENTERI jalan") == (OTHER,)
    assert {unit.segment for unit in memory.search("_%1")} == {
        f"{number:02}" for number in (1, *range(10, len(others)))
    }
    assert len(memory.search("\\y", limit=100)) == len(others)
    assert memory.search("ss_%0") == (others[0],)


def _has_ascii(text: str) -> bool:
    return any(character.isascii() for character in text)


# Lost


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT])
def test_a_server_that_is_started_anew_is_found_again(
    postgres: PostgresServer, memory: Memory, how: signal.Signals, caplog: pytest.LogCaptureFixture
) -> None:
    memory.store([UNIT])
    postgres.stop(how)
    with ThreadPoolExecutor() as others:
        asked = others.submit(memory.exact, UNIT.source)  # while there is none
        postgres.start()
        assert asked.result() is not None
    postgres.stop(how)
    postgres.start()
    assert memory.store([OTHER]) == 1
    assert caplog.records == []


def test_what_was_half_done_is_done_once_more(postgres: PostgresServer, memory: Memory) -> None:
    memory.store([UNIT])
    tries = []

    def cut_off(writer: Writer) -> int:
        tries.append(removed := writer.remove([1]))
        if len(tries) == 1:
            _cut_off(postgres)
        return writer.remove([1]) + removed

    assert memory._store.write(cut_off) == 1
    assert tries == [1, 1]

    def always(reader: Reader) -> None:
        _cut_off(postgres)
        reader.stats()

    with pytest.raises(OutputError, match="the connection to the server was lost"):
        memory._store.read(always)
    assert memory.store([UNIT]) == 1


def _cut_off(postgres: PostgresServer) -> None:
    postgres.sql(
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
        " WHERE application_name = 'padanan'"
    )


def test_a_run_goes_on_without_a_server_and_says_so(
    postgres: PostgresServer, address: Address
) -> None:
    recall = Recall(address, patience=0.3)
    recall.learn([UNIT])
    assert recall.ask(UNIT.source, adapt=True) is not None
    postgres.stop()
    try:
        assert recall.ask(UNIT.source, adapt=True) is None
        said = f"{address}: the connection to the server was lost"
        assert recall.trouble.startswith(said)
        assert recall.similar(UNIT.source) is None
        recall.learn([OTHER])
        recall.close()
        assert "cannot be reached (Connection refused)" in Recall(address).trouble or (
            "No such file" in Recall(address).trouble
        )
    finally:
        postgres.start()


def test_what_answers_is_no_such_server() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        def answer() -> None:
            line, _ = other.accept()
            line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n" * 10)
            line.close()

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(OutputError, match=r"127\.0\.0\.1"):
            Memory.open(Address("x", "127.0.0.1", port), patience=2)
        thread.join()
    with pytest.raises(OutputError, match=r"cannot be reached \(Connection refused\)"):
        Memory.open(Address("x", "127.0.0.1", port), patience=2)
    with pytest.raises(OutputError, match="cannot be reached"):
        Memory.open(Address("x", "no.such.host.invalid"), patience=2)


# Rights


@pytest.fixture
def reader(postgres: PostgresServer) -> Iterator[str]:
    """Somebody who may do nothing yet."""
    postgres.sql("CREATE ROLE reader LOGIN")
    yield "reader"
    postgres.sql("DROP OWNED BY reader CASCADE", "DROP ROLE reader")


def test_who_may_not_make_a_memory_is_told_what_to_ask_for(
    postgres: PostgresServer, address: Address, reader: str
) -> None:
    postgres.sql("CREATE DATABASE bare")
    theirs = replace(address, user=reader, database="bare", schema="desk")
    try:
        with pytest.raises(OutputError, match=r"has no pg_trgm.*CREATE EXTENSION pg_trgm"):
            Memory.open(theirs)
        postgres.sql("CREATE EXTENSION pg_trgm", database="bare")
        with pytest.raises(OutputError) as told:
            Memory.open(theirs)
        _, _, asked = told.value.message.partition("to say in it: ")
        postgres.sql(asked, database="bare")
        Memory.open(theirs).close()
    finally:
        postgres.sql("DROP DATABASE bare WITH (FORCE)")


def test_who_may_only_read_reads(
    postgres: PostgresServer, memory: Memory, address: Address, reader: str
) -> None:
    memory.store([UNIT])
    theirs = replace(address, user=reader)
    with pytest.raises(OutputError, match="which rights a memory needs"):
        Memory.open(theirs)
    schema = f'"{address.schema}"'
    postgres.sql(
        f"GRANT USAGE ON SCHEMA {schema} TO reader",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO reader",
    )
    with Memory.open(theirs) as other:
        assert other.exact(UNIT.source) is not None
        assert len(other.fuzzy(f"{UNIT.source} Ya")) == 1
        assert other.stats().units == 1
        with pytest.raises(OutputError, match="which rights a memory needs"):
            other.store([OTHER])
    postgres.sql(f"GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO reader")
    with Memory.open(theirs) as other:
        assert other.store([OTHER]) == 1
        assert len(list(other.units())) == 2


def test_no_such_database_or_person(address: Address) -> None:
    with pytest.raises(OutputError, match=r"no database none.*createdb"):
        Memory.open(replace(address, database="none"))
    with pytest.raises(OutputError, match="does not let nobody_here in"):
        Memory.open(replace(address, user="nobody_here"))


# Passwords


def _over_tcp(address: Address) -> Address:
    return replace(address, host="127.0.0.1")


def test_a_password_is_looked_for_where_psql_looks(
    address: Address, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = _over_tcp(address)
    with pytest.raises(OutputError, match=r"No password is known.*pgpass.*PGPASSWORD"):
        Memory.open(asked)
    escaped = PASSWORD.replace("\\", "\\\\").replace(":", "\\:")
    file = tmp_path / "pgpass"
    file.write_text(
        "# a comment\n\nbroken line\n"
        f"127.0.0.1:1:*:*:wrong\n127.0.0.1:{asked.port}:*:post\\gres:{escaped}\n"
    )
    file.chmod(0o644)
    with pytest.raises(OutputError, match=r"Others can read .*pgpass"):
        Memory.open(asked)
    file.chmod(0o600)
    Memory.open(asked).close()
    monkeypatch.setenv("PGPASSWORD", "wrong")
    with pytest.raises(OutputError, match="does not let postgres in"):
        Memory.open(asked)
    Memory.open(replace(asked, password=PASSWORD)).close()
    file.unlink()
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    Memory.open(asked).close()
    with pytest.raises(OutputError, match="does not let postgres in"):
        Memory.open(replace(asked, password="wrong"))


# TLS


@pytest.fixture
def certificate(postgres: PostgresServer) -> Iterator[str]:
    """The server has TLS, with a certificate for 127.0.0.1 that nobody else has signed."""
    if not postgres.certify():
        pytest.skip("openssl is not installed, which makes the certificate.")
    yield str(postgres.folder / "server.crt")
    postgres.stop()
    postgres.settings = {}
    postgres.start()


def test_tls(certificate: str, address: Address) -> None:
    asked = replace(_over_tcp(address), password=PASSWORD)

    def encrypted(**tls: str) -> bool:
        with Memory.open(replace(asked, tls=tuple(tls.items()))) as memory:
            return memory._store.read(
                lambda rows: rows._connection.exec_driver_sql(  # type: ignore[attr-defined]
                    "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
                ).scalar()
            )

    assert encrypted()
    assert encrypted(sslmode="prefer")
    assert encrypted(sslmode="require")
    assert not encrypted(sslmode="disable")
    assert encrypted(sslmode="verify-full", sslrootcert=certificate)
    with pytest.raises(OutputError, match="TLS does not come about"):
        encrypted(sslmode="verify-ca", sslrootcert="system")
    with pytest.raises(OutputError, match=r"certificates .* cannot be used"):
        encrypted(sslmode="verify-full", sslrootcert="/none.pem")
    asked = replace(asked, host="localhost")  # whom the certificate does not name
    assert encrypted(sslmode="verify-ca", sslrootcert=certificate)
    with pytest.raises(OutputError, match="TLS does not come about"):
        encrypted(sslmode="verify-full", sslrootcert=certificate)


def test_a_server_without_tls(address: Address) -> None:
    asked = replace(_over_tcp(address), password=PASSWORD)
    with pytest.raises(OutputError, match="the server has no TLS"):
        Memory.open(replace(asked, tls=(("sslmode", "require"),)))
    Memory.open(replace(asked, tls=(("sslmode", "prefer"),))).close()
