"""Reading XLIFF as other tools give it back."""

import pytest
from export_suite import QUICK, document
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import InputError
from padanan.translate.bilingual import State
from padanan.translate.export import by_name
from padanan.translate.export.xliff_reader import Unit, Verdict, read

V12 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.txt" source-language="id-ID" target-language="en-GB" datatype="plaintext"><body>
{}</body></file></xliff>"""

V2 = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="id"
trgLang="en"><file id="f1" original="a.txt">{}</file></xliff>"""

BASE = (
    '<context-group purpose="x-padanan"><context context-type="x-padanan-base">{} 0 0</context>'
    "</context-group>"
)


def one(data: str, frame: str = V12) -> Unit:
    """The only unit of a file."""
    (unit,) = read(frame.format(data).encode())["a.txt"]
    return unit


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("<g id='1'>He</g> <mrk mtype='seg' mid='0'>left<x id='2'/></mrk>.", "He left."),
        ("<bpt id='1'>&lt;b&gt;</bpt>He<ept id='1'>&lt;/b&gt;</ept> left.", "He left."),
        ("He<ph id='1'>{0}</ph> left<it id='2' pos='open'>[i]</it>.", "He left."),
        ("He<x id='1' ctype='lb'/>left.", "He left."),
        ("<bx id='1'/>He<ex id='1'/><![CDATA[ left.]]><!-- not this --><?nor this?>", "He left."),
        ("<o:own xmlns:o='urn:o'>He left.</o:own>", "He left."),
        ("He\n  left.", "He\n  left."),
    ],
)
def test_inline_elements_of_12(target: str, text: str) -> None:
    unit = one(
        f"<trans-unit id='1'><source>Ia pergi.</source><target>{target}</target></trans-unit>"
    )
    assert (unit.source, unit.target) == ("Ia pergi.", text)


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("<pc id='1'>He</pc> <mrk id='m1'>left</mrk><ph id='2'/>.", "He left."),
        ("<sc id='1'/>He<ec startRef='1'/> left<sm id='3'/><em startRef='3'/>.", "He left."),
        ("He<cp hex='0007'/>left.", "He\x07left."),
        ("He<ph id='1' type='fmt' subType='xlf:lb'/>left.", "He left."),
        ("He left<cp hex='D800'/><cp hex='zz'/><cp hex='FFFFFFFFFF'/>.", "He left."),
    ],
)
def test_inline_elements_of_2(target: str, text: str) -> None:
    segment = f"<segment><source>Ia pergi.</source><target>{target}</target></segment>"
    unit = one(f"<unit id='1'>{segment}</unit>", V2)
    assert (unit.source, unit.target) == ("Ia pergi.", text)


def test_a_unit_cut_by_another_tool_is_put_together() -> None:
    cut = (
        "<unit id='1'><segment state='final'><source>Satu.</source><target>One.</target></segment>"
        "<ignorable><source> </source></ignorable>"
        "<segment state='{}'><source>Dua.</source>{}</segment></unit>"
    )
    whole = one(cut.format("final", "<target>Two.</target>"), V2)
    assert (whole.source, whole.target, whole.verdict) == (
        "Satu. Dua.",
        "One. Two.",
        Verdict.ACCEPTED,
    )
    assert one(cut.format("initial", "<target>Two.</target>"), V2).verdict is Verdict.DOUBTED
    assert one(cut.format("final", ""), V2).target == ""


@pytest.mark.parametrize(
    ("approved", "state", "base", "verdict"),
    [
        ("yes", "", "", Verdict.ACCEPTED),
        ("", "final", "", Verdict.ACCEPTED),
        ("", "signed-off", "draft", Verdict.ACCEPTED),
        ("yes", "translated", "approved", Verdict.ACCEPTED),
        ("", "translated", "draft", Verdict.SILENT),
        ("", "", "", Verdict.SILENT),
        ("no", "translated", "", Verdict.DOUBTED),
        ("no", "", "", Verdict.DOUBTED),
        ("", "needs-review-translation", "", Verdict.DOUBTED),
        ("", "new", "", Verdict.DOUBTED),
        # Where the two disagree: what was exported is not what somebody has said since.
        ("yes", "needs-review-translation", "draft", Verdict.ACCEPTED),
        ("no", "signed-off", "draft", Verdict.ACCEPTED),
        ("yes", "needs-review-translation", "approved", Verdict.DOUBTED),
        ("no", "signed-off", "approved", Verdict.DOUBTED),
        ("no", "signed-off", "", Verdict.DOUBTED),
    ],
)
def test_verdicts_of_12(approved: str, state: str, base: str, verdict: Verdict) -> None:
    on_unit = f" approved='{approved}'" if approved else ""
    on_target = f" state='{state}'" if state else ""
    unit = one(
        f"<trans-unit id='1'{on_unit}><source>Satu.</source><target{on_target}>One.</target>"
        f"{BASE.format(base) if base else ''}</trans-unit>"
    )
    assert unit.verdict is verdict
    assert (unit.base and unit.base.state) == (State(base) if base else None)


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        ("final", Verdict.ACCEPTED),
        ("reviewed", Verdict.ACCEPTED),
        ("translated", Verdict.DOUBTED),
        ("initial", Verdict.DOUBTED),
        ("", Verdict.SILENT),
    ],
)
def test_verdicts_of_2(state: str, verdict: Verdict) -> None:
    said = f" state='{state}'" if state else ""
    segment = f"<segment{said}><source>Satu.</source><target>One.</target></segment>"
    assert one(f"<unit id='1'>{segment}</unit>", V2).verdict is verdict


def test_notes() -> None:
    unit = one(
        "<trans-unit id='1'><source>Satu.</source><target>One.</target><note from='padanan'>ours"
        "</note><note>Which one?</note><note>  </note>"
        "<alt-trans><target>Un.</target><note>no</note></alt-trans></trans-unit>"
    )
    assert unit.notes == ("Which one?",)
    unit = one(
        "<unit id='1'><notes><note category='padanan'>ours</note><note id='n'>Which?</note></notes>"
        "<segment><source>Satu.</source><target><mrk id='m' type='comment' value='Really?'>One"
        "</mrk>.</target><notes><note>Or who?</note></notes></segment></unit>",
        V2,
    )
    assert unit.notes == ("Which?", "Or who?", "Really?")


def test_what_is_not_for_translating_is_passed_over() -> None:
    data = V12.format(
        "<trans-unit id='1' translate='no'><source>Satu.</source></trans-unit>"
        "<bin-unit id='b'><bin-source><external-file href='http://x.test/'/></bin-source></bin-unit>"
    )
    assert read(data.encode()) == {}


@pytest.mark.parametrize("base", ["draft", "draft a", "lost 0 0", "", "draft 0 0 0"])
def test_what_was_exported_may_be_garbled(base: str) -> None:
    context = BASE.replace("{} 0 0", base)
    unit = one(f"<trans-unit id='1'><source>Satu.</source>{context}</trans-unit>")
    assert unit.base is None


UNIT = "<trans-unit id='1'><source>Satu.</source></trans-unit>"

REFUSED = [
    (b"", "is no XLIFF file"),
    (b"\x89PNG", "is no XLIFF file"),
    (b"<tmx version='1.4'><body/></tmx>", "outermost element is <tmx>"),
    (V12.format("<trans-unit id='1'>").encode(), "is no XLIFF file, or a damaged one"),
    (V12.format(UNIT + "<trans-unit>").encode(), "nothing of it was taken"),
    (b"<!DOCTYPE xliff [<!ENTITY a 'b'>]>" + V12.format(UNIT).encode(), "declares XML entities"),
    (V12.replace("id-ID", "ms").format(UNIT).encode(), "from “ms” into “en-GB”, not from Indon"),
    (V12.replace("en-GB", "id").format(UNIT).encode(), "not from Indonesian (id) into English"),
    (b"<xliff version='1.2'>" + UNIT.encode() + b"</xliff>", "outside of any <file>"),
    (V12.format("<group>" * 400 + "</group>" * 400).encode(), "is no XLIFF file, or a damaged"),
]


@pytest.mark.parametrize(("data", "says"), REFUSED)
def test_what_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data)
    assert says in caught.value.message
    assert caught.value.message.isprintable()


def test_no_file_is_read_that_a_document_type_names() -> None:
    doctype = b"<!DOCTYPE xliff SYSTEM 'file:///etc/passwd'>"
    assert len(read(doctype + V12.format(UNIT).encode())["a.txt"]) == 1


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("padanan.translate.export.xliff_reader.MAX_SIZE", 10)
    with pytest.raises(InputError, match="is too large"):
        read(b" " * 11)


@QUICK
@given(st.data())
def test_damaged_files(data: st.DataObject) -> None:
    whole = by_name(data.draw(st.sampled_from(["xliff", "xliff2"]))).write([document()]).data
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(start + 40, len(whole))))
    refusal = "-"
    try:
        read(whole[:start] + data.draw(st.binary(max_size=5)) + whole[end:])
    except InputError as error:
        refusal = error.message
    assert refusal.isprintable()
