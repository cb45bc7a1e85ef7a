"""Text to a package's pieces and back."""

import contextlib
import io
import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any, Protocol

from padanan.errors import ModelError
from padanan.translate.engine.package import Package

_SPACE = "▁"
_BYTE = re.compile(r"<0x[0-9A-F]{2}>")


class Tokenizer(Protocol):
    """What cuts text into the pieces a model knows, and puts its pieces together again."""

    def encode(self, text: str) -> list[str]:
        """The pieces of one line of text; no end marker."""
        ...

    def decode(self, pieces: Sequence[str]) -> str:
        """The text that `pieces` spell, without white space at its ends."""
        ...


class SentencePiece:
    """A SentencePiece model, Argos Translate's usual tokenizer."""

    def __init__(self, package: Package) -> None:
        import sentencepiece

        try:
            self._processor: Any = sentencepiece.SentencePieceProcessor(
                model_file=str(package.tokenizer_path)
            )
        except (OSError, RuntimeError) as error:
            raise _unusable(package, error) from error

    def encode(self, text: str) -> list[str]:
        """The pieces of one line of text; no end marker."""
        pieces: list[str] = self._processor.encode(text, out_type=str)
        return pieces

    def decode(self, pieces: Sequence[str]) -> str:
        """The text that `pieces` spell, without white space at its ends.

        Not left to SentencePiece: in packages ported from Marian the file holds the source's
        pieces only, and it would return the target's raw, with `▁` for each space.
        """
        text = "".join(pieces)
        if "<0x" in text:
            text = self._with_bytes(pieces)
        return " ".join(text.replace(_SPACE, " ").split())

    @staticmethod
    def _with_bytes(pieces: Sequence[str]) -> str:
        """What `pieces` spell, where some of them may be bytes."""
        spelt: list[str] = []
        for is_byte, run in groupby(pieces, key=lambda piece: bool(_BYTE.fullmatch(piece))):
            if is_byte:  # how a model with byte fallback writes what is not in its vocabulary
                spelt.append(bytes(int(piece[3:5], 16) for piece in run).decode("utf-8", "replace"))
            else:
                spelt.extend(run)
        return "".join(spelt)


class BytePair:
    """Subword-nmt merges over Moses words, the tokenizer of some older packages."""

    def __init__(self, package: Package) -> None:
        from argostranslate.tokenizer import BPETokenizer

        self._tokenizer: Any = BPETokenizer(
            package.tokenizer_path, package.metadata.from_code, package.metadata.to_code
        )
        complaint = io.StringIO()
        try:
            with contextlib.redirect_stderr(complaint):
                self._tokenizer.lazy_load()
        except SystemExit as error:  # subword-nmt ends the process over a line it cannot read
            raise _unusable(package, " ".join(complaint.getvalue().split())) from error
        except Exception as error:
            raise _unusable(package, error) from error

    def encode(self, text: str) -> list[str]:
        """The pieces of one line of text; no end marker."""
        pieces: list[str] = self._tokenizer.encode(text)
        return [piece for piece in pieces if piece]

    def decode(self, pieces: Sequence[str]) -> str:
        """The text that `pieces` spell, without white space at its ends."""
        text: str = self._tokenizer.decode(list(pieces))
        return text.strip()


def small_first(encode: Callable[[str], list[str]], text: str) -> list[str]:
    """The pieces of `text`, its first word in small letters if that makes them fewer.

    A vocabulary that has *banjir* may have *Banjir* in pieces that tell nothing of it; a name has
    no more pieces with its capital than without.
    """
    pieces = encode(text)
    if _FIRST_WORD.match(text):
        small = encode(text[0].lower() + text[1:])
        return small if len(small) < len(pieces) else pieces
    return pieces


def begun_like(source: str, text: str, encode: Callable[[str], list[str]]) -> str:
    """A draft whose first word has a capital if its source has, and none if that has none.

    A model that reads *banjir* at the head of a sentence cannot tell whether it is at the head of
    one, or in the middle of one that was cut. A word that has more pieces in small letters is a
    name, or *I*, and keeps its capital.
    """
    first = text.partition(" ")[0]
    if source[:1].isupper() and first.islower():
        return text[0].upper() + text[1:]
    if source[:1].islower() and first.isalpha() and first.istitle() and first != "I":
        small = text[0].lower() + text[1:]
        return small if len(encode(first.lower())) == 1 else text
    return text


_FIRST_WORD = re.compile(r"[A-Z][a-z]+(?![^\W\d_])")


def locate(pieces: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Where each piece stands in the text that the pieces spell.

    A piece of white space, or one that the text spells otherwise (a byte, a normalised character),
    stands nowhere: its span is empty, at the place reached. Capitals do not matter (see
    `small_first`).
    """
    small = text.lower()
    if len(small) == len(text):
        text, pieces = small, [piece.lower() for piece in pieces]
    spelt = "".join(pieces).replace(_SPACE, " ")
    spans: list[tuple[int, int]] = []
    if spelt.lstrip(" ") == text:  # nearly always: then the lengths of the pieces tell
        at = len(text) - len(spelt)
        for piece in pieces:
            start = at + len(piece) - len(piece.lstrip(_SPACE))
            at += len(piece)
            spans.append((max(0, start), max(0, at)))
        return spans
    at = 0
    for piece in pieces:
        word = piece.replace(_SPACE, "").removesuffix("@@")
        found = text.find(word, at, at + len(word) + _GAP) if word else -1
        spans.append((found, found + len(word)) if found >= 0 else (at, at))
        at = spans[-1][1]
    return spans


_GAP = 8
"""Characters that may lie between two pieces: spaces, and what was spelt otherwise."""


def load(package: Package) -> Tokenizer:
    """Load the tokenizer of `package`.

    Raises:
        ModelError: Its file is damaged.
    """
    return SentencePiece(package) if package.tokenizer == "sentencepiece" else BytePair(package)


def _unusable(package: Package, error: object) -> ModelError:
    return ModelError(
        f"{package.tokenizer_path}: the tokenizer cannot be loaded ({error}); "
        "the package is damaged, fetch it again."
    )
