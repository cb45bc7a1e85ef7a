"""Writing TMX 1.4b (LISA OSCAR, 2005), which OmegaT, Trados, memoQ and others read."""

import re
from collections.abc import Iterable
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from padanan import __version__
from padanan.translate.memory.tmx_unit import ARTICLE, SEGMENT
from padanan.translate.memory.unit import Unit

_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="padanan" creationtoolversion="{__version__}" segtype="sentence" \
o-tmf="padanan" adminlang="en" srclang="id" datatype="plaintext"/>
  <body>
"""

_FOOT = """  </body>
</tmx>
"""

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document can hold (XML 1.0, production 2, Char)."""


def write_tmx(file: BinaryIO, units: Iterable[Unit]) -> tuple[int, int]:
    """Write units as a TMX file, each as it comes.

    Characters that XML cannot hold become U+FFFD.

    Returns:
        How many units were written, and in how many such characters were replaced.

    Raises:
        OSError: It cannot be written.
    """
    written = replaced = 0
    file.write(_HEAD.encode())
    for unit in units:
        text, bad = _NO_XML.subn("\ufffd", _unit(unit))
        file.write(text.encode())
        written += 1
        replaced += bad > 0
    file.write(_FOOT.encode())
    return written, replaced


def _unit(unit: Unit) -> str:
    date = re.sub("[-:]", "", unit.time)
    said = {"creationdate": date, "creationid": unit.who, "changedate": date, "changeid": unit.who}
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in said.items() if value)
    properties = "".join(
        f'      <prop type="{kind}">{_escaped(value)}</prop>\n'
        for kind, value in ((ARTICLE, unit.article), (SEGMENT, unit.segment))
        if value
    )
    return (
        f"    <tu{attributes}>\n{properties}"
        f'      <tuv xml:lang="id"><seg>{_escaped(unit.source)}</seg></tuv>\n'
        f'      <tuv xml:lang="en"><seg>{_escaped(unit.target)}</seg></tuv>\n'
        "    </tu>\n"
    )


def _escaped(text: str) -> str:
    return escape(text, {"\r": "&#13;"})  # a bare one would be read as a line feed
