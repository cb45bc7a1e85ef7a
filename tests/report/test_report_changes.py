"""What has changed since the last report."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from reportside import FLOOD, QUAKE, TALKS, TERMS, THEN, article, desk, gathered, kept

from padanan.translate.bilingual import State, load, save
from padanan.translate.report import changes as changes_module
from padanan.translate.report.changes import NAME, Past
from padanan.translate.report.model import Changes


def change(path: Path, **targets: str) -> None:
    """Approve segments of a bilingual file, with other targets."""
    content = load(path)
    assert content is not None
    entries = tuple(
        replace(one, target=targets[one.id] or one.target, state=State.APPROVED)
        if one.id in targets
        else one
        for one in content.entries
    )
    save(path, replace(content, entries=entries))


def changes(out: Path, terms: str = TERMS) -> Changes:
    made = gathered(out, terms).report.changes
    assert made is not None
    return made


def test_the_first_report_has_nothing_to_compare_with(tmp_path: Path) -> None:
    made = gathered(desk(tmp_path))
    assert made.report.changes is None
    assert len(made.report.history) == 1


def test_what_was_done_found_and_solved(tmp_path: Path) -> None:
    out = desk(tmp_path)
    before = kept(out, time=THEN).report
    change(
        out / "banjir.po",
        f1="",
        f3="",
        f4="The flood damaged 5 houses.",
        f5="The the river.",
        f6="",
    )
    (out / "dunia/gempa.po").unlink()
    article(tmp_path, "baru", [replace(one, id=f"n{one.id}") for one in QUAKE])
    made = gathered(out).report
    now = made.changes
    assert now is not None
    assert now.since.time == THEN
    assert (now.since.approved, now.since.errors) == (before.work.approved, before.totals.errors)
    assert now.approved == 5 + 3  # of an article that is new those that are approved count, too
    assert (now.new, now.gone, now.done) == (
        ("baru.po",),
        ("dunia/gempa.po",),
        ("banjir.po", "baru.po"),
    )
    found = [made.findings[one] for one in now.found]
    assert ("f5", "doubled-words") in {(one.place.segment, one.check) for one in found}
    assert not {"value-missing"} & {one.check for one in found}
    # The wrong figure, the gap and the unusual rendering; what was in the article that has gone is
    # not solved.
    assert now.solved == 4 - len([one for one in made.findings if one.place.article == 1
                                  and one.check == "same-source-differently"])  # fmt: skip
    assert [one.time for one in made.history] == [THEN, made.time]


def test_what_was_approved_and_is_taken_back(tmp_path: Path) -> None:
    out = desk(tmp_path)
    kept(out, time=THEN)
    article(tmp_path, "banjir", [replace(one, state=State.DRAFT) if one.id == "f2" else one
                                 for one in FLOOD])  # fmt: skip
    made = changes(out)
    assert (made.approved, made.reopened) == (0, 1)


def test_terms_that_are_new_changed_and_gone(tmp_path: Path) -> None:
    out = desk(tmp_path)
    kept(out, time=THEN)
    terms = TERMS.replace("flood|flooding", "flood water|flood").replace(
        "sungai\triver", "kali\tstream"
    )
    made = changes(out, terms)
    assert made.terms_added == ("kali",)
    assert made.terms_changed == ("banjir",)
    assert made.terms_removed == ("sungai",)


def test_looking_twice_tells_the_same_twice(tmp_path: Path) -> None:
    out = desk(tmp_path)
    kept(out, time=THEN)
    change(out / "banjir.po", f1="")
    first = kept(out, time="2026-03-02T08:00:00Z").report
    again = kept(out).report
    assert first.changes == again.changes
    assert len(again.history) == len(first.history) == 2
    assert replace(again, time="", history=()) == replace(first, time="", history=())
    change(out / "banjir.po", f3="")
    assert changes(out).since.time == again.time


def test_many_reports_keep_a_line_of_some_length(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes_module, "_POINTS", 4)
    out = tmp_path / "out"
    for day in range(6):
        article(tmp_path, "a", TALKS[: day % 2 + 1])
        kept(out, time=f"2026-01-0{day + 1}T00:00:00Z")
    points = json.loads((out / NAME).read_bytes())["points"]
    assert [one["time"][:10] for one in points] == [f"2026-01-0{day}" for day in (3, 4, 5, 6)]


@pytest.mark.parametrize(
    "damage",
    [
        b"", b"{", b"[]", b"null", b'{"version": 2}', b'{"version": 1}', b"\xff\xfe",
        b"[" * 100_000,
        b'{"version": 1, "last": 5, "before": null, "points": []}',
    ],
)  # fmt: skip
def test_what_was_kept_and_is_damaged_is_as_if_it_was_not_there(
    tmp_path: Path, damage: bytes
) -> None:
    out = desk(tmp_path)
    (out / NAME).write_bytes(damage)
    assert Past.load(out) == Past()
    assert kept(out).report.changes is None
    assert Past.load(out).last is not None


@pytest.mark.parametrize("figure", [-1, "many", None, 1.5, True])
def test_figures_that_are_none_are_not_believed(tmp_path: Path, figure: object) -> None:
    out = desk(tmp_path)
    kept(out)
    value = json.loads((out / NAME).read_bytes())
    value["points"][0]["approved"] = figure
    (out / NAME).write_text(json.dumps(value))
    assert Past.load(out) == Past()


@pytest.mark.parametrize("time", ["<b>", "", 5, None, "0001-01-01T00:00:00Z", "2026-13-01"])
def test_a_time_that_is_none_is_not_believed(tmp_path: Path, time: object) -> None:
    out = desk(tmp_path)
    kept(out)
    value = json.loads((out / NAME).read_bytes())
    value["last"]["point"]["time"] = time
    (out / NAME).write_text(json.dumps(value))
    assert Past.load(out) == Past()
