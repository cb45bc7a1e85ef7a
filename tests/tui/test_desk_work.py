"""Doing, undoing and doing again, beside the work of other programs, with a kill at any moment."""

import os
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from deskside import SAMPLE, article, entry, rewrite, states
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from padanan.translate.bilingual import Entry, State, fingerprint, load, save
from padanan.tui.changes import Change, rewritten
from padanan.tui.journal import Journal, recover
from padanan.tui.keeping import catch_up, changed, keep, take
from padanan.tui.merging import merge
from padanan.tui.work import Work


def approve(one: Entry) -> Change:
    return Change.of(one, replace(one, state=State.APPROVED))


def write(one: Entry, target: str) -> Change:
    return Change.of(one, rewritten(one, target, approved=False), typed=True)


def note(one: Entry, comment: str) -> Change:
    return Change.of(one, replace(one, comment=comment))


def split(one: Entry) -> Change:
    """Cut in the middle; the ids are new ones."""
    at, target_at = len(one.source) // 2, len(one.target) // 2
    parts = (
        entry(f"{one.id}l", one.source[:at], one.target[:target_at].strip(), comment=one.comment),
        entry(f"{one.id}r", one.source[at:], one.target[target_at:].strip()),
    )
    return Change(
        (one,), tuple(replace(part, segmented="split", line=one.line) for part in parts), typed=True
    )


def join(one: Entry, other: Entry) -> Change:
    """Join; what was one before is the same again, as in the desk."""
    id_, source = f"{one.id}+{other.id}", f"{one.source} {other.source}"
    if (one.id[-1], other.id) == ("l", f"{one.id[:-1]}r"):
        id_, source = one.id[:-1], one.source + other.source
    whole = entry(
        id_,
        source,
        f"{one.target} {other.target}".strip(),
        comment="\n".join(part.comment for part in (one, other) if part.comment),
        segmented="joined",
        line=one.line,
    )
    return Change((one, other), (whole,), typed=True)


def at(work: Work, id_: str) -> Entry:
    return work.entries[work.index(id_)]


def store(work: Work) -> str:
    batch = tuple(work.pending)
    return " ".join(work.settle(batch, keep(work.snapshot, batch)))


def test_every_deed_is_undone_and_done_again_exactly(po: Path) -> None:
    work = Work(take(po))
    pages = [list(work.entries)]
    for deed in (
        lambda: write(at(work, "a4"), "It rose."),
        lambda: approve(at(work, "a4")),
        lambda: note(at(work, "a4"), "Which river?"),
        lambda: split(at(work, "a4")),
        lambda: write(at(work, "a4r"), "Fast, too."),
        lambda: join(at(work, "a4l"), at(work, "a4r")),
        lambda: Change.of(at(work, "a2"), replace(at(work, "a2"), state=State.DRAFT)),
    ):
        assert work.do(deed()) is not None
        pages.append(list(work.entries))
        if len(pages) % 2:
            assert store(work) == ""
    for page in reversed(pages[:-1]):
        back = work.undo()
        assert back is not None
        assert work.entries == page
        assert work.index(back.new[0].id) >= 0
    assert work.undo() is None
    for page in pages[1:]:
        assert work.redo() is not None
        assert work.entries == page
    assert work.redo() is None
    store(work)
    assert list(take(po).bilingual.entries) == work.entries


def test_a_new_deed_ends_what_could_be_done_again(po: Path) -> None:
    work = Work(take(po))
    work.do(approve(at(work, "a1")))
    work.undo()
    work.do(approve(at(work, "a4")))
    assert work.redo() is None


def test_what_the_machine_wrote_is_remembered_while_the_text_is_another() -> None:
    draft = entry("a", "s", "Machine.", findings=("terms: no.",))
    typed = rewritten(draft, "Mine.", approved=False)
    assert (typed.machine, typed.findings) == ("Machine.", ())
    again = rewritten(typed, "Mine too.", approved=True)
    assert again.machine == "Machine."
    assert rewritten(again, "Machine.", approved=True).machine == ""
    assert rewritten(draft, "Machine.", approved=True).findings == draft.findings
    approved = replace(draft, state=State.APPROVED)
    assert rewritten(approved, "Mine.", approved=True).machine == "Machine."
    assert rewritten(entry("a", "s"), "Mine.", approved=True).machine == ""
    assert rewritten(draft, " \n", approved=True).state is State.EMPTY


def test_several_entries_are_changed_and_undone_at_once(po: Path) -> None:
    work = Work(take(po))
    before = list(work.entries)
    drafts = [one for one in before if one.state is State.DRAFT]
    done = tuple(replace(one, state=State.APPROVED) for one in drafts)
    work.do(Change(tuple(drafts), done))
    rewrite(po, a4=(State.DRAFT, "Theirs."))
    assert "left out" in store(work)
    assert states(po)["a1"][0] is State.APPROVED
    assert states(po)["a4"] == (State.DRAFT, "Theirs.")
    work.undo()
    store(work)
    assert states(po)["a1"][0] is State.DRAFT
    assert states(po)["a4"] == (State.DRAFT, "Theirs.")


def test_a_decision_about_text_that_is_another_by_now_is_not_made(po: Path) -> None:
    work = Work(take(po))
    seen = at(work, "a4")
    work.do(write(seen, "Mine."))
    assert work.do(Change.of(seen, replace(seen, target="A new draft."))) is None
    assert work.do(approve(seen)) is None
    assert at(work, "a4").target == "Mine."
    assert len(work.pending) == 1
    assert work.do(approve(entry("gone", "s", "t"))) is None


# Beside the work of others


def comments(po: Path) -> dict[str, str]:
    return {one.id: one.comment for one in take(po).bilingual.entries}


def foreign(po: Path, id_: str, **fields: Any) -> None:
    content = load(po)
    assert content is not None
    entries = (replace(e, **fields) if e.id == id_ else e for e in content.entries)
    save(po, replace(content, entries=tuple(entries)))


def test_a_comment_and_a_target_of_two_hands_stand_together(po: Path) -> None:
    work = Work(take(po))
    work.do(note(at(work, "a4"), "Ours."))
    foreign(po, "a4", target="Theirs.", state=State.APPROVED)
    store(work)
    assert states(po)["a4"] == (State.APPROVED, "Theirs.")
    assert comments(po)["a4"] == "Ours."
    work.do(write(at(work, "a6"), "Ours."))
    foreign(po, "a6", comment="Theirs.", flags=("no-wrap",))
    store(work)
    assert states(po)["a6"] == (State.DRAFT, "Ours.")
    assert comments(po)["a6"] == "Theirs."
    work.undo()
    store(work)
    assert at(work, "a6").comment == "Theirs."
    assert at(work, "a6").target == SAMPLE[-1].target


def test_a_comment_goes_over_another_and_undo_brings_that_back(po: Path) -> None:
    work = Work(take(po))
    work.do(note(at(work, "a4"), "Ours."))
    foreign(po, "a4", comment="Theirs.")
    assert "undo brings back" in store(work)
    assert comments(po)["a4"] == "Ours."
    work.undo()
    store(work)
    assert comments(po)["a4"] == "Theirs."


def test_a_split_of_what_has_changed_is_declined_and_its_typing_kept(po: Path) -> None:
    work = Work(take(po))
    work.do(split(at(work, "a4")))
    work.do(write(at(work, "a4r"), "Typed here."))
    foreign(po, "a4", target="Theirs.")
    news = store(work)
    assert "left out" in news
    assert [one.id for one in work.entries] == [one.id for one in SAMPLE]
    content = load(po)
    assert content is not None
    assert {one.id: one.target for one in content.obsolete} == {
        "a4l": "The water",
        "a4r": "Typed here.",
    }
    assert work.undo() is None


def test_entries_with_another_between_them_are_not_joined(po: Path) -> None:
    work = Work(take(po))
    work.do(join(at(work, "a4"), at(work, "a5")))
    save(po, article((*SAMPLE[:6], entry("new", "Baru.", "New."), *SAMPLE[6:])))
    assert "left out" in store(work)
    assert [one.id for one in take(po).bilingual.entries][5:8] == ["a4", "new", "a5"]


def test_a_split_that_is_in_the_file_already_is_not_made_again(po: Path) -> None:
    work = Work(take(po))
    work.do(write(at(work, "a4"), "Up it went."))
    work.do(split(at(work, "a4")))
    work.do(write(at(work, "a4l"), "Up."))
    for count in (1, 2, 3):
        keep(work.snapshot, work.pending[:count])
    first = po.read_bytes()
    kept = keep(work.snapshot, work.pending)
    assert po.read_bytes() == first
    assert (kept.merged.declined, kept.merged.homeless, kept.merged.overruled) == ((), (), ())


def test_what_was_split_and_joined_again_has_the_text_of_its_parts(po: Path) -> None:
    work = Work(take(po))
    work.do(split(at(work, "a4")))
    work.do(write(at(work, "a4l"), "Up."))
    work.do(join(at(work, "a4l"), at(work, "a4r")))
    assert at(work, "a4").source == "Air naik cepat."
    kept = keep(work.snapshot, work.pending)
    assert states(po)["a4"] == (State.DRAFT, "Up. rose fast.")
    assert work.settle(tuple(work.pending), kept) == []
    work.do(split(at(work, "a4")))
    work.do(join(at(work, "a4l"), at(work, "a4r")))
    foreign(po, "a4", target="Theirs.", state=State.APPROVED)
    assert "undo brings back" in store(work)
    assert states(po)["a4"] == (State.DRAFT, "Up. ros e fast.")
    work.undo()
    work.undo()
    store(work)
    assert states(po)["a4"] == (State.APPROVED, "Theirs.")


def test_the_same_split_at_another_desk_loses_no_typing(po: Path) -> None:
    work = Work(take(po))
    work.do(write(at(work, "a4"), "Ours alone."))
    work.do(note(at(work, "a4"), "Our note."))
    cut = split(SAMPLE[5])
    work.do(Change((at(work, "a4"),), split(at(work, "a4")).new, typed=True))
    save(po, article((*SAMPLE[:5], *(replace(one, target="Theirs.") for one in cut.new))))
    assert "kept at the end" in store(work)
    content = take(po).bilingual
    assert [one.target for one in content.entries[-2:]] == ["Theirs.", "Theirs."]
    assert [(one.target, one.comment) for one in content.obsolete] == [
        ("Ours", "Our note."),
        ("alone.", ""),
    ]


def test_comments_over_another_comment_leave_the_text_of_others_alone(po: Path) -> None:
    work = Work(take(po))
    work.do(note(at(work, "a4"), "One."))
    work.do(note(at(work, "a4"), "Two."))
    foreign(po, "a4", comment="Theirs.", target="Theirs.")
    work.settle((), catch_up(work.snapshot, work.pending))
    assert (at(work, "a4").comment, at(work, "a4").target) == ("Two.", "Theirs.")
    store(work)
    for comment in ("One.", "Theirs."):
        assert work.undo() is not None
        store(work)
        assert (comments(po)["a4"], states(po)["a4"][1]) == (comment, "Theirs.")


def test_what_was_undone_before_it_was_saved_leaves_the_work_of_others_alone(po: Path) -> None:
    work = Work(take(po))
    work.do(write(at(work, "a4"), "Ours."))
    work.do(split(at(work, "a4")))
    work.undo()
    work.undo()
    foreign(po, "a4", target="Theirs.", state=State.APPROVED)
    assert store(work) == "Another program has changed a segment of this article meanwhile."
    assert states(po)["a4"] == (State.APPROVED, "Theirs.")
    work.redo()
    store(work)
    assert states(po)["a4"] == (State.DRAFT, "Ours.")
    work.undo()
    store(work)
    assert states(po)["a4"] == (State.APPROVED, "Theirs.")


def test_typing_for_another_source_of_the_same_id_is_kept(po: Path) -> None:
    work = Work(take(po))
    work.do(write(at(work, "a4"), "Ours."))
    foreign(po, "a4", source="Air surut.", target="The water fell.")
    assert "no longer in the article" in store(work)
    assert states(po)["a4"] == (State.DRAFT, "The water fell.")
    content = load(po)
    assert content is not None
    assert [(one.id, one.source, one.target) for one in content.obsolete] == [
        ("a4-old", "Air naik cepat.", "Ours.")
    ]


def test_a_new_draft_brings_all_the_machine_knows(po: Path) -> None:
    work = Work(take(po))
    seen = at(work, "a4")
    new = replace(
        seen,
        target="Water rose.",
        score=-0.1,
        made_from="abc",
        fingerprint="f",
        findings=("x: y.",),
    )
    work.do(Change.of(seen, new))
    store(work)
    assert at(Work(take(po)), "a4") == new
    work.undo()
    store(work)
    assert at(Work(take(po)), "a4") == seen


# Noticing


def test_what_another_program_saves_is_noticed_and_taken_in(po: Path) -> None:
    work = Work(take(po))
    work.do(write(at(work, "a1"), "Ours."))
    assert not changed(work.snapshot)
    rewrite(po, a6=(State.APPROVED, "Theirs."))
    before = po.read_bytes()
    assert changed(work.snapshot)
    kept = catch_up(work.snapshot, work.pending)
    assert "Another program has changed a segment" in " ".join(work.settle((), kept))
    assert po.read_bytes() == before
    assert not changed(work.snapshot)
    assert at(work, "a6").target == "Theirs."
    assert at(work, "a1").target == "Ours."
    assert len(work.pending) == 1
    assert store(work) == ""
    assert states(po)["a1"] == (State.DRAFT, "Ours.")


def test_a_look_from_before_the_last_save_is_void(po: Path) -> None:
    work = Work(take(po))
    rewrite(po, a6=(State.APPROVED, "Theirs."))
    kept = catch_up(work.snapshot, ())
    work.do(write(at(work, "a1"), "Ours."))
    store(work)
    assert work.settle((), kept) == []
    assert at(work, "a1").target == "Ours."
    assert not changed(work.snapshot)


def test_typing_over_what_was_noticed_is_told_once(po: Path) -> None:
    work = Work(take(po))
    work.do(write(at(work, "a4"), "Ours."))
    rewrite(po, a4=(State.APPROVED, "Theirs."))
    news = work.settle((), catch_up(work.snapshot, work.pending))
    assert "undo brings back" in " ".join(news)
    assert at(work, "a4").target == "Ours."
    assert store(work) == ""
    work.undo()
    store(work)
    assert states(po)["a4"] == (State.APPROVED, "Theirs.")


def test_no_change_within_a_tick_of_the_clock_is_missed(po: Path) -> None:
    for number in range(50):
        snapshot = take(po)
        assert not changed(snapshot)
        text = po.read_text("utf-8")
        one, other = ("fast", "slow") if number % 2 == 0 else ("slow", "fast")
        po.write_text(text.replace(one, other), "utf-8")  # in place, of the same length
        assert changed(snapshot)


def test_a_file_that_was_long_as_it_is_needs_no_reading(
    po: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: po.stat().st_ctime_ns + 3_000_000_000)
    snapshot = take(po)

    def unread(path: Path) -> bytes:
        raise AssertionError(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", unread)
        assert not changed(snapshot)
    po.touch()
    assert not changed(snapshot)
    assert changed(replace(snapshot, path=po.with_name("gone.po")))


def test_a_file_that_has_gone_is_told_once_and_made_again(po: Path) -> None:
    work = Work(take(po))
    po.unlink()
    assert changed(work.snapshot)
    news = work.settle((), catch_up(work.snapshot, work.pending))
    assert "has gone" in " ".join(news)
    assert not changed(work.snapshot)
    work.do(approve(at(work, "a1")))
    assert "made again" in store(work)
    assert states(po)["a2"][0] is State.APPROVED


# Anything, in any order


_IDS = [one.id for one in SAMPLE if one.state is not State.SKIPPED]
_TEXT = st.sampled_from(["", "One.", "Two.", "Three words here.", "“Four”", "ﬁve\u200b 6"])


class Desk(RuleBasedStateMachine):
    """A person at the desk, and the power."""

    alone = True

    @initialize()
    def open(self) -> None:
        self.patch = pytest.MonkeyPatch()
        # A kill needs no disk to be quick, and hundreds of these would be slow.
        self.patch.setattr(os, "fsync", lambda _file: None)
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "berita.po"
        save(self.path, article(SAMPLE))
        self.marks = 0
        self.unsaved: set[str] = set()
        self.begin()

    def begin(self) -> None:
        found = recover(self.path)
        self.work = Work(take(self.path))
        self.journal = Journal(self.path)
        if found is not None:
            assert not found.trouble
            news = self.work.resume(found.changes)
            assert not (self.alone and news)
            self.journal.saved(self.work.pending)
        self.pages: list[list[Entry]] = []
        self.ahead: list[list[Entry]] = []

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.journal.close()
            self.folder.cleanup()
            self.patch.undo()

    def do(self, change: Change) -> None:
        page = list(self.work.entries)
        done = self.work.do(change)
        if done is None:
            assert self.work.entries == page
            return
        self.journal.note(done)
        self.pages.append(page)
        self.ahead.clear()

    def pick(self, data: st.DataObject) -> Entry:
        return self.work.entries[data.draw(st.integers(0, len(self.work.entries) - 1))]

    def mine(self, text: str) -> str:
        """Text that nobody else writes."""
        self.marks += 1
        mark = f"[{self.marks}]"
        self.unsaved.add(mark)
        return f"{text} {mark}"

    def standing(self) -> set[str]:
        """What the person typed since the last save and sees."""
        return {mark for mark in self.unsaved if mark in _all_text(self.work.entries)}

    @rule(data=st.data(), text=_TEXT, approved=st.booleans())
    def edit(self, data: st.DataObject, text: str, approved: bool) -> None:
        one = self.pick(data)
        self.do(Change.of(one, rewritten(one, self.mine(text), approved=approved), typed=True))

    @rule(data=st.data(), state=st.sampled_from([State.DRAFT, State.APPROVED]))
    def decide(self, data: st.DataObject, state: State) -> None:
        one = self.pick(data)
        if one.target and one.state is not State.SKIPPED:
            self.do(Change.of(one, replace(one, state=state)))

    @rule(data=st.data(), text=_TEXT)
    def comment(self, data: st.DataObject, text: str) -> None:
        self.do(note(self.pick(data), self.mine(text) if text else ""))

    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        one = self.pick(data)
        if one.state is not State.SKIPPED and len(one.source) > 3 and len(one.id) < 6:
            self.do(split(one))

    @rule(data=st.data())
    def join(self, data: st.DataObject) -> None:
        if len(self.work.entries) < 2:
            return
        place = data.draw(st.integers(0, len(self.work.entries) - 2))
        one, other = self.work.entries[place : place + 2]
        if State.SKIPPED not in (one.state, other.state) and len(one.id + other.id) < 12:
            self.do(join(one, other))

    @rule()
    def undo(self) -> None:
        page = list(self.work.entries)
        back = self.work.undo()
        if back is None:
            assert not (self.alone and self.pages)
            return
        self.journal.note(back)
        self.ahead.append(page)
        before = self.pages.pop() if self.pages else None
        assert not self.alone or before is None or self.work.entries == before

    @rule()
    def redo(self) -> None:
        page = list(self.work.entries)
        again = self.work.redo()
        if again is None:
            assert not (self.alone and self.ahead)
            return
        self.journal.note(again)
        self.pages.append(page)
        after = self.ahead.pop() if self.ahead else None
        assert not self.alone or after is None or self.work.entries == after

    @rule(data=st.data())
    def save_some(self, data: st.DataObject) -> None:
        self.store(data.draw(st.integers(0, len(self.work.pending))))

    def store(self, count: int) -> None:
        batch = tuple(self.work.pending[:count])
        saved = _all_text(one for change in batch for one in change.new)
        self.unsaved = {mark for mark in self.unsaved if mark not in saved}
        news = self.work.settle(batch, keep(self.work.snapshot, batch))
        assert not (self.alone and news)
        self.journal.saved(self.work.pending)

    @rule()
    def save_all(self) -> None:
        standing = self.standing()
        self.store(len(self.work.pending))
        assert not self.work.pending
        assert not (self.alone and take(self.path).bilingual.obsolete)
        content = take(self.path).bilingual
        text = _all_text((*content.entries, *content.obsolete))
        assert standing == {mark for mark in standing if mark in text}
        self.unsaved.clear()

    @rule(unnoticed=st.booleans())
    def kill(self, unnoticed: bool) -> None:
        """The power goes, perhaps between the file's being written and the journal's."""
        self.journal.flush()
        entries, standing = list(self.work.entries), self.standing()
        noted = self.journal.path.read_bytes() if self.journal.path.exists() else b""
        if unnoticed:
            keep(self.work.snapshot, self.work.pending)
        self.journal.close()
        if noted:
            self.journal.path.write_bytes(noted)
        self.begin()
        if self.alone:
            assert [*map(_told, self.work.entries)] == [*map(_told, entries)]
        self.unsaved = standing
        self.store(len(self.work.pending))
        content = take(self.path).bilingual
        text = _all_text((*content.entries, *content.obsolete))
        assert standing == {mark for mark in standing if mark in text}
        self.unsaved.clear()

    @invariant()
    def what_is_shown_is_what_will_be_saved(self) -> None:
        if hasattr(self, "work"):
            merged = merge(self.work.snapshot.bilingual, self.work.pending)
            assert list(merged.entries) == self.work.entries
            assert [self.work.index(one.id) for one in merged.entries] == [
                *range(len(merged.entries))
            ]


class Busy(Desk):
    """The same, with another program at work."""

    alone = False

    @rule(data=st.data(), text=_TEXT, state=st.sampled_from([State.DRAFT, State.APPROVED]))
    def others_write(self, data: st.DataObject, text: str, state: State) -> None:
        one = self.theirs(data)
        target = f"{text} (theirs)"
        foreign(self.path, one.id, target=target, state=state)

    @rule(data=st.data(), text=_TEXT)
    def others_comment(self, data: st.DataObject, text: str) -> None:
        foreign(self.path, self.theirs(data).id, comment=text.strip())

    @rule(data=st.data())
    def others_remove(self, data: st.DataObject) -> None:
        content = take(self.path).bilingual
        gone = self.theirs(data)
        if len(content.entries) > 3:
            left = tuple(one for one in content.entries if one.id != gone.id)
            # As after a change of the article: else it would be a file cut off.
            sha256 = fingerprint(content.sha256)
            save(self.path, replace(content, entries=left, sha256=sha256))

    @rule(data=st.data())
    def others_cut(self, data: st.DataObject) -> None:
        content = take(self.path).bilingual
        one = self.theirs(data)
        if len(one.source) > 3 and one.state is not State.SKIPPED and len(one.id) < 6:
            parts = tuple(replace(part, target="Cut.") for part in split(one).new)
            place = content.entries.index(one)
            entries = (*content.entries[:place], *parts, *content.entries[place + 1 :])
            save(self.path, replace(content, entries=entries))

    def theirs(self, data: st.DataObject) -> Entry:
        entries = take(self.path).bilingual.entries
        return entries[data.draw(st.integers(0, len(entries) - 1))]

    @rule()
    def notice(self) -> None:
        if changed(self.work.snapshot):
            self.work.settle((), catch_up(self.work.snapshot, self.work.pending))
        assert not changed(self.work.snapshot)


def _told(one: Entry) -> tuple[object, ...]:
    return one.id, one.source, one.target, one.state, one.comment, one.machine, one.segmented


def _all_text(entries: Iterable[Entry]) -> str:
    """All text of a person's, with words that a split has cut in one piece."""
    entries = list(entries)
    text = "".join(one.target for one in entries) + "".join(one.comment for one in entries)
    return "".join(text.split())


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=15, stateful_step_count=25)
TestBusy = Busy.TestCase
TestBusy.settings = settings(max_examples=30, stateful_step_count=25)


def test_what_is_done_while_a_save_runs_is_not_taken_for_saved(po: Path) -> None:
    work = Work(take(po))
    first = work.entries[work.index("a1")]
    work.do(Change.of(first, replace(first, state=State.APPROVED)))
    saved = tuple(work.pending)
    rewrite(po, a1=(State.DRAFT, "Theirs"))
    look = catch_up(work.snapshot, saved)  # begun before the save, and told of while it runs
    kept = keep(work.snapshot, saved)
    work.settle((), look)
    other = work.entries[work.index("a4")]
    work.do(Change.of(other, rewritten(other, "Typed while saving", approved=False), typed=True))
    work.settle(saved, kept)
    assert work.entries[work.index("a4")].target == "Typed while saving"
    keep(work.snapshot, work.pending)
    assert states(po)["a4"] == (State.DRAFT, "Typed while saving")


def test_typing_that_comes_back_has_a_home_or_is_kept_at_the_end(po: Path) -> None:
    work = Work(take(po))
    entry = work.entries[work.index("a4")]
    assert work.keep_text("a4", entry.source, entry.target) is None
    assert work.keep_text("a4", entry.source, "Typed") is not None
    assert work.keep_text("a4", "Another source.", "Typed there") is not None
    assert work.keep_text("zz", "Gone.", "Typed then") is not None
    keep(work.snapshot, work.pending)
    assert states(po)["a4"] == (State.DRAFT, "Typed")
    content = load(po)
    assert content is not None
    assert {(one.source, one.target) for one in content.obsolete} == {
        ("Another source.", "Typed there"),
        ("Gone.", "Typed then"),
    }
