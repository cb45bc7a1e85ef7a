from format_suite import ReaderSuite


class TestPo(ReaderSuite):
    name = "po"
    is_text = True
