"""No work is lost: not when the file changes underneath, not when it cannot be written."""

from dataclasses import replace
from pathlib import Path

import pytest
from deskside import SAMPLE, article, entry, rewrite, states
from filelock import FileLock

from padanan.errors import InputError, OutputError
from padanan.translate import bilingual
from padanan.translate.bilingual import Bilingual, Entry, State, load, save
from padanan.translate.lock import LOCK
from padanan.translate.memory import Memory
from padanan.tui import keeping
from padanan.tui.keeping import Change, keep, rewritten, take
from padanan.tui.work import Tally, Work


def approve(one: Entry) -> Change:
    return Change.of(one, replace(one, state=State.APPROVED))


def write(one: Entry, target: str) -> Change:
    return Change.of(one, rewritten(one, target, approved=False), typed=True)


def seen(path: Path, id_: str) -> Entry:
    return next(entry for entry in take(path).bilingual.entries if entry.id == id_)


def test_a_change_goes_into_the_file_and_nothing_else_does(po: Path) -> None:
    content = load(po)
    assert content is not None
    save(po, replace(content, headers=(("X-Generator", "Poedit 3"),)))
    before = po.read_text(encoding="utf-8").splitlines()
    kept = keep(take(po), [write(seen(po, "a4"), "The water rose quickly.")])
    after = po.read_text(encoding="utf-8").splitlines()
    changed = [line for line in after if line not in before]
    assert changed.pop(0).startswith('"X-Padanan-English: ')
    assert changed == ["#. machine: The water rose fast.", 'msgstr "The water rose quickly."']
    assert len(after) == len(before) + 1
    assert kept.foreign == 0
    assert take(po) == kept.snapshot


def test_work_of_another_program_stands_beside_ours(po: Path) -> None:
    known = take(po)
    rewrite(po, a6=(State.APPROVED, "Rain should ease tomorrow."))
    kept = keep(known, [approve(known.bilingual.entries[0])])
    assert kept.foreign == 1
    assert states(po)["a6"] == (State.APPROVED, "Rain should ease tomorrow.")
    assert states(po)["a1"] == (State.APPROVED, "River Floods Again")
    assert not kept.merged.overruled
    assert not kept.merged.declined


def test_an_approval_is_void_when_the_text_has_changed(po: Path) -> None:
    known = take(po)
    change = approve(seen(po, "a4"))
    rewrite(po, a4=(State.DRAFT, "Water was rising."))
    kept = keep(known, [change])
    assert states(po)["a4"] == (State.DRAFT, "Water was rising.")
    assert kept.merged.declined == ((change, "a4"),)


def test_typing_goes_over_another_text_and_undo_brings_that_back(po: Path) -> None:
    work = Work(take(po))
    work.do(write(seen(po, "a4"), "Ours."))
    rewrite(po, a4=(State.APPROVED, "Theirs."))
    kept = keep(work.snapshot, work.pending)
    assert states(po)["a4"] == (State.DRAFT, "Ours.")
    news = work.settle(work.pending, kept)
    assert "undo brings back" in " ".join(news)
    assert work.undo() is not None
    keep(work.snapshot, work.pending)
    assert states(po)["a4"] == (State.APPROVED, "Theirs.")


def test_undo_leaves_alone_what_another_program_has_changed_since(po: Path) -> None:
    work = Work(take(po))
    work.do(write(seen(po, "a4"), "Ours."))
    work.settle(work.pending, keep(work.snapshot, work.pending))
    rewrite(po, a4=(State.APPROVED, "Theirs."))
    work.undo()
    kept = keep(work.snapshot, work.pending)
    assert states(po)["a4"] == (State.APPROVED, "Theirs.")
    work.settle(work.pending, kept)
    assert work.entries[work.index("a4")].target == "Theirs."
    assert not work.pending


def test_what_another_program_saves_while_the_file_is_written_is_not_lost(
    po: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = take(po)
    dumps = bilingual.dumps
    theirs = iter(["One.", "Two."])

    def overtaken(content: Bilingual) -> str:
        text = dumps(content)
        if target := next(theirs, ""):
            with monkeypatch.context() as patch:
                patch.setattr(bilingual, "dumps", dumps)
                rewrite(po, a6=(State.APPROVED, target))
        return text

    monkeypatch.setattr(bilingual, "dumps", overtaken)
    kept = keep(known, [approve(known.bilingual.entries[0])])
    assert states(po)["a6"] == (State.APPROVED, "Two.")
    assert states(po)["a1"][0] is State.APPROVED
    assert kept.foreign == 1
    assert take(po) == kept.snapshot


def test_a_cut_that_another_program_makes_again_is_no_file_cut_off(po: Path) -> None:
    part = entry("a4l", "Air naik", "Set aside.")
    save(po, replace(article(SAMPLE), obsolete=(part,)))
    known = take(po)
    parts = (replace(part, target="Theirs."), entry("a4r", "cepat.", "Too."))
    save(po, article((*SAMPLE[:5], parts[0], *SAMPLE[6:])))
    assert keep(known, [approve(SAMPLE[0])]).foreign == 2
    save(po, article((*SAMPLE[:5], *parts, *SAMPLE[6:])))
    assert keep(known, [approve(SAMPLE[0])]).foreign == 3


def test_work_on_a_sentence_that_has_gone_is_kept_as_obsolete(po: Path) -> None:
    known = take(po)
    change = write(seen(po, "a4"), "The water rose quickly.")
    gone = article(one for one in SAMPLE if one.id != "a4")
    save(po, replace(gone, sha256="1" * 64))  # the article has changed
    kept = keep(known, [change])
    content = load(po)
    assert content is not None
    assert [(one.id, one.target) for one in content.obsolete] == [("a4", change.new[0].target)]
    assert kept.merged.homeless == (change,)


def test_a_file_that_is_cut_off_is_not_taken_for_the_article(po: Path) -> None:
    known = take(po)
    save(po, article(one for one in SAMPLE if one.id != "a4"))
    with pytest.raises(InputError, match="1 of the 8 segments are missing"):
        keep(known, [approve(known.bilingual.entries[0])])


def test_a_file_that_has_gone_is_made_again(po: Path) -> None:
    known = take(po)
    po.unlink()
    kept = keep(known, [approve(known.bilingual.entries[0])])
    assert kept.restored
    assert states(po)["a1"][0] is State.APPROVED
    assert states(po)["a2"][0] is State.APPROVED


def test_a_file_damaged_meanwhile_is_not_written_over(po: Path) -> None:
    known = take(po)
    po.write_text("not a PO file", encoding="utf-8")
    with pytest.raises(InputError, match="damaged"):
        keep(known, [approve(known.bilingual.entries[0])])
    assert po.read_text(encoding="utf-8") == "not a PO file"


def test_while_translate_writes_the_desk_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PATIENCE", 0)
    path = tmp_path / "berita.po"
    save(path, article(SAMPLE))
    known = take(path)
    changes = [approve(known.bilingual.entries[0])]
    with FileLock(tmp_path / LOCK), pytest.raises(OutputError, match="another padanan"):
        keep(known, changes)
    assert states(path)["a1"][0] is State.DRAFT
    keep(known, changes)
    assert states(path)["a1"][0] is State.APPROVED


def test_saving_the_same_changes_twice_does_no_harm(po: Path) -> None:
    known = take(po)
    changes = [write(seen(po, "a4"), "Once."), approve(known.bilingual.entries[0])]
    keep(known, changes)
    first = po.read_bytes()
    again = keep(known, changes)
    assert po.read_bytes() == first
    assert not again.merged.overruled
    assert not again.merged.declined


@pytest.mark.parametrize(
    ("one", "target", "approved", "state"),
    [
        (entry("x", "s", "t"), "u", True, State.APPROVED),
        (entry("x", "s", "t"), "u", False, State.DRAFT),
        (entry("x", "s", "t", state=State.APPROVED), "u", False, State.DRAFT),
        (entry("x", "s", "t"), "", False, State.EMPTY),
        (entry("x", "s", state=State.SKIPPED), "u", True, State.SKIPPED),
    ],
)
def test_the_state_of_a_rewritten_entry(
    one: Entry, target: str, approved: bool, state: State
) -> None:
    assert rewritten(one, target, approved=approved).state is state


def test_missing_and_foreign_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such"):
        take(tmp_path / "tidak-ada.po")
    foreign = tmp_path / "lain.po"
    foreign.write_text('msgid ""\nmsgstr ""\n"Language: en\\n"\n', encoding="utf-8")
    with pytest.raises(InputError, match="padanan did not make it"):
        take(foreign)


def test_the_tally_counts_what_is_different_in_the_end(po: Path) -> None:
    work = Work(take(po))

    def save_all() -> None:
        work.settle(tuple(work.pending), keep(work.snapshot, work.pending))

    assert work.tally() == Tally()
    work.do(approve(seen(po, "a1")))
    work.do(approve(seen(po, "a4")))
    work.do(write(seen(po, "a6"), "Rain should ease."))
    save_all()
    work.undo()
    save_all()
    assert work.tally() == Tally(articles=1, approved=2)
    work.do(write(seen(po, "a6"), "Rain will ease."))
    save_all()
    assert work.tally() + Tally(1, 1, 1) == Tally(articles=2, approved=3, edited=2)


def test_the_tally_leaves_out_the_work_of_others(po: Path) -> None:
    work = Work(take(po))
    work.do(approve(seen(po, "a1")))
    work.do(write(seen(po, "a4"), "Ours."))
    rewrite(po, a1=(State.DRAFT, "Theirs."), a4=(State.APPROVED, "Theirs."))
    work.settle(tuple(work.pending), keep(work.snapshot, work.pending))
    assert work.tally() == Tally(articles=1, edited=1)
    work.undo()
    work.settle(tuple(work.pending), keep(work.snapshot, work.pending))
    assert work.tally() == Tally()


def test_changes_made_while_saving_stay(po: Path) -> None:
    work = Work(take(po))
    work.do(approve(seen(po, "a1")))
    batch = tuple(work.pending)
    kept = keep(work.snapshot, batch)
    work.do(write(seen(po, "a4"), "Meanwhile."))
    work.settle(batch, kept)
    assert [change.new[0].target for change in work.pending] == ["Meanwhile."]
    assert work.entries[work.index("a4")].target == "Meanwhile."
    assert work.entries[work.index("a1")].state is State.APPROVED


def test_merging_keeps_what_belongs_to_others() -> None:
    theirs = entry("a", "s", "t", comment="a person's note", flags=("no-wrap",))
    ours = replace(theirs, comment="", flags=())
    content: Bilingual = article([theirs])
    merged = keeping.merge(content, [write(ours, "u")])
    assert merged.entries == (replace(theirs, target="u", machine="t"),)


# The memory


def remembered(folder: Path) -> list[tuple[str, str, str]]:
    with Memory.open(folder / "memory.sqlite") as memory:
        return sorted((one.segment, one.source, one.target) for one in memory.units())


def test_what_is_approved_is_remembered(po: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PADANAN_WHO", "Ani")
    keep(take(po), [write(seen(po, "a4"), "The water rose quickly.")])
    assert not (po.parent / "memory.sqlite").exists()
    keep(take(po), [approve(seen(po, "a4")), approve(seen(po, "a6"))])
    assert remembered(po.parent) == [
        ("a4", "Air naik cepat.", "The water rose quickly."),
        ("a6", "Hujan diperkirakan reda besok.", "Rain is expected to ease tomorrow."),
    ]
    with Memory.open(po.parent / "memory.sqlite") as memory:
        units = list(memory.units())
    assert {(unit.article, unit.who, bool(unit.time)) for unit in units} == {
        ("../seeds/berita.txt", "Ani", True)
    }


def test_the_settings_say_where(po: Path) -> None:
    (po.parent / "padanan.toml").write_text('memory = "elsewhere/ours.sqlite"\n', "utf-8")
    keep(take(po), [approve(seen(po, "a4"))])
    with Memory.open(po.parent / "elsewhere/ours.sqlite") as memory:
        assert [unit.segment for unit in memory.units()] == ["a4"]


def test_an_approval_that_is_taken_back_is_forgotten(po: Path) -> None:
    keep(take(po), [approve(seen(po, "a4")), approve(seen(po, "a6"))])
    work = Work(take(po))
    work.do(Change.of(seen(po, "a4"), replace(seen(po, "a4"), state=State.DRAFT)))
    keep(work.snapshot, work.pending)
    assert [segment for segment, _, _ in remembered(po.parent)] == ["a6"]


def test_an_approved_target_that_is_changed_takes_the_place_of_the_other(po: Path) -> None:
    keep(take(po), [approve(seen(po, "a4"))])
    one = seen(po, "a4")
    keep(take(po), [Change.of(one, rewritten(one, "Up it went.", approved=True), typed=True)])
    assert remembered(po.parent) == [("a4", "Air naik cepat.", "Up it went.")]


def test_a_damaged_memory_does_not_keep_work_from_being_saved(po: Path) -> None:
    (po.parent / "memory.sqlite").write_bytes(b"not a memory")
    work = Work(take(po))
    for id_ in ("a4", "a6"):
        work.do(approve(seen(po, id_)))
        kept = keep(work.snapshot, work.pending)
        news = work.settle(tuple(work.pending), kept)
        # Once is enough.
        assert ("not stored in the memory" in " ".join(news)) == (id_ == "a4")
    assert states(po)["a6"][0] is State.APPROVED
    assert (po.parent / "memory.sqlite").read_bytes() == b"not a memory"


def test_wrong_settings_do_not_keep_work_from_being_saved(po: Path) -> None:
    (po.parent / "padanan.toml").write_text("memory = 1\n", "utf-8")
    kept = keep(take(po), [approve(seen(po, "a4"))])
    assert "padanan.toml" in kept.trouble
    assert states(po)["a4"][0] is State.APPROVED
