"""A report that is put together item by item is the one that would be made at once."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from padanan.cli import spool
from padanan.cli.spool import Spool
from padanan.cli.talk import data_json

LEAVES = st.none() | st.booleans() | st.integers() | st.text()
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(VALUES, max_size=4), VALUES, st.booleans())
def test_the_same_as_at_once(
    capsys: pytest.CaptureFixture[str], items: list[Any], value: Any, to_disk: bool
) -> None:
    capsys.readouterr()
    data_json({"before": value, "items": items, "after": [value]})
    at_once = capsys.readouterr().out
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spool, "_IN_MEMORY", 1 if to_disk else 1 << 20)
        patch.setattr(spool, "_COPIED", 7)
        with Spool() as report:
            for item in items:
                report.add(item)
            report.put_out({"before": value}, "items", {"after": [value]})
    assert capsys.readouterr().out == at_once
    assert json.loads(at_once)["before"] == value or "\\ud" in at_once
