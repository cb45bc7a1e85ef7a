"""What is read and written quickly is what polib reads and writes."""

import shutil
import subprocess
import textwrap
from dataclasses import replace

import polib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from padanan.translate import bilingual, po, po_reading
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Bilingual, Entry, State, dumps, loads
from padanan.translate.entry_po import to_po
from padanan.translate.machine import Offer, Term
from padanan.translate.po_writing import Laid, fold, lay_down

ODD = st.text(
    st.sampled_from(list("ab  é--—-.,\\\"'n\t\r\n\x0b\x0c\x1c\x1e\x1f\x85\u2028\u00a0#~|:"))
)
WORDS = st.lists(
    st.sampled_from(
        ["rumah", "negara-negara", "ke-2", "a--b", "“Ya,”", 'kata "dia"', "\\n", "x" * 90]
    )
    | st.text(st.characters(codec="utf-8"), max_size=8),
    max_size=40,
).map(" ".join)
TEXT = st.one_of(WORDS, ODD, st.text(st.characters(codec="utf-8"), max_size=200))
ENTRIES = st.builds(
    Entry,
    id=TEXT,
    source=TEXT,
    target=TEXT,
    state=st.sampled_from(State),
    kind=st.sampled_from(BlockKind),
    rule=st.sampled_from(["running-text", ""]) | ODD,
    line=st.integers(-1, 99_999),
    how=st.sampled_from(["", "model", "memory"]) | ODD,
    memory=TEXT,
    score=st.none() | st.floats(-9, 0),
    confidence=st.none() | st.floats(0, 1),
    terms=st.lists(st.builds(Term, TEXT, TEXT, st.sampled_from(["", "model"])), max_size=3).map(
        tuple
    ),
    findings=st.lists(TEXT, max_size=2).map(tuple),
    offer=st.none() | st.builds(Offer, st.integers(0, 100), TEXT, TEXT, TEXT),
    made_from=st.sampled_from(["", "0123456789abcdef"]) | ODD,
    fingerprint=st.sampled_from(["", "0123456789abcdef"]),
    machine=TEXT,
    segmented=st.sampled_from(["", "split", "joined"]),
    comment=TEXT,
    flags=st.lists(st.sampled_from(["no-wrap", "ignore-names", "fuzzy", "x y"]), max_size=2).map(
        tuple
    ),
)
ARTICLES = st.sampled_from(
    ["a.txt", "../seeds/satu dua.txt", "../a-b*c.txt", f"../{'long-name/' * 9}a*.txt", "a\tb"]
)


# Writing


@given(ENTRIES, ARTICLES, st.booleans())
@example(Entry("1", "", "", State.DRAFT, comment=f"{'kata ' * 14}00000\x850"), "a.txt", False)
@example(Entry("1", "", "", State.DRAFT, comment=f"{'kata ' * 14}00000\x850\n"), "a.txt", False)
@example(Entry("1", "", "", State.DRAFT, comment=f"{'kata ' * 14}00000\x85"), "a.txt", False)
def test_an_entry_is_laid_down_as_by_polib(entry: Entry, article: str, obsolete: bool) -> None:
    there = to_po(entry, article, obsolete=obsolete).__unicode__(po.WIDTH)
    assert lay_down(entry, article, obsolete=obsolete) == there


@given(st.text(st.sampled_from(list("ab 1é--—-.,!'\"\\&")), max_size=120), st.integers(2, 30))
@example("a" * 30 + "-" + "b" * 30, 10)
@example("  " * 20 + "a", 10)
def test_lines_are_folded_as_by_textwrap(text: str, width: int) -> None:
    there = textwrap.wrap(text, width, drop_whitespace=False, break_long_words=False)
    assert list(fold(text, width)) == there


def test_only_what_has_changed_is_laid_down_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [Entry(str(n), "Ia tiba.", "He came.", State.APPROVED) for n in range(3)]
    laid = Laid()
    first = laid.texts(entries, "a.txt")
    changed = replace(entries[1], target="She came.")
    assert laid.texts([*entries, changed], "a.txt") == [*first, lay_down(changed, "a.txt")]
    monkeypatch.setattr("padanan.translate.po_writing.lay_down", None)
    assert laid.texts([changed, entries[0]], "a.txt")[1] == first[0]
    monkeypatch.undo()
    assert "#: b.txt:0" in laid.texts(entries, "b.txt")[0]


# Reading


def _quick_is_slow(text: str) -> bool:
    """Whether a text is read quickly; if it is, it must be read as polib reads it."""
    quick = po_reading.read(text)
    if quick is None:
        return False
    slow = bilingual._read(text)
    assert quick[1:] == slow[1:]
    assert (quick[0].metadata, quick[0].header) == (slow[0].metadata, slow[0].header)
    assert list(quick[0].metadata) == list(slow[0].metadata)
    return True


def _whole(entries: list[Entry], obsolete: list[Entry]) -> Bilingual:
    numbered = [replace(entry, id=f"{n:08x}") for n, entry in enumerate(entries)]
    return Bilingual(
        "../seeds/a b.txt",
        "0" * 64,
        "engine",
        "recipe",
        "",
        tuple(numbered),
        tuple(obsolete),
        credits="Ani <ani@example.org>",
    )


PLAIN = st.builds(
    replace,
    ENTRIES,
    id=st.just("x"),
    source=WORDS.map(lambda text: " ".join(text.split())),
    target=WORDS.map(lambda text: " ".join(text.split())),
    rule=st.sampled_from(["running-text", ""]),
    how=st.sampled_from(["", "model"]),
    made_from=st.sampled_from(["", "0123456789abcdef"]),
    comment=st.sampled_from(["", "tanya Ani", "satu\n\ndua"]),
    line=st.integers(0, 99_999),
)
WHOLES = st.builds(_whole, st.lists(PLAIN, max_size=4), st.lists(PLAIN, max_size=2))


@given(WHOLES)
def test_what_is_written_is_read_quickly(whole: Bilingual) -> None:
    assert _quick_is_slow(dumps(whole))
    assert _quick_is_slow(str(polib.pofile(dumps(whole), wrapwidth=78)))


@given(st.lists(ENTRIES, max_size=3), st.lists(ENTRIES, max_size=2))
def test_whatever_is_written_is_read_as_by_polib(
    entries: list[Entry], obsolete: list[Entry]
) -> None:
    _quick_is_slow(dumps(_whole(entries, obsolete)))


SAMPLE = dumps(
    _whole(
        [
            Entry(
                "",
                "Ia " * 40 + "tiba.",
                'He \\ "came"\t' * 9,
                State.DRAFT,
                rule="running-text",
                line=7,
                how="memory",
                memory="b.txt 1",
                score=-0.5,
                confidence=0.5,
                terms=(Term("Ia", "He", "model"), Term("tiba")),
                findings=("names: Ia.",),
                offer=Offer(80, "Ia.", "He.", "b.txt 2"),
                made_from="0123456789abcdef",
                fingerprint="0123456789abcdef",
                machine="He",
                segmented="split",
                comment="tanya Ani\n\nlagi",
                flags=("no-wrap",),
            ),
            Entry("", "loading...", "", State.SKIPPED, rule="loading", flags=("fuzzy",)),
            Entry("", "Ya.", "Yes.", State.APPROVED, comment=" a"),
            Entry("", "Tidak.", "", State.EMPTY),
        ],
        [Entry("old", "Dulu " * 30, "Once " * 30, State.DRAFT, comment="lama")],
    )
)
LINES = SAMPLE.split("\n")
PARTS = st.sampled_from(
    [
        *LINES,
        *[
            "",
            " ",
            "\r",
            "\ufeff",
            "#",
            "#x",
            "#  ",
            "##",
            "#.",
            "#. ",
            "#.x",
            "#~",
            "#~ ",
            "#~ # a",
        ],
        *["#. finding: a", "#. and b: c", "#. kind: poem", "#. skipped: ", "#. score: many"],
        *["#. similar: 9", "#. draft: model\u2028from: 1", "#, fuzzy", "#,", "#, a, b"],
        *["#:", "#: a b:2 c", "#: a:1", '#| msgid "a"', '#~| msgid "a"', "#~ msgid", '#~ "a"'],
        *['"a"', '"\\"', '"\\q"', '"a\x85b"', '"a" ', 'msgid_plural "a"', 'msgstr[0] "a"'],
        *[' msgid "a"', 'msgid  "a"', 'domain "a"'],
    ]
)
CHANGES = st.lists(
    st.tuples(st.sampled_from(["put", "insert", "delete", "append"]), st.integers(0, 999), PARTS),
    min_size=1,
    max_size=3,
)


def _changed(lines: list[str], changes: list[tuple[str, int, str]]) -> str:
    lines = list(lines)
    for how, place, part in changes:
        at = place % len(lines)
        if how == "put":
            lines[at] = part
        elif how == "insert":
            lines.insert(at, part)
        elif how == "append":
            lines[at] += part
        elif len(lines) > 1:
            del lines[at]
    return "\n".join(lines)


@given(CHANGES)
@example([("append", LINES.index("#: ../seeds/a%20b.txt:0"), " 80")])
def test_a_changed_file_is_read_as_by_polib(changes: list[tuple[str, int, str]]) -> None:
    _quick_is_slow(_changed(LINES, changes))


@given(st.integers(0, len(SAMPLE)), st.integers(0, 3), ODD)
def test_a_damaged_file_is_read_as_by_polib(at: int, length: int, instead: str) -> None:
    _quick_is_slow(SAMPLE[:at] + instead + SAMPLE[at + length :])


@pytest.mark.parametrize("part", [line for line in SAMPLE.split("\n\n") if line])
def test_entries_in_any_other_place(part: str) -> None:
    for text in (SAMPLE + part + "\n", part + "\n\n" + SAMPLE, SAMPLE.replace(part, "")):
        _quick_is_slow(text)


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="GNU gettext is not installed")
@pytest.mark.parametrize(
    "command",
    [
        ["msgcat"],
        ["msgcat", "--no-wrap"],
        ["msgcat", "--width=40"],
        ["msgcat", "--sort-output"],
        ["msgcat", "--add-location=file"],
        ["msgcat", "--no-location"],
        ["msgattrib", "--set-fuzzy"],
        ["msgattrib", "--clear-fuzzy"],
        ["msgattrib", "--no-obsolete"],
        ["msgattrib", "--set-obsolete", "--untranslated"],
    ],
)
def test_what_gettexts_tools_make_of_it(command: list[str]) -> None:
    done = subprocess.run([*command, "-"], input=SAMPLE, capture_output=True, text=True, check=True)
    assert _quick_is_slow(done.stdout)
    assert loads(done.stdout).article == "../seeds/a b.txt"
