"""Finding the package that `--model` names."""

import shutil
from pathlib import Path

import pytest

from engine.packages import Recipe, build
from padanan.errors import ExitCode, ModelError
from padanan.translate.engine import find
from padanan.translate.engine.catalogue import embedded, installed

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def both(packages: Path, folder: Path) -> Path:
    """Two versions are installed."""
    packages.mkdir(parents=True)
    shutil.copytree(folder, packages / folder.name)
    build(packages, Recipe(version="1.10", seed=2))
    build(packages, Recipe(version="1.9", seed=3))
    return packages


def says(spec: str | None) -> str:
    with pytest.raises(ModelError) as caught:
        find(spec)
    assert caught.value.exit_code == ExitCode.NO_MODEL
    return caught.value.message


def test_the_embedded_package_is_the_default() -> None:
    package = find()
    assert package == find("embedded") == embedded()
    assert package.origin == "embedded"
    assert package.name == "translate-id_en"


def test_finding_the_embedded_package_touches_nothing(home: Path) -> None:
    find()
    assert list(home.iterdir()) == []


def test_the_environment_may_name_another(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PADANAN_MODEL", str(folder))
    assert find().folder == folder
    assert find("embedded").origin == "embedded"
    monkeypatch.setenv("PADANAN_MODEL", "")
    assert find().origin == "embedded"


def test_argos_is_the_newest_installed(both: Path) -> None:
    assert find("argos").folder == both / "translate-id_en-1_10"
    assert find("argos").origin == "installed"


@pytest.mark.parametrize(
    ("spec", "version"),
    [
        ("translate-id_en-0_1", "0.1"),
        ("translate-id_en-1_9", "1.9"),
        ("translate-id_en", "1.10"),
        ("translate_id_en", "1.10"),
    ],
)
@pytest.mark.usefixtures("both")
def test_installed_packages_by_name(spec: str, version: str) -> None:
    assert find(spec).version == version


def test_folders_and_files(folder: Path, file: Path) -> None:
    assert find(str(folder)).folder == folder
    assert find(f"{folder}/").origin == "path"
    assert find(str(file)).fingerprint == find(str(folder)).fingerprint


def test_a_folder_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert find(folder.name).folder == Path(folder.name)
    monkeypatch.chdir(folder)
    assert find(".").tokenizer == "sentencepiece"


def test_a_home_folder_is_written_out(folder: Path, home: Path) -> None:
    shutil.copytree(folder, home / "mine" / folder.name)
    assert find(f"~/mine/{folder.name}").version == "0.1"


def test_a_package_file_of_another_name(file: Path, tmp_path: Path) -> None:
    shutil.copy(file, tmp_path / "model.zip")
    assert find(str(tmp_path / "model.zip")).version == "0.1"


def test_nothing_of_that_name(packages: Path) -> None:
    assert says("gpt") == (
        f"There is no model “gpt” (in {packages}: none); use “embedded”, or give the path of a "
        "package's folder or .argosmodel file, or fetch a package with: padanan model install"
    )
    assert says("argos").startswith("No package from Indonesian to English is installed")


@pytest.mark.usefixtures("both")
def test_what_there_is_instead_is_told() -> None:
    assert "translate-id_en-1_10, translate-id_en-1_9, translate-id_en-0_1" in says("gpt")


def test_paths_that_lead_nowhere() -> None:
    assert says("/no/such/folder").startswith("/no/such/folder: there is no such folder")
    assert says("x.argosmodel").startswith("x.argosmodel: there is no such file")


def test_damaged_and_foreign_folders(both: Path) -> None:
    (both / "stray").mkdir()
    (both / "translate-en_de-1_0").mkdir()
    (both / "translate-en_de-1_0/metadata.json").write_text('{"from_code":"en","to_code":"de"}')
    (both / "broken-1_0").mkdir()
    (both / "broken-1_0/metadata.json").write_text("{")
    (both / "a file").write_text("")
    here = installed()
    assert [package.version for package in here.packages] == ["1.10", "1.9", "0.1"]
    assert [damage.folder.name for damage in here.damaged] == ["broken-1_0", "stray"]
    assert "not readable as JSON" in here.damaged[0].reason
    assert "has no metadata.json" in says("stray")


def test_no_packages_folder(packages: Path) -> None:
    assert installed().packages == ()
    packages.parent.mkdir(parents=True)
    packages.write_text("a file")
    assert installed().packages == ()


def test_the_folder_argos_translate_is_told_to_use(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder.parent))
    assert find("argos").folder == folder
