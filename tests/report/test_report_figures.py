"""The figures of a report: all of them for one desk, their sums, and those of `padanan check`."""

import json
import os
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportside import FLOOD, QUAKE, TALKS, TERMS, article, desk, entry, gathered

from padanan import __version__
from padanan.glossary import Glossary
from padanan.translate.adherence import Held
from padanan.translate.bilingual import Entry, State, load
from padanan.translate.checks import CheckSettings, Severity
from padanan.translate.checks.desk import collect, look, read
from padanan.translate.report.gather import Wish, gather
from padanan.translate.report.model import Report
from padanan.translate.report.plain import as_dict, as_json, summary

GOLDEN = Path(__file__).with_name("report.json")


def told(report: Report) -> str:
    """A report as JSON, without what is another in each version."""
    value = as_dict(report)
    value["made_by"] = "padanan"
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def test_all_of_a_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = told(gathered(desk(Path())).report)
    if os.environ.get("PADANAN_PICTURES") == "write":
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


def test_it_says_who_made_it(tmp_path: Path) -> None:
    assert as_dict(gathered(desk(tmp_path)).report)["made_by"] == f"padanan {__version__}"


ENTRIES = st.lists(
    st.sampled_from([*FLOOD, *QUAKE, *TALKS]).flatmap(
        lambda one: st.builds(
            lambda state, target: replace(one, state=state, target=target),
            st.sampled_from([State.DRAFT, State.APPROVED]),
            st.sampled_from(
                [one.target or "x", "", "The flood, the deluge.", "A quake.", "Government."]
            ),
        )
    ),
    max_size=8,
)


def told_apart(entries: list[Entry]) -> list[Entry]:
    """Entries whose ids and states are right in one file."""
    return [
        replace(one, id=f"s{at}", state=one.state if one.target else State.EMPTY)
        for at, one in enumerate(entries)
    ]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ENTRIES, max_size=4))
def test_sums_agree_with_their_parts_and_with_check(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[Entry]]
) -> None:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "out").mkdir()
    for at, entries in enumerate(texts):
        article(folder, f"a{at}", told_apart(entries))
    report = gathered(folder / "out").report
    sums_agree(report)
    agrees_with_check(report, folder / "out")
    agrees_with_brute_force(report, folder / "out")


def sums_agree(report: Report) -> None:
    """Every figure that is told twice is the same both times."""
    articles = report.articles
    for name in ("segments", "approved", "drafts", "empty", "words", "words_done", "words_left"):
        assert getattr(report.work, name) == sum(getattr(one.work, name) for one in articles)
    assert report.work.segments == report.work.approved + report.work.drafts + report.work.empty
    assert sum(report.stages.values()) == len(articles)
    for name in ("errors", "warnings", "notes", "total"):
        whole = getattr(report.totals, name)
        assert whole == sum(getattr(one.findings, name) for one in articles)
        assert whole == sum(getattr(one.findings, name) for one in report.checks)
    assert report.totals.total == len(report.findings)
    held = report.adherence
    for name in ("terms", "preferred", "shape", "admitted", "form", "missing", "avoided", "held"):
        whole = getattr(held.all, name)
        assert whole == sum(getattr(one.terms, name) for one in articles)
        assert whole == sum(getattr(one.terms, name) for one in held.domains)
        assert whole == sum(getattr(one.terms, name) for one in held.concepts)
    assert held.all.terms == held.all.held + held.all.form + held.all.missing
    matrix = report.matrix
    assert held.all.terms == matrix.alike_uses + sum(row.uses for row in matrix.rows)
    assert len(held.concepts) == matrix.alike + len(matrix.rows)
    for row in matrix.rows:
        assert row.uses == sum(way.uses for way in row.ways) == sum(one.uses for one in row.cells)
        assert row.drift == sum(one.drift for one in row.cells)
        assert all(0 <= one.drift <= one.uses and bool(one.why) == (one.drift > 0)
                   for one in row.cells)  # fmt: skip
    with_target = report.work.approved + report.work.drafts
    assert sum(one.segments for one in report.origins.counts) == with_target
    assert sum(one.approved for one in report.origins.counts) == report.work.approved
    last = report.history[-1]
    assert (last.approved, last.errors, last.held) == (
        report.work.approved, report.totals.errors, held.all.held
    )  # fmt: skip
    assert json.loads("".join(as_json(report))) == json.loads(json.dumps(as_dict(report)))
    brief = summary(report)
    assert (brief["articles"], brief["findings"]) == (len(articles), len(report.findings))


def glossary(folder: Path) -> Glossary:
    (folder / "all.tsv").write_text(TERMS, "utf-8")
    return Glossary.load(folder / "all.tsv", cldr=False)


def agrees_with_check(report: Report, out: Path, settings_: CheckSettings | None = None) -> None:
    """The findings are those of `padanan check`, in its order."""
    terms = glossary(out.parent)
    paths = [one for one in collect([out]) if isinstance(one, Path)]
    files = [read(one, terms) for one in paths if one.stem != "damaged"]
    checked = look(files, settings_ or CheckSettings(), Severity.NOTE)
    wanted = [
        (one.article.path.relative_to(out).as_posix(), each.segment, each.check, each.severity,
         each.message, one.article.lines[each.segment])
        for one in checked
        for each in one.findings
    ]  # fmt: skip
    assert [
        (report.articles[one.place.article].path, one.place.segment, one.check, one.severity,
         one.message, one.place.line)
        for one in report.findings
    ] == wanted  # fmt: skip


def agrees_with_brute_force(report: Report, out: Path) -> None:
    """The matrix and the adherence are what one counts by going through all terms one by one."""
    terms = glossary(out.parent)
    counted: Counter[tuple[str, str, str]] = Counter()
    held: Counter[Held] = Counter()
    for at, one in enumerate(report.articles):
        for pair in read(out / one.path, terms).pairs:
            for use in pair.uses:
                held[use.held] += 1
                way = use.avoided[0] if use.avoided else use.rendering
                name = "" if way is None else way.rendering
                counted[use.concept.terms[0], name, str(at)] += 1
    assert report.adherence.all.terms == held.total()
    assert report.adherence.all.held == held[Held.PREFERRED] + held[Held.ADMITTED]
    shown: Counter[tuple[str, str, str]] = Counter()
    for row in report.matrix.rows:
        for cell in row.cells:
            key = row.term, row.ways[cell.way].rendering, str(cell.place.article)
            shown[key] += cell.uses
    rows = {row.term for row in report.matrix.rows}
    assert shown == Counter({key: size for key, size in counted.items() if key[0] in rows})
    ways: dict[str, set[str]] = {}
    for (term, name, _), _size in counted.items():
        ways.setdefault(term, set()).add(name)
    # What is rendered in one way, and that an accepted one, is not in the matrix; Russia and
    # Russian can be one way, or two.
    for term, names in ways.items():
        if len(names) > 1 and term != "Rusia" and "" not in names:
            assert term in rows
        if len(names) == 1 and "" not in names and not names & {"deluge", "secretary"}:
            assert term not in rows


def test_the_findings_are_those_of_check_however_strict_it_is(tmp_path: Path) -> None:
    out = desk(tmp_path)
    strict = CheckSettings.from_table(
        {"disable": ["names"], "term-inconsistent": {"severity": "error"}}, "here"
    )
    report = gathered(out, settings=strict).report
    agrees_with_check(report, out, strict)
    assert any(one.check == "term-inconsistent" for one in report.findings)
    assert not any(one.check == "names" for one in report.findings)


def test_drift_is_what_the_check_of_consistency_tells(tmp_path: Path) -> None:
    out = desk(tmp_path)
    report = gathered(out).report
    rows = {row.term: row for row in report.matrix.rows}
    told_ = {
        (term, row.ways[cell.way].rendering, cell.why, cell.drift)
        for term, row in rows.items()
        for cell in row.cells
        if cell.drift
    }
    assert told_ == {
        ("banjir", "inundation", "article", 1),
        ("menteri", "secretary", "avoided", 1),
        ("Rusia", "", "unlisted", 1),
        ("pemerintah", "administration", "desk", 1),
    }
    assert rows["banjir"].ways[rows["banjir"].usual].rendering == "flood"


def test_a_person_who_silences_a_check_means_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    silenced = "padanan:ignore term-missing term-avoided term-inconsistent"
    article(tmp_path, "a", [replace(one, comment=silenced) for one in (*FLOOD, *TALKS)])
    report = gathered(out).report
    assert report.matrix.drift == 0
    # That the terms are not held as the glossary has them stays true.
    assert (report.adherence.all.form, report.adherence.all.missing) == (2, 0)


def test_an_empty_desk_and_one_without_a_glossary(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    empty = gathered(tmp_path / "out").report
    assert not empty.articles
    assert not empty.unread
    assert [one.what for one in empty.steps] == ["no articles yet"]
    sums_agree(empty)
    out = desk(tmp_path)
    bare = gather(Wish(out, None, "", CheckSettings(), "2026-03-03T08:00:00Z")).report
    assert bare.adherence.all.terms == 0
    assert bare.adherence.all.adherence is None
    sums_agree(bare)


def test_a_desk_of_which_only_some_is_looked_at_is_counted_whole(tmp_path: Path) -> None:
    out = desk(tmp_path)
    some = gathered(out, most=1).report
    assert some.unlooked == 2
    assert some.work == gathered(out).report.work
    assert [one.looked for one in some.articles] == [True, False, False]
    assert any("not checked yet" in one.what for one in some.steps)
    # What has been looked at now is not forgotten.
    assert gathered(out, most=0).report.unlooked == 0


def test_the_lines_are_those_of_the_file(tmp_path: Path) -> None:
    out = desk(tmp_path)
    lines = (out / "banjir.po").read_text("utf-8").splitlines()
    places = {one.place for one in gathered(out).report.findings if one.place.article == 0}
    assert places
    for one in places:
        assert lines[one.line - 1] == f'msgctxt "{one.segment}"'


def test_a_headline_without_a_translation_is_in_indonesian(tmp_path: Path) -> None:
    article(tmp_path, "a", [replace(FLOOD[0], target="", state=State.EMPTY), entry("b", "Satu.")])
    assert gathered(tmp_path / "out").report.articles[0].headline == "Banjir Lagi di Kota"
    assert load(tmp_path / "out/a.po") is not None
