"""Argos Translate packages as folders: what one says of itself, and whether we can use it."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from packaging.version import InvalidVersion, Version

from padanan.errors import ModelError
from padanan.settings import SOURCE_LANGUAGE, TARGET_LANGUAGE

Origin = Literal["embedded", "installed", "path"]
TokenizerKind = Literal["sentencepiece", "bpe"]

TOKENIZERS: Mapping[TokenizerKind, str] = {
    "sentencepiece": "sentencepiece.model",
    "bpe": "bpe.model",
}
"""Each kind of tokenizer and its file; argostranslate looks for them in this order too."""

LONGEST = 100
"""Pieces of the longest source given whole to a model that does not say what it takes. Models are
trained on sentences and leave text out of what is longer; a sentence of news seldom has 80. An
early state of the embedded model gave 0.94 of the words it should for 85 pieces, 0.71 for 110."""

LENGTH_PENALTY = 1.0
"""The power of its length by which a draft's log-probability is divided where drafts of a beam are
compared, for a model that does not say: they are ordered by the mean over their pieces."""

METADATA_LIMIT = 1 << 20
"""Bytes of metadata.json we are willing to read; real ones have a few hundred."""


class OtherLanguagesError(ModelError):
    """A sound package that translates something else."""


@dataclass(frozen=True)
class Metadata:
    """What a package's metadata.json says, made safe to print.

    Attributes:
        code: The package's own name for itself, "translate-id_en" where it gives none.
        version: As written, "0" where it gives none.
        from_code, from_name, to_code, to_name: The languages, as ISO 639 codes and in words.
        target_prefix: The token each target must begin with, or "".
        longest: Pieces of the longest source it translates well whole: what our own packages say
            under `padanan`, `longest`; `LONGEST` for all others.
        marks: The pieces by which a source says how its terms are rendered (see `marking`), where
            the model was trained to read that: under `padanan`, `marks`. Else None.
        small_first: Whether first words are to be given in small letters where these take fewer
            pieces: under `padanan`, `small_first`.
        length_penalty: What its drafts come out best with, 0.1 to 4: under `padanan`,
            `length_penalty`; `LENGTH_PENALTY` where it does not say. The more, the longer they are.
    """

    code: str
    version: str
    from_code: str
    from_name: str
    to_code: str
    to_name: str
    target_prefix: str
    longest: int
    marks: tuple[str, str, str] | None = None
    small_first: bool = False
    length_penalty: float = LENGTH_PENALTY

    @property
    def version_key(self) -> Version:
        """The version as something to order by; what is no version comes before all others."""
        try:
            return Version(self.version)
        except InvalidVersion:
            return Version("0.dev0")


@dataclass(frozen=True)
class Package:
    """A package folder that holds what translating from Indonesian to English needs.

    Attributes:
        folder: The folder with metadata.json, model/ and the tokenizer's model.
        metadata: What the package says of itself.
        tokenizer: The kind of its tokenizer (see `TOKENIZERS`).
        size: Bytes of all its files.
        origin: "embedded" (part of padanan), "installed" (in Argos Translate's folder) or "path".
    """

    folder: Path
    metadata: Metadata
    tokenizer: TokenizerKind
    size: int
    origin: Origin

    @property
    def name(self) -> str:
        """The folder's name without its version: "translate-id_en"."""
        name, _, version = printable(self.folder.name).rpartition("-")
        return name if name and version[:1].isdigit() else printable(self.folder.name)

    @property
    def version(self) -> str:
        """The version its metadata gives."""
        return self.metadata.version

    @property
    def code(self) -> str:
        """The code its metadata gives."""
        return self.metadata.code

    @property
    def tokenizer_path(self) -> Path:
        """The file of the tokenizer's model."""
        return self.folder / TOKENIZERS[self.tokenizer]

    @property
    def model_path(self) -> Path:
        """The folder of the CTranslate2 model."""
        return self.folder / "model"

    @cached_property
    def fingerprint(self) -> str:
        """64 hex digits: SHA-256 over everything that decides what the package answers.

        That is each file of model/ (weights, vocabularies, settings), the tokenizer's model, the
        target prefix, the longest source, the marks, how first words are given and the length
        penalty. Reading takes 0.1 s per 60 MB, once per object.
        """
        digest = hashlib.sha256()
        files = sorted(path for path in self.model_path.rglob("*") if path.is_file())
        for path in [*files, self.tokenizer_path]:
            name = path.relative_to(self.folder).as_posix()
            with path.open("rb") as file:
                inner = hashlib.file_digest(file, "sha256").hexdigest()
            digest.update(f"{name}\0{inner}\n".encode())
        own = self.metadata
        said = [own.target_prefix, str(own.longest), *(own.marks or ())]
        said += ["small first"] if own.small_first else []
        said += [str(own.length_penalty)] if own.length_penalty != LENGTH_PENALTY else []
        digest.update("\0".join(said).encode())
        return digest.hexdigest()

    def readme(self) -> str:
        """The package's README.md as plain text, "" where it has none; may hold any character."""
        try:
            return (self.folder / "README.md").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""


def read(folder: Path, origin: Origin = "path") -> Package:
    """Read and check the package in `folder`.

    Raises:
        OtherLanguagesError: It is sound but does not translate Indonesian to English.
        ModelError: It is not a package, or something is missing from it.
    """
    where = printable(str(folder))
    try:
        if not folder.is_dir():
            raise ModelError(f"{where}: there is no such folder; check the path.")
        with (folder / "metadata.json").open("rb") as file:
            raw = file.read(METADATA_LIMIT + 1)
    except FileNotFoundError:
        raise ModelError(
            f"{where}: this is not an Argos package, for it has no metadata.json; "
            "name the folder that holds metadata.json and model/."
        ) from None
    except OSError as error:
        raise ModelError(
            f"{where}: the package cannot be read ({error.strerror or error})."
        ) from error
    metadata = parse_metadata(raw, f"{where}/metadata.json")
    try:
        # Looked up by name, not found by a walk: model/ may be a link into a shared cache.
        needed = ("model/model.bin", *TOKENIZERS.values())
        sizes = {
            name: (folder / name).stat().st_size for name in needed if (folder / name).is_file()
        }
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    except OSError as error:
        raise ModelError(
            f"{where}: the package cannot be read ({error.strerror or error})."
        ) from error
    kind = check_contents(sizes, where)
    return Package(folder, metadata, kind, size, origin)


def parse_metadata(raw: bytes, where: str) -> Metadata:
    """Check a metadata.json.

    Args:
        raw: Its bytes.
        where: What messages call it.

    Raises:
        OtherLanguagesError: It does not describe a translation from Indonesian to English.
        ModelError: It is not the metadata of an Argos package.
    """
    if len(raw) > METADATA_LIMIT:
        raise ModelError(f"{where}: larger than {METADATA_LIMIT} bytes, so not a package's own.")
    try:
        content = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ModelError(
            f"{where}: not readable as JSON ({printable(str(error))}); "
            "the package is damaged, fetch it again."
        ) from error
    if not isinstance(content, dict):
        raise ModelError(f"{where}: not a JSON object; the package is damaged, fetch it again.")
    return check_metadata(content, where)


def check_metadata(content: Mapping[str, Any], where: str) -> Metadata:
    """Check metadata already parsed, such as one entry of a package index.

    Raises:
        OtherLanguagesError: It does not describe a translation from Indonesian to English.
    """
    kind = _text(content.get("type"), "translate")
    if kind != "translate":
        raise OtherLanguagesError(
            f"{where}: a package of type “{kind}”, not a translation model; "
            f"choose one that translates {SOURCE_LANGUAGE} to {TARGET_LANGUAGE}."
        )
    sources, targets = _languages(content, "from", "source"), _languages(content, "to", "target")
    if SOURCE_LANGUAGE not in sources or TARGET_LANGUAGE not in targets:
        raise OtherLanguagesError(
            f"{where}: translates {_listing(sources)} to {_listing(targets)}; "
            f"padanan needs a package from Indonesian ({SOURCE_LANGUAGE}) "
            f"to English ({TARGET_LANGUAGE})."
        )
    return Metadata(
        code=_text(content.get("code"), f"{kind}-{SOURCE_LANGUAGE}_{TARGET_LANGUAGE}"),
        version=_text(content.get("package_version"), "0"),
        from_code=SOURCE_LANGUAGE,
        from_name=_text(content.get("from_name"), "Indonesian"),
        to_code=TARGET_LANGUAGE,
        to_name=_text(content.get("to_name"), "English"),
        target_prefix=_text(content.get("target_prefix"), ""),
        longest=_longest(content.get("padanan")),
        marks=_marks(content.get("padanan")),
        small_first=_small_first(content.get("padanan")),
        length_penalty=_length_penalty(content.get("padanan")),
    )


def check_contents(files: Mapping[str, int], where: str) -> TokenizerKind:
    """Find a package's tokenizer, and check that its model is there.

    Args:
        files: Path within the package (with forward slashes) to size in bytes.
        where: What messages call the package.

    Raises:
        ModelError: The model or the tokenizer is missing or empty.
    """
    again = "the package is incomplete, fetch it again"
    if not files.get("model/model.bin"):
        raise ModelError(f"{where}: holds no model (model/model.bin); {again}.")
    for kind, name in TOKENIZERS.items():
        if files.get(name):
            return kind
    raise ModelError(f"{where}: holds no tokenizer (sentencepiece.model or bpe.model); {again}.")


def printable(text: str) -> str:
    """`text` on one line with control, format and surrogate characters made visible as `�`.

    Names and descriptions in packages come from strangers and go to terminals.
    """
    return "".join("�" if unicodedata.category(c) in _UNPRINTABLE else c for c in text)


_UNPRINTABLE = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))


def _text(value: Any, default: str) -> str:
    """A metadata value as short, printable text; `default` where it is absent or no scalar."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return default
    return printable(str(value)).strip()[:200] or default


def _longest(own: Any) -> int:
    """What the section of metadata that is our own says of the longest source."""
    value = own.get("longest") if isinstance(own, dict) else None
    return value if type(value) is int and 20 <= value <= 400 else LONGEST


def _small_first(own: Any) -> bool:
    """Whether the section of metadata that is our own says so of first words."""
    return isinstance(own, dict) and own.get("small_first") is True


def _length_penalty(own: Any) -> float:
    """What the section of metadata that is our own says of the length penalty."""
    value = own.get("length_penalty") if isinstance(own, dict) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return LENGTH_PENALTY
    return float(value) if 0.1 <= value <= 4 else LENGTH_PENALTY


def _marks(own: Any) -> tuple[str, str, str] | None:
    """The three pieces that the section of metadata that is our own names for marks, if it does."""
    value = own.get("marks") if isinstance(own, dict) else None
    if not isinstance(value, list) or len(value) != 3:
        return None
    first, second, third = (_text(one, "") for one in value)
    return (first, second, third) if all((first, second, third)) else None


def _languages(content: Mapping[str, Any], side: str, long_side: str) -> list[str]:
    """The codes of one side: `from_code`, `from_codes`, `source_languages` and `languages`."""
    many = content.get(f"{side}_codes")
    found = [content.get(f"{side}_code"), *(many if isinstance(many, list) else ())]
    for key in (f"{long_side}_languages", "languages"):
        entries = content.get(key)
        for entry in entries if isinstance(entries, list) else ():
            found.append(entry.get("code") if isinstance(entry, dict) else entry)
    return list(dict.fromkeys(code for code in (_text(value, "") for value in found) if code))


def _listing(codes: list[str]) -> str:
    """Codes for a sentence: "es", "de, fr and others", "no language it names"."""
    if not codes:
        return "no language it names"
    return ", ".join(codes[:5]) + (" and others" if len(codes) > 5 else "")
