"""Joining a Ray cluster, and seeing that each of its machines can do the work."""

import logging
import os
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from padanan.errors import PadananError, UsageError, how_to_add

PATIENCE = 60.0
"""Seconds to wait for a cluster, and for each of its machines, to answer."""

_KNOCK = 5.0
"""Seconds to wait for somebody to answer at an address at all."""

LOCAL = "local"
"""The address that stands for a cluster of this machine alone, for this run alone."""

_HERE = "auto"
"""The address that stands for the cluster that runs on this machine."""

_STORE = 512 << 20
"""Bytes of memory for what workers share, in a cluster of this machine alone: names and places of
articles, the glossary and the memory are all that is in there."""

_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",  # it would report to Ray's makers
    "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",  # under `uv run` it would send the working folder about
    "RAY_DATA_DISABLE_PROGRESS_BARS": "1",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # it would warn that this is the default one day
}


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine of a cluster.

    Attributes:
        id: Its id in the cluster.
        name: What messages call it.
        cpus: Its processors, as the cluster counts them.
    """

    id: str
    name: str
    cpus: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster that has been joined.

    Attributes:
        ray: Ray itself.
        machines: The machines that have processors for work.
    """

    ray: Any
    machines: tuple[Machine, ...]


@contextmanager
def connect(address: str) -> Iterator[Cluster]:
    """Join a cluster, and leave it again.

    Args:
        address: As `ray.init` takes it: "local" for one of this machine alone, "auto" for the one
            that runs on this machine, HOST:PORT, or ray://HOST:PORT.

    Raises:
        UsageError: Ray is not installed, no cluster answers, or it is of another version.
    """
    ray = _ray(address)
    if ray.is_initialized():  # whoever has joined it leaves it
        yield Cluster(ray, _machines(ray))
        return
    try:
        if address == LOCAL:
            _start(ray)
        else:
            _join(ray, address)
        yield Cluster(ray, _machines(ray))
    finally:
        ray.shutdown()


def _ray(address: str) -> Any:
    """Ray, imported when it is known that there is somebody to talk to: it takes seconds.

    Raises:
        UsageError: It is not installed, or nobody answers at the address.
    """
    if address not in (LOCAL, _HERE):
        _knock(address)
    # Before Ray is imported, which reads them.
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    try:
        import ray
        import ray.data  # which wants more
    except ImportError as error:
        raise UsageError(
            f"--cluster needs Ray, which is not installed here ({error}). Install padanan with "
            f"what many machines need, here and on each of them: {how_to_add('cluster')}."
        ) from None
    return ray


_OPTIONS: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}


def _start(ray: Any) -> None:
    """Start a cluster of this machine alone.

    Not in a thread of its own: Ray's processes end with the thread that has started them.

    Raises:
        UsageError: It does not start.
    """
    for left in reversed(range(_STARTS)):
        try:
            ray.init(address=LOCAL, include_dashboard=False, object_store_memory=_STORE, **_OPTIONS)
            return
        except Exception as error:
            ray.shutdown()
            if not left:
                raise _told(LOCAL, error) from error


def _join(ray: Any, address: str) -> None:
    """Join a cluster that runs, given up when it takes too long: Ray would try for ever.

    Raises:
        UsageError: It fails, or takes too long.
    """
    problem: BaseException | None = None

    def join() -> None:
        nonlocal problem
        try:
            ray.init(address=address, **_OPTIONS)
        except BaseException as error:
            problem = error

    thread = threading.Thread(target=join, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    if thread.is_alive():
        raise UsageError(
            f"--cluster {address}: no Ray cluster has answered there within {PATIENCE:.0f} "
            f"seconds. {_HOW_TO_START}"
        )
    if problem is not None:
        raise _told(address, problem) from problem


_STARTS = 3
"""How often a cluster of this machine is started: Ray gives it half a minute, and a busy machine
takes longer now and then."""

_HOW_TO_START = (
    "Start one with “ray start --head” on one machine and “ray start --address=HOST:6379” on the "
    "others, or say --cluster local for this machine alone."
)


def _knock(address: str) -> None:
    """See that somebody answers at an address: Ray would ask for minutes.

    Raises:
        UsageError: Nobody does, or it is no address.
    """
    found = re.fullmatch(r"(?:ray://)?(\[[^\]]+\]|[^/:]+):(\d{1,5})(?:/.*)?", address)
    if found is None or not 0 < int(found[2]) < 65536:
        raise UsageError(
            f"--cluster {address}: is no address of a cluster. Say auto for the one that runs on "
            "this machine, local for this machine alone, HOST:PORT (the port is 6379 unless the "
            "cluster was started otherwise), or ray://HOST:10001."
        )
    try:
        socket.create_connection((found[1].strip("[]"), int(found[2])), timeout=_KNOCK).close()
    except OSError as error:
        raise UsageError(
            f"--cluster {address}: nobody answers there ({error.strerror or error}). "
            f"{_HOW_TO_START}"
        ) from error


def _told(address: str, error: BaseException) -> PadananError:
    """What went wrong in joining a cluster, as a sentence."""
    reason = " ".join(str(error).split())
    if address == _HERE and isinstance(error, ConnectionError):
        return UsageError(f"--cluster auto: no Ray cluster runs on this machine. {_HOW_TO_START}")
    if "ray[client]" in reason:
        return UsageError(
            f"--cluster {address}: addresses that begin with ray:// need Ray's client. Install it "
            "(pip install 'ray[client]'), or run padanan on a machine of the cluster with "
            "--cluster auto."
        )
    if "timed out during startup" in reason:
        return UsageError(
            f"--cluster {address}: Ray did not start within half a minute, {_STARTS} times over. "
            "This machine is very busy, or short of memory; try again later."
        )
    if "mismatch" in reason.lower():
        return UsageError(
            f"--cluster {address}: the cluster has other versions of Ray or Python than this "
            f"machine, and they do not understand each other ({reason}). Install the same on all."
        )
    # Ray sees for itself whether a token is wanted only where no address is named.
    token = (
        " If it asks for a token (“ray start” says whether), bring ~/.ray/auth_token of its first "
        "machine here and set the environment variable RAY_AUTH_MODE to token."
        if isinstance(error, ConnectionError) and os.environ.get("RAY_AUTH_MODE") != "token"
        else ""
    )
    return UsageError(
        f"--cluster {address}: cannot be joined ({reason.rstrip('.') or type(error).__name__})."
        f"{token}"
    )


def _machines(ray: Any) -> tuple[Machine, ...]:
    """The machines that have processors for work.

    Raises:
        UsageError: None has.
    """
    found = tuple(
        Machine(node["NodeID"], str(node["NodeManagerAddress"]), int(node["Resources"]["CPU"]))
        for node in ray.nodes()
        if node["Alive"] and node["Resources"].get("CPU", 0) >= 1
    )
    if not found:
        raise UsageError("The cluster has no machine with a processor to work on.")
    return found
