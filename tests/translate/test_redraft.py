"""Drafting anew from the bilingual file alone, so that the next run has nothing to do."""

from dataclasses import replace
from pathlib import Path

import pytest
from engine.packages import build

from padanan.glossary import Concept, Glossary
from padanan.translate import bilingual
from padanan.translate.batch import translate_all
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint, save
from padanan.translate.engine import Engine
from padanan.translate.engine.ctranslate import CTranslateEngine
from padanan.translate.engine.package import read
from padanan.translate.inputs import Job
from padanan.translate.memory import Memory, Unit
from padanan.translate.read import read as read_source
from padanan.translate.rebuilt import rebuilt
from padanan.translate.recall import Recall
from padanan.translate.redraft import Concerned, concerned, redraft
from padanan.translate.resources import Resources
from padanan.translate.result import Options, Result, Status
from padanan.translate.segment import segment
from padanan.translate.termbase import Termbase

ARTICLE = (
    "Rumah Besar Dan Negara\n\nJAKARTA, KOMPAS.com - Rumah besar dan rumah sakit. negara besar.\n\n"
    "presiden dan negara.\n\n5.000\n"
)

HOUSE = Concept(("rumah",), ("home",))
COUNTRY = Concept(("negara",), ("state",))
BEFORE = Glossary([HOUSE])
AFTER = Glossary([HOUSE, COUNTRY])


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Translates word by word."""
    return CTranslateEngine(read(build(tmp_path_factory.mktemp("package"))), beam=4, jobs=1)


class Desk:
    """An article and its results."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.source = folder / "a.txt"
        self.po = folder / "out" / "a.po"
        self.memory = folder / "memory.sqlite"
        self.engine = engine
        self.source.write_text(ARTICLE, "utf-8")

    def resources(self, glossary: Glossary) -> Resources:
        termbase = Termbase(lambda: glossary, fingerprint(repr(glossary.concepts)))
        return Resources(self.engine, termbase, Recall(self.memory))

    def run(self, glossary: Glossary) -> Result:
        """Translate as the command does."""
        (result,) = translate_all(
            [Job(self.source, "a.txt", self.po)], self.resources(glossary), Options()
        )
        return result

    @property
    def content(self) -> Bilingual:
        content = bilingual.load(self.po)
        assert content is not None
        return content

    def put(self, *entries: Entry) -> None:
        """Put entries in the place of those with their ids."""
        new = {entry.id: entry for entry in entries}
        content = self.content
        made = tuple(new.get(entry.id, entry) for entry in content.entries)
        save(self.po, replace(content, entries=made, glossary=""))

    def entry(self, beginning: str) -> Entry:
        return next(one for one in self.content.entries if one.source.startswith(beginning))


@pytest.fixture
def desk(tmp_path: Path, engine: Engine) -> Desk:
    """A desk with an article that was translated."""
    made = Desk(tmp_path, engine)
    made.run(BEFORE)
    return made


def sources(found: Concerned) -> list[str]:
    return [entry.source for entry in found.stale]


def test_the_article_is_there_again_from_its_entries(desk: Desk) -> None:
    was = segment(read_source(desk.source, "a.txt"))
    now = rebuilt(desk.content.entries)
    assert [(one.id, one.source, one.lead) for one in now.segments] == [
        (one.id, one.source, one.lead) for one in was.segments
    ]
    assert any(one.lead for one in now.segments)
    assert [
        (block.kind, block.text, block.first_line, block.rule) for block in now.article.blocks
    ] == [(block.kind, block.text, block.first_line, block.rule) for block in was.article.blocks]


def test_what_a_changed_glossary_concerns(desk: Desk) -> None:
    entries = desk.content.entries
    assert concerned(entries, BEFORE) == Concerned()
    wanted = ["Rumah Besar Dan Negara", "negara besar.", "presiden dan negara."]
    assert sources(concerned(entries, AFTER)) == wanted
    assert sources(concerned(entries, AFTER, Glossary([COUNTRY]))) == wanted
    assert sources(concerned(entries, AFTER, Glossary([HOUSE]))) == ["Rumah Besar Dan Negara"]
    assert len(sources(concerned(entries, Glossary([])))) == 2


def test_the_next_run_has_nothing_to_do(desk: Desk) -> None:
    stale = [entry.id for entry in concerned(desk.content.entries, AFTER).stale]
    pairs = redraft(desk.content, stale, desk.resources(AFTER))
    assert [old.id for old, _ in pairs] == stale
    assert all("state" in new.target.lower() for _, new in pairs)
    desk.put(*(new for _, new in pairs))
    redrafted = desk.content.entries
    assert concerned(redrafted, AFTER) == Concerned()
    assert desk.run(AFTER).drafted == 0
    assert desk.content.entries == redrafted
    assert desk.run(AFTER).status is Status.UNCHANGED


def test_they_are_the_drafts_that_the_next_run_would_make(desk: Desk) -> None:
    stale = [entry.id for entry in concerned(desk.content.entries, AFTER).stale]
    pairs = redraft(desk.content, stale, desk.resources(AFTER))
    assert desk.run(AFTER).drafted == len(stale)
    made = {entry.id: entry for entry in desk.content.entries}
    assert [new for _, new in pairs] == [made[id_] for id_ in stale]


def test_the_work_of_a_person_stays_and_is_told(desk: Desk) -> None:
    approved = replace(desk.entry("negara"), target="A big country.", state=State.APPROVED)
    edited = replace(desk.entry("presiden"), target="president and nation.")
    desk.put(approved, edited)
    found = concerned(desk.content.entries, AFTER)
    assert sources(found) == ["Rumah Besar Dan Negara"]
    assert [one.entry for one in found.kept] == [approved, edited]


def test_what_was_approved_for_the_same_source_goes_before_the_model(desk: Desk) -> None:

    memory = Memory.open(desk.memory)
    memory.store([Unit("negara besar.", "A great power.", "b", "s1")])
    memory.close()
    ((_, new),) = redraft(desk.content, [desk.entry("negara").id], desk.resources(AFTER))
    assert (new.how, new.target, new.state) == ("memory", "A great power.", State.DRAFT)


def test_comments_stay(desk: Desk) -> None:
    desk.put(replace(desk.entry("negara"), comment="Which country?", flags=("ignore-names",)))
    ((_, new),) = redraft(desk.content, [desk.entry("negara").id], desk.resources(AFTER))
    assert (new.comment, new.flags) == ("Which country?", ("ignore-names",))
