"""How strict a desk is: its table `[checks]`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any, Self

from padanan.errors import InputError
from padanan.translate.checks.check import Limits, Rule
from padanan.translate.checks.pair import Severity
from padanan.translate.checks.registry import ALL

_BY_ID: Mapping[str, Rule] = {check.id: check for check in ALL}


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Which checks run, how much each matters, and which numbers it goes by.

    Attributes:
        disabled: Ids of the checks that do not run.
        severities: How much a check matters, by its id, where that is not as it comes.
        limits: The numbers a check goes by that are not as they come, by its id.
    """

    disabled: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    limits: Mapping[str, Limits] = field(default_factory=dict)

    @classmethod
    def from_table(cls, table: Mapping[str, Any], where: str) -> Self:
        """The settings that a table `[checks]` makes.

        `disable` lists checks; a table under a check's id has its `severity` and its numbers.

        Args:
            table: The table (`Desk.checks`).
            where: Where it stands, for messages.

        Raises:
            InputError: It says something it cannot say.
        """
        severities: dict[str, Severity] = {}
        limits: dict[str, Limits] = {}
        for key, value in table.items():
            if key == "disable":
                continue
            check = _check(key, where, others=("disable",))
            if not isinstance(value, Mapping):
                raise InputError(
                    f"{where}: checks.{key} is a table that begins with [checks.{key}], not "
                    f"{value!r}. To turn the check off: disable = [{key!r}]."
                )
            numbers = dict(value)
            if "severity" in numbers:
                severities[key] = _severity(numbers.pop("severity"), key, where)
            limits[key] = _limits(check, numbers, where)
        return cls(_disabled(table.get("disable", ()), where), severities, limits)

    def only(self, ids: Iterable[str]) -> Self:
        """These settings, with all checks but some turned off; those run even if a desk does not
        want them.

        Raises:
            InputError: There is no such check.
        """
        wanted = {_check(each, "--only").id for each in ids}
        return replace(self, disabled=frozenset(_BY_ID) - wanted)

    def without(self, ids: Iterable[str]) -> Self:
        """These settings, with some checks turned off.

        Raises:
            InputError: There is no such check.
        """
        return replace(self, disabled=self.disabled | {_check(each, "--skip").id for each in ids})

    def runs(self, check: Rule) -> bool:
        """Whether a check is on."""
        return check.id not in self.disabled

    def severity(self, check: Rule) -> Severity:
        """How much a check matters."""
        return self.severities.get(check.id, check.severity)

    def limits_of(self, check: Rule) -> Limits:
        """The numbers a check goes by."""
        if not check.limits:
            return {}
        own = self.limits.get(check.id, {})
        return {limit.name: own.get(limit.name, limit.default) for limit in check.limits}


def _check(name: str, where: str, others: tuple[str, ...] = ()) -> Rule:
    if name in _BY_ID:
        return _BY_ID[name]
    near = get_close_matches(name.casefold(), (*_BY_ID, *others), n=1, cutoff=0.5)
    meant = f" Did you mean {near[0]}?" if near else ""
    raise InputError(
        f"{where}: there is no check {name!r}.{meant} padanan check --list tells all of them."
    )


def _disabled(value: object, where: str) -> frozenset[str]:
    if isinstance(value, str) or not isinstance(value, list | tuple):
        raise InputError(f'{where}: checks.disable is a list, as in disable = ["names"].')
    return frozenset(_check(str(each), where).id for each in value)


def _severity(value: object, check: str, where: str) -> Severity:
    if not isinstance(value, str) or value not in tuple(Severity):
        raise InputError(
            f"{where}: checks.{check}.severity is one of {', '.join(Severity)}, not {value!r}."
        )
    return Severity(value)


def _limits(check: Rule, numbers: Mapping[str, Any], where: str) -> Limits:
    known = {limit.name: limit for limit in check.limits}
    for name, value in numbers.items():
        if name not in known:
            raise InputError(
                f"{where}: checks.{check.id} has no setting {name!r}. It has "
                f"{', '.join(('severity', *known))}."
            )
        limit = known[name]
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise InputError(f"{where}: checks.{check.id}.{name} is a number, not {value!r}.")
        if not limit.least <= value <= limit.most:
            raise InputError(
                f"{where}: checks.{check.id}.{name} is from {limit.least:g} to {limit.most:g}, not "
                f"{value!r}."
            )
    return dict(numbers)
