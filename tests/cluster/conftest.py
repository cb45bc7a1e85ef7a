"""A Ray cluster of several machines on this one: each a node with processes of its own."""

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from cluster.desks import QUIET

CAMPAIGN = pytest.mark.skipif(
    os.environ.get("PADANAN_CAMPAIGN") != "1", reason="runs with PADANAN_CAMPAIGN=1"
)
"""Marks what takes long: the campaign has it."""


class Machines:
    """A cluster whose machines can be added and killed."""

    def __init__(self, cpus: int) -> None:
        from ray.cluster_utils import Cluster

        self._cluster: Any = None
        for attempt in range(
            3
        ):  # Ray gives a machine half a minute to start, whatever it has to do
            try:
                self._cluster = Cluster(
                    initialize_head=True, head_node_args={"num_cpus": cpus, **_SMALL}
                )
                break
            except Exception:
                if attempt == 2:
                    raise
        self.nodes: list[Any] = []

    @property
    def address(self) -> str:
        """Where it is joined."""
        return str(self._cluster.address)

    def add(self) -> None:
        """Start another machine, with one processor."""
        self.nodes.append(self._cluster.add_node(num_cpus=1, **_SMALL))

    def kill(self) -> None:
        """Kill the machine that was added last."""
        self._cluster.remove_node(self.nodes.pop(), allow_graceful=False)

    def stop(self) -> None:
        """Stop all."""
        self._cluster.shutdown()


_SMALL = {"object_store_memory": 80 << 20, "include_dashboard": False}


@pytest.fixture(scope="session")
def _ray() -> None:
    """Ray, or a sentence why not."""
    os.environ.update(QUIET)
    # Workers find the modules of the tests where this process finds them.
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    pytest.importorskip(
        "ray.data", reason="these tests need Ray: uv sync --extra cluster", exc_type=ImportError
    )


@pytest.fixture(scope="session")
def machines(_ray: None) -> Iterator[Machines]:
    """Two machines with one processor each, which no test kills."""
    made = Machines(cpus=1)
    try:
        made.add()
        yield made
    finally:
        made.stop()


@pytest.fixture
def mortal(_ray: None) -> Iterator[Machines]:
    """A machine without processors for work, and two with one each, to be killed."""
    made = Machines(cpus=0)
    try:
        made.add()
        made.add()
        yield made
    finally:
        made.stop()
