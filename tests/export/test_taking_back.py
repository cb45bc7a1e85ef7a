"""XLIFF that somebody worked on comes back into the bilingual file."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from export_suite import QUICK, entries
from exporting import SAMPLE, article, change, entry, loaded, write
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from padanan.errors import InputError, OutputError
from padanan.files import locked
from padanan.translate.bilingual import Bilingual, Entry, State, dumps, fingerprint, loads, save
from padanan.translate.export import Document, by_name, export
from padanan.translate.export.document import state_of, wanted
from padanan.translate.export.returned import Merged, Options, Trouble, merge
from padanan.translate.export.taking import articles, take_back
from padanan.translate.memory import Choice, Memory

VERSIONS = ("xliff", "xliff2")


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    """The format's name."""
    name: str = request.param
    return name


def exported(content: Bilingual, version: str, *, approved_only: bool = False) -> str:
    """A bilingual file as XLIFF."""
    document = Document("berita", wanted(content, approved_only=approved_only))
    return by_name(version).write([document]).data.decode()


def back(content: Bilingual, data: str, **options: bool) -> Merged:
    """What becomes of a bilingual file when an XLIFF file comes back."""
    (found,) = articles(data.encode())
    return merge(content, found.units, Options(**options))


def now(merged: Merged, id_: str) -> Entry:
    return next(one for one in merged.content.entries if one.id == id_)


# Back as it went out


@pytest.mark.parametrize("approved_only", [False, True])
def test_the_sample_comes_back_as_it_went(version: str, approved_only: bool) -> None:
    content = article(SAMPLE)
    merged = back(content, exported(content, version, approved_only=approved_only))
    assert merged.content == content
    assert (merged.after, merged.problems, merged.blank) == ((), (), 0)


@QUICK
@given(entries(least=1), st.sampled_from(VERSIONS), st.booleans())
def test_anything_comes_back_as_it_went(
    some: tuple[Entry, ...], version: str, approved_only: bool
) -> None:
    content = loads(dumps(article(some)))
    data = exported(content, version, approved_only=approved_only)
    for options in ({}, {"overwrite": True}):
        merged = back(content, data, **options)
        assert merged.content == content
        assert merged.problems == ()


@QUICK
@given(entries(least=1), st.data(), st.sampled_from(VERSIONS))
def test_the_work_of_another_comes_back(
    some: tuple[Entry, ...], data: st.DataObject, version: str
) -> None:
    """Somebody opens the export elsewhere, and gives every segment another target and state."""
    content = loads(dumps(article(some)))
    texts = [f"{data.draw(st.text('ab <&é😀', max_size=5))}x{n}" for n in range(len(some))]
    states = data.draw(st.lists(st.sampled_from([State.DRAFT, State.APPROVED]), min_size=4))
    done = tuple(
        replace(one, target=text, state=state)
        for one, text, state in zip(some, texts, states, strict=False)
    )
    theirs = exported(replace(content, entries=done), version)
    ours = iter(re.findall(r'(?:padanan-base">)([^<]*)', exported(content, version)))
    theirs = re.sub(r'(?<=padanan-base">)[^<]*', lambda _: next(ours), theirs)
    merged = back(content, theirs)
    assert merged.problems == ()
    for one in done:
        if one.target.strip():
            assert now(merged, one.id).target == one.target
            assert now(merged, one.id).state is one.state


# What another person did


def test_targets_states_and_notes(version: str) -> None:
    content = article(SAMPLE)
    data = exported(content, version)
    data = data.replace("The water rose fast.", "The water rose quickly.", 1)
    if version == "xliff":
        data = data.replace(
            '<source xml:lang="id">“Kami siap,” kata lurah.</source>',
            '<source xml:lang="id">“Kami siap,” kata lurah.</source>'
            "<target state='final'>“We are ready,” the chief said.</target>",
        ).replace("</trans-unit>", "<note from='ani'>Which\n  chief?</note></trans-unit>", 1)
    else:
        data = (
            data.replace('state="initial">', 'state="final">')
            .replace(
                "<source>“Kami siap,” kata lurah.</source>",
                "<source>“Kami siap,” kata lurah.</source>"
                "<target>“We are ready,” the chief said.</target>",
            )
            .replace("<segment", "<notes><note>Which\n  chief?</note></notes><segment", 1)
        )
    merged = back(content, data)
    assert merged.problems == ()
    assert (merged.retargeted, merged.approved, merged.waiting, merged.commented) == (2, 1, 1, 1)
    changed = now(merged, "a4")
    assert (changed.target, changed.state) == ("The water rose quickly.", State.DRAFT)
    assert changed.machine == "The water rose fast."
    assert changed.findings == ()
    assert changed.touched
    filled = now(merged, "a5")
    assert (filled.target, filled.state) == ("“We are ready,” the chief said.", State.APPROVED)
    assert now(merged, "a1").comment == "Which\nchief?"
    # The same file once more changes nothing.
    again = back(merged.content, data)
    assert (again.content, again.problems) == (merged.content, ())


APPROVE: dict[str, Callable[[str], str]] = {
    "xliff": lambda data: data.replace('approved="no"', 'approved="yes"'),
    "xliff2": lambda data: data.replace('state="translated"', 'state="reviewed"'),
}

REOPEN: dict[str, Callable[[str], str]] = {
    "xliff": lambda data: data.replace('"signed-off"', '"needs-translation"'),
    "xliff2": lambda data: data.replace('state="final"', 'state="initial"'),
}

FORGET: dict[str, Callable[[str], str]] = {
    "xliff": lambda data: re.sub(r' (state(-qualifier)?|approved)="[^"]*"', "", data),
    "xliff2": lambda data: re.sub(r' (state|subState)="[^"]*"', "", data),
}


def test_an_approval(version: str) -> None:
    content = article(SAMPLE)
    merged = back(content, APPROVE[version](exported(content, version)))
    assert {state_of(one) for one in merged.content.entries if one.target} == {State.APPROVED}
    assert (merged.approved, merged.retargeted) == (4, 0)
    assert now(merged, "a4").findings  # the text is the same


def test_an_approval_taken_back(version: str) -> None:
    content = article(SAMPLE)
    merged = back(content, REOPEN[version](exported(content, version)))
    assert merged.reopened == 3
    assert now(merged, "a2").state is State.DRAFT
    assert now(merged, "skip-2").flags == ("fuzzy",)
    assert now(merged, "skip-2").target == "Photo: Antara"
    again = back(merged.content, APPROVE[version](exported(merged.content, version)))
    assert now(again, "skip-2").flags == ()


def test_a_tool_that_forgets_states_takes_no_approval_away(version: str) -> None:
    content = article(SAMPLE)
    assert back(content, FORGET[version](exported(content, version))).content == content


def test_all_is_approved_if_one_says_so(version: str) -> None:
    content = article(SAMPLE)
    data = exported(content, version).replace("rose fast", "rose quickly")
    merged = back(content, data, approve=True)
    assert {state_of(one) for one in merged.content.entries if one.target} == {State.APPROVED}
    assert merged.waiting == 0


def test_an_empty_target_takes_nothing_away(version: str) -> None:
    content = article(SAMPLE)
    data = re.sub(r"(<target[^>]*>)[^<]*", r"\1", exported(content, version))
    merged = back(content, data, approve=True, overwrite=True)
    assert merged.content == content
    assert merged.blank == 7


def test_a_target_on_several_lines_becomes_one(version: str) -> None:
    content = article(SAMPLE)
    data = exported(content, version).replace("The water rose fast.", "\n  The water\n rose.\n")
    assert now(back(content, data), "a4").target == "The water rose."


# Two people


def conflicting(version: str, **here: object) -> tuple[Bilingual, str]:
    """A bilingual file in which `a4` has changed since the export, and the export with another
    target for it."""
    content = article(SAMPLE)
    data = exported(content, version).replace("The water rose fast.", "Theirs.", 1)
    changed = tuple(
        replace(one, **here) if one.id == "a4" else one  # type: ignore[arg-type]
        for one in SAMPLE
    )
    return article(changed), data


@pytest.mark.parametrize(
    "here",
    [
        {"target": "Ours."},
        {"target": "Ours.", "state": State.APPROVED},
        {"state": State.APPROVED},
    ],
)
def test_a_conflict_is_told_and_left(version: str, here: dict[str, object]) -> None:
    content, data = conflicting(version, **here)
    merged = back(content, data)
    assert merged.content == content
    (problem,) = merged.problems
    assert (problem.segment, problem.trouble) == ("a4", Trouble.CONFLICT)
    assert (problem.here, problem.there) == (now(merged, "a4").target, "Theirs.")
    overwritten = back(content, data, overwrite=True)
    assert overwritten.problems == ()
    assert now(overwritten, "a4").target == "Theirs."


def test_a_note_on_a_conflict_is_kept() -> None:
    content, data = conflicting("xliff", target="Ours.")
    data = data.replace("</trans-unit>", "<note>Why?</note></trans-unit>")
    assert now(back(content, data), "a4").comment == "Why?"


def test_a_new_draft_of_the_machine_s_is_no_person_s_work(version: str) -> None:
    content, data = conflicting(version, target="Redrafted.", fingerprint=fingerprint("Redrafted."))
    merged = back(content, data)
    assert now(merged, "a4").target == "Theirs."
    assert now(merged, "a4").machine == "Redrafted."


def test_what_changed_here_only_stays(version: str) -> None:
    content = article(SAMPLE)
    data = exported(content, version)
    for changed in (
        {"target": "Ours."},
        {"target": "Redrafted.", "fingerprint": fingerprint("Redrafted.")},
    ):
        ours = tuple(replace(o, **changed) if o.id == "a4" else o for o in SAMPLE)  # type: ignore[arg-type]
        merged = back(article(ours), data, overwrite=True)
        assert merged.content == article(ours)
        assert merged.problems == ()


def test_an_approved_draft_outlives_a_new_one_of_the_machine_s(version: str) -> None:
    content = article(SAMPLE)
    data = APPROVE[version](exported(content, version))
    ours = tuple(
        replace(o, target="Redrafted.", fingerprint=fingerprint("Redrafted."))
        if o.id == "a4"
        else o
        for o in SAMPLE
    )
    merged = back(article(ours), data)
    approved = now(merged, "a4")
    assert (approved.target, approved.state) == ("The water rose fast.", State.APPROVED)


def test_where_the_tool_has_lost_what_was_exported(version: str) -> None:
    """Then only what the machine made may go."""
    content = article((*SAMPLE[:4], replace(SAMPLE[4], target="Ours."), *SAMPLE[5:]))
    data = exported(content, version).replace("The water rose fast.", "Theirs.")
    data = data.replace("Ours.", "Theirs.").replace("x-padanan-base", "x-other")
    merged = back(content, data)
    assert [one.segment for one in merged.problems] == ["a4"]
    assert now(merged, "a4-2").target == "Theirs."
    assert merged.commented == 0


def test_a_comment_changed_here_is_not_doubled(version: str) -> None:
    content = article(SAMPLE)
    data = exported(content, version)
    ours = tuple(replace(o, comment="Done.") if o.id == "a3" else o for o in SAMPLE)
    assert back(article(ours), data).content == article(ours)


@QUICK
@given(entries(least=1), st.data(), st.sampled_from(VERSIONS), st.booleans())
def test_no_work_done_here_is_ever_lost(
    some: tuple[Entry, ...], data: st.DataObject, version: str, approve: bool
) -> None:
    """Whatever comes back, what a person wrote here since the export stays."""
    content = loads(dumps(article(some)))
    words = st.sampled_from(["", "kept", "ours", "theirs"])
    root = etree.fromstring(exported(content, version).encode())
    for target in root.iter("{*}target"):
        if data.draw(st.booleans()):
            target[:] = []
            target.text = data.draw(words)
    texts = (data.draw(st.sampled_from(["kept", "ours", one.target or "kept"])) for one in some)
    states = st.sampled_from([State.DRAFT, State.APPROVED])
    ours = tuple(
        replace(one, target=text, state=data.draw(states))
        for one, text in zip(some, texts, strict=True)
    )
    (found,) = articles(etree.tostring(root))
    merged = merge(article(ours), found.units, Options(approve=approve))
    for before, exported_one in zip(ours, some, strict=True):
        person_worked = (before.target, before.state) != (exported_one.target, exported_one.state)
        if person_worked and before.touched:
            after = now(merged, before.id)
            assert after.target == before.target
            assert after.state is before.state or after.state is State.APPROVED


# Other segments


def test_another_source_is_told_and_left(version: str) -> None:
    content = article(SAMPLE)
    data = exported(content, version).replace("rose fast", "rose quickly")
    moved = tuple(replace(o, source="Air surut.") if o.id == "a4" else o for o in SAMPLE)
    merged = back(article(moved), data, overwrite=True)
    (problem,) = merged.problems
    assert (problem.segment, problem.trouble) == ("a4", Trouble.SOURCE)
    assert (problem.here, problem.there) == ("Air surut.", "Air naik cepat.")
    assert now(merged, "a4-2").target == "The water rose quickly."


def test_a_segment_that_has_gone_is_told(version: str) -> None:
    content = article(SAMPLE)
    merged = back(article(SAMPLE[1:]), exported(content, version))
    assert [(o.segment, o.trouble, o.there) for o in merged.problems] == [
        ("a1", Trouble.UNKNOWN, "River Floods Again")
    ]


def test_a_source_whose_white_space_a_tool_changed(version: str) -> None:
    content = article(SAMPLE)
    data = exported(content, version).replace("Air naik cepat.", "Air  naik\ncepat. ")
    assert back(content, data).problems == ()


# On the disk


@pytest.fixture
def po(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with one article."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PADANAN_WHO", "ani")
    return write(tmp_path / "out" / "berita.po")


def test_a_file_is_taken_back(po: Path, tmp_path: Path) -> None:
    export(po, "xliff", tmp_path / "b.xlf")
    data = APPROVE["xliff"]((tmp_path / "b.xlf").read_text("utf-8"))
    (found,) = articles(data.encode())
    assert found.find(tmp_path / "out") == po
    before = po.read_bytes()
    merged, troubles = take_back(po, found.units, Options(), dry_run=True)
    assert (merged.approved, troubles, po.read_bytes()) == (4, (), before)
    merged, troubles = take_back(po, found.units, Options())
    assert troubles == ()
    assert loaded(po)["a4"].state is State.APPROVED
    with Memory.open(tmp_path / "out" / "memory.sqlite") as memory:
        known = {unit.segment: unit for unit in memory.units()}
    assert known["a4"].target == "The water rose fast."
    assert known["a4"].who == "ani"
    # Approved no more, it leaves the memory as well.
    export(po, "xliff", tmp_path / "c.xlf")
    (found,) = articles(REOPEN["xliff"]((tmp_path / "c.xlf").read_text("utf-8")).encode())
    take_back(po, found.units, Options())
    with Memory.open(tmp_path / "out" / "memory.sqlite") as memory:
        assert "a4" not in {unit.segment for unit in memory.units()}


def test_taken_back_again_after_a_kill_all_follows(po: Path, tmp_path: Path) -> None:
    """The run before had written the bilingual file, but no English text, and told no memory."""
    english, memory = po.with_suffix(".en.txt"), tmp_path / "out" / "memory.sqlite"
    export(po, "xliff", tmp_path / "b.xlf")
    text = (tmp_path / "b.xlf").read_text("utf-8").replace("The water rose fast.", "Up it went.")
    for theirs, there in ((APPROVE["xliff"](text), True), (REOPEN["xliff"](text), False)):
        (found,) = articles(theirs.encode())
        take_back(po, found.units, Options())
        followed = english.read_bytes()
        assert b"Up it went." in followed
        english.unlink()
        with Memory.open(memory) as known:
            units = set(known.units())
            if there:
                known.remove(known.choose(Choice(article=article(SAMPLE).article)))
        take_back(po, found.units, Options())
        assert english.read_bytes() == followed
        with Memory.open(memory) as known:
            assert {one.segment for one in known.units()} == {one.segment for one in units}


def test_nothing_new_writes_nothing(po: Path, tmp_path: Path) -> None:
    export(po, "xliff2", tmp_path / "b.xliff")
    (found,) = articles((tmp_path / "b.xliff").read_bytes())
    stamp = po.stat().st_mtime_ns
    take_back(po, found.units, Options())
    assert po.stat().st_mtime_ns == stamp
    assert not (tmp_path / "out" / "memory.sqlite").exists()


def test_another_padanan_is_waited_for(
    po: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("padanan.translate.export.taking.PATIENCE", 0.0)
    export(po, "xliff", tmp_path / "b.xlf")
    (found,) = articles(APPROVE["xliff"]((tmp_path / "b.xlf").read_text("utf-8")).encode())
    with (
        locked(po.parent, 0, busy="", unwritable=str),
        pytest.raises(OutputError, match="another padanan"),
    ):
        take_back(po, found.units, Options())
    assert loaded(po)["a4"].state is State.DRAFT


def test_a_missing_file(tmp_path: Path) -> None:
    for path in (tmp_path / "no.po", tmp_path / "no" / "no.po"):
        with pytest.raises(InputError, match="no such bilingual file"):
            take_back(path, [], Options())


# Which bilingual file


def test_the_file_is_found_by_its_article(tmp_path: Path) -> None:
    desk = tmp_path / "out"
    save_at = {"a/x.po": "../../seeds/a/x.txt", "b/x.po": "../../seeds/b/x.txt"}
    for path, name in save_at.items():
        (desk / path).parent.mkdir(parents=True)
        save(desk / path, article(SAMPLE, name))
    (desk / "broken.po").write_bytes(b"\xff")
    for path, name in save_at.items():
        (found,) = articles(exported(article(SAMPLE, name), "xliff").encode())
        assert found.find(desk) == desk / path
        assert found.find(desk / "b" / "x.po") == desk / "b" / "x.po"
    # The desk has been moved: two articles have the name, and all the segments.
    (found,) = articles(exported(article(SAMPLE, "elsewhere/x.txt"), "xliff").encode())
    with pytest.raises(InputError, match=r"could be any of .*a/x\.po, .*b/x\.po\. Name"):
        found.find(desk)
    change(desk / "a" / "x.po", "a1", source="Lain")
    assert found.find(desk) == desk / "b" / "x.po"
    (found,) = articles(exported(article(SAMPLE, "y.txt"), "xliff").encode())
    with pytest.raises(InputError, match=r"no bilingual file in .* is of this article"):
        found.find(desk)


def test_articles_with_odd_names(tmp_path: Path) -> None:
    name = "../a & b/<c> %0A\ufffe.txt"
    save(tmp_path / "x.po", article([entry("a", "Satu.", "One.")], name))
    export(tmp_path / "x.po", "xliff2", tmp_path / "x.xliff")
    (found,) = articles((tmp_path / "x.xliff").read_bytes())
    assert found.find(tmp_path) == tmp_path / "x.po"


def test_a_file_without_segments() -> None:
    with pytest.raises(InputError, match="no segments"):
        articles(exported(article([]), "xliff").encode())
