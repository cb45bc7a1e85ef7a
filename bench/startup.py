"""How long commands take that a person waits for: `python bench/startup.py [--rounds N]`.

Prints milliseconds from the start of the process to its end (median and quartiles), and how many
times as long as a Python that does nothing. The commands take turns, so that what else the machine
does falls on all alike. Each is run once before, which compiles what it imports, as the first run
at home does; with --no-bytecode nothing may be written (PYTHONDONTWRITEBYTECODE), so that whatever
nobody has compiled before is compiled in each run.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PADANAN = str(Path(sys.executable).with_name("padanan"))
NOTHING = ("python", "-c", "pass")
COMMANDS = (
    NOTHING,
    ("padanan", "--version"),
    ("padanan", "--help"),
    ("padanan", "translate", "--help"),
    ("padanan", "check", "--help"),
    ("padanan", "export", "--help"),
    ("padanan", "glossary", "--help"),
    ("padanan", "status", "--help"),
    ("padanan", "review", "--help"),
    ("padanan", "memory", "--help"),
    ("padanan", "model", "--help"),
    ("padanan", "doctor", "--help"),
    ("padanan", "glossary", "find", "jaminan"),
    ("padanan", "glossary", "find", "keamanannya"),
    ("padanan", "glossary", "find", "security guarantees"),
    ("padanan", "glossary", "find", "xyzzy"),
    ("padanan", "completion", "bash"),
)


def run(command: tuple[str, ...], env: dict[str, str], folder: str) -> float:
    """The milliseconds that a command takes."""
    programs = {"python": sys.executable, "padanan": PADANAN}
    start = time.perf_counter()
    subprocess.run(
        [programs[command[0]], *command[1:]],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return (time.perf_counter() - start) * 1000


def measure(rounds: int, *, bytecode: bool) -> dict[tuple[str, ...], list[float]]:
    """The times of each command, one of every round."""
    own = ("PADANAN", "_PADANAN", "PYTHON")
    env = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    times: dict[tuple[str, ...], list[float]] = {command: [] for command in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        if bytecode:
            env["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"
        else:
            env["PYTHONDONTWRITEBYTECODE"] = "1"
        for command in COMMANDS:
            run(command, env, folder)
        for _ in range(rounds):
            for command, found in times.items():
                found.append(run(command, env, folder))
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--no-bytecode", dest="bytecode", action="store_false")
    arguments = parser.parse_args()
    times = measure(arguments.rounds, bytecode=arguments.bytecode)
    nothing = statistics.median(times[NOTHING])
    print("| command | median ms | quartiles | ratio |\n|---|---|---|---|")
    for command, found in times.items():
        low, middle, high = statistics.quantiles(found, n=4)
        shown = " ".join(f'"{word}"' if " " in word else word for word in command)
        print(f"| `{shown}` | {middle:.0f} | {low:.0f}-{high:.0f} | {middle / nothing:.1f} |")


if __name__ == "__main__":
    main()
