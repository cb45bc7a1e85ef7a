"""`padanan glossary impact`: what a changed glossary would do, and that it does just that."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from small_model import COUNTRY, HEADER, TERMS, Done, Here, here, isolate, small_desk, small_model

from padanan.translate.bilingual import Entry, State, load, save

NEW = TERMS.replace("\thome\t", "\thouse\t")
"""Another rendering of rumah."""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package that translates word by word."""
    return small_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two translated articles, where the commands are run."""
    folder = small_desk(tmp_path / "desk")
    (folder / "sub").mkdir()
    (folder / "sub/b.txt").write_text("negara besar.\n\nrumah sakit.\n\nrumah besar.\n", "utf-8")
    monkeypatch.chdir(folder)
    isolate(tmp_path / "home", monkeypatch)
    return folder


@pytest.fixture
def padanan(
    desk: Path,  # noqa: ARG001 - where it runs
    model: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Here:
    """Run `padanan` in this process, with the small model; the articles are translated."""
    command = here(capsys, monkeypatch)

    def run(*arguments: str) -> Done:
        return command(*arguments, "--model", str(model))

    assert run("translate", ".").returncode == 0
    return run


def _entries(path: str) -> dict[str, Entry]:
    whole = load(Path(path))
    assert whole is not None
    return {entry.id: entry for entry in whole.entries}


def _change(path: str, source: str, **values: object) -> None:
    whole = load(Path(path))
    assert whole is not None
    entries = tuple(
        replace(entry, **values) if entry.source == source else entry  # type: ignore[arg-type]
        for entry in whole.entries
    )
    save(Path(path), replace(whole, entries=entries))


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_golden_text(padanan: Here, desk: Path) -> None:
    (desk / "new.tsv").write_text(NEW, "utf-8")
    ids = {entry.source: entry.id for entry in _entries("out/sub/b.po").values()}
    done = padanan("glossary", "impact", "new.tsv")
    assert done.returncode == 0
    lines = done.stdout.lower().splitlines()
    at = lines.index("out/sub/b.po")
    assert lines[at + 1 :: 2] == [
        f"  {ids['rumah sakit.']}  rumah: home → house",
        f"  {ids['rumah besar.']}  rumah: home → house",
        "",
    ]
    for diff in lines[at + 2 :: 2]:
        assert diff.startswith("    [-home")
        assert "{+house" in diff
    assert done.stderr == (
        "3 segments in 2 articles would be drafted anew. Nothing was written; padanan translate "
        "does it.\n"
    )


@pytest.mark.parametrize("named", [True, False])
def test_translate_does_what_was_shown(padanan: Here, desk: Path, named: bool) -> None:
    _change(
        "out/a.po",
        "rumah besar dan rumah sakit.",
        target="A big home and a hospital.",
        state=State.APPROVED,
    )
    padanan("translate", ".")
    if named:
        (desk / "new.tsv").write_text(NEW, "utf-8")
        shown = json.loads(padanan("glossary", "impact", "new.tsv", "--json").stdout)
        (desk / "new.tsv").replace(desk / "terms.tsv")
    else:
        (desk / "terms.tsv").write_text(NEW, "utf-8")
        shown = json.loads(padanan("glossary", "impact", "--json").stdout)
    before = {path: _entries(path) for path in ("out/a.po", "out/sub/b.po")}
    report = json.loads(padanan("translate", ".", "--json").stdout)
    after = {path: _entries(path) for path in before}
    promised = {
        (article["bilingual"], stale["id"]): (stale["old"], stale["new"])
        for article in shown["articles"]
        for stale in article["stale"]
    }
    became = {
        (path, id_): (before[path][id_].target, entry.target)
        for path, entries in after.items()
        for id_, entry in entries.items()
        if entry.target != before[path][id_].target
    }
    assert promised == became
    assert len(promised) == 2
    assert sum(article["drafted"] for article in report["articles"]) == 2
    kept = {
        (article["bilingual"], one["id"])
        for article in shown["articles"]
        for one in article["kept"]
    }
    told = {
        (article["bilingual"], one["id"])
        for article in report["articles"]
        for one in article["outdated"]
    }
    assert kept == told
    assert len(kept) == 1
    nothing = padanan("glossary", "impact")
    assert nothing.stdout == ""
    assert nothing.stderr == "The glossary changes nothing in 2 articles.\n"


def test_nothing_is_written(padanan: Here, desk: Path) -> None:
    _change("out/a.po", "negara besar.", state=State.APPROVED)
    (desk / "terms.tsv").write_text(NEW, "utf-8")
    before = _contents(desk)
    assert padanan("glossary", "impact").returncode == 0
    assert padanan("glossary", "impact", "--list", "--json").returncode == 0
    assert _contents(desk) == before


def test_json(padanan: Here, desk: Path) -> None:
    (desk / "terms.tsv").write_text(NEW, "utf-8")
    shown = json.loads(padanan("glossary", "impact", "--results", "out/sub", "--json").stdout)
    (article,) = shown["articles"]
    assert (shown["glossary"], shown["others"], shown["errors"]) == ("terms.tsv", 0, [])
    assert (article["bilingual"], article["article"]) == ("out/sub/b.po", "sub/b.txt")
    first = article["stale"][0]
    assert first["source"] == "rumah sakit."
    assert [(one["term"], one["then"].lower(), one["now"]) for one in first["terms"]] == [
        ("rumah", "home", "house")
    ]
    for word, kept in (("old", "gone"), ("new", "new")):
        pieces = [piece["text"] for piece in first["diff"] if piece["op"] in ("same", kept)]
        assert "".join(pieces) == first[word]


def test_a_list_has_no_new_drafts(padanan: Here, desk: Path) -> None:
    (desk / "terms.tsv").write_text(NEW, "utf-8")
    done = padanan("glossary", "impact", "--list", "--results", "out/a.po")
    (entry,) = [one for one in _entries("out/a.po").values() if one.source.startswith("rumah")]
    assert done.stdout.lower() == (
        f"out/a.po\n  {entry.id}  rumah: home → house\n    {entry.source}\n\n"
    )
    shown = json.loads(padanan("glossary", "impact", "--list", "--json").stdout)
    assert not any("new" in stale for one in shown["articles"] for stale in one["stale"])


@pytest.mark.parametrize(
    ("new", "says"),
    [
        (HEADER + COUNTRY, "rumah: home → (no term)"),
        (TERMS + "besar\tlarge\t\tadjective\t\t\t\n", "besar: (no term) → large"),
        (TERMS.replace("\thome\t", "\thome|residence\t"), "rumah (home, other renderings)"),
    ],
    ids=["a term less", "a term more", "a rendering more"],
)
def test_which_terms_are_the_reason(padanan: Here, desk: Path, new: str, says: str) -> None:
    (desk / "new.tsv").write_text(new, "utf-8")
    done = padanan("glossary", "impact", "new.tsv", "--results", "out/sub")
    assert says in done.stdout
    if "other renderings" in says:
        assert "(the same again)" in done.stdout
        assert "2 of them the same again" in done.stderr


def test_what_a_person_made_is_listed_apart(padanan: Here, desk: Path) -> None:
    _change("out/a.po", "negara besar.", target="A big country.", state=State.APPROVED)
    _change("out/sub/b.po", "negara besar.", target="One big country.")
    (desk / "new.tsv").write_text(TERMS.replace("\tcountry\t", "\tstate\t"), "utf-8")
    done = padanan("glossary", "impact", "new.tsv")
    assert "approved, stays; the glossary has negara → state\n    A big country." in done.stdout
    assert "changed by a person, stays; the glossary has negara → state\n" in done.stdout
    assert "2 segments would stay, though the glossary has other renderings." in done.stderr


def test_an_article_that_has_gone_is_told(padanan: Here, desk: Path) -> None:
    (desk / "sub/b.txt").unlink()
    (desk / "terms.tsv").write_text(NEW, "utf-8")
    done = padanan("glossary", "impact")
    assert done.returncode == 4
    assert "out/sub/b.po: its article" in done.stderr
    assert "out/a.po" in done.stdout


def test_a_folder_without_results(padanan: Here) -> None:
    done = padanan("glossary", "impact", "--results", "none")
    assert done.returncode == 4
    assert "none: there is no such file." in done.stderr


def test_a_new_glossary_that_is_not_there_is_told(padanan: Here) -> None:
    done = padanan("glossary", "impact", "none.tsv")
    assert done.returncode == 4
    assert done.stderr == "padanan: none.tsv: there is no such file.\n"
    assert "cannot be standard input" in padanan("glossary", "impact", "-").stderr


def test_drafts_stale_for_other_reasons_are_counted(padanan: Here, desk: Path) -> None:
    (desk / "terms.tsv").write_text(NEW, "utf-8")
    done = padanan("glossary", "impact", "--beam", "2")
    assert "3 segments would be drafted anew for other reasons" in done.stderr
