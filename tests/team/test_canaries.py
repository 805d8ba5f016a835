"""No canary of what is hidden comes out anywhere; and the hunt would notice if one did."""

from __future__ import annotations

import pytest

from benchmarks.team_canaries import hunt
from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from orgdesign.team.rights.lens import Lens
from tests.properties import examples
from tests.team.pages.team_app import team_app


@pytest.mark.usefixtures("uncounted")
def test_random_people_find_no_canary_of_what_is_hidden(database: TeamDatabase, engine: Engine):
    run = hunt(team_app(database, engine), examples(40), organisations=1, seed=20)
    assert run.leaks == []
    assert run.statuses[200] > run.triples / 4


def test_the_hunt_finds_what_a_lens_that_hides_nothing_shows(
    database: TeamDatabase, engine: Engine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Lens, "visible_part", lambda _, whole, before=None: whole)
    run = hunt(team_app(database, engine), 40, organisations=1, seed=20)
    assert run.leaks
