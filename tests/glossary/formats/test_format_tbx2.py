from format_suite import ReaderSuite


class TestTbx2(ReaderSuite):
    name = "tbx2"
    empty = "is no XML file"
