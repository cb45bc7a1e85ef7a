"""What fuzzing throws: real text and files, spliced and damaged in ways that parsers trip over.

Every input hangs on a word alone (the campaign's seed, what is fuzzed, its number), so that one
which does harm can be made again: `Dice("1/splitter/4711")`.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice
from random import Random

from running import ROOT

NASTY = (
    *("\0", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x1c", "\x1e", "\x7f", "\x85", "\x9b", "\xa0"),
    *("\xad", "\u0301", "\u034f", "\u061c", "\u115f", "\u180e", "\u200b", "\u200d", "\u200f"),
    *("\u2028", "\u2029", "\u202e", "\u2066", "\u2069", "\u2800", "\u3000", "\ufe0f", "\ufeff"),
    *("\ufffd", "\ufffe", "\uffff", "\U0001f469\u200d\U0001f33e", "\U0001f1ee\U0001f1e9"),
    *(
        "\U000e0041",
        "\U0010ffff",
        "\u1e9e",
        "\xdf",
        "\ufb01",
        "\u0130",
        "\u0131",
        "\u212a",
        "\u017f",
    ),
    *("\u0660", "\u0967", "\uff15", "\xb2", "\xbd", "\u2167", "\u4e94", "\u0e53", "e\u0301\u0301"),
    *("界", "ש", "ع", "ไทย", "İ", "ŉ", "ǆ"),
)
"""Characters that mean more than they show, fold to others, or are digits that are none."""

MARKS = (
    *" \t\n\r.,;:!?…-–—―'\"“”‘’«»()[]{}<>/\\|*_#~`^=+&%$@§°№",
    *("  ", "\r\n", "\n\n", ". ", ", ", ": ", "...", "--", "' ", '."', '!" ', "?!", "’s ", "."),
)

FIGURES = (
    *(
        "0",
        "1",
        "-1",
        "007",
        "1e999",
        "-0.0",
        "NaN",
        "inf",
        "1_000",
        "0x1F",
        "9" * 40,
        "1" + "0" * 19,
    ),
    *(
        "5.000",
        "2,5 miliar",
        "Rp1,5 triliun",
        "US$ 3 juta",
        "10-15",
        "21-19",
        "2,5 persen",
        "1.500,75",
    ),
    *(
        "Kamis (27/1/2022)",
        "27 Januari 2022",
        "30 Januari-2 Februari 2022",
        "31/02/2021",
        "29-2-1900",
    ),
    *(
        "pukul 03.50 WIB",
        "jam 7 malam",
        "24:00",
        "25.61",
        "19.30-20.45",
        "ke-77",
        "kedua",
        "lima belas",
    ),
    *(
        "ratusan ribu",
        "sepertiga",
        "5x2 meter",
        "30 derajat Celsius",
        "minus 5 km",
        "1990-an",
        "1998",
    ),
    *("+62 812 5550 0134", "www.contoh.id", "redaksi@contoh.id", "(BMKG)", "7,2 magnitudo", "3/4"),
    *(
        "dua puluh satu juta",
        "seribu",
        "setengah",
        "10-15%",
        "Rp 10.000-Rp 20.000",
        "1,000.00",
        "5'000",
    ),
    *(
        "IDR 1.5 trillion",
        "3:50 a.m.",
        "27 January 2022",
        "21st",
        "twenty-one",
        "1980s",
        "$5 million",
    ),
)
"""Values of both languages, and numbers that overflow."""

LETTERS = "abcdeghijklmnoprstuyABDIKMPRS"


@cache
def articles() -> tuple[str, ...]:
    """The seeds, as text."""
    return tuple(path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))


@cache
def words() -> tuple[str, ...]:
    """The words of the seeds, with the marks at them."""
    return tuple(sorted({word for text in articles() for word in text.split(" ")}))


@cache
def terms() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Terms and renderings of the shipped glossary."""
    rows = (ROOT / "terms.tsv").read_text("utf-8").splitlines()
    cells = [row.split("\t") for row in rows if "\t" in row and not row.startswith("#")][1:]
    both = [tuple(one for row in cells for one in row[at].split("|")) for at in (0, 1)]
    return both[0], both[1]


class Dice(Random):
    """A source of inputs."""

    def often(self, share: float) -> bool:
        """Whether, in so many cases of one."""
        return self.random() < share

    def piece(self) -> str:
        """Something short to put a text together of."""
        kind = self.random()
        if kind < 0.28:
            return self.choice(words()) + " "
        if kind < 0.40:
            return self.choice(terms()[0]) + self.choice(("", " ", "nya ", "-", "lah "))
        if kind < 0.48:
            return self.choice(terms()[1]) + self.choice(("", " ", "s ", "'s ", "-"))
        if kind < 0.68:
            return self.choice(MARKS)
        if kind < 0.84:
            return self.choice(FIGURES) + self.choice(("", " ", ".", ",", "-"))
        if kind < 0.93:
            return self.choice(NASTY)
        if kind < 0.97:
            return "".join(self.choices("0123456789.,-/: ", k=self.randint(1, 9)))
        if kind < 0.985:
            return "".join(self.choices(LETTERS, k=self.randint(1, 6)))
        return chr(self.choice((self.randrange(0x250), self.randrange(0xD800), 0x1F600)))

    def text(self, most: int = 14) -> str:
        """A text: a stretch of an article with things put into it, or nothing but things."""
        if self.often(0.4):
            return "".join(self.piece() for _ in range(self.randint(0, most)))
        whole = self.choice(articles())
        at = self.randrange(len(whole))
        return self.spoilt(whole[at : at + self.randint(1, 12 * most)])

    def spoilt(self, text: str) -> str:
        """A text with things put in, taken out, doubled or in other places."""
        for _ in range(self.choice((0, 1, 1, 2, 3, 5))):
            start = self.randint(0, len(text))
            end = min(len(text), start + self.choice((0, 0, 1, 2, 5, 20)))
            kind = self.randrange(6)
            if kind == 0:
                text = text[:start] + text[end:]
            elif kind == 1:
                text = text[:start] + text[start:end] * self.choice((2, 3, 20)) + text[end:]
            elif kind == 2 and self.often(0.1):
                text = text[:start] + self.piece() * self.choice((10, 60)) + text[end:]
            else:
                text = text[:start] + self.piece() + text[end:]
        return text[:4000]

    def damaged(self, data: bytes) -> bytes:
        """Bytes with some of them flipped, lost, zeroed, doubled or in each other's places."""
        if not data:
            return data
        made = bytearray(data)
        for _ in range(self.choice((1, 1, 2, 4))):
            start = self.randint(0, max(0, len(made) - 1))
            end = min(len(made), start + self.choice((1, 2, 4, 16, 64)))
            kind = self.randrange(7)
            if kind == 0 and start < len(made):
                made[start] ^= 1 << self.randrange(8)
            elif kind == 1:
                del made[start:end]
            elif kind == 2:
                made[start:end] = bytes(end - start)
            elif kind == 3:
                made[start:start] = self.randbytes(self.randint(1, 4))
            elif kind == 4:
                made[start:start] = made[start:end]
            elif kind == 5:
                other = self.randint(0, len(made))
                block = bytes(made[start:end])
                del made[start:end]
                made[other:other] = block
            else:
                del made[start:]
        return bytes(made)

    def respliced(
        self,
        samples: Sequence[str],
        cut: re.Pattern[str],
        extra: Sequence[str],
        fill: Callable[[], str] | None = None,
    ) -> str:
        """A file whose parts are lost, doubled, swapped, nested, or taken from other files.

        Args:
            samples: Whole files of the format.
            cut: What parts a file is made of; as for `re.findall`.
            extra: Parts that no sample has.
            fill: What to put now and then in place of a part.
        """
        parts = list(_parts(self.choice(samples), cut))
        for _ in range(self.choice((0, 1, 1, 2, 3, 6))):
            start = self.randint(0, len(parts))
            end = min(len(parts), start + self.choice((0, 1, 1, 2, 6)))
            kind = self.randrange(8)
            if kind == 0:
                parts[start:end] = []
            elif kind == 1:
                parts[start:end] = parts[start:end] * self.choice((2, 3, 30))
            elif kind == 2:
                other = _parts(self.choice(samples), cut)
                at = self.randrange(len(other))
                parts[start:end] = islice(other, at, at + self.choice((1, 1, 3, 8)))
            elif kind == 3 and parts:
                at = self.randrange(len(parts))
                parts[start:end], parts[at : at + 1] = parts[at : at + 1], parts[start:end]
            elif kind == 4:
                parts[start:end] = [self.choice(extra)]
            elif kind == 5 and start < end:
                parts[start:end] = [self.spoilt("".join(parts[start:end]))]
            else:
                parts[start:end] = [(fill or self.piece)()]
        return "".join(parts)[:20_000]


@cache
def _parts(sample: str, cut: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(part for part in cut.split(sample) if part)
