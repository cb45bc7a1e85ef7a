"""The command palette: every action by name, from the registry."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from padanan.language import gettext as _
from padanan.tui.actions import Action, Place
from padanan.tui.registry import ACTIONS


class Commands(Provider):
    """What one can do on the screen below the palette.

    The screen has `able() -> Place`, where its keys are pressed by now, and `action_do(id)`.
    """

    async def discover(self) -> Hits:
        for action, run in self._actions():
            yield DiscoveryHit(self._name(action), run, help=_(action.sentence))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for action, run in self._actions():
            name = self._name(action)
            if (score := matcher.match(f"{name} {_(action.sentence)}")) > 0:
                yield Hit(score, matcher.highlight(name), run, help=_(action.sentence))

    def _actions(self) -> Iterator[tuple[Action, Callable[[], object]]]:
        place: Place = self.screen.able()  # type: ignore[attr-defined]
        for action in ACTIONS:
            if action.id != "palette" and place in _asked(action):
                yield action, partial(self.screen.action_do, action.id)  # type: ignore[attr-defined]

    def _name(self, action: Action) -> str:
        place: Place = self.screen.able()  # type: ignore[attr-defined]
        key = self.app.keys.shown(action, place)  # type: ignore[attr-defined]
        return f"{_(action.label)}  {key}" if key else _(action.label)


def _asked(action: Action) -> tuple[Place, ...]:
    from padanan.tui.registry import places

    return places(action)
