"""What is installed: only padanan/, all of it, with the embedded model."""

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PLACES = {"padanan.glossary": "glossary", "padanan.translate": "translate", "padanan.tui": "tui"}


def test_every_subpackage_is_listed() -> None:
    found = {"padanan", *PLACES}
    for name, folder in {"padanan": "padanan", **PLACES}.items():
        for init in (ROOT / folder).rglob("__init__.py"):
            parts = init.parent.relative_to(ROOT / folder).parts
            # Through the links the three folders would be found twice.
            if name == "padanan" and parts and f"padanan.{parts[0]}" in PLACES:
                continue
            found.add(".".join((name, *parts)))
    listed = PROJECT["tool"]["setuptools"]["packages"]
    assert sorted(listed) == sorted(found)
    assert sorted(PROJECT["tool"]["setuptools"]["package-dir"]) == sorted(found)


@pytest.mark.parametrize("name", ["glossary", "translate", "tui"])
def test_the_links_point_to_the_folders(name: str) -> None:
    assert (ROOT / "padanan" / name).resolve() == ROOT / name


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution and the wheel that was built from it."""
    out = tmp_path_factory.mktemp("dist")
    # Without isolation: nothing is downloaded. The wheel is made from the source distribution.
    # setuptools puts things together in the folder of the sources, where one can be at work only.
    with FileLock(tmp_path_factory.getbasetemp().parent / "padanan-build.lock"):
        subprocess.run(
            [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)],
            check=True,
            capture_output=True,
        )
    return out


def test_the_wheel_holds_only_padanan(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"padanan"}
    sources = {
        ".".join((name, *path.relative_to(ROOT / folder).with_suffix("").parts))
        for name, folder in PLACES.items()
        for path in (ROOT / folder).rglob("*.py")
    } | {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for pattern in ("*.py", "cli/**/*.py")
        for path in (ROOT / "padanan").glob(pattern)
    }
    packed = {name.removesuffix(".py").replace("/", ".") for name in names if name.endswith(".py")}
    assert packed == sources
    assert "padanan/py.typed" in names


def test_the_wheel_holds_the_glossary_and_its_tables(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            Path(name).name: archive.read(name)
            for name in archive.namelist()
            if name.startswith("padanan/glossary/data/")
        }
    assert packed == {file.name: file.read_bytes() for file in (ROOT / "glossary/data").iterdir()}
    assert packed["terms.tsv"] == (ROOT / "terms.tsv").read_bytes()


def test_the_wheel_holds_the_catalogues_of_the_interface(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            name: archive.read(name)
            for name in archive.namelist()
            if name.startswith("padanan/locale/")
        }
    assert packed == {
        file.relative_to(ROOT).as_posix(): file.read_bytes()
        for file in (ROOT / "padanan/locale").rglob("*.?o")
    }
    assert "padanan/locale/id/LC_MESSAGES/padanan.mo" in packed


def test_the_wheel_holds_the_embedded_model(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            info.filename: info.file_size
            for info in archive.infolist()
            if "/embedded/" in info.filename
        }
    inside = {Path(name).name: size for name, size in packed.items()}
    assert {"metadata.json", "model.bin", "sentencepiece.model", "README.md"} <= inside.keys()
    assert sum(inside.values()) <= 40_000_000
    assert len({name.split("/embedded/")[1].split("/")[0] for name in packed}) == 1


def test_the_source_distribution_carries_the_licence(built: Path) -> None:
    (source,) = built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        assert any(name.endswith("/LICENSE") for name in archive.getnames())
