"""The bilingual file: comes back unharmed, from us and from gettext's own tools."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import InputError
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import (
    Bilingual,
    Entry,
    State,
    dumps,
    fingerprint,
    load,
    loads,
    save,
)
from padanan.translate.machine import Offer, Term, one_line

DRAFT = Entry(
    id="0a1b2c3d",
    source="NATO telah mengurangi separuh staf di kantornya di Moskow dari 20 menjadi 10.",
    target="NATO has halved the staff of its Moscow office from 20 to 10.",
    state=State.DRAFT,
    kind=BlockKind.PARAGRAPH,
    rule="paragraph",
    line=17,
    how="model",
    score=-0.412,
    confidence=0.731,
    terms=(
        Term("kantornya", "Moscow office", "mended"),
        Term("mengurangi", "halve", "model", admitted=True),
        Term("separuh", "by half", "missing"),
    ),
    findings=(
        "term-missing: “separuh” is “by half” in the glossary.",
        "length: The translation is far shorter than the source, so that something may have been "
        "left out of it; compare the two from beginning to end.",
    ),
    offer=Offer(83, "NATO {+telah+} mengurangi stafnya.", "NATO cut staff.", "../b.txt 1c2d"),
    made_from="0123456789abcdef",
    fingerprint=fingerprint("NATO has halved the staff of its Moscow office from 20 to 10."),
)
APPROVED = replace(
    DRAFT, id="11111111", source="Ia setuju.", target="He agreed.", state=State.APPROVED
)
CHANGED = replace(
    DRAFT,
    id="44444444",
    target="NATO has halved its staff.",
    machine=DRAFT.target,
    segmented="split",
)
REMEMBERED = replace(
    DRAFT, id="33333333", how="memory", memory="../seeds/tiga.txt 0a1b2c3d", score=None, offer=None
)
SKIPPED = Entry(
    id="skip-99999999",
    source="loading...",
    target="",
    state=State.SKIPPED,
    kind=BlockKind.FURNITURE,
    rule="loading",
    line=4,
)
WHOLE = Bilingual(
    article="../seeds/satu dua.txt",
    sha256="ab" * 32,
    engine="translate-id_en 0.1 beam 4",
    recipe="translate-id_en 0.1 beam 4",
    english=fingerprint("text"),
    entries=(SKIPPED, DRAFT, APPROVED, REMEMBERED, CHANGED),
    obsolete=(Entry("22222222", "Dulu ada.", "It was once there.", State.APPROVED),),
)


def _same(one: Bilingual, other: Bilingual) -> bool:
    """Equal but for header fields that padanan does not own."""
    return replace(one, headers=()) == replace(other, headers=())


def test_comes_back_as_it_was() -> None:
    assert _same(loads(dumps(WHOLE)), WHOLE)
    assert loads(dumps(loads(dumps(WHOLE)))) == loads(dumps(WHOLE))


def test_is_what_gettext_calls_a_draft_and_an_approved_translation() -> None:
    file = polib.pofile(dumps(WHOLE))
    states = {entry.msgctxt: (entry.fuzzy, entry.translated()) for entry in file}
    assert states["0a1b2c3d"] == (True, False)
    assert states["11111111"] == (False, True)
    assert states["skip-99999999"] == (False, False)
    assert [entry.msgctxt for entry in file.obsolete_entries()] == ["22222222"]


# No line breaks of any kind inside a segment: reading takes them away.
_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=300
).filter(lambda text: text == text.strip())
_LINE = st.text(min_size=1, max_size=200).map(one_line).filter(bool)
"""What `one_line` makes of anything at all."""

_WORDS = _LINE.filter(lambda text: "->" not in text)
_TERM = st.builds(
    Term, _WORDS, _LINE, st.sampled_from(["model", "source", "mended", "missing"]), st.booleans()
)
_SAVED = st.builds(
    Entry,
    id=st.just("x"),
    source=_TEXT,
    target=_TEXT,
    state=st.sampled_from([State.DRAFT, State.APPROVED]),
    kind=st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.FURNITURE]),
    rule=st.sampled_from(["paragraph", "title-line"]),
    line=st.integers(1, 10_000),
    how=st.sampled_from(["model", "rule", "memory", "adapted", ""]),
    memory=_LINE | st.just(""),
    score=st.none() | st.integers(-9999, 0).map(lambda n: n / 1000),
    confidence=st.none() | st.integers(0, 1000).map(lambda n: n / 1000),
    terms=st.lists(_TERM | _LINE.map(Term.parse), max_size=4).map(tuple),
    findings=st.lists(_LINE, max_size=4).map(tuple),
    offer=st.none() | st.builds(Offer, st.integers(0, 100), _LINE, _LINE, _LINE | st.just("")),
    made_from=st.sampled_from(["0123456789abcdef", ""]),
    fingerprint=st.just("0123456789abcdef"),
    machine=st.text(st.characters(codec="utf-8"), max_size=200),
    segmented=st.sampled_from(["", "split", "joined"]),
    comment=st.text(st.characters(categories=["L", "N", "P"], max_codepoint=0x2000), max_size=200),
)


@given(st.lists(_SAVED, max_size=5))
def test_any_text_comes_back(entries: list[Entry]) -> None:
    numbered = tuple(replace(entry, id=f"{n:08x}") for n, entry in enumerate(entries))
    whole = replace(WHOLE, entries=numbered, obsolete=())
    assert _same(loads(dumps(whole)), whole)


@given(_LINE)
def test_any_line_about_a_term_comes_back_as_it_was(line: str) -> None:
    assert str(Term.parse(line)) == line


@given(_TERM)
def test_a_term_comes_back_from_its_line(term: Term) -> None:
    assert Term.parse(str(term)) == term


def test_the_machine_lines_as_a_translator_sees_them() -> None:
    text = dumps(replace(WHOLE, entries=(REMEMBERED,), obsolete=()))
    shown = [line for line in text.splitlines() if line.startswith("#.")]
    assert shown[2:] == [
        "#. draft: memory",
        "#. memory: ../seeds/tiga.txt 0a1b2c3d",
        "#. confidence: 0.731",
        "#. term: kantornya -> Moscow office (mended)",
        "#. term: mengurangi -> halve (model, admitted)",
        "#. term: separuh -> by half (missing)",
        f"#. finding: {DRAFT.findings[0]}",
        f"#. finding: {DRAFT.findings[1]}",
        "#. from: 0123456789abcdef",
        f"#. fingerprint: {DRAFT.fingerprint}",
    ]


def test_what_the_machine_wrote_comes_back_to_the_letter() -> None:
    wrote = " 5\xa0km \\ two  spaces\tand\nu2028 \u2028kind: paragraph "
    entry = replace(CHANGED, machine=wrote, fingerprint=fingerprint(wrote))
    text = dumps(replace(WHOLE, entries=(entry,)))
    assert (
        "#. machine: \\u00205\\u00a0km \\\\ two \\u0020spaces\\u0009and\\u000au2028 "
        "\\u2028kind: paragraph\\u0020\n#. segmented: split\n"
    ) in text
    assert loads(text).entries == (entry,)


def test_a_cut_that_nobody_knows_is_none() -> None:
    text = dumps(replace(WHOLE, entries=(CHANGED,)))
    back = loads(text.replace("segmented: split", "segmented: sliced"))
    assert back.entries == (replace(CHANGED, segmented=""),)


def test_an_offer_as_a_translator_sees_it() -> None:
    shown = dumps(replace(WHOLE, entries=(DRAFT,), obsolete=())).splitlines()
    assert [line for line in shown if "similar" in line] == [
        "#. similar: 83 % ../b.txt 1c2d",
        "#. similar-source: NATO {+telah+} mengurangi stafnya.",
        "#. similar-target: NATO cut staff.",
    ]


def test_nothing_in_a_machine_line_begins_another() -> None:
    hostile = "x\nfingerprint: 0\r#. draft: rule\x1b[2J\u2028from: 1\u202e"
    entry = replace(
        DRAFT,
        findings=(hostile,),
        memory=hostile,
        terms=(Term(hostile, "y", "model"),),
        offer=Offer(83, hostile, hostile, hostile),
    )
    back = loads(dumps(replace(WHOLE, entries=(entry,), obsolete=()))).entries[0]
    plain = "x fingerprint: 0 #. draft: rule [2J from: 1"
    assert back == replace(
        entry,
        findings=(plain,),
        memory=plain,
        terms=(Term(plain, "y", "model"),),
        offer=Offer(83, plain, plain, plain),
    )


def test_a_file_of_before_these_lines_is_read() -> None:
    text = "\n".join(
        line
        for line in dumps(WHOLE).splitlines()
        if not line.startswith(("#. confidence", "#. term", "#. finding", "#. similar", "#. from"))
    )
    old = loads(text + "\n").entries[1]
    assert old == replace(DRAFT, confidence=None, terms=(), findings=(), offer=None, made_from="")


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="GNU gettext is not installed")
def test_comes_back_from_msgcat(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    save(path, WHOLE)
    subprocess.run(["msgfmt", "--check", "-o", "/dev/null", str(path)], check=True)
    subprocess.run(["msgcat", "-o", str(path), str(path)], check=True)
    back = load(path)
    assert back is not None
    assert _same(back, WHOLE)


def test_keeps_what_people_and_other_tools_add(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    save(path, WHOLE)
    file = polib.pofile(str(path), wrapwidth=0)
    file.metadata["Last-Translator"] = "Ani <ani@example.org>"
    file.metadata["X-Generator"] = "Poedit 3.4"
    entry = next(entry for entry in file if entry.msgctxt == "0a1b2c3d")
    entry.tcomment = "Angka dari NATO sendiri, " + "; lihat catatan redaksi" * 8
    entry.flags.append("no-wrap")
    file.save()
    first = load(path)
    assert first is not None
    save(path, first)
    again = load(path)
    assert again == first
    assert dict(again.headers)["X-Generator"] == "Poedit 3.4"
    kept = next(e for e in again.entries if e.id == "0a1b2c3d")
    assert kept.flags == ("no-wrap",)
    assert kept.comment == entry.tcomment


def test_a_changed_draft_is_a_persons_work() -> None:
    assert not DRAFT.touched
    assert replace(DRAFT, target="NATO cut its Moscow staff by half.").touched
    assert replace(DRAFT, state=State.APPROVED).touched
    assert not replace(DRAFT, target="").touched


def test_line_breaks_pasted_into_a_target_do_no_harm() -> None:
    pasted = replace(APPROVED, target="He agreed.\u2028He\x85left.")
    back = loads(dumps(replace(WHOLE, entries=(pasted,))))
    assert back.entries[0].target == "He agreed. He left."


def test_a_blank_target_is_none_yet() -> None:
    blank = loads(dumps(replace(WHOLE, entries=(replace(APPROVED, target=" "),))))
    assert (blank.entries[0].state, blank.entries[0].target) == (State.EMPTY, "")


def test_a_skipped_line_keeps_a_persons_doubt() -> None:
    doubtful = replace(SKIPPED, target="loading ...", flags=("fuzzy",))
    text = dumps(replace(WHOLE, entries=(doubtful,)))
    assert "#, fuzzy" in text
    assert dumps(loads(text)) == text


def test_obsolete_work_may_share_an_id_with_a_live_entry() -> None:
    text = dumps(replace(WHOLE, obsolete=()))
    head, _, rest = text.partition("\n\n")
    old = '#~ msgctxt "11111111"\n#~ msgid "Dulu."\n#~ msgstr "Once."\n'
    back = loads(f"{head}\n\n{old}\n{rest}")
    assert [entry.target for entry in back.obsolete] == ["Once."]


def test_what_a_plain_editor_leaves_behind_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    text = dumps(WHOLE).replace('msgctxt "11111111"', '#tanya Ani\nmsgctxt "11111111"')
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    back = load(path)
    assert back is not None
    assert back.entries[2].comment == "tanya Ani"
    assert _same(replace(back, entries=WHOLE.entries), WHOLE)


def test_there_is_none(tmp_path: Path) -> None:
    assert load(tmp_path / "none.po") is None


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "it is empty"),
        (b'msgid ""\nmsgstr ""\n"Language: en\\n"\n', "padanan did not make it"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (dumps(WHOLE).encode()[:-10], "is not a line of a PO file"),
        (dumps(WHOLE).encode().rsplit(b"#~ msgstr", 1)[0], "may have been cut off"),
        (dumps(WHOLE).replace("11111111", "0a1b2c3d").encode(), "stands twice"),
        (dumps(WHOLE).replace("kind: paragraph", "kind: poem").encode(), "damaged"),
        (re.sub("score: .*", "score: nan", dumps(WHOLE)).encode(), "nan is no score"),
        (re.sub("score: .*", "score: -1e999", dumps(WHOLE)).encode(), "no score"),
        (dumps(WHOLE).replace("Project-Id-Version", "\u0663").encode(), "no name of one"),
    ],
)
def test_damage_is_told_and_nothing_touched(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(content)
    with pytest.raises(InputError) as error:
        load(path)
    assert says in error.value.message
    assert str(path) in error.value.message
    assert path.read_bytes() == content


def test_machine_lines_that_polib_has_folded_come_back_whole() -> None:
    """polib folds comments at column 78 whenever a program of its kind saves the file."""
    machine = f"{'A long word ' * 4}before a well-known one, said: nothing; then a non-" + "x" * 60
    changed = replace(DRAFT, machine=machine, segmented="joined")
    written = dumps(Bilingual("a.txt", "0" * 64, "engine", "recipe", "", (changed,)))
    folded = str(polib.pofile(written, wrapwidth=78))
    assert folded.count("#. ") > written.count("#. ")
    (entry,) = loads(folded).entries
    assert (entry.machine, entry.segmented) == (machine, "joined")
    assert (entry.terms, entry.findings) == (DRAFT.terms, DRAFT.findings)
    assert (entry.fingerprint, entry.made_from) == (DRAFT.fingerprint, DRAFT.made_from)


def test_a_name_with_a_line_break_breaks_no_line() -> None:
    """A file may be called anything; the name is written as in an address, and found again."""
    odd = replace(WHOLE, article="../seeds/satu\n#: dua\x1b[31m\u2028.txt")
    back = loads(dumps(odd))
    assert back.article == "../seeds/satu%0A#: dua%1B[31m%E2%80%A8.txt"
    assert replace(back, article="") == replace(loads(dumps(WHOLE)), article="")


def test_half_a_character_in_a_machine_line_is_no_text() -> None:
    text = dumps(WHOLE)
    line = next(line for line in text.split("\n") if line.startswith("#. machine: "))
    content = loads(text.replace(line, r"#. machine: \ud800"))
    assert dumps(content).encode()


def test_a_comment_with_a_blank_line_in_it_is_kept() -> None:
    text = dumps(replace(WHOLE, entries=(APPROVED,)))
    head, _, rest = text.partition("\n\n")
    assert loads(f"{head}\n# tanya Ani\n\n{rest}").entries[0].comment.startswith("tanya Ani")


def test_credits_that_look_like_places_and_flags_are_kept() -> None:
    """polib would write them as such, and lose them when it reads them again."""
    once = loads(dumps(replace(WHOLE, credits=": Ani\n, fuzzy\nBudi")))
    assert [line.strip() for line in once.credits.split("\n")] == [": Ani", ", fuzzy", "Budi"]
    assert loads(dumps(once)) == once
