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
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from padanan.translate.read import read
from padanan.translate.segment import segment

ROOT = Path(__file__).resolve().parents[1]
QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0"}
STORE = 80 << 20  # bytes of shared memory of a machine
HEAD = {"num_cpus": 0, "object_store_memory": STORE, "include_dashboard": False}
STARTS = 3  # Ray gives a machine half a minute, which is not always enough


class Took(NamedTuple):
    """How long a run took: until its first result was there, until its end, and in seconds of
    processors, the machines' of the cluster included."""

    first: float
    whole: float
    processors: float
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
                name,
                [*arguments, "--cluster", made.address],
                made.processors,
                killing,
                options.articles // 2,
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


def run(
    out: str,
    arguments: list[str],
    elsewhere: Callable[[], float] = float,
    kill: Callable[[], None] | None = None,
    when: int = 0,
) -> Took:
    """A run of padanan, in which a machine is killed when so many articles are there.

    Args:
        out: Where the results go.
        arguments: More of the command line.
        elsewhere: Seconds of processors that other machines have used.
        kill: Kills a machine.
        when: The number of articles.
    """
    command = [sys.executable, "-m", "padanan", "translate", "archive.jsonl", "-o", out]
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    first, others = 0.0, elsewhere()
    used = others
    with Path(f"{out}.json").open("wb") as stdout, Path(f"{out}.err").open("wb") as stderr:
        process = subprocess.Popen([*command, *arguments], stdout=stdout, stderr=stderr)
        while process.poll() is None:
            there = sum(1 for _ in Path(out).rglob("*.po"))
            first = first or (time.monotonic() - started if there else 0.0)
            if kill is not None and there >= when:
                kill()
                print(f"  a machine killed with {there} of {2 * when} articles there", flush=True)
                kill = None
            used = elsewhere()
            time.sleep(0.2)
    whole = time.monotonic() - started
    if process.returncode:
        sys.exit(f"padanan ended with {process.returncode}: {Path(f'{out}.err').read_text()}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processors = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    processors += used - others
    return Took(first, whole, processors, json.loads(Path(f"{out}.json").read_text("utf-8")))


class Made(NamedTuple):
    """A cluster: where it is joined, how a machine of it is killed, and how many seconds of
    processors its machines have used."""

    address: str
    kill: Callable[[], None]
    processors: Callable[[], float]


@contextmanager
def cluster(machines: int) -> Iterator[Made]:
    """A cluster with a head that does no work, and machines with one processor each."""
    from ray.cluster_utils import Cluster

    made: Any = None
    for left in reversed(range(STARTS)):
        try:
            made = Cluster(initialize_head=True, head_node_args=HEAD)
            break
        except Exception:
            if not left:
                raise
    nodes = [made.add_node(num_cpus=1, object_store_memory=STORE) for _ in range(machines)]

    seen: dict[int, float] = {}

    def processors() -> float:
        """Processes that end take their count along, so that it is looked at again and again."""
        for node in nodes:
            for process in workers(node):
                seen[process] = max(seen.get(process, 0.0), used(process))
        return sum(seen.values())

    def kill() -> None:
        for process in workers(nodes[-1]):
            os.kill(process, signal.SIGKILL)
        made.remove_node(nodes.pop(), allow_graceful=False)

    try:
        yield Made(made.address, kill, processors)
    finally:
        made.shutdown()


def used(process: int) -> float:
    """Seconds of processors that a process has used; 0.0 if it has ended."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


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
        f"{took.first:.1f} s, then {articles / work:.2f} articles/s; processors "
        f"{took.processors:.1f} s, {took.processors / articles:.3f} s an article",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
