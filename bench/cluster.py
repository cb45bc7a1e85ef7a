"""Many machines against one: the same articles, a machine killed in the middle, bytes compared.

    uv run --extra cluster python bench/cluster.py  # 2,000 articles, 2 machines, one is killed
    uv run --extra cluster python bench/cluster.py --articles 200 --machines 1 2 --no-kill

The machines are nodes of a Ray cluster on this one, with one processor each, so that what is
measured is the work that sharing out adds, not what more hardware gives. The articles are made of
the sentences of seeds/, each with a number of its own in it so that none is decoded once for many.
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from padanan.translate.read import read
from padanan.translate.segment import segment

ROOT = Path(__file__).resolve().parents[1]
QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0"}
STORE = 80 << 20  # bytes of shared memory of a machine


class Took(NamedTuple):
    """How long a run took: until its first result was there, and until its end."""

    first: float
    whole: float
    report: dict[str, Any]


def main() -> int:
    """Run the comparison; 1 if anything was lost, done twice, or came out otherwise."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--sentences", type=int, default=12, help="of an article")
    parser.add_argument("--machines", type=int, nargs="+", default=[2])
    parser.add_argument("--no-kill", action="store_true", help="let all machines live")
    parser.add_argument("--beam", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/padanan-bench-cluster"))
    options = parser.parse_args()
    os.environ.update(QUIET)
    shutil.rmtree(options.folder, ignore_errors=True)
    options.folder.mkdir(parents=True)
    os.chdir(options.folder)
    archive(Path("archive.jsonl"), options.articles, options.sentences)
    arguments = ["--beam", str(options.beam), "--json"]

    one = run("one", [*arguments, "--jobs", "1"])
    tell("one machine", one, options.articles)
    faults = 0
    for number in options.machines:
        name = f"cluster{number}"
        with cluster(number) as made:
            killing = None if options.no_kill or number < 2 else made.kill
            many = run(
                name, [*arguments, "--cluster", made.address], killing, options.articles // 2
            )
        what = f"{number} machines" if number > 1 else "a cluster of 1 machine"
        tell(what + (", one killed" if killing else ""), many, options.articles)
        faults += differences("one", name, one, many)
    return 1 if faults else 0


def archive(path: Path, articles: int, sentences: int) -> None:
    """A collection of articles made of the sentences of seeds/."""
    known = [
        one.source
        for file in sorted((ROOT / "seeds").glob("*.txt"))
        for one in segment(read(file)).segments
        if len(one.source) > 40
    ]
    chance = random.Random(1)
    number = 0
    with path.open("w", encoding="utf-8") as file:
        for at in range(articles):
            lines = []
            for sentence in chance.choices(known, k=sentences):
                number += 1
                words = sentence.split(" ")
                words.insert(len(words) // 2, f"({number})")
                lines.append(" ".join(words))
            text = "\n\n".join(" ".join(lines[i : i + 3]) for i in range(0, sentences, 3))
            file.write(json.dumps({"id": f"{at // 100}/{at:05}", "text": text}) + "\n")


def run(out: str, arguments: list[str], kill: Any = None, when: int = 0) -> Took:
    """A run of padanan, in which something is done when so many articles are there."""
    command = [sys.executable, "-m", "padanan", "translate", "archive.jsonl", "-o", out]
    started = time.monotonic()
    first = 0.0
    with Path(f"{out}.json").open("wb") as stdout, Path(f"{out}.err").open("wb") as stderr:
        process = subprocess.Popen([*command, *arguments], stdout=stdout, stderr=stderr)
        while process.poll() is None:
            there = sum(1 for _ in Path(out).rglob("*.po"))
            first = first or (time.monotonic() - started if there else 0.0)
            if kill is not None and there >= when:
                kill()
                print(f"  a machine killed with {there} of {2 * when} articles there", flush=True)
                kill = None
            time.sleep(0.1)
    whole = time.monotonic() - started
    if process.returncode:
        sys.exit(f"padanan ended with {process.returncode}: {Path(f'{out}.err').read_text()}")
    return Took(first, whole, json.loads(Path(f"{out}.json").read_text("utf-8")))


class Made(NamedTuple):
    """A cluster: where it is joined, and how a machine of it is killed."""

    address: str
    kill: Any


@contextmanager
def cluster(machines: int) -> Iterator[Made]:
    """A cluster with a head that does no work, and machines with one processor each."""
    from ray.cluster_utils import Cluster

    made: Any = Cluster(
        initialize_head=True,
        head_node_args={
            "num_cpus": 0,
            "object_store_memory": STORE,
            "include_dashboard": False,
        },
    )
    nodes = [made.add_node(num_cpus=1, object_store_memory=STORE) for _ in range(machines)]

    def kill() -> None:
        for process in workers(nodes[-1]):
            os.kill(process, signal.SIGKILL)
        made.remove_node(nodes.pop(), allow_graceful=False)

    try:
        yield Made(made.address, kill)
    finally:
        made.shutdown()


def workers(node: Any) -> list[int]:
    """The processes of a machine: its raylet and all it has started, which would outlive it for a
    moment, as they would not if the power went."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parent = int(path.read_text().rpartition(")")[2].split()[1])
            parents.setdefault(parent, []).append(int(path.parent.name))
    found = [info.process.pid for info in node.all_processes.get("raylet", [])]
    for process in found:
        found += parents.get(process, [])
    return found


def differences(one: str, many: str, before: Took, after: Took) -> int:
    """Tell what is not the same; how much that is."""
    wanted, there = files(Path(one)), files(Path(many))
    lost, more = wanted.keys() - there.keys(), there.keys() - wanted.keys()
    other = [name for name in wanted.keys() & there.keys() if wanted[name] != there[name]]
    names = [article["article"] for article in after.report["articles"]]
    twice = len(names) - len(set(names))
    print(
        f"  lost {len(lost)}, too many {len(more)}, told twice {twice}, "
        f"other bytes {len(other)} of {len(wanted)} files"
    )
    for name in sorted(other)[:3]:
        print(f"    {name}")
    drafted = [sum(a["drafted"] for a in took.report["articles"]) for took in (before, after)]
    print(f"  segments drafted: {drafted[0]:,} on one machine, {drafted[1]:,} here as reported")
    return len(lost) + len(more) + twice + len(other)


def files(folder: Path) -> dict[str, bytes]:
    """What a folder of results holds."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".sqlite"
    }


def tell(what: str, took: Took, articles: int) -> None:
    """A line for a run."""
    work = took.whole - took.first
    print(
        f"{what}: {took.whole:.1f} s, {articles / took.whole:.2f} articles/s; first result after "
        f"{took.first:.1f} s, then {articles / work:.2f} articles/s",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
