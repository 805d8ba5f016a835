from functools import cache
from pathlib import Path

import pytest

from orgdesign.render import Engine
from orgdesign.yamlfile import read_file

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def example():
    """Return a function that reads an example by its name, once for all."""
    return cache(lambda name: read_file(EXAMPLES / f"{name}.yaml").organisation)


@pytest.fixture(scope="session")
def engine():
    with Engine() as engine:
        yield engine
