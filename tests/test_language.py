"""The interface's language: how it is chosen, and that its catalogues are whole and sound."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.numbers import format_decimal
from catalogues import PLACES, catalogue, compile_, extract, languages
from hypothesis import given
from hypothesis import strategies as st

from padanan import desk, language
from running import ROOT

CATALOGUES = languages()

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Nothing that a test chooses outlives it."""
    before = language._catalogue, language._separator
    yield
    language._catalogue, language._separator = before


# How the language is chosen


@pytest.mark.parametrize(
    ("tag", "chosen"),
    [
        ("id", "id"),
        ("id_ID.UTF-8", "id"),
        ("id-ID", "id"),
        ("ID@latin", "id"),
        ("in_ID", "id"),
        ("en", "en"),
        ("en_US.UTF-8", "en"),
        ("fr_FR", "en"),
        ("", "en"),
        ("C", "en"),
        ("../locale/id", "en"),
        ("/etc", "en"),
        ("\x1b[31m", "en"),
    ],
)
def test_a_tag_chooses(tag: str, chosen: str) -> None:
    assert language.use(tag) == chosen
    assert language.number(12_345_678) == ("12.345.678" if chosen == "id" else "12,345,678")


@pytest.mark.parametrize(
    ("environment", "chosen"),
    [
        ({}, "en"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "id_ID.UTF-8"}, "id"),
        ({"LANG": "id_ID.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "id_ID.UTF-8", "LC_ALL": "", "LANGUAGE": ""}, "id"),
        ({"LANGUAGE": "id"}, "id"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "jv:su:id"}, "id"),
        ({"LANG": "id_ID.UTF-8", "LANGUAGE": "en:id"}, "en"),
        ({"LANG": "id_ID.UTF-8", "LANGUAGE": "jv"}, "id"),
        ({"LC_ALL": "C", "LANG": "id_ID.UTF-8", "LANGUAGE": "id"}, "en"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "id"}, "id"),
    ],
)
def test_the_environment_chooses(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], chosen: str
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    language._catalogue = None
    assert language.number(1000) == ("1.000" if chosen == "id" else "1,000")
    assert language.use() == chosen


def test_a_message_without_translation_stays_as_it_is() -> None:
    language.use("id")
    assert language.gettext("\x00 no such message") == "\x00 no such message"
    assert language.gettext("") == ""
    assert language.ngettext("{n} yx", "{n} yxs", 2) == "{n} yxs"
    assert language.ngettext("{n} yx", "{n} yxs", 1) == "{n} yx"
    assert language.marked("Quit") == "Quit"


@pytest.mark.parametrize("tag", ["en", *CATALOGUES])
@given(st.integers(-(10**18), 10**18))
def test_numbers_are_written_as_cldr_has_it(tag: str, n: int) -> None:
    language.use(tag)
    assert language.number(n) == format_decimal(n, locale=tag)


def test_it_is_cheap() -> None:
    program = (
        "import os, sys; os.environ['LANG'] = 'id_ID.UTF-8'\n"
        "from padanan import language\n"
        "assert 'gettext' not in sys.modules\n"
        "assert language.number(1000) == '1.000'\n"
        "assert not {'babel', 'polib', 'click'} & set(sys.modules)\n"
    )
    environment = {"PATH": ""}
    subprocess.run([sys.executable, "-c", program], check=True, env=environment)


# What the catalogues hold


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The messages of the code, as Babel finds them."""
    path = tmp_path_factory.mktemp("locale") / "padanan.pot"
    extract(path)
    return catalogue(path)


def messages(source: Catalog) -> list[Message]:
    """All messages of a catalogue but its header."""
    return [message for message in source if message.id]


def originals(message: Message) -> tuple[str, ...]:
    """What the code has of a message: one string, or that of one and that of several."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def translations(message: Message) -> tuple[str, ...]:
    """A message in each plural form of the catalogue's language."""
    text = message.string or ""
    return (text,) if isinstance(text, str) else tuple(text)


def fields(text: str) -> set[str]:
    """The names of the fields in braces; of one without a name the empty string."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_languages_of_the_settings_are_those_there_are() -> None:
    assert "id" in CATALOGUES
    assert sorted(desk.LANGUAGES) == sorted([language.ENGLISH, *CATALOGUES])


@pytest.mark.parametrize("tag", CATALOGUES)
def test_a_catalogue_holds_the_messages_of_the_code(template: Catalog, tag: str) -> None:
    found = {message.id for message in messages(catalogue(CATALOGUES[tag], tag))}
    wanted = {message.id for message in messages(template)}
    again = "make it anew with: PYTHONPATH=tests uv run python tests/catalogues.py"
    assert (wanted - found, found - wanted) == (set(), set()), again


@pytest.mark.parametrize("tag", CATALOGUES)
def test_every_message_is_translated(tag: str) -> None:
    content = catalogue(CATALOGUES[tag], tag)
    assert not content.obsolete
    assert not content.fuzzy
    missing = [message.id for message in messages(content) if not all(translations(message))]
    assert not missing
    assert not [message.id for message in messages(content) if message.fuzzy]


@pytest.mark.parametrize("tag", CATALOGUES)
def test_translations_have_the_shape_of_their_messages(tag: str) -> None:
    for message in messages(catalogue(CATALOGUES[tag], tag)):
        wanted = set().union(*map(fields, originals(message)))
        *others, last = translations(message)
        # That of one may do without its number, but a language without plurals has but one form.
        assert fields(last) == wanted, last
        assert all(fields(text) <= wanted for text in others), others
        for original, text in product(originals(message), translations(message)):
            assert text[0].isspace() == original[0].isspace(), text
            assert text[-1].isspace() == original[-1].isspace(), text
            assert text.count("\n") == original.count("\n"), text
            ends = (original[-1], text[-1])
            assert ends[0] == ends[1] or not {*ends} & set(".:?!…"), text


@pytest.mark.parametrize("tag", CATALOGUES)
def test_no_translation_was_forgotten(tag: str) -> None:
    alike = {
        message.id
        for message in messages(catalogue(CATALOGUES[tag], tag))
        if set(originals(message)) & set(translations(message))
    }
    assert alike <= ALIKE


ALIKE = {"Panel", "{number}. {name}:{headline} {progress}.", "CLDR"}
"""Messages that are the same in another language."""


@pytest.mark.parametrize("tag", CATALOGUES)
def test_plural_forms_are_those_of_the_language(tag: str) -> None:
    content = catalogue(CATALOGUES[tag])
    assert content.plural_forms == Catalog(tag).plural_forms
    assert (tag, content.num_plurals) != ("id", 2)
    for message in messages(content):
        if message.pluralizable:
            assert len(translations(message)) == content.num_plurals


@pytest.mark.parametrize("tag", CATALOGUES)
def test_the_binary_form_is_that_of_the_catalogue(tmp_path: Path, tag: str) -> None:
    compile_(CATALOGUES[tag], tmp_path / "made.mo")
    assert (tmp_path / "made.mo").read_bytes() == CATALOGUES[tag].with_suffix(".mo").read_bytes()


# How the code uses them


def modules() -> list[Path]:
    """The modules that have messages."""
    found = [ROOT / place for place in PLACES]
    return [file for each in found for file in ([each] if each.is_file() else each.rglob("*.py"))]


def calls(tree: ast.AST, *, inside: bool = False) -> Iterator[tuple[str, ast.Call, bool]]:
    """Calls of the functions of `padanan.language`: which, the call, whether in a function."""
    names = {"_": "gettext", "gettext": "gettext", "ngettext": "ngettext", "marked": "marked"}
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield names[node.func.id], node, inside
        deeper = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from calls(node, inside=deeper)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_messages_are_such_that_a_catalogue_can_have_them(path: Path) -> None:
    for name, call, inside in calls(ast.parse(path.read_text("utf-8"))):
        where = f"{path}:{call.lineno}: {ast.unparse(call)}"
        texts = call.args[:2] if name == "ngettext" else call.args[:1]
        for text in texts:
            if isinstance(text, ast.Constant):
                assert isinstance(text.value, str), where
                assert text.value.strip(), where
                assert "" not in fields(text.value), f"{where}: a field has no name"
                percent = Message(text.value).python_format
                assert not percent, f"{where}: gettext's tools take its % for a field"
                assert not {"!", ":"} & {c for field in fields(text.value) for c in field}, where
            else:
                # What was marked elsewhere, or stands in a table; anything made on the spot no
                # catalogue can know.
                assert name == "gettext", where
                assert not isinstance(text, ast.JoinedStr | ast.BinOp), where
                method = isinstance(text, ast.Call) and isinstance(text.func, ast.Attribute)
                assert not method or ast.unparse(text).startswith("_"), where
        if name != "marked":
            assert inside, f"{where}: the language is not chosen yet when a module is imported"
