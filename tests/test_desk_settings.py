"""The settings of a desk: where they are looked for, and what is said of a wrong one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.address import Address
from padanan.desk import BEAMS, FILE, KEYS, MEMORY, Desk
from padanan.errors import InputError


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the current one, with nothing above it that is a desk's."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(folder: Path, text: str) -> Path:
    """A file of settings in a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE
    file.write_text(text, encoding="utf-8")
    return file


def test_defaults(here: Path) -> None:
    assert Desk.find(Path("out")) == Desk(memory=here / "out" / MEMORY)


def test_everything_that_can_be_said(here: Path) -> None:
    file = settings(
        here,
        """
        glossary = "words/terms.tsv"
        memory = "tm/desk.sqlite"
        model = "models/own.argosmodel"
        beam = 6

        [checks]
        disable = ["names"]

        [checks.length-ratio]
        low = 0.5
        """,
    )
    assert Desk.find(Path("out")) == Desk(
        file=file,
        glossary=here / "words" / "terms.tsv",
        memory=here / "tm" / "desk.sqlite",
        model=str(here / "models" / "own.argosmodel"),
        beam=6,
        checks={"disable": ["names"], "length-ratio": {"low": 0.5}},
    )


def test_the_memory_may_be_on_a_server(here: Path) -> None:
    settings(here, 'memory = "postgresql://ani@tm.example/news"')
    assert Desk.find(Path("out")).memory == Address("news", "tm.example", user="ani")
    settings(here, 'memory = "postgresql://ani:hemmelig@tm.example"')
    with pytest.raises(
        InputError, match=r"padanan\.toml: the address .* names no database"
    ) as told:
        Desk.find(Path("out"))
    assert "hemmelig" not in told.value.message


def test_an_empty_file_has_defaults_beside_it(here: Path) -> None:
    file = settings(here, "")
    assert Desk.find(Path("out")) == Desk(file=file, memory=here / MEMORY)


def test_the_nearest_file_counts(here: Path) -> None:
    settings(here, "beam = 1")
    settings(here / "desks", "beam = 2")
    settings(here / "desks" / "a", "beam = 3")
    assert Desk.find(Path("desks/a")).beam == 3
    assert Desk.find(Path("desks/a/below")).beam == 3
    assert Desk.find(Path("desks/b")).beam == 2
    assert Desk.find(Path("desks/a/../b")).beam == 2
    assert Desk.find(Path()).beam == 1


def test_a_desk_elsewhere_takes_the_current_folders(here: Path) -> None:
    inner = here / "inner"
    file = settings(inner, "beam = 5")
    assert Desk.find(here / "elsewhere").file is None
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(inner)
        assert Desk.find(here / "elsewhere").file == file


def test_a_linked_desk_is_set_up_beside_its_link(here: Path) -> None:
    (here / "far" / "out").mkdir(parents=True)
    (here / "near").mkdir()
    (here / "near" / "out").symlink_to(here / "far" / "out")
    settings(here / "near", "beam = 7")
    assert Desk.find(Path("near/out")).beam == 7


def test_absolute_paths_stay(here: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "shared" / "terms.tsv"
    settings(here, f"glossary = '{elsewhere}'\nmodel = 'argos'")
    desk = Desk.find(Path("out"))
    assert desk.glossary == elsewhere
    assert desk.model == "argos"


def test_a_folder_of_that_name_is_no_file(here: Path) -> None:
    (here / FILE).mkdir()
    assert Desk.find(here).file is None


def test_a_byte_order_mark_is_no_harm(here: Path) -> None:
    (here / FILE).write_bytes(b"\xef\xbb\xbfbeam = 2")
    assert Desk.find(here).beam == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("glosary = 'a'", ["'glosary'", "Did you mean glossary?", ", ".join(KEYS)]),
        ("Beam = 3", ["'Beam'", "Did you mean beam?"]),
        ("zzz = 3", ["'zzz'", "The settings are"]),
        ("beam = 0", ["beam is a whole number from 1 to 32, not 0"]),
        ("beam = 33", ["not 33"]),
        ("beam = true", ["not True"]),
        ("beam = '4'", ["not '4'"]),
        ("beam = 4.0", ["not 4.0"]),
        ("glossary = 3", ["glossary is a text in quotes, not 3"]),
        ("memory = ''", ["memory is a text that is not empty"]),
        ('model = "a\\u0000"', ["model is a text that is not empty"]),
        ("checks = 3", ["checks is a table that begins with [checks]"]),
        ("beam = ?\n", ["is not TOML", "line 1"]),
        ("beam = 1\nbeam = 2\n", ["is not TOML", "line 2"]),
        ("x = " + "[" * 5000, ["is not TOML"]),
        ("beam = " + "9" * 5000, ["is not TOML"]),
    ],
)
def test_wrong_settings_get_a_sentence(here: Path, text: str, said: list[str]) -> None:
    file = settings(here, text)
    with pytest.raises(InputError) as caught:
        Desk.find(Path("out"))
    assert caught.value.message.startswith(f"{file}: ")
    for part in said:
        assert part in caught.value.message
    assert "\n" not in caught.value.message


def test_other_encodings_get_a_sentence(here: Path) -> None:
    (here / FILE).write_bytes("model = 'café'".encode("latin-1"))
    with pytest.raises(InputError, match=r"is not UTF-8 \(byte 12\)"):
        Desk.find(here)


@given(st.integers())
def test_every_beam_is_taken_or_refused(
    tmp_path_factory: pytest.TempPathFactory, beam: int
) -> None:
    file = settings(tmp_path_factory.getbasetemp() / "beams", f"beam = {beam}")
    try:
        desk = Desk.load(file)
    except InputError:
        assert beam not in BEAMS
    else:
        assert desk.beam == beam
