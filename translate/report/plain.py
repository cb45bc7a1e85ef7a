"""A report as JSON: every field of the model by its name, and the figures that follow from it."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from padanan.translate.report.links import review
from padanan.translate.report.model import VERSION, Report


def as_dict(report: Report) -> dict[str, Any]:
    """A report for programs; docs/report.md tells its fields."""
    value = _plain(report)
    for number, article in enumerate(report.articles):
        value["articles"][number]["review"] = review(report.desk, article.path)
    return {"version": VERSION, **value}


def summary(report: Report) -> dict[str, Any]:
    """A report without what is long: its sums, and what to do next."""
    value = as_dict(report)
    for name in ("articles", "findings"):
        value[name] = len(value[name])
    value["adherence"]["concepts"] = len(value["adherence"]["concepts"])
    value["matrix"]["rows"] = len(value["matrix"]["rows"])
    del value["confidence"]["lowest"]
    return value


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        names = [field.name for field in fields(value)]
        # What a figure's own class works out of others is told too, as the page tells it.
        names += [name for name, one in vars(type(value)).items() if isinstance(one, property)]
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, float):
        return round(value, 4)
    return value
