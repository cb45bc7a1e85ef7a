"""A report as JSON: every field of the model by its name, and the figures that follow from it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from padanan.translate.report.links import review
from padanan.translate.report.model import VERSION, Report


def as_dict(report: Report) -> dict[str, Any]:
    """A report for programs; docs/report.md tells its fields."""
    value = _plain(report)
    for number, article in enumerate(report.articles):
        value["articles"][number] = _article(report, article)
    return {"version": VERSION, **value}


def as_json(report: Report) -> Iterator[str]:
    """The same as text, piece by piece: that of 10,000 articles is as long as a film."""
    yield f'{{\n  "version": {VERSION}'
    for field in fields(report):
        value = getattr(report, field.name)
        yield f",\n  {json.dumps(field.name)}: "
        if field.name == "matrix":
            yield from _matrix(value)
        elif isinstance(value, tuple):
            yield from _list(_article(report, one) if field.name == "articles" else _plain(one)
                             for one in value)  # fmt: skip
        else:
            yield json.dumps(_plain(value))
    yield "\n}\n"


def summary(report: Report) -> dict[str, Any]:
    """A report without what is long: its sums, and what to do next."""
    value: dict[str, Any] = {"version": VERSION}
    for field in fields(report):
        part = getattr(report, field.name)
        value[field.name] = len(part) if field.name in ("articles", "findings") else _plain(part)
    value["adherence"]["concepts"] = len(report.adherence.concepts)
    value["matrix"]["rows"] = len(report.matrix.rows)
    del value["confidence"]["lowest"]
    return value


def _article(report: Report, one: Any) -> dict[str, Any]:
    value: dict[str, Any] = _plain(one)
    value["review"] = review(report.desk, one.path)
    return value


def _matrix(value: Any) -> Iterator[str]:
    """The matrix, which is most of a long report, row by row."""
    rest = {name: getattr(value, name) for name in _names(value) if name != "rows"}
    yield '{\n    "rows": '
    yield from _list(map(_plain, value.rows))
    yield f", {json.dumps(rest)[1:]}"


def _list(values: Iterator[Any]) -> Iterator[str]:
    before = "[\n    "
    for one in values:
        yield f"{before}{json.dumps(one)}"
        before = ",\n    "
    yield "[]" if before.startswith("[") else "\n  ]"


def _names(value: Any) -> list[str]:
    """The fields of a figure, and what its class works out of them: the page tells that, too."""
    names = [field.name for field in fields(value)]
    return names + [name for name, one in vars(type(value)).items() if isinstance(one, property)]


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in _names(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, float):
        return round(value, 4)
    return value
