"""Export as XLIFF 1.2 and 2.1: what the standards ask of the files, and what they say."""

import re
from collections.abc import Iterator
from typing import ClassVar

from export_suite import QUICK, JoiningSuite, document, entries
from exporting import HOSTILE, SAMPLE, article, entry
from hypothesis import given
from lxml import etree

from padanan.translate.bilingual import Entry, State
from padanan.translate.export import Document
from padanan.translate.export.document import state_of
from padanan.translate.export.xliff import segment_id, unit_id
from padanan.translate.export.xliff_reader import read

_NMTOKEN = re.compile(r"[\w.:-]+")


class XliffSuite(JoiningSuite):
    """For both versions.

    Attributes:
        unit: What the element of a segment is called.
        content: The content models of the schema, as far as we use them: by an element's name the
            names of its children in order, as a regular expression; text is only where inline
            elements are.
        attributes: The attributes that the schema gives an element, as far as we use them; those
            it must have end with !.
    """

    unit: str
    content: ClassVar[dict[str, str]]
    attributes: ClassVar[dict[str, str]]

    def root(self, data: bytes) -> etree._Element:
        return etree.fromstring(data)

    def units(self, data: bytes) -> Iterator[etree._Element]:
        return self.root(data).iter(f"{{*}}{self.unit}")

    def seen(self, data: bytes) -> str:
        units = [unit for some in read(data).values() for unit in some]
        return "\n".join((*(u.source for u in units), *(u.target for u in units)))

    def marked(self, unit: etree._Element) -> bool:
        raise NotImplementedError

    def drafts(self, data: bytes) -> str:
        return "\n".join(
            "".join(target.itertext())
            for unit in self.units(data)
            for target in unit.iter("{*}target")
            if self.marked(unit)
        )

    def expect_valid(self, data: bytes) -> None:
        """See that a file is as the schema wants it."""
        root = self.root(data)
        for element in root.iter():
            name = etree.QName(element).localname
            children = "".join(f"{etree.QName(child).localname} " for child in element)
            assert re.fullmatch(self.content.get(name, ""), children), (name, children)
            known = self.attributes.get(name, "").split()
            given_ = {etree.QName(key).localname for key in element.attrib}
            assert given_ <= {one.rstrip("!") for one in known}, (name, given_)
            assert {one[:-1] for one in known if one.endswith("!")} <= given_, (name, given_)
        for file in root:
            for kind in (self.unit, "group"):
                ids = [one.get("id") for one in file.iter(f"{{*}}{kind}")]
                assert len(set(ids)) == len(ids)
                assert all(one and _NMTOKEN.fullmatch(one) for one in ids)

    def test_the_sample_is_valid(self) -> None:
        self.expect_valid(self.write())
        self.expect_valid(self.write(approved_only=True))
        self.expect_valid(self.write(()))
        other = Document("lain", article(SAMPLE, "../seeds/lain.txt"))
        self.expect_valid(self.format.write([document(), other]).data)

    @QUICK
    @given(entries())
    def test_anything_is_valid_and_can_be_read(self, some: tuple[Entry, ...]) -> None:
        data = self.write(some)
        self.expect_valid(data)
        units = [unit for found in read(data).values() for unit in found]
        assert [(u.id, u.source, u.target) for u in units] == [
            (one.id, one.source, one.target) for one in some
        ]
        assert [u.base.state for u in units if u.base] == [state_of(one) for one in some]

    def test_odd_ids_come_back(self) -> None:
        odd = ("", "a b", "_x_", "_x41_", "é/\\\x01", "a_b", "-2", "x" * 300)
        for one in odd:
            assert _NMTOKEN.fullmatch(unit_id(one))
            assert segment_id(unit_id(one)) == one
        assert len({unit_id(one) for one in odd}) == len(odd)
        assert unit_id("ca92c593-2") == "ca92c593-2"

    def test_characters_that_xml_cannot_hold_come_back(self) -> None:
        data = self.write((entry("h", HOSTILE, HOSTILE),))
        self.expect_valid(data)
        (unit,) = read(data)["../seeds/berita.txt"]
        assert unit.source == unit.target == HOSTILE

    def test_white_space_comes_back(self) -> None:
        text = " \x01 a  b\r\n\tc \x02 "
        (unit,) = read(self.write((entry("h", text, text),)))["../seeds/berita.txt"]
        assert unit.target == text

    def test_languages_and_space(self) -> None:
        data = self.write()
        assert b"<?xml version=" in data
        space = "{http://www.w3.org/XML/1998/namespace}space"
        assert {unit.get(space) for unit in self.units(data)} == {"preserve"}
        assert list(read(data)) == ["../seeds/berita.txt"]

    def test_comments_and_findings_are_notes(self) -> None:
        notes = ["".join(note.itertext()) for note in self.root(self.write()).iter("{*}note")]
        assert notes == ["Check the number\nof residents.", "names: “Air” is <odd> & wrong."]


class TestXliff12(XliffSuite):
    name = "xliff"
    unit = "trans-unit"
    content: ClassVar = {
        "xliff": "(file )+",
        "file": "(header )?body ",
        "header": "(skl )?(phase-group )?((glossary|reference|count-group|note|tool) )*",
        "body": "((group|trans-unit|bin-unit) )*",
        "group": "(context-group )*(count-group )*(note )*((group|trans-unit|bin-unit) )*",
        "trans-unit": "source (seg-source )?(target )?"
        "((context-group|count-group|note|alt-trans) )*",
        "source": "(x )*",
        "target": "(x )*",
        "context-group": "(context )+",
    }
    attributes: ClassVar = {
        "xliff": "version!",
        "file": "original! source-language! datatype! target-language tool-id",
        "tool": "tool-id! tool-name! tool-version",
        "group": "id restype",
        "trans-unit": "id! approved space",
        "source": "lang",
        "target": "lang state state-qualifier",
        "x": "id! ctype equiv-text",
        "context-group": "purpose",
        "context": "context-type!",
        "note": "from annotates",
    }

    def marked(self, unit: etree._Element) -> bool:
        return unit.get("approved") == "no"

    def test_states(self) -> None:
        said = {}
        for unit in self.units(self.write()):
            target = unit.find("{*}target")
            state = None if target is None else target.get("state")
            qualifier = None if target is None else target.get("state-qualifier")
            said[unit.get("id")] = (unit.get("approved"), state, qualifier)
        assert said == {
            "a1": ("no", "needs-review-translation", "leveraged-mt"),
            "a2": ("yes", "signed-off", None),
            "a3": ("yes", "signed-off", None),
            "a4": ("no", "needs-review-translation", "leveraged-mt"),
            "a4-2": ("no", "needs-review-translation", "leveraged-mt"),
            "a5": ("no", None, None),
            "skip-2": ("yes", "signed-off", None),
            "a6": ("no", "needs-review-translation", "leveraged-tm"),
        }

    def test_a_draft_that_a_person_changed_is_no_machine_s(self) -> None:
        changed = entry("a", "Satu.", "One.", fingerprint="0" * 16)
        assert b"state-qualifier" not in self.write((changed,))

    def test_blocks_are_groups(self) -> None:
        groups = list(self.root(self.write()).iter("{*}group"))
        assert [group.get("restype") for group in groups][:3] == [
            "x-headline",
            "x-dateline",
            "x-paragraph",
        ]
        assert [unit.get("id") for unit in groups[2]] == ["a3", "a4", "a4-2"]


class TestXliff21(XliffSuite):
    name = "xliff2"
    unit = "unit"
    content: ClassVar = {
        "xliff": "(file )+",
        "file": "(skeleton )?(notes )?((unit|group) )+",
        "group": "(notes )?((unit|group) )*",
        "unit": "(metadata )?(notes )?(originalData )?((segment|ignorable) )+",
        "metadata": "(metaGroup )+",
        "metaGroup": "(meta )+",
        "notes": "(note )+",
        "segment": "source (target )?",
        "source": "(cp )*",
        "target": "(cp )*",
    }
    attributes: ClassVar = {
        "xliff": "version! srcLang! trgLang",
        "file": "id! original canResegment",
        "group": "id! type",
        "unit": "id! space",
        "metaGroup": "category",
        "meta": "type!",
        "note": "category appliesTo",
        "segment": "id state subState",
        "cp": "hex!",
    }

    def marked(self, unit: etree._Element) -> bool:
        return any(one.get("subState") == "padanan:draft" for one in unit.iter("{*}segment"))

    def test_states(self) -> None:
        units = self.units(self.write())
        assert [
            (unit.get("id"), segment.get("state"), segment.get("subState"))
            for unit in units
            for segment in unit.iter("{*}segment")
        ] == [
            ("a1", "translated", "padanan:draft"),
            ("a2", "final", None),
            ("a3", "final", None),
            ("a4", "translated", "padanan:draft"),
            ("a4-2", "translated", "padanan:draft"),
            ("a5", "initial", None),
            ("skip-2", "final", None),
            ("a6", "translated", "padanan:draft"),
        ]

    def test_names_of_types_are_of_the_standard_s_pattern(self) -> None:
        """XLIFF 2.1, 4.3.1.33: prefix:value."""
        for element in self.root(self.write()).iter("{*}group"):
            assert re.fullmatch(r"[^\s:]+:[^\s:]+", element.get("type") or "")

    def test_files_have_ids_of_their_own(self) -> None:
        data = self.format.write([document(), document()]).data
        assert [file.get("id") for file in self.root(data)] == ["f1", "f2"]


def test_states_of_the_bilingual_file_are_all_said() -> None:
    assert {state_of(one) for one in SAMPLE if one.id != "skip-1"} == set(State) - {State.SKIPPED}
