from format_suite import ReaderSuite


class TestTmx(ReaderSuite):
    name = "tmx"
    empty = "is no XML file"
