"""DeepL's glossary and its rules."""

from format_suite import SAMPLE, PageSuite, glossaries
from hypothesis import given

from padanan.glossary import Concept
from padanan.glossary.formats import by_name


class TestDeepl(PageSuite):
    name = "deepl"

    def test_the_sample_is_written_whole(self) -> None:
        writing = self.format.write(SAMPLE)
        assert [(left.text, left.reason) for left in writing.left_out] == [
            (
                "bunga → flower",
                "DeepL takes a source once, and this one is there already: interest.",
            )
        ]

    def test_only_the_bad_concept_is_left_out(self) -> None:
        writing = self.format.write([Concept(("a\tb",), ("c",)), SAMPLE[0]])
        assert [left.text for left in writing.left_out] == ["a\tb"]
        assert writing.data == self.format.write(SAMPLE[:1]).data


def test_one_preferred_pair_a_line() -> None:
    assert by_name("deepl").write(SAMPLE).data.decode() == (
        "\"semu\"\tseeming, <apparent> & 'sham'\n"
        "semu\tseeming, <apparent> & 'sham'\n"
        "Badan Pengawas Sungai\tRiver Oversight Agency\n"
        "BPS\tRiver Oversight Agency\n"
        "bunga\tinterest\n"
        "kembang\tflower\n"
        "gotong royong\tmutual help; working together\n"
        "kopi Gayo\tkopi Gayo\n"
        "mengairi\tirrigate\n"
        "pelan-pelan\tslowly\n"
        "tahan banjir\tfloodproof\n"
        "ümlaut é 😀\tback\\slash_x0041_ 100%\n"
    )


def test_long_terms() -> None:
    # A letter of four bytes: a term of the glossary has at most 300 characters.
    fits = Concept(("𠀀" * 256,), ("e" * 300,))
    too_long = Concept(("𠀀" * 256 + "e",), ("short",))
    writing = by_name("deepl").write([fits, too_long])
    assert writing.data.count(b"\n") == 1
    assert [left.reason for left in writing.left_out] == [
        "DeepL takes terms of at most 1,024 bytes."
    ]


def test_long_glossaries() -> None:
    rows = [Concept((f"{number:05} " + "𠀀" * 240,), ("𠀀" * 240,)) for number in range(6000)]
    writing = by_name("deepl").write([*rows, Concept(("kecil",), ("small",))])
    assert len(writing.data) <= 10 * 1024 * 1024
    assert len(writing.data) > 10 * 1024 * 1024 - 2100
    assert writing.left_out[0].reason == "A glossary of DeepL holds 10 MiB, and the file is full."
    assert writing.data.count(b"\n") + len(writing.left_out) == 6001


@given(glossaries())
def test_the_rules(rows: list[Concept]) -> None:
    lines = by_name("deepl").write(rows).data.decode().split("\n")[:-1]
    pairs = [line.split("\t") for line in lines]
    assert all(len(pair) == 2 for pair in pairs)
    assert len({source for source, _ in pairs}) == len(pairs)
    for text in (text for pair in pairs for text in pair):
        assert text
        assert text == text.strip()
        assert not any(c < " " or "\x7f" <= c <= "\x9f" or c in "\u2028\u2029" for c in text)
