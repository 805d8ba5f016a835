"""No canary of what is hidden comes out anywhere; and the hunt would notice if one did."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks.team_canaries import CanaryHunt, CanaryRun
from orgdesign.render import Engine
from orgdesign.team.rights.lens import Lens
from orgdesign.team.trial_database import TrialDatabase
from tests.properties import examples
from tests.team.conftest import another_database
from tests.team.pages.team_app import team_app

TRIPLES = 40


@pytest.fixture(scope="module")
def hunt(postgres: TrialDatabase, migrated_template: str, engine: Engine) -> Iterator[CanaryHunt]:
    """A server with canaries, and the addresses of its pages: they take longer than the hunt."""
    with another_database(postgres, migrated_template) as database:
        yield CanaryHunt(team_app(database, engine), organisations=1, seed=20, each=TRIPLES // 4)


def ask(hunt: CanaryHunt, triples: int) -> CanaryRun:
    """Ask for so many triples, and return what leaked."""
    hunt.run = CanaryRun()
    while hunt.run.triples < triples:
        hunt.ask()
    return hunt.run


@pytest.mark.usefixtures("uncounted")
def test_random_people_find_no_canary_of_what_is_hidden(hunt: CanaryHunt):
    run = ask(hunt, examples(TRIPLES))
    assert run.leaks == []
    assert run.statuses[200] > run.triples / 4


def test_the_hunt_finds_what_a_lens_that_hides_nothing_shows(
    hunt: CanaryHunt, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Lens, "visible_part", lambda _, whole, before=None: whole)
    assert ask(hunt, TRIPLES).leaks
