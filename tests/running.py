"""The padanan command as a user runs it, cut off from the network; for tests in any folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# Runs padanan with every socket but local ones refused, and with the imports refused that no main
# job may need; the latter are not installed in our own environment, but may be in another.
_RUNNER = """
import socket, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"torch", "stanza", "spacy", "minisbd", "onnxruntime"}:
            raise ImportError(f"{name} is not there")

sys.meta_path.insert(0, Refuse())
if "--online" not in sys.argv:
    def refuse(*arguments, **keywords):
        raise AssertionError("a socket was opened")
    class Refused(socket.socket):
        __init__ = refuse
    socket.socket = Refused
    socket.create_connection = socket.getaddrinfo = refuse
else:
    sys.argv.remove("--online")
from padanan.__main__ import main
main()
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


def environment(home: Path) -> dict[str, str]:
    """An environment in which nothing of the user's own is found."""
    own = ("ARGOS_", "PADANAN_", "XDG_", "LANG", "LC_")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(own)}
    return kept | {
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "PYTHONUTF8": "1",
        "NO_COLOR": "1",
    }


def command(*arguments: str) -> list[str]:
    """The command line that runs padanan offline."""
    return [sys.executable, "-c", _RUNNER, *arguments]
