"""padanan's own table as an exchange format."""

from format_suite import SAMPLE, TextSuite, errors

from padanan.glossary.formats import by_name


class TestTsv(TextSuite):
    name = "tsv"

    def test_empty_file(self) -> None:
        reading = self.read(b"")
        assert reading.concepts == ()
        assert "header line is missing" in errors(reading)[0]


def test_a_bad_row_keeps_the_good_ones() -> None:
    data = b"id\ten\tavoid\tpos\tdomain\tflags\tnote\nair\n\xff\tx\ntanah\tsoil\n"
    reading = by_name("tsv").read(data)
    assert [concept.terms[0] for concept in reading.concepts] == ["tanah"]
    assert [(problem.line, problem.column) for problem in reading.problems] == [(2, "en"), (3, "")]


def test_rows_are_sorted() -> None:
    data = by_name("tsv").write(reversed(SAMPLE)).data
    assert by_name("tsv").read(data).problems == ()
