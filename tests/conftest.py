"""What all tests share: snapshots, and a place of their own for what is kept between runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--snapshot-update", action="store_true", help="write the snapshots anew")


@pytest.fixture(scope="session", autouse=True)
def state_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep histories and keys out of the home of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture
def snapshot(request: pytest.FixtureRequest):
    """Return a check that a text is what stands in ``snapshots/NAME`` beside the test."""

    def check(name: str, text: str) -> None:
        path = Path(request.path).parent / "snapshots" / name
        if request.config.getoption("--snapshot-update"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return check
