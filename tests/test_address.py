"""Where a memory is: files, addresses, and what of an address is never shown."""

import pickle
import traceback
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.address import OPTIONS, Address, place
from padanan.errors import InputError


def test_a_file_counts_from_a_folder(tmp_path: Path) -> None:
    assert place("tm/a.sqlite") == Path("tm/a.sqlite")
    assert place("tm/a.sqlite", tmp_path) == tmp_path / "tm/a.sqlite"
    assert place("/tm.sqlite", tmp_path) == Path("/tm.sqlite")
    assert place("C:\\tm.sqlite") == Path("C:\\tm.sqlite")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("postgresql://ani@tm.example/news", Address("news", "tm.example", user="ani")),
        ("postgres://tm.example:5433/news", Address("news", "tm.example", 5433)),
        ("PostgreSQL://ani:a%40%2Fb@[::1]/n%20s", Address("n s", "::1", 5432, "ani", "a@/b")),
        ("postgresql:///news", Address("news")),
        ("postgresql:///news?host=/run/pg", Address("news", "/run/pg")),
        ("postgresql://ani@%2Frun%2FPg/news", Address("news", "/run/Pg", user="ani")),
        ("postgresql:///news?schema=desk two", Address("news", schema="desk two")),
        (
            "postgresql://h/news?sslmode=verify-full&sslrootcert=/ca.pem",
            Address("news", "h", tls=(("sslmode", "verify-full"), ("sslrootcert", "/ca.pem"))),
        ),
    ],
)
def test_addresses(text: str, address: Address) -> None:
    assert place(text, Path("/somewhere")) == address
    again = place(str(address))
    assert isinstance(again, Address)
    assert str(again) == str(address)
    assert pickle.loads(pickle.dumps(address)) == address


@given(
    st.text(min_size=1).filter(lambda text: "\0" not in text),
    st.sampled_from(["", "tm.example", "::1", "/run/postgresql"]),
    st.integers(1, 65535),
    st.text().filter(lambda text: "\0" not in text),
    st.text(min_size=1).filter(lambda text: "\0" not in text),
)
def test_any_address_can_be_shown_and_given_again(
    database: str, host: str, port: int, user: str, schema: str
) -> None:
    try:
        address = Address(database, host, port, user, None, schema)
        shown = str(address)
    except UnicodeEncodeError:  # half a character, which no address can have
        return
    assert shown.isprintable()
    assert place(shown) == address


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("mysql://h/x", "begins with mysql://"),
        ("https://h/x", "only postgresql:// is known"),
        ("postgresql://h", "names no database"),
        ("postgresql://h:port/x", "cannot be read"),
        ("postgresql://[::1/x", "cannot be read"),
        ("postgresql://h/x%ff", "cannot be read"),
        ("postgresql://h/x%00", "cannot be read"),
        ("postgresql://h/x?sslmode=maybe", "the modes are disable, prefer"),
        ("postgresql://h/x?options=-csearch_path%3Dx", ", ".join(OPTIONS)),
        ("postgresql://h/x#y", "cannot be read"),
    ],
)
def test_what_is_no_address(text: str, why: str) -> None:
    with pytest.raises(InputError, match=r"the address of the memory") as told:
        place(text)
    assert why in told.value.message


SECRET = "hemmelig"


@pytest.mark.parametrize(
    "text",
    [
        f"postgresql://ani:{SECRET}@h/x",
        f"postgresql://ani:1/{SECRET}@h/x",
        f"postgresql://ani:{SECRET}/1@h/x",
        f"postgresql://ani:1?{SECRET}@h/x",
        f"postgresql://ani:{SECRET}#@h/x",
        f"postgresql://ani:1#{SECRET}@h/x",
        f"postgresql://ani:[{SECRET}@h/x",
        f"postgresql://ani:{SECRET}@h:port/x",
        f"postgresql://ani:{SECRET}@h",
        f"postgresql://ani:{SECRET}@h/x?sslmode=no",
        f"postgresql://ani:{SECRET}@{SECRET}@h/x",
        f"mysql://ani:{SECRET}@h/x",
    ],
)
def test_a_password_is_never_shown(text: str) -> None:
    shown = ""
    try:
        address = place(text)
    except InputError as error:
        shown = f"{error.message} {''.join(traceback.format_exception(error))}"
    else:
        assert isinstance(address, Address)
        assert SECRET in (address.password or "")
        shown = f"{address} {address!r} {address.tls}"
    assert shown
    assert SECRET not in shown
