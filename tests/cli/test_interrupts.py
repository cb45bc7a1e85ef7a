"""Ctrl+C at any moment from the first line of padanan to the last: never a traceback."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from running import environment

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")

# Tells when padanan has begun: before, Python alone is at work (the first 20 ms or so).
_STARTED = """
import os, signal, sys
set_handler = signal.signal
def told(*arguments):
    before = set_handler(*arguments)
    os.write(1, b"begun")
    signal.signal = set_handler
    return before
signal.signal = told
from padanan.__main__ import main
main()
"""

_NO_GLOSSARY = "There is no terms.tsv here"


@pytest.mark.parametrize("arguments", [["--help"], ["glossary", "find", "jaminan"]])
def test_an_interrupt_at_any_moment(tmp_path: Path, arguments: list[str]) -> None:
    start = time.perf_counter()
    interrupted(arguments, tmp_path, seconds=60)
    takes = time.perf_counter() - start
    seen = set()
    for _ in range(6):
        done = interrupted(arguments, tmp_path, seconds=random.uniform(0, takes))
        told = [line for line in done.stderr.splitlines() if not line.startswith(_NO_GLOSSARY)]
        assert told in ([], ["Interrupted."], ["", "Interrupted."])
        seen.add(done.returncode)
    assert seen <= {0, 130, -signal.SIGINT}


def interrupted(
    arguments: list[str], folder: Path, seconds: float
) -> "subprocess.CompletedProcess[str]":
    """Run a command, and interrupt it some time after it has begun, if it is not done by then."""
    with subprocess.Popen(
        [sys.executable, "-c", _STARTED, *arguments],
        cwd=folder,
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stdout.read(5) == "begun"
        try:
            out, error = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
            out, error = process.communicate(timeout=60)
    return subprocess.CompletedProcess(arguments, process.returncode, out, error)


def test_who_asks_not_to_be_interrupted_is_not(tmp_path: Path) -> None:
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "import os; os.kill(os.getpid(), signal.SIGINT)\n"
        "from padanan import cli\n"
        "run = cli.run\n"
        "cli.run = lambda: os.kill(os.getpid(), signal.SIGINT) or run()\n"
        "from padanan.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--version"],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=environment(tmp_path),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("padanan")
