"""What a package says of itself, and which ones are refused."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from padanan.errors import ModelError
from padanan.translate.engine.package import (
    LENGTH_PENALTY,
    LONGEST,
    OtherLanguagesError,
    check_metadata,
    parse_metadata,
    printable,
    read,
)


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """A copy of the package, to be spoilt."""
    return Path(shutil.copytree(folder, tmp_path / folder.name))


def change(folder: Path, **entries: Any) -> None:
    path = folder / "metadata.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | entries))


def test_a_sound_package(folder: Path) -> None:
    package = read(folder)
    assert (package.name, package.version, package.code) == (
        "translate-id_en",
        "0.1",
        "translate_id_en",
    )
    assert package.tokenizer == "sentencepiece"
    assert package.tokenizer_path.is_file()
    assert package.origin == "path"
    assert package.size == sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    assert package.metadata.from_name == "Indonesian"
    assert package.readme().startswith("# A package for tests")
    assert len(package.fingerprint) == 64


def test_what_decides_the_drafts_is_in_the_fingerprint(copy: Path) -> None:
    before = read(copy).fingerprint
    (copy / "README.md").write_text("other")
    assert read(copy).fingerprint == before
    change(copy, target_prefix="__en__")
    assert read(copy).fingerprint != before
    change(copy, target_prefix="")
    assert read(copy).fingerprint == before
    change(copy, padanan={"longest": 60})
    assert read(copy).fingerprint != before
    change(copy, padanan={"length_penalty": 1.5})
    assert read(copy).fingerprint != before
    change(copy, padanan={"length_penalty": 1})
    assert read(copy).fingerprint == before
    change(copy, padanan={})
    with (copy / "model/model.bin").open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"\x55")
    assert read(copy).fingerprint != before


def test_a_package_without_readme_has_an_empty_one(copy: Path) -> None:
    (copy / "README.md").unlink()
    assert read(copy).readme() == ""


def test_a_readme_in_another_encoding_is_read(copy: Path) -> None:
    (copy / "README.md").write_bytes(b"caf\xe9")
    assert read(copy).readme() == "caf�"


def test_a_model_that_lies_elsewhere_is_found(copy: Path, tmp_path: Path) -> None:
    (copy / "model").rename(tmp_path / "elsewhere")
    (copy / "model").symlink_to(tmp_path / "elsewhere")
    assert read(copy).tokenizer == "sentencepiece"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("metadata.json", "this is not an Argos package, for it has no metadata.json"),
        ("model/model.bin", "holds no model (model/model.bin); the package is incomplete"),
        ("sentencepiece.model", "holds no tokenizer (sentencepiece.model or bpe.model)"),
    ],
)
def test_a_package_with_something_missing(copy: Path, name: str, says: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelError) as caught:
        read(copy)
    assert str(copy) in caught.value.message
    assert says in caught.value.message


def test_an_empty_model_is_no_model(copy: Path) -> None:
    (copy / "model/model.bin").write_bytes(b"")
    with pytest.raises(ModelError, match="holds no model"):
        read(copy)


def test_no_folder() -> None:
    with pytest.raises(ModelError, match="there is no such folder"):
        read(Path("/no/such/folder"))


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"\xff\xfe", b"[]", b"null", b'"x"', b"[" * 100_000],
    ids=["empty", "open", "binary", "list", "null", "string", "deep"],
)
def test_metadata_that_is_none(raw: bytes) -> None:
    with pytest.raises(ModelError, match="the package is damaged, fetch it again"):
        parse_metadata(raw, "metadata.json")


def test_metadata_of_unlikely_size() -> None:
    with pytest.raises(ModelError, match="larger than 1048576 bytes"):
        parse_metadata(b" " * (1 << 20) + b"{}", "metadata.json")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (
            {"from_code": "en", "to_code": "id"},
            "translates en to id; padanan needs a package from Indonesian (id) to English (en)",
        ),
        ({"from_code": "id", "to_code": "ms"}, "translates id to ms"),
        ({}, "translates no language it names to no language it names"),
        ({"from_code": 5, "to_code": ["en"]}, "translates 5 to no language it names"),
        ({"type": "sbd", "from_codes": ["id"]}, "a package of type “sbd”"),
        (
            {"languages": ["de", "fr", {"code": "es"}, "it", "pt", "nl", "en"]},
            "translates de, fr, es, it, pt and others to de",
        ),
        ({"from_code": "\x1b[2J", "to_code": "en"}, "translates �[2J to en"),
    ],
)
def test_packages_for_something_else(content: dict[str, Any], says: str) -> None:
    with pytest.raises(OtherLanguagesError) as caught:
        check_metadata(content, "x")
    assert says in caught.value.message


@pytest.mark.parametrize(
    "content",
    [
        {"from_code": "id", "to_code": "en"},
        {"from_codes": ["ms", "id"], "to_codes": ["en"]},
        {"languages": [{"code": "en", "name": "English"}, {"code": "id"}]},
        {"source_languages": [{"code": "id"}], "target_languages": [{"code": "en"}, 7]},
        {"from_code": "id", "to_code": "en", "type": "translate", "links": None},
    ],
)
def test_packages_for_indonesian_to_english(content: dict[str, Any]) -> None:
    metadata = check_metadata(content, "x")
    assert (metadata.from_code, metadata.to_code) == ("id", "en")
    assert metadata.version == "0"
    assert metadata.code == "translate-id_en"


def test_versions_are_ordered_as_versions() -> None:
    def key(version: Any) -> Any:
        entry = {"from_code": "id", "to_code": "en", "package_version": version}
        return check_metadata(entry, "x").version_key

    assert sorted(["1.10", "1.9", 1.2, "nonsense", None], key=key) in (
        ["nonsense", None, 1.2, "1.9", "1.10"],
        [None, "nonsense", 1.2, "1.9", "1.10"],
    )


@pytest.mark.parametrize(
    ("own", "longest"),
    [
        ({"longest": 60}, 60),
        ({"longest": 5}, LONGEST),
        ({"longest": 9_999}, LONGEST),
        ({"longest": "60"}, LONGEST),
        ({"longest": True}, LONGEST),
        ({}, LONGEST),
        ([60], LONGEST),
        (None, LONGEST),
    ],
)
def test_the_longest_source(own: Any, longest: int) -> None:
    entry = {"from_code": "id", "to_code": "en", "padanan": own}
    assert check_metadata(entry, "x").longest == longest


@pytest.mark.parametrize(
    ("own", "penalty"),
    [
        ({"length_penalty": 1.5}, 1.5),
        ({"length_penalty": 2}, 2.0),
        ({"length_penalty": 0}, LENGTH_PENALTY),
        ({"length_penalty": -1}, LENGTH_PENALTY),
        ({"length_penalty": 1e9}, LENGTH_PENALTY),
        ({"length_penalty": float("nan")}, LENGTH_PENALTY),
        ({"length_penalty": True}, LENGTH_PENALTY),
        ({"length_penalty": "2"}, LENGTH_PENALTY),
        ({}, LENGTH_PENALTY),
        (None, LENGTH_PENALTY),
    ],
)
def test_the_length_penalty(own: Any, penalty: float) -> None:
    entry = {"from_code": "id", "to_code": "en", "padanan": own}
    assert check_metadata(entry, "x").length_penalty == penalty


def test_nothing_in_metadata_steers_a_terminal() -> None:
    assert printable("a\x1b[31mb\nc\u202ed\x9b\ud800") == "a�[31mb�c�d��"
    content = {"from_code": "id", "to_code": "en", "package_version": "1\x1b]0;x\x07"}
    assert check_metadata(content, "x").version == "1�]0;x�"
