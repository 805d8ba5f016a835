"""What can be found in an organisation: what it says, in words, and the box or page it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgdesign.charts import function_id, outcome_id
from orgdesign.model import Organisation, Role
from orgdesign.value_objects import value_object
from orgdesign.web.kit import fold_accents, match_rank


@value_object
class SearchEntry:
    """One thing that can be found: its words, and the box that shows it, or else its section."""

    kind: str
    title: str
    detail: str = ""
    box: str = ""
    part: tuple[str, str] = ("", "")

    @property
    def search_text(self) -> str:
        """Return the words by which it is found, without accents and capitals."""
        return fold_accents(f"{self.title} {self.detail}")


def matches(entries: Iterable[SearchEntry], text: str, most: int) -> list[SearchEntry]:
    """Return what has all words of a text, in any order; what begins with them first."""
    words = fold_accents(text).split()
    ranked = ((match_rank(entry.search_text, words), entry) for entry in entries)
    found = [(rank, entry) for rank, entry in ranked if rank is not None]
    return [entry for _, entry in sorted(found, key=lambda each: each[0])[:most]]


def search_entries(organisation: Organisation) -> Iterator[SearchEntry]:
    """Yield all that can be found, in the order of the file."""
    titles = {role.id: role for role in organisation.roles.values()}
    for function in organisation.functions.values():
        role = titles.get(function.accountable or "")
        above = organisation.functions.get(function.reports_to or "")
        detail = " · ".join(filter(None, [role.title if role else "", above.name if above else ""]))
        yield SearchEntry("function", function.name, detail, function_id(function.id))
    for outcome in organisation.outcome.walk():
        yield SearchEntry("outcome", outcome.statement, "", outcome_id(outcome.id))
    yield from _roles(organisation)
    for measure in organisation.measures.values():
        yield SearchEntry("measure", measure.name, measure.unit or "", "", ("measures", measure.id))


def _roles(organisation: Organisation) -> Iterator[SearchEntry]:
    answers = {one.accountable: one for one in reversed([*organisation.functions.values()])}
    for role in organisation.roles.values():
        home = answers.get(role.id) or organisation.functions.get(role.function or "")
        box = function_id(home.id) if home else ""
        where = home.name if home else ""
        yield SearchEntry("role", role.title, where, box, ("roles", role.id))
        if role.holder:
            yield _person(role, box)


def _person(role: Role, box: str) -> SearchEntry:
    return SearchEntry("person", role.holder or "", role.title, box, ("roles", role.id))
