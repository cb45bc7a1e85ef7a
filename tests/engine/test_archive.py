"""Package files: sound ones are unpacked, others refused with a sentence, leaving no trace."""

import json
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.packages import Recipe, build, pack
from padanan.errors import ModelError, OutputError
from padanan.translate.engine import archive
from padanan.translate.engine.archive import extract, unpacked
from padanan.translate.engine.package import read

TOP = "translate-id_en-0_1"


@pytest.fixture
def into(tmp_path: Path) -> Path:
    """An empty folder to unpack into."""
    folder = tmp_path / "outer" / "into"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def spoilt(file: Path, tmp_path: Path) -> Path:
    """A copy of the package file, to be spoilt."""
    copy = tmp_path / "spoilt.argosmodel"
    copy.write_bytes(file.read_bytes())
    return copy


def refused(path: Path, into: Path) -> str:
    """What is said when `path` is unpacked, which must fail without leaving the folder."""
    with pytest.raises(ModelError) as caught:
        extract(path, into)
    assert {p.name for p in into.parent.iterdir()} == {into.name}
    assert str(path) in caught.value.message
    return caught.value.message


def add(path: Path, name: str, data: bytes = b"x", change: Callable | None = None) -> None:
    info = zipfile.ZipInfo(name)
    if change is not None:
        change(info)
    with zipfile.ZipFile(path, "a") as file:
        file.writestr(info, data)


def test_a_sound_file(file: Path, folder: Path, into: Path) -> None:
    made = extract(file, into)
    assert made == into / TOP
    assert read(made).fingerprint == read(folder).fingerprint
    assert read(made).readme() == read(folder).readme()


def test_folders_as_entries_and_hidden_files_are_no_trouble(spoilt: Path, into: Path) -> None:
    add(spoilt, f"{TOP}/stanza/id/", b"")
    add(spoilt, f"{TOP}/stanza/.keep")
    made = extract(spoilt, into)
    assert (made / "stanza/id").is_dir()
    assert (made / "stanza/.keep").is_file()


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        f"{TOP}/../../evil",
        f"{TOP}/..",
        "/etc/evil",
        "..\\evil",
        f"{TOP}\\evil",
        "C:/evil",
        f"{TOP}//evil",
        f"{TOP}/./evil",
        f"{TOP}/a\x1b[2J",
        f"{TOP}/trailing.",
        f"{TOP}/trailing /x",
        "/",
    ],
)
def test_paths_that_lead_elsewhere(spoilt: Path, into: Path, name: str) -> None:
    add(spoilt, name)
    says = refused(spoilt, into)
    assert "which could lead outside the package; it was not unpacked" in says
    assert "\x1b" not in says


def test_a_name_with_a_zero_byte(spoilt: Path, into: Path) -> None:
    add(spoilt, f"{TOP}/null")
    spoilt.write_bytes(spoilt.read_bytes().replace(b"/null", b"/nu\0l"))
    assert "which could lead outside the package" in refused(spoilt, into)


def test_a_link(spoilt: Path, into: Path) -> None:
    def link(info: zipfile.ZipInfo) -> None:
        info.external_attr = (stat.S_IFLNK | 0o777) << 16

    add(spoilt, f"{TOP}/stanza", b"/etc", link)
    assert f"“{TOP}/stanza” is a link or a device, not a file" in refused(spoilt, into)


def test_two_folders_at_the_top(spoilt: Path, into: Path) -> None:
    add(spoilt, "translate-en_es-1_0/metadata.json", b"{}")
    assert "holds 2 folders or files at its top where a package has one" in refused(spoilt, into)


def test_a_hidden_folder(tmp_path: Path, into: Path) -> None:
    path = tmp_path / "hidden.argosmodel"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(".hidden/metadata.json", "{}")
    assert "its folder “.hidden/metadata.json” is a hidden one" in refused(path, into)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["metadata.json", "METADATA.json", "README.md/x", "model"])
def test_names_that_overwrite_each_other(spoilt: Path, into: Path, name: str) -> None:
    add(spoilt, f"{TOP}/{name}")
    assert "twice; it was not unpacked" in refused(spoilt, into)


def test_too_many_files(spoilt: Path, into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "ENTRIES", 5)
    assert "holds 7 files, more than the 5 a package may have" in refused(spoilt, into)


def test_a_bomb(spoilt: Path, into: Path) -> None:
    with zipfile.ZipFile(spoilt, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr(f"{TOP}/zeros", bytes(64 << 20))
    assert "which no model does; it was not unpacked" in refused(spoilt, into)


def test_more_than_any_model_has(spoilt: Path, into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "TOTAL", 1_000_000)
    assert "which no model does" in refused(spoilt, into)


def test_an_entry_that_lies_about_its_size(spoilt: Path, into: Path) -> None:
    """The sizes in the directory are what is checked beforehand, so they must hold."""
    with zipfile.ZipFile(spoilt, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr(f"{TOP}/zeros", bytes(1 << 20))
    content = bytearray(spoilt.read_bytes())
    at = content.rindex(b"PK\x01\x02")
    assert struct.unpack_from("<L", content, at + 24) == (1 << 20,)
    struct.pack_into("<L", content, at + 24, 10)
    spoilt.write_bytes(content)
    assert "damaged" in refused(spoilt, into)


def test_an_encrypted_entry(spoilt: Path, into: Path) -> None:
    content = bytearray(spoilt.read_bytes())
    at = content.rindex(b"PK\x01\x02")
    content[at + 8] |= 1
    spoilt.write_bytes(content)
    assert "is encrypted; packages are not" in refused(spoilt, into)


def test_another_way_of_packing(spoilt: Path, into: Path) -> None:
    with zipfile.ZipFile(spoilt, "a", zipfile.ZIP_LZMA) as file:
        file.writestr(f"{TOP}/x", b"x" * 100)
    assert "is packed by method 14, which packages do not use" in refused(spoilt, into)


@pytest.mark.parametrize("share", [0.05, 0.5, 0.99])
def test_a_file_cut_short(spoilt: Path, into: Path, share: float) -> None:
    content = spoilt.read_bytes()
    spoilt.write_bytes(content[: int(share * len(content))])
    assert "damaged or cut short" in refused(spoilt, into)


def test_a_flipped_byte(spoilt: Path, into: Path) -> None:
    content = bytearray(spoilt.read_bytes())
    at = content.index(b"model.bin") + 10_000
    content[at] ^= 0xFF
    spoilt.write_bytes(content)
    says = refused(spoilt, into)
    assert "damaged or cut short" in says
    assert "fetch it again" in says


@pytest.mark.parametrize(
    "content", [b"", b"<!DOCTYPE html><title>404</title>", b"PK\x05\x06" + bytes(18)]
)
def test_no_archive(tmp_path: Path, into: Path, content: bytes) -> None:
    path = tmp_path / "page.argosmodel"
    path.write_bytes(content)
    assert "not a package file (a zip archive, named .argosmodel)" in refused(path, into)


def test_no_file(tmp_path: Path, into: Path) -> None:
    assert "there is no such file; check the path" in refused(tmp_path / "x.argosmodel", into)


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ("metadata.json", "not an Argos package, for it has no metadata.json"),
        ("model/model.bin", "holds no model (model/model.bin)"),
        ("sentencepiece.model", "holds no tokenizer"),
    ],
)
def test_something_missing(
    folder: Path, tmp_path: Path, into: Path, missing: str, says: str
) -> None:
    names = {p.relative_to(folder).as_posix() for p in folder.rglob("*")} - {missing}
    assert says in refused(pack(folder, tmp_path / "x.argosmodel", names), into)


def test_another_language(tmp_path: Path, into: Path) -> None:
    recipe = Recipe(code="translate-en_es", metadata={"from_code": "en", "to_code": "es"})
    path = pack(build(tmp_path / "es", recipe), tmp_path / "es.argosmodel")
    assert "translates en to es; padanan needs a package from Indonesian" in refused(path, into)


def test_a_full_disk(file: Path, into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:  # noqa: ARG001
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive.os, "fsync", full)
    with pytest.raises(OutputError, match=r"cannot be unpacked to .* \(No space left on device\)"):
        extract(file, into)


def test_a_file_is_unpacked_once(file: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = unpacked(file)
    assert first.folder.is_relative_to(home / "cache" / "padanan" / "packages")
    monkeypatch.setattr(archive, "extract", None)
    assert unpacked(file) == first


@pytest.mark.usefixtures("home")
def test_files_of_the_same_name_are_kept_apart(file: Path, newer: Path, tmp_path: Path) -> None:
    path = tmp_path / "model.argosmodel"
    path.write_bytes(file.read_bytes())
    assert unpacked(path).version == "0.1"
    path.write_bytes(newer.read_bytes())
    assert unpacked(path).version == "1.10"


@pytest.mark.usefixtures("home")
def test_what_was_tidied_out_of_the_cache_is_unpacked_again(file: Path) -> None:
    first = unpacked(file)
    (first.folder / "model/model.bin").unlink()
    assert unpacked(file).fingerprint == read(first.folder).fingerprint


def test_a_refused_file_leaves_nothing_in_the_cache(spoilt: Path, home: Path) -> None:
    add(spoilt, "../evil")
    with pytest.raises(ModelError):
        unpacked(spoilt)
    assert list((home / "cache" / "padanan" / "packages").iterdir()) == []


def test_metadata_is_read_before_anything_is_written(tmp_path: Path, into: Path) -> None:
    path = tmp_path / "x.argosmodel"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(f"{TOP}/metadata.json", json.dumps({"from_code": "de", "to_code": "en"}))
    assert "translates de to en" in refused(path, into)
    assert list(into.iterdir()) == []
