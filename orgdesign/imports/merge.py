"""A newer export into a file that people have worked on: what is theirs stays theirs."""

from __future__ import annotations

from collections.abc import Container, Sequence

from orgdesign.imports.merge_functions import FunctionMerge
from orgdesign.imports.merge_joining import Joining
from orgdesign.imports.merge_matching import Matching
from orgdesign.imports.merge_roles import RoleMerge
from orgdesign.imports.notes import NOTHING_REFUSED, ImportChange, Unreadable, count_text, name_list
from orgdesign.imports.organisation_builder import ImportedOrganisation
from orgdesign.model import ImportAnswers
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import Reading
from orgdesign.yamlfile.editing import Edit, Set, apply


@value_object
class MergeResult:
    """A file with a newer export in it: its bytes, and each change that was made.

    ``proposals`` are those that can be refused one by one, with those that were.
    """

    data: bytes
    sentences: tuple[str, ...]
    is_changed: bool
    proposals: tuple[ImportChange, ...] = ()


def merge_export(
    reading: Reading,
    imported: ImportedOrganisation,
    refused: Container[str] = NOTHING_REFUSED,
) -> MergeResult:
    """Return a file with what a newer export says of lines, headcounts, seats and duties.

    Functions are the same by name, roles by their number or by title and function. What an
    export does not say changes nothing, and what left it stays in the file, as people may have
    written more about it. Nothing is taken away. ``refused`` are the keys of what is not changed.

    Raises:
        Unreadable: the file has problems.
        CannotEdit: its text cannot be changed by splices.
    """
    if reading.organisation is None:
        raise Unreadable("The file to merge into has problems; mend what orgdesign check lists.")
    matching = Matching(reading.organisation, imported)
    joining = Joining(matching, refused)
    functions = FunctionMerge(matching, joining, refused)
    roles = RoleMerge(matching, joining, refused)
    edits = [
        *functions.edits(),
        *roles.edits(),
        *_answer_edits(reading.organisation.imports, imported.organisation.imports),
    ]
    data = apply(reading, edits).data if edits else b""
    told = [*_additions(matching, joining), *functions.told, *roles.told, *_departures(matching)]
    proposals = (*joining.proposals, *functions.proposals, *roles.proposals)
    return MergeResult(data, tuple(told), bool(edits), proposals)


def _additions(matching: Matching, joining: Joining) -> Sequence[str]:
    functions = [matching.new.functions[id_].name for id_ in joining.functions]
    roles = [matching.new.roles[id_].title for id_ in joining.roles]
    measures = [m.name for i, m in matching.new.measures.items() if i not in matching.measures]
    return _sentences("Joined", (functions, "function"), (roles, "role"), (measures, "measure"))


def _departures(matching: Matching) -> Sequence[str]:
    here, seats = {*matching.functions.values()}, {*matching.roles.values()}
    functions = [f.name for id_, f in matching.old.functions.items() if id_ not in here]
    roles = [role.title for id_, role in matching.old.roles.items() if id_ not in seats]
    return _sentences("No longer in the export, and kept", (functions, "function"), (roles, "role"))


def _sentences(what: str, *parts: tuple[Sequence[str], str]) -> Sequence[str]:
    return [
        f"{what}: {count_text(len(names), kind)}: {name_list(names)}."
        for names, kind in parts
        if names
    ]


def _answer_edits(old: ImportAnswers, new: ImportAnswers) -> Sequence[Edit]:
    """Return the edits that keep what the import was told, so that the next need not ask."""
    edits: list[Edit] = [
        Set(("imports", "statuses", word), state)
        for word, state in new.statuses.items()
        if old.statuses.get(word) != state
    ]
    for who, person in new.people.items():
        there = old.people.get(who)
        if person.manager and (there is None or there.manager != person.manager):
            edits.append(Set(("imports", "people", who, "manager"), person.manager))
    for name, unit in new.units.items():
        known = old.units.get(name)
        for field, said in (("under", unit.under), ("head", unit.head)):
            if said and (known is None or getattr(known, field) != said):
                edits.append(Set(("imports", "units", name, field), said))
    return edits
