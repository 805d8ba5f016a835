"""Small exports, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass

from orgdesign.imports import Notes, TableChoice, Wishes, file_text, import_tables, table
from orgdesign.model import Organisation
from orgdesign.yamlfile import read


@dataclass(frozen=True)
class Came:
    """What came of an export: the organisation, what was said, and the file."""

    organisation: Organisation
    notes: list[str]
    text: str

    @property
    def lines(self) -> dict[str, str | None]:
        """The name of each function, and of the one above it."""
        functions = self.organisation.functions
        above = {f.name: f.reports_to for f in functions.values()}
        return {name: functions[up].name if up else None for name, up in above.items()}

    @property
    def heads(self) -> dict[str, str | None]:
        """The name of each function, and the title of its accountable role."""
        roles = self.organisation.roles
        return {
            f.name: roles[f.accountable].title if f.accountable else None
            for f in self.organisation.functions.values()
        }

    @property
    def dotted(self) -> dict[str, list[str]]:
        """The roles with dotted lines, and where these lead."""
        roles = self.organisation.roles.values()
        return {r.id: [line.to for line in r.dotted_to] for r in roles if r.dotted_to}

    @property
    def headcount(self) -> dict[str, float | None]:
        """The name of each function, and its headcount."""
        return {f.name: f.headcount for f in self.organisation.functions.values()}


def came(*exports: str | bytes, asked=None, **wishes) -> Came:
    """Import exports, given as the text of a CSV file or as bytes."""
    notes = Notes()
    data = [each.encode() if isinstance(each, str) else each for each in exports]
    tables = [
        table(each, f"{at}.csv", notes, TableChoice(asked)) for at, each in enumerate(data, 1)
    ]
    text = file_text(import_tables(tables, notes, Wishes(**wishes)))
    organisation = read(text.encode(), "imported.yaml").organisation
    assert organisation is not None
    return Came(organisation, notes.sentences, text)
