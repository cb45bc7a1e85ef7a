"""Fetching a file: whole and checked, or a sentence and what there is of it kept."""

import json
import random
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from engine.server import Served, Server, sha256
from padanan.errors import ModelError, OutputError
from padanan.translate.engine import download
from padanan.translate.engine.download import LinkError, fetch, read_all

CONTENT = random.Random(1).randbytes(600_000)

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "downloads" / "x.argosmodel"


@pytest.fixture
def served(server: Server) -> Served:
    """The file at `/x`."""
    server.files["/x"] = Served(CONTENT)
    return server.files["/x"]


def link(server: Server) -> list[str]:
    return [f"{server.address}x"]


def refused(links: list[str], target: Path, **known: object) -> str:
    with pytest.raises(ModelError) as caught:
        fetch(links, target, **known)  # type: ignore[arg-type]
    assert not target.exists()
    return caught.value.message


def part(target: Path) -> Path:
    return target.with_name(f"{target.name}.part")


@pytest.mark.usefixtures("served")
def test_a_file_arrives(server: Server, target: Path) -> None:
    told: list[tuple[int, int | None]] = []
    fetch(
        link(server),
        target,
        size=len(CONTENT),
        sha256=sha256(CONTENT),
        on_progress=lambda done, total: told.append((done, total)),
    )
    assert target.read_bytes() == CONTENT
    assert list(target.parent.iterdir()) == [target]
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_length_that_is_not_told(server: Server, served: Served, target: Path) -> None:
    served.announced = False
    told: list[int | None] = []
    fetch(link(server), target, on_progress=lambda done, total: told.append(total))  # noqa: ARG005
    assert target.read_bytes() == CONTENT
    assert set(told) == {None}


def test_a_broken_connection_is_taken_up_at_once(
    server: Server, served: Served, target: Path
) -> None:
    served.cuts = [200_000, 100_000]
    fetch(link(server), target)
    assert target.read_bytes() == CONTENT
    assert server.ranges("/x") == ["", "bytes=200000-", "bytes=300000-"]


def test_the_next_call_goes_on(server: Server, served: Served, target: Path) -> None:
    served.cuts = [300_000, 0]
    says = refused(link(server), target)
    assert "broke off after 300,000 of 600,000 bytes" in says
    assert "run the command again (what has arrived is kept)" in says
    assert part(target).read_bytes() == CONTENT[:300_000]
    fetch(link(server), target)
    assert target.read_bytes() == CONTENT
    assert server.ranges("/x") == ["", "bytes=300000-", "bytes=300000-"]
    assert list(target.parent.iterdir()) == [target]


def test_a_file_that_changed_meanwhile_starts_again(
    server: Server, served: Served, target: Path
) -> None:
    served.cuts = [300_000, 0]
    refused(link(server), target)
    served.content, served.etag = CONTENT[::-1], '"2"'
    fetch(link(server), target)
    assert target.read_bytes() == CONTENT[::-1]


@pytest.mark.parametrize("etag", ["", 'W/"1"'])
def test_a_file_without_a_strong_mark_starts_again(
    server: Server, served: Served, target: Path, etag: str
) -> None:
    served.etag, served.cuts = etag, [300_000, 100_000]
    refused(link(server), target)
    fetch(link(server), target)
    assert target.read_bytes() == CONTENT
    assert set(server.ranges("/x")) == {""}


def test_a_server_that_only_sends_whole_files(server: Server, served: Served, target: Path) -> None:
    served.ranges, served.cuts = False, [300_000]
    fetch(link(server), target)
    assert target.read_bytes() == CONTENT
    assert server.ranges("/x") == ["", "bytes=300000-"]


def test_a_beginning_of_unknown_origin_is_not_used(
    server: Server, served: Served, target: Path
) -> None:
    assert served.content == CONTENT
    target.parent.mkdir()
    part(target).write_bytes(b"what is this")
    fetch(link(server), target)
    assert target.read_bytes() == CONTENT
    part(target).write_bytes(b"what is this")
    part(target).with_suffix(".part.json").write_text("nonsense")
    fetch(link(server), target)
    assert target.read_bytes() == CONTENT


def test_a_complete_beginning_needs_no_request(
    server: Server, served: Served, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between the last byte and the renaming."""
    assert served.content == CONTENT

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(download, "_check", killed)
        with pytest.raises(KeyboardInterrupt):
            fetch(link(server), target)
    fetch(link(server), target)
    assert target.read_bytes() == CONTENT
    assert len(server.requests) == 1


def test_links_are_tried_in_order(server: Server, served: Served, target: Path) -> None:
    assert served.content == CONTENT
    dead = "http://127.0.0.1:9/x"
    fetch(["ipfs://abc", dead, f"{server.address}missing", *link(server)], target)
    assert target.read_bytes() == CONTENT


def test_no_link_gives_it(server: Server, target: Path) -> None:
    says = refused(
        ["ipfs://abc", "http://127.0.0.1:9/x", f"{server.address}missing", "file:///etc/passwd"],
        target,
    )
    assert "ipfs://abc: not an http or https address" in says
    assert "http://127.0.0.1:9/x: cannot be reached" in says
    assert "missing: the server answers 404 Not Found" in says
    assert "file:///etc/passwd: not an http or https address" in says
    assert "padanan model install FILE" in says
    assert list(target.parent.iterdir()) == []


def test_no_links(target: Path) -> None:
    assert "It has no links" in refused([], target)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://x/"])
def test_redirects_out_of_the_web(server: Server, target: Path, address: str) -> None:
    server.files["/x"] = Served(redirect=address)
    says = refused(link(server), target)
    assert address in says
    assert "we do not follow" in says or "not allowed" in says


def test_a_redirect_from_https_to_http() -> None:
    asked = urllib.request.Request("https://127.0.0.1/x")
    with pytest.raises(LinkError, match=r"http://127\.0\.0\.1/y, which we do not follow"):
        download._Redirects().redirect_request(asked, None, 302, "", {}, "http://127.0.0.1/y")


def test_redirects_within_the_web(server: Server, served: Served, target: Path) -> None:
    assert served.content == CONTENT
    server.files["/old"] = Served(redirect=f"{server.address}x")
    fetch([f"{server.address}old"], target)
    assert target.read_bytes() == CONTENT


def test_a_redirect_in_a_circle(server: Server, target: Path) -> None:
    server.files["/x"] = Served(redirect=f"{server.address}x")
    assert "the server answers 302" in refused(link(server), target)


@pytest.mark.usefixtures("served")
def test_a_wrong_checksum(server: Server, target: Path) -> None:
    says = refused(link(server), target, sha256=sha256(b"other"))
    assert "has another SHA-256 than the index says" in says
    assert list(target.parent.iterdir()) == []


@pytest.mark.usefixtures("served")
def test_a_wrong_size(server: Server, target: Path) -> None:
    assert "has 600,000 bytes where the index says 5" in refused(link(server), target, size=5)


def test_a_file_of_unlikely_size(
    server: Server, served: Served, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "LIMIT", 100_000)
    assert "larger than 100,000 bytes" in refused(link(server), target)
    served.announced = False
    assert "the server sends more than it announced" in refused(link(server), target)


def test_a_server_that_says_nothing(
    server: Server, served: Served, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "TIMEOUT", 0.3)
    served.silent = 3.0
    started = time.monotonic()
    assert "timed out" in refused(link(server), target)
    assert time.monotonic() - started < 3


def test_two_at_once(server: Server, served: Served, target: Path) -> None:
    assert served.content == CONTENT
    target.parent.mkdir()
    part(target).touch()
    code = (
        "import sys; from pathlib import Path\n"
        "from padanan.translate.engine.places import claim\n"
        "claim(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(part(target))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == b"held\n"
        assert "another padanan is fetching this file" in refused(link(server), target)
        other.stdin.close()
    fetch(link(server), target)
    assert target.read_bytes() == CONTENT


def test_a_folder_that_cannot_be_written(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        fetch(link(server), tmp_path / "file" / "x")


def test_killed_while_it_arrives(server: Server, served: Served, target: Path) -> None:
    served.pause = 0.05
    code = (
        "import sys; from pathlib import Path\n"
        "from padanan.translate.engine.download import fetch\n"
        "fetch([sys.argv[1]], Path(sys.argv[2]), on_progress=lambda *_: print('x', flush=True))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, *link(server), str(target)], stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        for _ in range(3):
            assert child.stdout.readline() == b"x\n"
        child.kill()
    there = part(target).stat().st_size
    assert 0 < there < len(CONTENT)
    assert json.loads(part(target).with_suffix(".part.json").read_text())["total"] == len(CONTENT)
    served.pause = 0.0
    fetch(link(server), target)
    assert target.read_bytes() == CONTENT
    assert server.ranges("/x")[-1] == f"bytes={there}-"


def test_small_files(server: Server) -> None:
    server.files["/index.json"] = served = Served(b"[]")
    address = f"{server.address}index.json"
    assert read_all(address, 10) == b"[]"
    with pytest.raises(LinkError, match="larger than 1 bytes"):
        read_all(address, 1)
    served.cuts = [1]
    with pytest.raises(LinkError, match="broke off"):
        read_all(address, 10)
    with pytest.raises(LinkError, match="not an http or https address"):
        read_all("data:,x", 10)
    with pytest.raises(LinkError, match="cannot be reached"):
        read_all("http://", 10)
