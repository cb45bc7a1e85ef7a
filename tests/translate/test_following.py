"""The English text and the page follow the bilingual file."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint, load, save
from padanan.translate.english import EnglishText, There, compose
from padanan.translate.following import follow
from padanan.translate.page import render
from padanan.translate.read import describe
from padanan.translate.read.rules import RULES

ENTRIES = (
    Entry("a1", "Sungai meluap.", "The river floods.", State.APPROVED, line=1),
    Entry("s1", "loading...", "", State.SKIPPED, BlockKind.FURNITURE, RULES[0].name, line=2),
    Entry("a2", "Air naik.", "Water rose.", State.DRAFT, line=3),
    Entry("a3", "Warga pergi.", "", State.EMPTY, line=3),
)
TEXT = "The river floods.\n\nWater rose. [Warga pergi.]\n"


@pytest.fixture
def po(tmp_path: Path) -> Path:
    path = tmp_path / "banjir.po"
    save(path, content())
    return path


def content(target: str = "Water rose.", english: str = "") -> Bilingual:
    entries = tuple(replace(e, target=target) if e.id == "a2" else e for e in ENTRIES)
    return Bilingual("../seeds/banjir.txt", "0" * 64, "engine", "recipe", english, entries)


def english(po: Path) -> Path:
    return po.with_name("banjir.en.txt")


def bring(po: Path, now: Bilingual, *, page: bool = True) -> str:
    """Save a bilingual file with what follows it; what was said."""
    following = follow(po, now)
    save(po, following.content)
    return following.write(page=page)


def known(po: Path) -> str:
    found = load(po)
    assert found is not None
    return found.english


def test_a_missing_text_is_made_and_an_earlier_one_follows(po: Path) -> None:
    assert bring(po, content()) == ""
    assert english(po).read_text() == TEXT
    assert known(po) == fingerprint(TEXT)
    assert bring(po, content("Up.", known(po))) == ""
    assert english(po).read_text() == TEXT.replace("Water rose.", "Up.")
    assert not po.with_name("banjir.bilingual.html").exists()


def test_nothing_new_writes_nothing(po: Path) -> None:
    bring(po, content())
    before = english(po).stat().st_mtime_ns
    now = content(english=known(po))
    assert follow(po, now).content == now
    assert bring(po, now) == ""
    assert english(po).stat().st_mtime_ns == before


def test_a_persons_text_stays(po: Path) -> None:
    bring(po, content())
    english(po).write_text("Mine.\n")
    doubt = bring(po, content("Up.", known(po)))
    assert "banjir.en.txt is not what padanan last wrote there" in doubt
    assert english(po).read_text() == "Mine.\n"
    assert known(po) == fingerprint(TEXT)
    english(po).unlink()
    assert bring(po, content("Up.", known(po))) == ""
    assert english(po).read_text().endswith("Up. [Warga pergi.]\n")


def test_an_editor_that_changes_line_ends_alone_has_changed_nothing(po: Path) -> None:
    bring(po, content())
    english(po).write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert bring(po, content("Up.", known(po))) == ""
    assert english(po).read_text().endswith("Up. [Warga pergi.]\n")


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.booleans()), max_size=8))
def test_however_often_one_is_killed_between_the_files_the_text_is_ours(
    tmp_path_factory: pytest.TempPathFactory, runs: list[tuple[str, bool]]
) -> None:
    po = tmp_path_factory.mktemp("desk") / "banjir.po"
    save(po, content())
    for target, killed in runs:
        following = follow(po, content(target, known(po)))
        save(po, following.content)
        assert following.english is not None
        assert following.english.there is not There.FOREIGN
        if not killed:
            following.write()
    assert bring(po, content("D", known(po))) == ""
    assert english(po).read_text() == compose(content("D").entries)
    assert len(known(po).split()) <= 2


def test_a_page_follows_where_there_is_one(po: Path) -> None:
    page = po.with_name("banjir.bilingual.html")
    page.write_text("an older page")
    bring(po, content("Up."), page=False)
    assert page.read_text() == "an older page"
    bring(po, content("Up.", known(po)))
    assert page.read_text() == render(content("Up."), describe)


def test_the_page_of_a_file_of_another_version(po: Path) -> None:
    po.with_name("banjir.bilingual.html").write_text("an older page")
    entries = tuple(replace(one, rule="new-rule") for one in ENTRIES)
    assert bring(po, replace(content(), entries=entries)) == ""
    assert "new-rule" in po.with_name("banjir.bilingual.html").read_text()


def test_a_file_that_lost_its_lines_leaves_the_text_as_it_is(po: Path) -> None:
    bring(po, content())
    lost = content("Up.", known(po))
    lost = replace(lost, entries=tuple(replace(one, line=0) for one in lost.entries))
    assert "Run padanan translate" in bring(po, lost)
    assert english(po).read_text() == TEXT


def test_what_cannot_be_written_costs_a_sentence(po: Path) -> None:
    english(po).mkdir()
    assert "banjir.en.txt: cannot be read" in bring(po, content("Up."))
    found = load(po)
    assert found is not None
    assert found.entries[2].target == "Up."


def test_the_text_of_a_linked_file_lies_beside_the_file_or_the_link(
    po: Path, tmp_path: Path
) -> None:
    links = tmp_path / "links"
    links.mkdir()
    link = links / "todo.po"
    link.symlink_to(po)
    bring(link, content())
    assert english(po).read_text() == TEXT
    assert not (links / "todo.en.txt").exists()
    english(po).unlink()
    (links / "todo.en.txt").write_text(TEXT)
    bring(link, content("Up.", known(po)))
    assert "Up." in (links / "todo.en.txt").read_text()
    assert not english(po).exists()


def test_looking_at_a_text_that_is_there_already(po: Path) -> None:
    """A person who wrote the very same has nothing to lose."""
    english(po).write_text(TEXT)
    text = EnglishText.look(english(po), TEXT, "0000000000000000")
    assert text.there is There.SAME
    assert text.ours == f"0000000000000000 {fingerprint(TEXT)}"
