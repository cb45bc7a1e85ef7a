"""The whole way through the house with a real engine, a small glossary and a memory."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from engine.packages import build

from padanan.glossary import Concept, Glossary, PartOfSpeech
from padanan.translate import bilingual
from padanan.translate.batch import translate_all
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint, save
from padanan.translate.engine import Engine
from padanan.translate.engine.ctranslate import CTranslateEngine
from padanan.translate.engine.package import Package, read
from padanan.translate.engine.protocol import Candidate
from padanan.translate.inputs import Job
from padanan.translate.memory import Memory, Unit
from padanan.translate.pipeline import check, draft, prepare, write
from padanan.translate.recall import Recall
from padanan.translate.resegment import join, split
from padanan.translate.resources import Resources
from padanan.translate.result import Options, Result, Status
from padanan.translate.termbase import Termbase

ARTICLE = "rumah besar dan rumah sakit.\n\nnegara besar.\n\npresiden dan negara.\n"
"""The engine says: house big and house sick. country big. president and country."""

HOUSE = Concept(("rumah",), ("home",), pos=PartOfSpeech.NOUN)
COUNTRY = Concept(("negara",), ("country",), pos=PartOfSpeech.NOUN)
GLOSSARY = Glossary([HOUSE, COUNTRY])


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """A package that translates word by word."""
    return read(build(tmp_path_factory.mktemp("package")))


@pytest.fixture(scope="module")
def engine(package: Package) -> Engine:
    """Its engine."""
    return CTranslateEngine(package, beam=4, jobs=1)


class Desk:
    """A folder of articles and one of results."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder = folder
        self.engine = engine
        self.memory = folder / "out" / "memory.sqlite"
        self.trouble = ""

    def write(self, text: str, name: str = "a.txt") -> None:
        """Write an article."""
        (self.folder / name).write_text(text, "utf-8")

    def run(
        self,
        glossary: Glossary | None = GLOSSARY,
        *,
        options: Options = Options(),  # noqa: B008 - frozen
        engine: Engine | None = None,
        memory: bool = True,
        load: Callable[[], Glossary] | None = None,
    ) -> list[Result]:
        """Translate all articles."""
        recall = Recall(self.memory) if memory else None
        termbase = None
        if glossary is not None:
            termbase = Termbase(load or (lambda: glossary), fingerprint(repr(glossary.concepts)))
        resources = Resources(engine or self.engine, termbase, recall)
        jobs = [
            Job(path, path.name, self.po(path.stem)) for path in sorted(self.folder.glob("*.txt"))
        ]
        results = list(translate_all(jobs, resources, options))
        if recall is not None:
            self.trouble = recall.trouble
            recall.close()
        assert [result.error for result in results] == [None] * len(jobs)
        return results

    def po(self, name: str = "a") -> Path:
        """The bilingual file of an article."""
        return self.folder / "out" / f"{name}.po"

    def content(self, name: str = "a") -> Bilingual:
        """What it says."""
        found = bilingual.load(self.po(name))
        assert found is not None
        return found

    def entry(self, beginning: str, name: str = "a") -> Entry:
        """The entry whose source begins so."""
        entries = self.content(name).entries
        return next(entry for entry in entries if entry.source.startswith(beginning))

    def change(self, beginning: str, name: str = "a", **values: object) -> None:
        """Change an entry as an editor would."""
        content = self.content(name)
        entries = tuple(
            replace(entry, **values) if entry.source.startswith(beginning) else entry  # type: ignore[arg-type]
            for entry in content.entries
        )
        save(self.po(name), replace(content, entries=entries))

    def approve(self, beginning: str, target: str, name: str = "a") -> None:
        """Approve a target in an editor of PO files."""
        self.change(beginning, name, target=target, state=State.APPROVED)


@pytest.fixture
def desk(tmp_path: Path, engine: Engine) -> Desk:
    """A desk with one article."""
    made = Desk(tmp_path, engine)
    made.write(ARTICLE)
    return made


# The glossary


def test_drafts_hold_the_glossary_and_say_how(desk: Desk) -> None:
    (result,) = desk.run()
    house, country = desk.entry("rumah"), desk.entry("negara")
    assert (result.drafted, result.terms["missing"], sum(result.terms.values())) == (3, 0, 4)
    assert "home" in house.target
    assert [(term.term, term.rendering.lower(), term.admitted) for term in house.terms] == [
        ("rumah", "home", False),
        ("rumah", "home", False),
    ]
    assert [str(term).lower() for term in country.terms] == ["negara -> country (model)"]
    assert house.confidence is not None
    assert 0 <= house.confidence <= 1
    assert desk.run()[0].status is Status.UNCHANGED


def test_only_segments_whose_terms_changed_are_drafted_anew(desk: Desk) -> None:
    desk.run()
    before = desk.content().entries
    changed = Glossary([replace(HOUSE, renderings=("house",)), COUNTRY])
    (result,) = desk.run(changed)
    assert (result.status, result.drafted) == (Status.UPDATED, 1)
    assert "home" not in desk.entry("rumah").target
    assert desk.content().entries[1:] == before[1:]
    assert desk.run(changed)[0].status is Status.UNCHANGED


def test_a_change_that_changes_no_draft_writes_nothing(desk: Desk) -> None:
    desk.run()
    before = desk.po().read_bytes()
    notes = [replace(HOUSE, note="Where one lives.", domain="daily life"), COUNTRY]
    elsewhere = Concept(("gempa bumi",), ("earthquake",))
    (result,) = desk.run(Glossary([*notes, elsewhere]))
    assert result.status is Status.UNCHANGED
    assert desk.po().read_bytes() == before


def test_a_run_with_nothing_to_do_loads_no_glossary(desk: Desk) -> None:
    desk.run()
    desk.approve("negara", "A big country.")
    desk.run()
    loaded: list[int] = []

    def load() -> Glossary:
        loaded.append(1)
        return GLOSSARY

    assert desk.run(load=load)[0].status is Status.UNCHANGED
    assert not loaded
    desk.write(ARTICLE + "\nrumah negara.\n")
    assert desk.run(load=load)[0].drafted == 1
    assert len(loaded) == 1


def test_without_the_glossary_only_segments_with_terms_are_drafted_anew(desk: Desk) -> None:
    desk.write(ARTICLE + "\npresiden sakit.\n")
    desk.run()
    (result,) = desk.run(None)
    assert result.drafted == 3
    assert desk.entry("rumah").terms == ()
    assert desk.entry("rumah").target.count("house") == 2
    assert desk.run(GLOSSARY)[0].drafted == 3


def test_another_recipe_makes_all_drafts_anew(desk: Desk, package: Package) -> None:
    desk.run()
    assert desk.run(engine=CTranslateEngine(package, beam=2, jobs=1))[0].drafted == 3


def test_drafts_without_record_are_made_anew_once(desk: Desk) -> None:
    desk.run(None)
    content = desk.content()
    old = tuple(replace(entry, made_from="", terms=()) for entry in content.entries)
    save(desk.po(), replace(content, entries=old))
    assert desk.run()[0].drafted == 3
    assert desk.run()[0].status is Status.UNCHANGED


def test_approved_work_is_told_once_when_the_glossary_changes_under_it(desk: Desk) -> None:
    desk.run()
    desk.approve("rumah", "A big home and a sick home.")
    desk.approve("negara", "A big country.")
    assert desk.run()[0].outdated == ()
    villa = Glossary([replace(HOUSE, renderings=("villa",)), COUNTRY])
    (result,) = desk.run(villa)
    assert [
        (one.entry.source, [use.concept.preferred for use in one.uses]) for one in result.outdated
    ] == [("rumah besar dan rumah sakit.", ["villa", "villa"])]
    assert result.drafted == 0
    kept = desk.entry("rumah")
    assert (kept.target, kept.state) == ("A big home and a sick home.", State.APPROVED)
    (again,) = desk.run(villa)
    assert (again.status, again.outdated) == (Status.UNCHANGED, ())


def test_work_that_holds_the_changed_glossary_is_not_told(desk: Desk) -> None:
    desk.run()
    desk.approve("rumah", "A big villa and a sick villa.")
    desk.run()
    assert desk.run(Glossary([replace(HOUSE, renderings=("villa",))]))[0].outdated == ()


def test_a_draft_that_a_person_changed_is_work(desk: Desk) -> None:
    desk.run()
    desk.change("rumah", target="A large home and a hospital.")
    desk.run()
    villa = Glossary([replace(HOUSE, renderings=("villa",)), COUNTRY])
    (result,) = desk.run(villa)
    assert [one.entry.state for one in result.outdated] == [State.DRAFT]
    assert desk.entry("rumah").target == "A large home and a hospital."


def test_work_from_before_the_record_is_taken_as_it_is(desk: Desk) -> None:
    """What terms were in force then nobody knows: only later changes can be told."""
    desk.run()
    desk.change("rumah", target="A home.", state=State.APPROVED, made_from="")
    villa = Glossary([replace(HOUSE, renderings=("villa",)), COUNTRY])
    assert desk.run(villa)[0].outdated == ()
    assert len(desk.run()[0].outdated) == 0  # home is preferred again, and it is there
    assert len(desk.run(villa)[0].outdated) == 1


def test_what_was_tried_is_told_where_it_is_asked_for(desk: Desk) -> None:
    assert desk.run()[0].explained == ()
    (result,) = desk.run(options=Options(force=True, explain=True))
    by_source = {one.entry.source: one for one in result.explained}
    tried = by_source["rumah besar dan rumah sakit."].tried
    assert [one.text for one in tried if one.chosen][-1] == desk.entry("rumah").target
    assert any(one.missing for one in tried)


# The memory


def test_what_was_approved_is_the_draft_of_the_same_sentence(desk: Desk) -> None:
    desk.write("negara besar.\n", "b.txt")
    desk.run()
    assert not desk.memory.exists()
    desk.approve("negara", "A big country.")
    desk.run()
    draft = desk.entry("negara", "b")
    assert (draft.target, draft.state, draft.how) == ("A big country.", State.DRAFT, "memory")
    assert draft.memory == f"../a.txt {desk.entry('negara').id}"
    assert [str(term) for term in draft.terms] == ["negara -> country (memory)"]
    assert {one.status for one in desk.run()} == {Status.UNCHANGED}


def test_a_later_approval_takes_the_place_of_an_untouched_draft_alone(desk: Desk) -> None:
    desk.write("negara besar.\n", "b.txt")
    desk.write("negara besar.\n\nrumah.\n", "c.txt")
    desk.run()
    desk.approve("negara", "A big country.")
    desk.run()
    desk.change("negara", "c", target="Our big country.")
    desk.approve("negara", "A large country.")
    desk.run()
    assert desk.entry("negara", "b").target == "A large country."
    assert desk.entry("negara", "c").target == "Our big country."


def test_without_the_memory_the_model_drafts(desk: Desk) -> None:
    desk.write("negara besar.\n", "b.txt")
    desk.run()
    desk.approve("negara", "A big country.")
    desk.run(memory=False)
    assert not desk.memory.exists()
    desk.run()
    assert desk.entry("negara", "b").how == "memory"
    desk.run(memory=False)
    assert desk.entry("negara", "b").how == "model"


def test_a_hit_never_beats_the_glossary_silently(desk: Desk) -> None:
    desk.write("rumah.\n", "b.txt")
    desk.run()
    desk.approve("rumah", "A dwelling.", "b")
    desk.write("rumah.\n", "c.txt")
    result = desk.run()[-1]
    draft = desk.entry("rumah", "c")
    assert (draft.target, draft.how) == ("A dwelling.", "memory")
    assert [str(term) for term in draft.terms] == ["rumah -> home (missing)"]
    assert [finding.partition(":")[0] for finding in draft.findings] == ["term-missing"]
    assert (result.findings, result.terms) == (1, {"missing": 1})


def test_a_hit_with_other_numbers_is_adapted(desk: Desk) -> None:
    with Memory.open(desk.memory) as memory:
        memory.store([Unit("Presiden membeli 5.000 rumah.", "The president bought 5,000 homes.")])
    desk.write("Presiden membeli 6.500 rumah.\n", "b.txt")
    desk.run()
    draft = desk.entry("Presiden", "b")
    assert (draft.target, draft.how) == ("The president bought 6,500 homes.", "adapted")
    assert {one.status for one in desk.run()} == {Status.UNCHANGED}


def test_a_damaged_memory_costs_its_help_and_nothing_else(desk: Desk) -> None:
    desk.write("negara besar.\n", "b.txt")
    desk.run()
    desk.approve("negara", "A big country.")
    desk.run()
    desk.memory.write_bytes(b"not a memory")
    desk.write("presiden besar.\n", "c.txt")
    results = desk.run()
    assert str(desk.memory) in desk.trouble
    assert [result.status for result in results[:2]] == [Status.UNCHANGED] * 2
    assert desk.entry("negara", "b").target == "A big country."
    assert desk.entry("presiden", "c").how == "model"
    assert desk.memory.read_bytes() == b"not a memory"


def test_a_similar_sentence_is_offered_and_makes_no_draft_stale(desk: Desk) -> None:
    desk.run()
    plain = desk.entry("presiden")
    assert plain.offer is None
    desk.approve("negara", "A big country.")
    desk.run()
    with Memory.open(desk.memory) as memory:
        memory.store([Unit("presiden dan negaranya.", "The president and his country.", "x", "1")])
    assert {one.status for one in desk.run()} == {Status.UNCHANGED}
    desk.run(options=Options(force=True))
    draft = desk.entry("presiden")
    assert draft.offer is not None
    assert draft.offer.score >= 70
    assert draft.offer.source == "presiden dan [-negaranya-]{+negara+}."
    assert draft.offer.target == "The president and his country."
    assert draft.offer.unit == "x 1"
    assert replace(draft, offer=None) == plain
    assert desk.entry("negara").offer is None
    with Memory.open(desk.memory) as memory:
        memory.store([Unit("presiden dan negara?", "The president and the country?")])
    before = desk.po().read_bytes()
    assert {one.status for one in desk.run()} == {Status.UNCHANGED}
    assert desk.po().read_bytes() == before


def test_a_damaged_index_of_the_memory_fails_no_article(desk: Desk) -> None:
    with Memory.open(desk.memory) as memory:
        memory.store([Unit("presiden dan negaranya.", "The president and his country.")])
    with closing(sqlite3.connect(desk.memory, isolation_level=None)) as other:
        other.execute("UPDATE posting SET sources = X'00'")
    assert [one.drafted for one in desk.run()] == [3]
    assert str(desk.memory) in desk.trouble
    assert desk.entry("presiden").offer is None


def test_an_exact_hit_goes_before_a_rule(desk: Desk) -> None:
    with Memory.open(desk.memory) as memory:
        memory.store([Unit("BRUSSELS -", "BRUSSELS (AP) -")])
    desk.write("Judul\n\nBRUSSELS - Presiden tiba di negara itu pada hari Rabu.\n", "b.txt")
    desk.run()
    lead = desk.entry("BRUSSELS", "b")
    assert (lead.target, lead.how) == ("BRUSSELS (AP) -", "memory")


def test_what_is_no_longer_approved_does_not_come_back_from_the_memory(desk: Desk) -> None:
    desk.run()
    desk.approve("negara", "A wrong one.")
    desk.run()
    desk.change("negara", target="", state=State.EMPTY)
    for _ in range(2):
        desk.run()
        assert desk.entry("negara").how == "model"


def test_a_desk_whose_files_are_lost_is_drafted_from_the_memory(desk: Desk) -> None:
    desk.run()
    desk.approve("negara", "A big country.")
    desk.run()
    desk.po().unlink()
    for _ in range(2):
        desk.run()
        draft = desk.entry("negara")
        assert (draft.target, draft.state) == ("A big country.", State.DRAFT)


# A person's cuts in the sentences


def _split(content: Bilingual, n: int, before: str) -> Bilingual:
    entry = content.entries[n]
    two = split(entry, entry.source.index(before), 5, {one.id for one in content.entries})
    return replace(content, entries=(*content.entries[:n], *two, *content.entries[n + 1 :]))


def test_a_run_cuts_sentences_as_a_person_has(desk: Desk) -> None:
    desk.write("rumah besar dan rumah sakit. Negara besar.\n\npresiden dan negara.\n")
    desk.run()
    worked = _split(desk.content(), 0, "dan")
    worked = _split(worked, 3, "negara")
    second = join(worked.entries[1], worked.entries[2], ())
    save(desk.po(), replace(worked, entries=(worked.entries[0], second, *worked.entries[3:])))
    before = desk.content()
    (result,) = desk.run()
    after = desk.content()
    assert (result.status, result.segments, result.drafted) == (Status.UPDATED, 4, 0)
    assert [replace(entry, made_from="") for entry in after.entries] == list(before.entries)
    assert [entry.source for entry in after.entries] == [
        "rumah besar",
        "dan rumah sakit. Negara besar.",
        "presiden dan",
        "negara.",
    ]
    targets = [entry.target for entry in after.entries]
    english = (desk.folder / "out" / "a.en.txt").read_text("utf-8")
    assert english == f"{targets[0]} {targets[1]}\n\n{targets[2]} {targets[3]}\n"
    assert desk.run()[0].status is Status.UNCHANGED


def test_a_cut_made_while_a_run_is_under_way_is_kept(desk: Desk, engine: Engine) -> None:
    resources = Resources(engine, None, None)
    job = Job(desk.folder / "a.txt", "a.txt", desk.po())
    desk.run(None)
    desk.write(f"{ARTICLE}\nrumah negara.\n")
    prepared = prepare(job, resources, Options())
    drafts = check(prepared, draft([prepared], resources), resources)
    save(desk.po(), _split(desk.content(), 0, "dan"))
    two = desk.content().entries[:2]
    write(prepared, drafts, resources, Options())
    assert desk.content().entries[:2] == two
    assert desk.entry("rumah negara").target
    assert not desk.content().obsolete


def test_a_name_is_spelled_as_in_the_source_unless_the_glossary_renders_it(
    desk: Desk, engine: Engine
) -> None:
    class Miscounting:
        """The engine, losing one of two letters."""

        def __getattr__(self, name: str) -> object:
            return getattr(engine, name)

        def translate(self, *given: object, **options: object) -> list[list[Candidate]]:
            found = engine.translate(*given, **options)  # type: ignore[arg-type]
            return [
                [replace(one, text=one.text.replace("tt", "t")) for one in each] for each in found
            ]

    desk.write("rumah Pittman besar.\n")
    miscounting = cast(Engine, Miscounting())
    desk.run(engine=miscounting)
    assert "Pittman" in desk.entry("rumah").target
    pitman = Glossary([Concept(("Pittman",), ("Pitman",))])
    desk.run(pitman, engine=miscounting)
    assert "Pitman " in desk.entry("rumah").target
