from format_suite import ReaderSuite


class TestTbx(ReaderSuite):
    name = "tbx"
    empty = "is no XML file"
