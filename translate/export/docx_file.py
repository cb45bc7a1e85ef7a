"""What both kinds of Word documents (Office Open XML) are made of, through python-docx."""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from padanan import __version__
from padanan.errors import PadananError
from padanan.translate.bilingual import State
from padanan.translate.export.document import Document, Writing, for_xml

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

INDONESIAN, ENGLISH = "id-ID", "en-US"
"""Languages of text, for the spelling checker of the word processor."""

_FILL = {State.DRAFT: "FFE699", State.EMPTY: "F4B6B6"}
"""What lies behind text that is no finished translation: dark text stays readable on both."""

_DATE = datetime(2000, 1, 1)
"""In the place of dates: the same work gives the same file, byte for byte."""


def new(document: Document) -> "Word":
    """An empty document with an article's title.

    Raises:
        PadananError: python-docx is not installed.
    """
    try:
        import docx
        from docx.shared import Mm
    except ImportError as error:
        raise PadananError(
            "Word documents need python-docx. Install it: pip install python-docx"
        ) from error
    word = docx.Document()
    (section,) = word.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    properties = word.core_properties
    # No field may be longer (python-docx).
    properties.title = for_xml(document.title)[:255]
    properties.author = properties.last_modified_by = f"padanan {__version__}"
    properties.comments, properties.language = "", ENGLISH
    properties.created = properties.modified = _DATE
    return word


def put(paragraph: "Paragraph", text: str, language: str, state: State = State.APPROVED) -> None:
    """Put text at the end of a paragraph, shaded if it is no finished translation."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run(for_xml(text))
    properties = run._r.get_or_add_rPr()
    if fill := _FILL.get(state):
        shading = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
            shading.set(qn(f"w:{name}"), value)
        properties.append(shading)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    properties.append(spoken)


def finished(word: "Word", texts: Iterable[str]) -> Writing:
    """A document as a file.

    Args:
        word: The document.
        texts: What was put into it.
    """
    file = io.BytesIO()
    word.save(file)
    replaced = sum(for_xml(text) != text for text in texts)
    remark = f"Characters that XML cannot hold are U+FFFD in the file; segments: {replaced:,}."
    return Writing(_undated(file.getvalue()), (remark,) if replaced else ())


def _undated(data: bytes) -> bytes:
    """A zip archive without the time at which it was made."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new_one,
    ):
        for entry in old.infolist():
            plain = zipfile.ZipInfo(entry.filename, _DATE.timetuple()[:6])
            plain.compress_type = zipfile.ZIP_DEFLATED
            new_one.writestr(plain, old.read(entry))
    return file.getvalue()
