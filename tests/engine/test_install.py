"""Installing: into Argos Translate's folder, whole or not at all."""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.packages import Recipe, build, pack
from engine.server import Served, Server, sha256
from padanan import settings
from padanan.errors import ModelError, OutputError
from padanan.translate.engine import find, install
from padanan.translate.engine.catalogue import installed
from padanan.translate.engine.install import choose, install_file, install_offer, read_index


def listed_by_argos() -> list[str]:
    """What argostranslate itself finds installed, in a process of its own."""
    code = (
        "from argostranslate import package\n"
        "print(*sorted(p.package_path.name for p in package.get_installed_packages()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def left_behind(packages: Path) -> list[str]:
    return [path.name for path in packages.parent.iterdir() if "padanan" in path.name]


# Files


def test_a_file(file: Path, packages: Path) -> None:
    done = install_file(file)
    assert done.package.folder == packages / "translate-id_en-0_1"
    assert (done.already, done.replaced) == (False, False)
    assert done.package.origin == "installed"
    assert find("argos") == done.package
    assert left_behind(packages) == []
    assert listed_by_argos() == ["translate-id_en-0_1"]


def test_the_same_again(file: Path, packages: Path) -> None:
    first = install_file(file)
    model = first.package.folder / "model/model.bin"
    before = model.stat()
    again = install_file(file)
    assert again.already
    assert again.package == first.package
    assert (model.stat().st_ino, model.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert left_behind(packages) == []


def test_two_versions(file: Path, newer: Path, packages: Path) -> None:
    install_file(newer)
    install_file(file)
    assert [package.version for package in installed().packages] == ["1.10", "0.1"]
    assert listed_by_argos() == ["translate-id_en-0_1", "translate-id_en-1_10"]
    assert left_behind(packages) == []


@pytest.mark.parametrize("damage", ["gone", "empty", "file", "link", "other"])
def test_a_damaged_one_is_replaced(file: Path, folder: Path, packages: Path, damage: str) -> None:
    place = packages / "translate-id_en-0_1"
    if damage == "gone":
        install_file(file)
        (place / "model/model.bin").unlink()
    elif damage == "empty":
        place.mkdir(parents=True)
    elif damage == "file":
        packages.mkdir(parents=True)
        place.write_text("")
    elif damage == "link":
        packages.mkdir(parents=True)
        place.symlink_to("/no/such/place")
    else:
        build(packages, Recipe(seed=9))
    done = install_file(file)
    assert (done.already, done.replaced) == (False, True)
    assert done.package.fingerprint == find(str(folder)).fingerprint
    assert listed_by_argos() == ["translate-id_en-0_1"]
    assert left_behind(packages) == []


def test_a_file_that_is_refused_changes_nothing(file: Path, packages: Path, tmp_path: Path) -> None:
    install_file(file)
    content = bytearray(file.read_bytes())
    content[content.index(b"model.bin") + 10_000] ^= 0xFF
    (tmp_path / "bad.argosmodel").write_bytes(content)
    with pytest.raises(ModelError, match="damaged or cut short"):
        install_file(tmp_path / "bad.argosmodel")
    assert find("argos").fingerprint == find(str(file)).fingerprint
    assert left_behind(packages) == []


def test_a_folder_that_is_a_link(file: Path, packages: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    packages.parent.mkdir(parents=True)
    packages.symlink_to(tmp_path / "real")
    install_file(file)
    assert [path.name for path in (tmp_path / "real").iterdir()] == ["translate-id_en-0_1"]
    assert listed_by_argos() == ["translate-id_en-0_1"]


def test_the_folder_argos_translate_is_told_to_use(
    file: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(home / "elsewhere" / "packages"))
    assert install_file(file).package.folder.parent == home / "elsewhere" / "packages"
    assert listed_by_argos() == ["translate-id_en-0_1"]


@pytest.mark.parametrize("failing", [1, 2])
def test_a_rename_that_fails_puts_the_old_one_back(
    file: Path, packages: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    old = build(packages, Recipe(seed=9))
    before = find(str(old)).fingerprint
    rename, calls = Path.rename, []

    def fail(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == failing:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OutputError, match="must be writable and on one file system"):
        install_file(file)
    assert find(str(old)).fingerprint == before
    assert left_behind(packages) == []


def test_a_place_that_cannot_be_written(
    file: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").write_text("")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(home / "file" / "packages"))
    with pytest.raises(OutputError, match="cannot be written"):
        install_file(file)


KILLED = """
import os, signal, sys
from pathlib import Path
from padanan.translate.engine import archive, install, places

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

at = sys.argv[2]
if at == "unpacking":
    real, count = os.fsync, []
    def fsync(descriptor):
        count.append(1)
        real(descriptor)
        if len(count) == 2:
            die()
    os.fsync = fsync
else:
    wanted = {"before": 1, "aside": 2, "in": 3}[at]
    rename, count = Path.rename, []
    def counting(self, target):
        count.append(1)
        if len(count) == wanted:
            die()
        return rename(self, target)
    Path.rename = counting
    install.flush_folder = die
install.install_file(Path(sys.argv[1]))
"""


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize("at", ["unpacking", "before", "aside", "in"])
@pytest.mark.parametrize("there", [False, True])
def test_killed_at_any_moment(file: Path, packages: Path, at: str, there: bool) -> None:
    """Argos Translate's listing works afterwards, and the next run completes the work."""
    if there:
        build(packages, Recipe(seed=9))
    done = subprocess.run([sys.executable, "-c", KILLED, str(file), at], check=False)
    assert done.returncode == -9
    assert set(listed_by_argos()) <= {"translate-id_en-0_1"}
    assert installed().damaged == ()
    install_file(file)
    assert find("argos").fingerprint == find(str(file)).fingerprint
    assert listed_by_argos() == ["translate-id_en-0_1"]
    assert left_behind(packages) == []


def test_the_folder_of_a_running_installation_is_left_alone(file: Path, packages: Path) -> None:
    packages.parent.mkdir(parents=True)
    with install.workplace(packages.parent, f"{packages.name}.padanan-") as other:
        install_file(file)
        assert other.is_dir()
    assert left_behind(packages) == []


# The index


def test_the_newest_of_the_index(server: Server, file: Path, newer: Path, packages: Path) -> None:
    server.offer(file)
    server.offer(newer, package_version="1.10", sha256=sha256(newer.read_bytes()))
    server.offer(file, package_version="1.9", links=[])
    offers = read_index(server.address)
    assert [offer.folder_name for offer in offers] == [
        "translate-id_en-1_10",
        "translate-id_en-1_9",
        "translate-id_en-0_1",
    ]
    told: list[tuple[int, int | None]] = []
    done = install_offer(choose(offers), lambda done, total: told.append((done, total)))
    assert done.package.folder == packages / "translate-id_en-1_10"
    assert told[-1] == (newer.stat().st_size, newer.stat().st_size)
    assert listed_by_argos() == ["translate-id_en-1_10"]
    assert list((settings.cache_folder() / "downloads").iterdir()) == []


def test_what_is_installed_is_not_fetched_again(server: Server, file: Path, packages: Path) -> None:
    server.offer(file)
    (offer,) = read_index(server.address)
    install_offer(offer)
    requests = len(server.requests)
    assert install_offer(offer).already
    assert len(server.requests) == requests
    (packages / "translate-id_en-0_1/model/model.bin").unlink()
    assert install_offer(offer).replaced


def test_the_environment_names_the_index(
    server: Server, file: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert home.is_dir()
    server.offer(file)
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", server.address)
    assert len(read_index()) == 1
    assert len(read_index(f"{server.address}index.json")) == 1
    assert len(read_index(server.address.rstrip("/"))) == 1


@pytest.mark.parametrize(
    ("name", "version"),
    [
        (None, "1.10"),
        ("translate-id_en", "1.10"),
        ("id_en", "1.10"),
        ("translate-id_en-0_1", "0.1"),
    ],
)
@pytest.mark.usefixtures("home")
def test_choosing(server: Server, file: Path, newer: Path, name: str | None, version: str) -> None:
    server.offer(file)
    server.offer(newer, package_version="1.10")
    assert choose(read_index(server.address), name).metadata.version == version


@pytest.mark.usefixtures("home")
def test_entries_that_are_not_for_us(server: Server, file: Path) -> None:
    server.offer(file, from_code="en", to_code="es")
    server.offer(file, type="sbd")
    server.offer(file, languages=7)
    server.offer(file, package_version="\x1b[2J../../x")
    content = json.loads(server.files["/index.json"].content)
    server.files["/index.json"].content = json.dumps([*content, None, 5, "x", []]).encode()
    (offer,) = read_index(server.address)
    assert offer.folder_name == "translate-id_en-_2J_x"
    with pytest.raises(ModelError, match=r"no package “translate-en_es” from Indonesian"):
        choose([offer], "translate-en_es")
    with pytest.raises(ModelError, match=r"The index has no package .* \(there: none\)"):
        choose([])


@pytest.mark.parametrize("content", [b"", b"{}", b"null", b"<html>", b"\xff", b"[" * 99_999])
@pytest.mark.usefixtures("home")
def test_an_index_that_is_none(server: Server, content: bytes) -> None:
    server.files["/index.json"] = Served(content)
    with pytest.raises(ModelError, match="not an index of packages"):
        read_index(server.address)


@pytest.mark.usefixtures("home")
def test_offline() -> None:
    with pytest.raises(ModelError) as caught:
        read_index("http://127.0.0.1:9/")
    assert "the index of packages cannot be reached" in caught.value.message
    assert "padanan model install FILE" in caught.value.message
    with pytest.raises(ModelError, match="not an http or https address"):
        read_index("file:///etc/")


@pytest.mark.usefixtures("home")
def test_a_wrong_checksum(server: Server, file: Path, packages: Path) -> None:
    server.offer(file, checksum=f"sha256:{sha256(b'other')}")
    with pytest.raises(ModelError, match="another SHA-256 than the index says"):
        install_offer(choose(read_index(server.address)))
    assert list(packages.glob("*")) == []  # importing argostranslate makes the folder
    assert list((settings.cache_folder() / "downloads").iterdir()) == []


def test_a_bad_package_is_not_kept(server: Server, file: Path, packages: Path) -> None:
    served = server.offer(file)
    good, served.content = served.content, served.content[:-50]
    offer = choose(read_index(server.address))
    with pytest.raises(ModelError, match="damaged or cut short"):
        install_offer(offer)
    assert list((settings.cache_folder() / "downloads").iterdir()) == []
    served.content = good
    assert install_offer(offer).package.folder.parent == packages


@pytest.mark.usefixtures("packages")
def test_an_interrupted_download_goes_on(server: Server, file: Path) -> None:
    served = server.offer(file)
    served.cuts = [60_000, 0]
    offer = choose(read_index(server.address))
    with pytest.raises(ModelError, match="broke off after 60,000"):
        install_offer(offer)
    install_offer(offer)
    assert server.ranges(f"/{file.name}")[-1] == "bytes=60000-"
    assert find("argos").version == "0.1"


def test_other_languages_in_the_file(server: Server, tmp_path: Path, packages: Path) -> None:
    recipe = Recipe(code="translate-en_es", metadata={"from_code": "en", "to_code": "es"})
    path = pack(build(tmp_path / "es", recipe), tmp_path / "es.argosmodel")
    server.offer(path)  # the index says it is for Indonesian
    with pytest.raises(ModelError, match="translates en to es"):
        install_offer(choose(read_index(server.address)))
    assert list(packages.glob("*")) == []


def test_argos_translate_without_a_home(server: Server, file: Path, home: Path) -> None:
    """Its settings module makes folders when it is imported."""
    server.offer(file)
    shutil.rmtree(home)
    home.write_text("a file")
    code = (
        "import sys; from padanan.errors import ModelError\n"
        "from padanan.translate.engine.install import read_index\n"
        "try: read_index(sys.argv[1])\n"
        "except ModelError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, server.address],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "Argos Translate cannot start" in done.stdout
