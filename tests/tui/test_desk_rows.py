"""Lists of rows of any height: where rows are, and moving among them."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.strip import Strip

from padanan.tui.heights import Heights
from padanan.tui.rows import Rows

# Heights

SIZES = st.lists(st.integers(1, 9), min_size=1, max_size=60)


@given(SIZES, SIZES, st.data())
def test_rows_cover_all_lines_once(guess: list[int], sizes: list[int], data: st.DataObject) -> None:
    count = min(len(guess), len(sizes))
    heights = Heights(guess[:count], lambda row: sizes[row])
    for _ in range(3):
        row = data.draw(st.integers(0, count - 1))
        if heights.measure_around(
            row, data.draw(st.integers(0, 30)), data.draw(st.integers(0, 30))
        ):
            heights.place()
        assert len(heights.lines(row)) == sizes[row]
        lines = [line for row in range(count) for line in heights.lines(row)]
        assert lines == list(range(heights.total))
        for row in range(count):
            assert all(heights.row_at(line) == row for line in heights.lines(row))


@given(SIZES, st.data())
def test_what_is_near_is_measured_and_the_rest_is_not(
    sizes: list[int], data: st.DataObject
) -> None:
    measured: list[int] = []

    def measure(row: int) -> int:
        measured.append(row)
        return sizes[row]

    heights = Heights([1] * len(sizes), measure)
    row = data.draw(st.integers(0, len(sizes) - 1))
    before, after = data.draw(st.integers(0, 20)), data.draw(st.integers(0, 20))
    heights.measure_around(row, before, after)
    assert len(measured) == len(set(measured))
    first, last = min(measured), max(measured)
    assert sorted(measured) == list(range(first, last + 1))
    assert first == 0 or sum(sizes[first:row]) >= before
    assert last == len(sizes) - 1 or sum(sizes[row + 1 : last + 1]) >= after
    assert sum(sizes[first + 1 : row]) < before or first == row or before == 0
    heights.place()
    assert not heights.measure_around(row, before, after)


def test_what_was_never_measured_is_not_measured_again() -> None:
    sizes = [1] * 100
    heights = Heights([1] * 100, lambda row: sizes[row])
    heights.measure_around(50, 2, 2)
    sizes[50] = sizes[90] = 7
    assert heights.measure_again([50, 90, -1, 200])
    heights.place()
    assert len(heights.lines(50)) == 7
    assert len(heights.lines(90)) == 1
    assert not heights.measure_again([50])


def test_without_rows_there_are_no_lines() -> None:
    heights = Heights()
    assert len(heights) == heights.total == 0
    assert heights.row_at(0) == -1
    assert not heights.lines(0)


# A list


class Blocks(Rows):
    """Rows of letters as high as said, which the guess does not know; some are only looked at."""

    def __init__(self, sizes: list[int], dead: tuple[int, ...] = ()) -> None:
        super().__init__()
        self.sizes = sizes
        self.dead = dead
        self.drawn: list[int] = []
        self.cursor = self.step(0, 1)

    def count(self) -> int:
        return len(self.sizes)

    def guess(self, width: int) -> list[int]:  # noqa: ARG002
        return [3] * len(self.sizes)

    def measure(self, row: int, width: int) -> int:  # noqa: ARG002
        return self.sizes[row]

    def draw(self, row: int, width: int, *, current: bool) -> list[Strip]:
        self.drawn.append(row)
        mark = ">" if current else " "
        return [
            Strip([Segment(f"{mark}{row}.{line}".ljust(width))]) for line in range(self.sizes[row])
        ]

    def selectable(self, row: int) -> bool:
        return row not in self.dead


class Listing(App[None]):
    """A program of one list."""

    def __init__(self, rows: Blocks) -> None:
        super().__init__()
        self.rows = rows
        self.moved: list[int] = []
        self.scrolled = 0
        self.opened = 0

    def compose(self) -> ComposeResult:
        yield self.rows

    def on_mount(self) -> None:
        self.rows.focus()

    def on_rows_moved(self) -> None:
        self.moved.append(self.rows.cursor)

    def on_rows_scrolled(self) -> None:
        self.scrolled += 1

    def on_rows_opened(self) -> None:
        self.opened += 1


def listed(
    rows: Blocks,
    scenario: Callable[[Listing, Pilot[None]], Awaitable[None]],
    size: tuple[int, int] = (30, 10),
) -> None:
    """Run a scenario with a list on the screen."""

    async def session() -> None:
        app = Listing(rows)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await scenario(app, pilot)

    asyncio.run(session())


def seen(app: Listing) -> list[str]:
    """What is on the screen, without the scrollbar."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in line)[:-1].strip() for line in strips]


MIXED = [1 + (row * 7) % 5 for row in range(200)]


def test_moving_by_keys_shows_whole_rows() -> None:
    rows = Blocks(MIXED)

    async def scenario(app: Listing, pilot: Pilot[None]) -> None:
        places = []
        for key in ("down", "down", "pagedown", "pagedown", "up", "pageup", "end", "up", "home"):
            await pilot.press(key)
            await pilot.pause()
            places.append(rows.cursor)
            lines = [f"{'>'}{rows.cursor}.{line}" for line in range(MIXED[rows.cursor])]
            text = seen(app)
            assert text[text.index(lines[0]) :][: len(lines)] == lines
        assert places[:2] == [1, 2]
        assert places[2] < places[3]
        assert places[-3:] == [199, 198, 0]
        assert app.moved == places
        assert app.scrolled > 3

    listed(rows, scenario)


@pytest.mark.parametrize("height", [8, 13, 30])
def test_going_on_keeps_what_follows_in_sight(height: int) -> None:
    sizes = [1 + row * row % 4 for row in range(40)]
    rows = Blocks(sizes)

    async def scenario(_: Listing, pilot: Pilot[None]) -> None:
        starts = [0, *accumulate(sizes)]
        for row in range(1, len(sizes)):
            top = rows.scroll_offset.y
            rows.action_down()
            now, following = rows.extent(row), sum(sizes[row + 1 : row + 3])
            assert now.start >= min(starts[row], 2)
            assert height - now.stop >= min(following, 4)
            bottom = starts[row + 1] - top
            if starts[row] - top >= 2 and height - bottom >= following:
                assert rows.scroll_offset.y == top
        for row in range(len(sizes) - 2, -1, -1):
            rows.action_up()
            assert rows.extent(row).start >= min(starts[row], 2)
        await pilot.pause()

    listed(rows, scenario, (30, height))


def test_nothing_moves_below_the_mouse() -> None:
    rows = Blocks([2] * 50)

    async def scenario(app: Listing, pilot: Pilot[None]) -> None:
        await pilot.double_click(offset=(3, 8))
        assert (rows.cursor, app.opened) == (4, 1)
        assert rows.scroll_offset.y == 0

    listed(rows, scenario)


def test_what_is_in_sight_stays_when_guesses_are_put_right() -> None:
    rows = Blocks(MIXED)

    async def scenario(app: Listing, pilot: Pilot[None]) -> None:
        rows.scroll_to(y=300, animate=False)
        await pilot.pause()
        for _ in range(30):
            before = seen(app)
            rows.scroll_relative(y=-1, animate=False)
            await pilot.pause()
            assert seen(app)[1:] == before[:-1]

    listed(rows, scenario)


def test_only_what_is_near_is_drawn() -> None:
    rows = Blocks([1] * 5000)

    async def scenario(app: Listing, pilot: Pilot[None]) -> None:
        assert len(rows.drawn) < 20
        await pilot.press("end")
        await pilot.pause()
        assert seen(app)[-1] == ">4999.0"
        assert len(rows.drawn) < 50
        rows.drawn.clear()
        await pilot.press("up")
        await pilot.pause()
        assert sorted(set(rows.drawn)) == [4998, 4999]

    listed(rows, scenario)


def test_a_row_longer_than_the_screen_is_read_to_its_end() -> None:
    rows = Blocks([2, 25, 2])

    async def scenario(app: Listing, pilot: Pilot[None]) -> None:
        text: list[str] = []
        for _ in range(4):
            await pilot.press("down")
            await pilot.pause()
            text += seen(app)
        assert {f">1.{line}" for line in range(25)} <= set(text)
        assert rows.cursor == 2
        await pilot.press("up", "up", "up", "up", "up")
        await pilot.pause()
        assert rows.cursor == 0

    listed(rows, scenario)


def test_rows_that_are_only_looked_at_are_passed_over() -> None:
    rows = Blocks([1] * 40, dead=(0, 1, 5, 38, 39))

    async def scenario(app: Listing, pilot: Pilot[None]) -> None:
        assert rows.cursor == 2
        await pilot.press("down", "down", "down")
        assert rows.cursor == 6
        await pilot.press("end")
        assert rows.cursor == 37
        await pilot.press("home")
        await pilot.pause()
        assert rows.cursor == 2
        assert seen(app)[0] == "0.0"
        await pilot.click(offset=(1, 1))
        assert rows.cursor == 2
        await pilot.double_click(offset=(1, 3))
        assert rows.cursor == 3
        assert app.opened == 1

    listed(rows, scenario)


def test_a_list_without_rows_bears_all_keys() -> None:
    async def scenario(app: Listing, pilot: Pilot[None]) -> None:
        await pilot.press("down", "up", "pagedown", "pageup", "home", "end")
        await pilot.click(offset=(2, 2))
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert not any(seen(app))
        assert app.rows.cursor == -1

    listed(Blocks([]), scenario)


def test_a_row_that_changes_its_height_moves_what_is_below_it() -> None:
    rows = Blocks([2] * 100)

    async def scenario(app: Listing, pilot: Pilot[None]) -> None:
        rows.sizes[1] = 4
        rows.redraw(1)
        await pilot.pause()
        assert seen(app)[2:7] == ["1.0", "1.1", "1.2", "1.3", "2.0"]
        await pilot.press("end", "up", "up")
        await pilot.pause()
        before = seen(app)
        rows.sizes[3] = 9
        rows.redraw(3)
        await pilot.pause()
        assert seen(app) == before

    listed(rows, scenario)


def test_the_wheel_scrolls_and_the_cursor_stays() -> None:
    rows = Blocks([1] * 100)

    async def scenario(app: Listing, pilot: Pilot[None]) -> None:
        for _ in range(3):
            rows.post_message(MouseScrollDown(rows, 1, 1, 0, 1, 0, False, False, False))
        await pilot.pause()
        await app.animator.wait_until_complete()
        await pilot.pause()
        assert rows.cursor == 0
        assert rows.scroll_offset.y > 0
        assert len(rows.rows_in_sight()) == 10
        await pilot.press("down")
        await pilot.pause()
        assert rows.cursor == 1
        assert rows.scroll_offset.y == 0

    listed(rows, scenario)


def test_resizing_keeps_what_one_has_scrolled_to() -> None:
    rows = Blocks(MIXED)

    async def scenario(app: Listing, pilot: Pilot[None]) -> None:
        await pilot.press("down")
        rows.scroll_to(y=200, animate=False)
        await pilot.pause()
        top = seen(app)[0]
        for size in ((30, 6), (40, 6), (40, 14), (30, 10)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert seen(app)[0].split(".")[0] == top.split(".")[0]
        assert rows.cursor == 1

    listed(rows, scenario)
