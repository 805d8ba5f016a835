"""What all tests share: snapshots, and a place of their own for what is kept between runs."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from orgdesign.process import collection_paused, settle
from tests.properties import LONG, examples

if TYPE_CHECKING:
    from orgdesign.render import Engine

COMPILED = ("_parts", "_trace", "_converters", "arguments", "_build", "_build_unknown")
"""What Werkzeug makes of the text of a rule."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--snapshot-update", action="store_true", help="write the snapshots anew")
    parser.addoption("--long", action="store_true", help="try properties on ten times the examples")
    parser.addoption(
        "--unrest",
        metavar="KIND:SEED",
        help="disturb what runs in a browser (tests/browser/unrest)",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--long"):
        os.environ[LONG] = "1"
    if unrest := config.getoption("--unrest"):
        _disturb(unrest)
    # Without a deadline, as a busy machine pauses. The same examples each time, so that a check
    # that is green stays green until somebody changes something; other ones are for `--long`.
    is_long = bool(os.environ.get(LONG))
    settings.register_profile(
        "any machine", deadline=None, max_examples=examples(30), derandomize=not is_long
    )
    settings.load_profile("any machine")


def _disturb(text: str) -> None:
    from tests.browser.unrest import disturb

    try:
        disturb(text)
    except ValueError as error:
        raise pytest.UsageError(str(error)) from error


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for rubbish neither while tests are gathered nor, later, among what they are made of."""
    with collection_paused():
        collected = yield
    settle()
    return collected


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count no coverage where it costs most and says least: what is tried on many examples."""
    for item in items:
        if item.get_closest_marker("hypothesis"):
            item.add_marker("no_cover")


@pytest.fixture
def uncounted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the programs that a test starts run at their own speed, without coverage."""
    for name in [name for name in os.environ if name.startswith("COVERAGE_PROCESS")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session", autouse=True)
def state_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep histories and keys out of the home of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    """The real engine, started once for all tests that draw; those of the core do not load it."""
    from orgdesign.render import Engine

    with Engine() as started:
        yield started


@pytest.fixture(scope="session")
def templates_compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compile each template and each address once, and not for the app of each test."""
    from flask import Flask
    from jinja2 import FileSystemBytecodeCache
    from werkzeug.routing import Rule

    templates = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))
    compile_rule = Rule.compile
    known: dict[object, dict[str, Any]] = {}

    def compile_once(rule: Rule) -> None:
        """Compile a rule as the first with its text and defaults was, which is all that counts."""
        said = (rule.rule, rule.subdomain, rule.host, rule.merge_slashes)
        key = (*said, repr(rule.defaults), frozenset(rule.map.converters.items()))
        if key not in known:
            compile_rule(rule)
            known[key] = {name: getattr(rule, name) for name in COMPILED}
        vars(rule).update(known[key])

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(Flask.jinja_options, "bytecode_cache", templates)
        patch.setattr(Rule, "compile", compile_once)
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
