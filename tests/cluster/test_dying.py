"""The command on a cluster: machines that die, Ctrl+C, addresses that never answer, URLs.

Each takes a cluster of its own or a process of Ray's, so they run with PADANAN_CAMPAIGN=1 only.
"""

import http.server
import json
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from cluster.conftest import CAMPAIGN, Machines
from cluster.desks import archive, files, text
from engine.packages import build, pack

from padanan.errors import ExitCode
from running import environment

pytestmark = [pytest.mark.slow, CAMPAIGN]

_LONG = 400  # articles, so that a run has a middle


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A package file that translates word by word."""
    return pack(build(tmp_path / "package"), tmp_path / "translate-id_en-0_1.argosmodel")


def _start(folder: Path, model: Path, *arguments: str) -> subprocess.Popen[bytes]:
    (folder / "home").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "padanan", "translate", *arguments, "--model", str(model)]
    return subprocess.Popen(
        [*command, "--no-glossary", "--json"],
        cwd=folder,
        env=environment(folder / "home"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _many(folder: Path) -> None:
    rows = [{"id": f"{at % 7}/a{at}", "text": text(at)} for at in range(_LONG)]
    (folder / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def _until_some_are_there(folder: Path, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None and not any(folder.rglob("*.po")):
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue


def test_a_machine_dies_and_nothing_is_lost_or_done_twice(
    mortal: Machines, tmp_path: Path, model: Path
) -> None:
    _many(tmp_path)
    here = _start(tmp_path, model, "many.jsonl", "-o", "here")
    here.communicate(timeout=300)
    assert here.returncode == ExitCode.DONE
    run = _start(tmp_path, model, "many.jsonl", "-o", "there", "--cluster", mortal.address)
    _until_some_are_there(tmp_path / "there", run)
    mortal.kill()
    out, err = run.communicate(timeout=500)
    assert run.returncode == ExitCode.DONE, err.decode()
    report = json.loads(out)  # nothing of Ray's among it
    assert [one["article"] for one in report["articles"]] == [
        f"many.jsonl#{at % 7}/a{at}" for at in range(_LONG)
    ]
    assert b"raylet" not in err
    assert files(tmp_path / "there") == files(tmp_path / "here")


def test_ctrl_c_stops_a_run_and_the_next_goes_on(
    mortal: Machines, tmp_path: Path, model: Path
) -> None:
    _many(tmp_path)
    arguments = ("many.jsonl", "-o", "there", "--cluster", mortal.address)
    run = _start(tmp_path, model, *arguments)
    _until_some_are_there(tmp_path / "there", run)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=60)
    assert run.returncode == ExitCode.INTERRUPTED
    assert b"Traceback" not in err
    done = len(list((tmp_path / "there").rglob("*.po")))
    again = _start(tmp_path, model, *arguments)
    out, err = again.communicate(timeout=500)
    assert again.returncode == ExitCode.DONE, err.decode()
    new = [one for one in json.loads(out)["articles"] if one["status"] == "new"]
    assert len(new) <= _LONG - done
    assert len(list((tmp_path / "there").rglob("*.po"))) == _LONG


def test_a_machine_that_does_not_see_the_results_is_told(
    mortal: Machines, tmp_path: Path, model: Path
) -> None:
    _many(tmp_path)
    (tmp_path / "private").mkdir()
    # What only this process's own view of the disk has, other machines do not see.
    run = _start(
        tmp_path, model, "many.jsonl", "-o", "/proc/self/cwd/private", "--cluster", mortal.address
    )
    _, err = run.communicate(timeout=300)
    assert run.returncode == ExitCode.USAGE
    assert b"does not see" in err
    assert b"Traceback" not in err


def test_an_address_that_never_answers_is_given_up(tmp_path: Path, model: Path) -> None:
    _many(tmp_path)
    held: list[socket.socket] = []
    with socket.create_server(("0.0.0.0", 0)) as server:

        def hold() -> None:
            while True:
                try:
                    held.append(server.accept()[0])
                except OSError:
                    return

        threading.Thread(target=hold, daemon=True).start()
        address = f"127.0.0.1:{server.getsockname()[1]}"
        run = _start(tmp_path, model, "many.jsonl", "--cluster", address)
        _, err = run.communicate(timeout=150)
    assert run.returncode == ExitCode.USAGE
    assert b"no Ray cluster has answered" in err
    assert b"Traceback" not in err


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a folder that a web server gives out."""
    folder = tmp_path / "served"
    folder.mkdir()
    handler = partial(_Silent, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_articles_from_a_web_server(
    mortal: Machines, tmp_path: Path, model: Path, served: str
) -> None:
    pytest.importorskip("aiohttp", reason="fsspec reads http with aiohttp")
    _, lines, table = archive(tmp_path / "served")
    urls = (f"{served}/{lines.name}", f"{served}/{table.name}")
    here = _start(tmp_path, model, *urls, "-o", "here")
    _, err = here.communicate(timeout=300)
    assert here.returncode == ExitCode.BAD_INPUT, err.decode()  # for the one odd id
    run = _start(tmp_path, model, *urls, "-o", "there", "--cluster", mortal.address)
    _, err = run.communicate(timeout=300)
    assert run.returncode == ExitCode.BAD_INPUT
    assert b"lead out of the results folder" in err
    assert files(tmp_path / "there") == files(tmp_path / "here")
    assert len(files(tmp_path / "there")) == 2 * 8
