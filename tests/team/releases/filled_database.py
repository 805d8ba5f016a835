"""A database with something of everything, dumped as the release of today leaves it.

    python -m tests.team.releases.filled_database

writes it beside this module, under the number of the newest step of migration. Do so before a
step is added: from then on the test of upgrading starts from it too.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory

from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from orgdesign.team.log.chain import chain_ends
from orgdesign.team.migrations import migrate_database
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.people import people
from orgdesign.team.rights import links
from orgdesign.team.rights.team_access import TeamAccess
from orgdesign.team.rights.viewing_rights import TeamViewer
from orgdesign.team.trial_database import FAST, TrialDatabase, program
from tests.team.conftest import sqlalchemy_url
from tests.team.pages.test_comments import comment
from tests.team.pages.test_reviews import decide, submit
from tests.team.pages.test_second_factor import set_up
from tests.team.together import SHOP, make_team

HERE = Path(__file__).parent
PASSWORD = "seven quiet otters swim"
LINK_PASSWORD = "only for the board"
SECOND = "# é, 語, \t tabs\norganization:   Second\noutcome: {statement: I am safe}\n"
PREAMBLE = r"--|\\|SET |SELECT pg_catalog\.set_config"
"""How lines of a dump begin that only PostgreSQL's own program needs."""


@dataclass(frozen=True, slots=True)
class DumpFacts:
    """What a dump does not tell by itself: secrets of which it has digests, and what it held."""

    link: str
    texts: dict[str, str]
    log_ends: dict[str, tuple[int, str]]
    authenticator: str = ""
    recovery_code: str = ""


def fill(database: TeamDatabase, engine: Engine) -> DumpFacts:
    """Let a team work for a moment, over its pages."""
    team = make_team(database, engine, SHOP)
    ana, bea = team.browser("Ana Ruiz", "manage"), team.browser("Bea Öztürk", branch="baking")
    with database.writing() as connection:
        for browser in (ana, bea):
            people.set_password(connection, "", browser.person.id, PASSWORD)
        group = people.add_group(connection, "", "Bakers")
        people.join_group(connection, "", group.id, bea.person.id)
        gone = people.add_person(connection, "", "cem@example.com", "Cem")
        people.disable_person(connection, "", gone.id)
        new = people.add_person(connection, "", "dan@example.com", "Dan")
        people.new_one_time(connection, "", new.id, "invitation")
        terms = links.LinkTerms("The board", "read", password=LINK_PASSWORD)
        _, link = links.add_link(connection, ana.person.id, team.organisation, terms)
        revoked = links.LinkTerms("Nobody any more", "read")
        identity, _ = links.add_link(connection, ana.person.id, team.organisation, revoked)
        links.revoke_link(connection, ana.person.id, team.organisation, identity)
    for browser in (ana, bea):
        answer = browser.post("/sign-in", email=browser.person.email, password=PASSWORD)
        assert answer.status_code == 303
    comment(ana, "function", "till", "Who is at the till on Sunday, naïve as it sounds? 🍞")
    comment(bea, "function", "ovens", "@Ana Ruiz Too hot")
    submit(ana)
    assert decide(bea, 0, "accepted", "Stone bakes better") == 303
    secret, codes = set_up(ana, PASSWORD)
    viewer = TeamViewer(ana.person.id, ana.person.name, ana.person.id)
    resources = TeamResources(database, engine, TeamAccess())
    resources.workspace_for(viewer).create("second.yaml", SECOND.encode(), "Begun elsewhere")
    with database.reading() as connection:
        ends = {str(chain): end for chain, end in chain_ends(connection).items()}
    return DumpFacts(link, {"shop": team.text(), "second": SECOND}, ends, secret, codes[0])


def write_dump(folder: Path = HERE) -> str:
    """Write a filled database and what is known of it; return the number of its newest step."""
    with TemporaryDirectory(prefix="orgdesign-") as place, Engine() as engine:
        server = TrialDatabase(Path(place), FAST)
        server.start()
        server.create("filled")
        database = TeamDatabase(sqlalchemy_url(server.url("filled")))
        number = migrate_database(database)[-1].partition(" ")[0]
        facts = fill(database, engine)
        database.close()
        command = [program("pg_dump"), "--inserts", "--no-owner", server.url("filled")]
        dumped = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        server.stop()
    kept = [line for line in dumped.split("\n") if line and not re.match(PREAMBLE, line)]
    (folder / f"{number}.sql").write_text("\n".join(kept) + "\n", "utf-8")
    (folder / f"{number}.json").write_text(json.dumps(asdict(facts), indent=1) + "\n", "utf-8")
    return number


def facts_of(number: str) -> DumpFacts:
    """Return what is known of a dump."""
    said = json.loads((HERE / f"{number}.json").read_text("utf-8"))
    return DumpFacts(**{each.name: said[each.name] for each in fields(DumpFacts)})


if __name__ == "__main__":
    sys.stdout.write(f"Written: {write_dump()}\n")
