"""The document of the starter library lists what there is."""

import re
from pathlib import Path

from orgdesign.cli.new import new
from orgdesign.library import SECTORS, organisation_of

DOCS = Path(__file__).parent.parent / "docs"


def test_every_sector_is_listed_with_what_it_has():
    listed = re.findall(r"^\| .* \(`.*$", (DOCS / "library.md").read_text("utf-8"), re.MULTILINE)
    assert listed == [row(sector) for sector in SECTORS]


def row(sector: str) -> str:
    organisation = organisation_of(sector)
    outcome = organisation.outcome
    counts = (len(outcome.outcomes), len(organisation.functions), len(organisation.measures))
    told = (f"{SECTORS[sector]} (`{sector}`)", outcome.statement, *map(str, counts))
    return f"| {' | '.join(told)} |"


def test_the_command_and_its_help_name_every_sector():
    commands = (DOCS / "commands.md").read_text("utf-8")
    listed = re.search(r"^\| `--sector` \|(.*)$", commands, re.MULTILINE)
    assert listed
    assert re.findall(r"`([\w-]+)`", listed[1]) == [*SECTORS]
    option = next(one for one in new.params if one.name == "sector")
    assert re.findall(r"[\w-]+", option.help.partition(":")[2]) == [
        *[*SECTORS][:-1], "or", [*SECTORS][-1],
    ]  # fmt: skip
