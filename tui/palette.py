"""The command palette: every action by name, from the registry."""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from padanan.language import gettext as _
from padanan.tui.actions import Action, Place
from padanan.tui.registry import ACTIONS, places

if TYPE_CHECKING:
    from padanan.tui.app import Desk


class Doing(Protocol):
    """A screen that does what the registry says."""

    def able(self) -> Place:
        """Where keys are pressed by now."""
        ...

    def action_do(self, id_: str) -> Awaitable[None] | None:
        """Do what an action says."""
        ...


class Commands(Provider):
    """What one can do on the screen below the palette, a `Doing`."""

    async def discover(self) -> Hits:
        for action, run in self._actions():
            yield DiscoveryHit(self._name(action), run, help=_(action.sentence))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for action, run in self._actions():
            name = self._name(action)
            if (score := matcher.match(f"{name} {_(action.sentence)}")) > 0:
                yield Hit(score, matcher.highlight(name), run, help=_(action.sentence))

    @property
    def _below(self) -> Doing:
        return cast(Doing, self.screen)

    def _actions(self) -> Iterator[tuple[Action, Callable[[], object]]]:
        place = self._below.able()
        for action in ACTIONS:
            if action.id != "palette" and place in places(action):
                yield action, partial(self._below.action_do, action.id)

    def _name(self, action: Action) -> str:
        key = cast("Desk", self.app).keys.shown(action, self._below.able())
        return f"{_(action.label)}  {key}" if key else _(action.label)
