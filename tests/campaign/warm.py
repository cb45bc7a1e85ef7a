"""padanan run hundreds of times: a process that has imported everything is forked for each run.

A run is then what it is for a person, less the second in which Python reads modules, and can be
killed at any moment. What is killed is always a process of its own.

    with Warm(environment(home)) as warm:
        run = warm.start(["translate", "a.txt"], folder)
        run.writing(patience=5)         # until it begins to write a file
        run.kill()
        code = run.wait()               # -9
"""

import atexit
import contextlib
import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_MODULES = (
    "babel.dates",
    "babel.numbers",
    "breame.spelling",
    "ctranslate2",
    "filelock",
    "lxml.etree",
    "padanan.__main__",
    "padanan.cli.export",
    "padanan.cli.glossary.editing",
    "padanan.cli.glossary.merging",
    "padanan.cli.memory.exchanging",
    "padanan.cli.memory.pruning",
    "padanan.cli.model",
    "padanan.cli.resources",
    "padanan.cli.review",
    "padanan.cli.take",
    "padanan.cli.translate",
    "padanan.glossary",
    "padanan.translate.batch",
    "padanan.translate.engine",
    "padanan.translate.export",
    "padanan.translate.export.taking",
    "padanan.translate.memory",
    "padanan.translate.memory.importing",
    "padanan.tui.app",
    "sentencepiece",
    "trafilatura",
)
"""What runs import sooner or later."""

_SERVE = """
import sys
from campaign.warm import serve
serve(int(sys.argv[1]))
"""

_SAMPLE = (
    "Banjir Lagi\n\nJakarta - 12 desa terendam. “Kami siap,” kata Ani (30), Senin (3/3/2025).\n"
)

_TEMPORARY = ".padanan-"
"""How the names of the files begin into which padanan writes before a rename."""


@dataclass
class Run:
    """A run of padanan.

    Attributes:
        pid: Its process.
        folder: Where it runs.
        begun: When it was started, as `time.perf_counter` tells it.
    """

    pid: int
    folder: Path
    begun: float
    _warm: "Warm"
    _out: Path
    _err: Path
    _fifo: int
    code: int | None = None

    def writing(self, patience: float) -> bool:
        """Wait until it begins to write a file (or, being about the memory, opens it); False if it
        never does."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if select.select([self._fifo], [], [], 0.02)[0]:
                os.read(self._fifo, 1)
                return True
            if self.ended:
                return False
        return False

    @property
    def ended(self) -> bool:
        """Whether it has come to its end."""
        return self.code is not None or self._warm.ended(self.pid)

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send it a signal; nothing happens where it has ended, for nobody has waited for it."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def wait(self, patience: float = 120) -> int:
        """Wait until it has ended; its exit code, as `subprocess` tells it."""
        if self.code is None:
            timer = threading.Timer(patience, self.kill)
            timer.start()
            self.code = self._warm.wait(self.pid)
            timer.cancel()
            os.close(self._fifo)
        return self.code

    @property
    def out(self) -> str:
        """What it has written to stdout."""
        return _written(self._out)

    @property
    def err(self) -> str:
        """What it has written to stderr."""
        return _written(self._err)


def _written(path: Path) -> str:
    """What a run has written; nothing where it ended before it could."""
    return path.read_text("utf-8", errors="replace") if path.exists() else ""


@dataclass
class Warm:
    """The process that is forked.

    Args:
        environment: The environment of the runs.
    """

    environment: Mapping[str, str]
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __enter__(self) -> Self:
        ours, theirs = socket.socketpair()
        tests = Path(__file__).resolve().parents[1]
        self._socket = ours
        self._stream = ours.makefile("rw", encoding="utf-8")
        self._place = tempfile.TemporaryDirectory()
        self._number = 0
        path = os.pathsep.join(filter(None, (str(tests), self.environment.get("PYTHONPATH"))))
        more = {"PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVE, str(theirs.fileno())],
            env={**self.environment, **more},
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
        )
        theirs.close()
        assert self._ask({}) == {"ready": True}
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stream.close()
        self._socket.close()
        self._process.wait()
        self._place.cleanup()

    def start(
        self,
        arguments: Sequence[str | Path],
        folder: Path,
        *,
        environment: Mapping[str, str] | None = None,
        code: str = "",
        terminal: str = "",
        limits: Mapping[str, int] | None = None,
    ) -> Run:
        """Start a run.

        Args:
            arguments: The command line after "padanan".
            folder: Where it runs.
            environment: What is to be different in its environment.
            code: Python to be run in the place of padanan; `sys.argv[1:]` are the arguments.
            terminal: The device that is to be its terminal; else it has none.
            limits: Limits of its resources, by their names in `resource`.
        """
        with self._lock:
            self._number += 1
            place = Path(self._place.name) / str(self._number)
        fifo = place.with_suffix(".fifo")
        os.mkfifo(fifo)
        listening = os.open(fifo, os.O_RDWR | os.O_NONBLOCK)
        begun = time.perf_counter()
        answer = self._ask(
            {
                "arguments": [str(one) for one in arguments],
                "folder": str(folder),
                "environment": dict(environment or {}),
                "code": code,
                "terminal": terminal,
                "limits": dict(limits or {}),
                "place": str(place),
            }
        )
        out, err = place.with_suffix(".out"), place.with_suffix(".err")
        return Run(answer["pid"], folder, begun, self, out, err, listening)

    def run(self, arguments: Sequence[str | Path], folder: Path, **more: Any) -> Run:
        """Run padanan to its end."""
        run = self.start(arguments, folder, **more)
        run.wait()
        return run

    def wait(self, pid: int) -> int:
        """Wait for a run; others can be started meanwhile."""
        while (code := self._ask({"wait": pid})["code"]) is None:
            time.sleep(0.002)
        return int(code)

    def ended(self, pid: int) -> bool:
        """Whether a run that nobody has waited for has come to its end."""
        return bool(self._ask({"ended": pid})["ended"])

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        with self._lock:
            self._stream.write(json.dumps(question) + "\n")
            self._stream.flush()
            line = self._stream.readline()
        assert line, "the process that is forked has ended"
        answer: dict[str, Any] = json.loads(line)
        return answer


def serve(control: int) -> None:
    """Import everything, then fork a run for each line that comes; to be called in a process of its
    own, which is a run itself where this returns."""
    import importlib

    for module in _MODULES:
        importlib.import_module(module)
    _rehearse()
    gc.freeze()
    connection = socket.socket(fileno=control)
    stream = connection.makefile("rw", encoding="utf-8")
    while line := stream.readline():
        question = json.loads(line)
        answer: dict[str, Any] = {"ready": True}
        if "wait" in question:
            pid, status = os.waitpid(question["wait"], os.WNOHANG)
            answer = {"code": os.waitstatus_to_exitcode(status) if pid else None}
        elif "ended" in question:
            flags = os.WEXITED | os.WNOHANG | os.WNOWAIT
            answer = {"ended": os.waitid(os.P_PID, question["ended"], flags) is not None}
        elif question:
            pid = os.fork()
            if not pid:
                stream.detach()
                connection.close()
                _become(question)
                return
            answer = {"pid": pid}
        stream.write(json.dumps(answer) + "\n")
        stream.flush()


def _rehearse() -> None:
    """Have read what is read once in each process: tables of words, rules."""
    from lemminflect import getAllLemmas, getInflection

    from padanan.translate.checks import CheckSettings, Pair, check_pair
    from padanan.translate.read import read_bytes
    from padanan.translate.segment import segment
    from padanan.translate.values import value_uses

    getInflection("house", "NNS")
    getAllLemmas("houses")
    for one in segment(read_bytes(_SAMPLE.encode(), "sample", ".txt")).segments:
        uses = value_uses(one.source, one.source)
        check_pair(Pair(one.id, one.source, one.source, values=uses), CheckSettings())


def _become(question: dict[str, Any]) -> None:
    """Be a run of padanan, to its end."""
    import resource

    os.setsid()
    os.chdir(question["folder"])
    os.environ.update(question["environment"])
    place = Path(question["place"])
    create = os.O_WRONLY | os.O_CREAT
    if question["terminal"]:
        streams = [os.open(question["terminal"], os.O_RDWR)] * 3
    else:
        out, err = (os.open(place.with_suffix(name), create, 0o666) for name in (".out", ".err"))
        streams = [os.open(os.devnull, os.O_RDONLY), out, err]
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    fifo = os.open(place.with_suffix(".fifo"), os.O_WRONLY | os.O_NONBLOCK)
    # Others open the memory long before they write into it.
    _tell_first_write(fifo, memory=question["code"] or "memory" in question["arguments"])
    for name, most in question["limits"].items():
        resource.setrlimit(getattr(resource, name), (most, most))
    sys.argv = ["padanan", *question["arguments"]]
    if question["code"]:
        exec(compile(question["code"], "<run>", "exec"), {"__name__": "__main__"})
        return
    from padanan.__main__ import main

    code: object = 1
    try:
        main()
    except SystemExit as end:
        code = end.code
    # What the interpreter does at its end, less the freeing of all that was imported.
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(int(code or 0))


def _tell_first_write(fifo: int, *, memory: bool) -> None:
    """Have a byte written to a pipe when this process begins to write a file, or opens a memory."""
    told = False

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal told
        if told:
            return
        if event == "open" and isinstance(arguments[0], str | bytes | Path):
            told = Path(os.fsdecode(arguments[0])).name.startswith(_TEMPORARY)
        elif event == "sqlite3.connect":
            told = memory
        if told:
            os.write(fifo, b"w")

    sys.addaudithook(hear)
