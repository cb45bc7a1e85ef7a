"""The embedded package, loaded once for all tests of enforcement."""

import pytest

from padanan.translate.engine import load
from padanan.translate.engine.protocol import Engine


@pytest.fixture(scope="session")
def embedded() -> Engine:
    """The engine of the package that padanan brings."""
    return load("embedded")
