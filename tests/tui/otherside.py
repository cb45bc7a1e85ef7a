"""Another desk, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DESK = """
import sys
from pathlib import Path
from padanan.tui.presence import Presence

presence = Presence.take(Path(sys.argv[1]))
print(presence.mine, repr(presence.holder), flush=True)
sys.stdin.readline()
presence.release()
print("left", flush=True)
sys.stdin.readline()
"""


@contextmanager
def another(po: Path) -> Iterator[subprocess.Popen[str]]:
    """Another desk on the article, which is left and ended by a line each."""
    environment = {**os.environ, "PADANAN_WHO": "Ani"}
    with subprocess.Popen(
        [sys.executable, "-c", _DESK, str(po)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as desk:
        yield desk
        desk.kill()


def says(desk: subprocess.Popen[str], line: str = "") -> str:
    assert desk.stdin is not None
    assert desk.stdout is not None
    if line:
        desk.stdin.write(line)
        desk.stdin.flush()
    return desk.stdout.readline().strip()
