"""An organisation in the database, opened as a team opens it, with what watches its saves."""

from __future__ import annotations

import pytest

from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from orgdesign.team.discussion.renames import follow_renames
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.reviews.save_guard import hold_review
from orgdesign.team.viewer import OpenAccess, Viewer
from orgdesign.workspace import OpenFile

ANA, BEN = Viewer("ana", "Ana Ruiz"), Viewer("ben", "Ben")
SHOP = b"""organization: Shop
outcome: {statement: I get fresh bread}
functions:
  head: {name: Head}
  sales: {name: Sales, reports_to: head}
  till: {name: Till, reports_to: sales}
  baking: {name: Baking, reports_to: head}
designs:
  d:
    name: Counter first
    changes:
      - {change: rename, function: till, name: Counter}
      - {change: move, function: till, reports_to: baking}
"""


@pytest.fixture
def resources(database: TeamDatabase, engine: Engine) -> TeamResources:
    made = TeamResources(database, engine, OpenAccess())
    made.on_save.extend([hold_review, follow_renames])
    return made


@pytest.fixture
def shop(resources: TeamResources) -> OpenFile:
    """The shop, as Ana opens it."""
    return resources.workspace_for(ANA).create("shop.yaml", SHOP, "Begun")
