"""What is said when a cluster cannot be joined, or the options do not go together."""

import re
import socket
import sys
from pathlib import Path

import pytest

from padanan.errors import ExitCode, UsageError
from padanan.translate.cluster import Cluster, Fleet, connect
from padanan.translate.cluster.connect import Machine
from padanan.translate.cluster.journal import Journal
from running import Run


@pytest.mark.parametrize("address", ["", "nowhere", "host:0", "host:99999", "http://host:1", "a:b"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="is no address of a cluster"), connect(address):
        pass


def test_a_port_where_nobody_answers_is_told_at_once() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        # It is bound, but nobody listens.
        with pytest.raises(UsageError, match="nobody answers"), connect(f"127.0.0.1:{port}"):
            pass


def test_without_ray_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    said = re.escape("uv sync --inexact --extra cluster")
    with pytest.raises(UsageError, match=said), connect("auto"):
        pass


def _cluster(*cpus: int) -> Cluster:
    return Cluster(None, tuple(Machine(str(at), "host", one) for at, one in enumerate(cpus)))


def test_a_fleet_fills_the_machines() -> None:
    assert Fleet.of(_cluster(1, 1)) == Fleet(workers=2, cpus=1)
    assert Fleet.of(_cluster(16, 64)) == Fleet(workers=20, cpus=4)
    assert Fleet.of(_cluster(3, 16)) == Fleet(workers=6, cpus=3)
    assert Fleet.of(_cluster(16, 16), workers=3, cpus=8) == Fleet(workers=3, cpus=8)
    with pytest.raises(UsageError, match="no machine of the cluster has so many processors"):
        Fleet.of(_cluster(2, 4), cpus=8)


def test_the_journal_knows_what_is_done_and_how_often_it_was_begun() -> None:
    journal = Journal()
    assert journal.begin(0).tries == 1
    journal.tell(0, 5, b"done")
    begun = journal.begin(0)
    assert (begun.tries, begun.done) == (2, {5: b"done"})
    assert [journal.begin_alone(6), journal.begin_alone(6), journal.begin_alone(7)] == [1, 2, 1]
    journal.end(0)
    journal.tell(0, 5, b"late")
    assert journal.begin(0).done == {}


def test_workers_go_with_a_cluster(padanan: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("rumah", "utf-8")
    done = padanan("translate", "a.txt", "--workers", "2")
    assert done.returncode == ExitCode.USAGE
    assert "go with --cluster" in done.stderr
