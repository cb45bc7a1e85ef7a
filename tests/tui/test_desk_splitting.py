"""Where a segment is likely to be split."""

from hypothesis import given
from hypothesis import strategies as st

from padanan.tui.splitting import likely, places


def test_after_a_mark_near_the_middle() -> None:
    text = "Air naik cepat; warga diminta mengungsi ke balai desa."
    assert text[likely(text) :].startswith("warga")
    quoted = "“Kami siap.” Lurah itu berkata demikian."
    assert quoted[likely(quoted) :].startswith("Lurah")


def test_one_word_cannot_be_split() -> None:
    assert likely("Banjir") == -1
    assert likely("") == -1


@given(st.text(max_size=60), st.floats(0, 1))
def test_nothing_is_left_empty(text: str, share: float) -> None:
    place = likely(text, share)
    if place >= 0:
        assert place in places(text)
        assert text[:place].strip()
        assert text[place:].strip()
