"""The real engine, started once for all tests of drawing."""

from collections.abc import Iterator

import pytest

from orgdesign.render.engine import Engine


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    with Engine() as started:
        yield started
