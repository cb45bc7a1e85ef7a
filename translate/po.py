"""gettext's PO syntax, where polib alone is not careful enough."""

import re

import polib

WIDTH = 78
"""Column at which strings are folded, as gettext's own tools and Poedit do."""

LONGEST = WIDTH - 3
"""Characters that a comment may have before it would be folded."""

_LINE = re.compile(
    r"""(?:\#~\s*)?(?:(msgctxt|msgid|msgstr)\s+)?"(?:[^"\\]++|\\.)*+"\s*|\#(?!~(?!\|)).*|\s*"""
)
"""A whole line of a PO file without plural forms, which padanan never writes."""

_COMMENT = re.compile(r"^#(?=[^\s#~.:,|])", re.MULTILINE)

_STRAY_LINE_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|\r(?!\n)")


class Unfolded(polib.POEntry):
    """An entry whose comments are never folded: they are a person's, or read back by us.

    An obsolete one has its machine lines too, as gettext's tools leave them; polib itself would
    not write them.
    """

    def __unicode__(self, wrapwidth: int = WIDTH) -> str:
        longest = max(map(len, f"{self.comment}\n{self.tcomment}".splitlines()), default=0)
        text: str = super().__unicode__(0 if longest > LONGEST else wrapwidth)
        if self.obsolete and self.comment:
            lines = text.split("\n")
            place = self.tcomment.count("\n") + 1 if self.tcomment else 0
            lines[place:place] = [f"#. {line}" for line in self.comment.split("\n")]
            text = "\n".join(lines)
        return text


def parse(text: str) -> polib.POFile:
    """Read a PO file from its text.

    Raises:
        ValueError: It is no whole PO file.
        OSError: It is none, as polib says it.
    """
    if not text.strip():
        raise ValueError("it is empty")
    _check_lines(text)
    # polib takes text without a line break for a file's name, breaks lines where Python's
    # splitlines() does, inside a string too, and knows no comment without a space.
    text = _COMMENT.sub("# ", _STRAY_LINE_BREAKS.sub(" ", text))
    return polib.pofile(text + "\n", wrapwidth=WIDTH)


def _check_lines(text: str) -> None:
    """Refuse what polib would read past: cut-off strings and entries without a source or target."""
    expected = ""
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"line {number} is not a line of a PO file: {line[:60]}")
        keyword = match[1]
        if keyword and expected and keyword != expected:
            raise ValueError(f"line {number}: {keyword} where {expected} should stand")
        if keyword:
            expected = {"msgctxt": "msgid", "msgid": "msgstr", "msgstr": ""}[keyword]
    if expected:
        raise ValueError(f"it ends where {expected} should stand; it may have been cut off")
