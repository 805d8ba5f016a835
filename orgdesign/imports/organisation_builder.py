"""Units and positions to an organisation: functions, roles, measures, and remarks beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from orgdesign.imports.answers import Answers, kept_answers
from orgdesign.imports.cells import is_yes
from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.notes import Notes, count_text, some
from orgdesign.imports.org_units import OrgUnit
from orgdesign.imports.positions import Place, Position
from orgdesign.imports.role_texts import MeasureNames, RoleTexts, texts_of
from orgdesign.model import (
    DottedLine,
    Function,
    Organisation,
    OrganisationIndex,
    Outcome,
    Role,
    number_text,
)
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import id_of

STATEMENT = "TODO What your customer gets, said from their side, so that it can be measured"
MOST_ROLES = 20_000
"""From how many roles on only heads of units and managers get one."""

MOST_HOLDERS = 3
_MOST_ABOVE = 6


@value_object
class ImportedOrganisation:
    """An organisation made of an export; remarks are comments, by the role they stand beside.

    ``said_above`` are the functions of which the export itself says what they report to, and
    ``guessed`` those of which it is told from somebody's line. Of what ``is_of_posts`` nobody is
    counted, and nothing is moved.
    """

    organisation: Organisation
    remarks: Mapping[str, Sequence[str]]
    said_above: frozenset[str] = frozenset()
    is_of_posts: bool = False
    has_lines: bool = True
    keyed: frozenset[str] = frozenset()
    """The roles whose id is the number that the export gives their post."""


@dataclass(slots=True)
class IdGiver:
    """Ids that are given once each."""

    taken: Counter[str] = field(default_factory=Counter)
    given: set[str] = field(default_factory=set)

    def give(self, said: str) -> str:
        """Return an id made of what something is called."""
        first = id_of(said)
        while True:
            self.taken[first] += 1
            count = self.taken[first]
            one = first if count == 1 else f"{first}-{count}"
            if one not in self.given:
                self.given.add(one)
                return one


def build_organisation(
    name: str,
    units: Mapping[Place, OrgUnit],
    answers: Answers,
    notes: Notes,
    *,
    names: bool,
    is_of_posts: bool = False,
) -> ImportedOrganisation:
    """Return the organisation; ``names`` says whether the holders of roles are named."""
    ids = IdGiver()
    function_ids = {unit: ids.give(unit.name) for unit in units.values()}
    seats = _seats(units.values(), notes)
    role_ids = _role_ids(seats)
    heads = {unit: role_ids.get(unit.head) if unit.head else None for unit in units.values()}
    functions = _functions(units.values(), function_ids, heads)
    home = {p: function_ids[unit] for unit in units.values() for p in unit.positions}
    measures, roles = MeasureNames(), dict[str, Role]()
    for seat in seats:
        first, id_ = seat[0], role_ids[seat[0]]
        role = _role(id_, seat, home[first], texts_of(first.row, measures), names=names)
        roles[id_] = replace(role, dotted_to=tuple(_dotted(seat, role_ids, id_)))
    remarks = {role_ids[seat[0]]: [*_remarks(seat)] for seat in seats}
    outcome = Outcome(id="desired", statement=STATEMENT, accountable=_at_the_top(functions))
    holders = {name for position in home for name in position.holders}
    kept = kept_answers(answers, holders, names=names)
    organisation = Organisation(name, outcome, functions, roles, measures.measures, imports=kept)
    organisation = _with_lines(organisation, {seat[0]: role_ids[seat[0]] for seat in seats})
    dotted = sum(len(role.dotted_to) for role in roles.values())
    notes.count(dotted, "1 dotted line was kept.", "{n} dotted lines were kept.")
    return ImportedOrganisation(
        organisation,
        remarks,
        frozenset(function_ids[unit] for unit in units.values() if unit.is_said),
        is_of_posts,
        any(p.above is not None for unit in units.values() for p in unit.positions),
        frozenset(role_ids[seat[0]] for seat in seats if _own_key(seat[0])),
    )


def _with_lines(organisation: Organisation, seats: Mapping[Position, str]) -> Organisation:
    """Return an organisation with the lines of roles that do not follow from functions."""
    index, roles = OrganisationIndex(organisation), dict(organisation.roles)
    for position, id_ in seats.items():
        above = seats.get(position.above) if position.above else None
        implied = index.manager_of(roles[id_])
        if above and above != id_ and above != (implied.id if implied else None):
            roles[id_] = replace(roles[id_], reports_to=above)
    return replace(organisation, roles=roles)


def _dotted(
    seat: Sequence[Position], role_ids: Mapping[Position, str], role: str
) -> Iterable[DottedLine]:
    others = (role_ids.get(other) for position in seat for other in position.dotted_to)
    yield from (DottedLine(other) for other in dict.fromkeys(others) if other and other != role)


def summary(imported: ImportedOrganisation) -> str:
    """Return in two sentences what an export became."""
    functions = imported.organisation.functions.values()
    top = [function.name for function in functions if function.reports_to is None]
    headcount = round(sum(function.headcount or 0 for function in functions), 2)
    parts = [
        count_text(len(functions), "function"),
        count_text(len(imported.organisation.roles), "role"),
        *([f"a headcount of {number_text(headcount)}"] if headcount else []),
    ]
    return f"{imported.organisation.name}: {', '.join(parts)}. At the top: {some(top)}."


def _functions(
    units: Iterable[OrgUnit], ids: Mapping[OrgUnit, str], heads: Mapping[OrgUnit, str | None]
) -> dict[str, Function]:
    units = [*units]
    names = _names(units)
    return {
        ids[unit]: Function(
            id=ids[unit],
            name=names[unit],
            reports_to=ids[unit.above] if unit.above else None,
            accountable=heads[unit],
            headcount=_people(unit.positions),
        )
        for unit in units
    }


def _names(units: Sequence[OrgUnit]) -> dict[OrgUnit, str]:
    """Return what each unit is called, with those above it as far as that tells it from others."""
    names = {unit: unit.name for unit in units}
    above = {unit: unit.above for unit in units}
    for _ in range(_MOST_ABOVE):
        often = Counter(map(fold_text, names.values()))
        alike = [u for u in units if often[fold_text(names[u])] > 1 and above[u] is not None]
        if not alike:
            break
        for unit in alike:
            over = above[unit]
            if over is not None:
                inside = (
                    names[unit].partition(" (")[2].rstrip(")") if over is not unit.above else ""
                )
                further = f"{inside}, {over.name}" if inside else over.name
                names[unit], above[unit] = f"{unit.name} ({further})", over.above
    return names


def _people(positions: Iterable[Position]) -> float | None:
    """Return how many people positions stand for; None where rows only name the unit."""
    people = [p.people for p in positions if p.people or not (p.is_group or p.is_only_post)]
    return round(sum(people), 2) if people else None


def _at_the_top(functions: Mapping[str, Function]) -> str | None:
    """Return the role that answers for everything, where there is one function at the top."""
    top = [function for function in functions.values() if function.reports_to is None]
    return top[0].accountable if len(top) == 1 else None


def _seats(units: Iterable[OrgUnit], notes: Notes) -> list[list[Position]]:
    """Return the positions of each role: one each, but for rows that add up alike posts."""
    units = [*units]
    managers = {position.above for unit in units for position in unit.positions}
    managers |= {unit.head for unit in units}
    seats = [seat for unit in units for seat in _seats_in(unit, managers)]
    if len(seats) <= MOST_ROLES:
        return seats
    fewer = [seat for seat in seats if seat[0] in managers]
    notes.say(
        f"{count_text(len(seats), 'role')} are too many to work with: only heads of units and"
        f" managers became roles, {len(fewer):,} of them."
    )
    return fewer


def _seats_in(unit: OrgUnit, managers: Container[Position | None]) -> list[list[Position]]:
    alone: list[list[Position]] = []
    sums: dict[tuple[str, str], list[Position]] = {}
    for position in unit.positions:
        if position in managers or (position.title and not position.is_group):
            alone.append([position])
        elif position.title:
            key = fold_text(position.title), position.row.get("accountabilities", "")
            sums.setdefault(key, []).append(position)
    alone.sort(
        key=lambda seat: (
            seat[0] is not unit.head,
            seat[0] not in managers,
            seat[0].level if seat[0] in managers else 0,
        )
    )
    return [*alone, *sums.values()]


def _role_ids(seats: Iterable[Sequence[Position]]) -> dict[Position, str]:
    ids = IdGiver()
    return {seat[0]: ids.give(_own_key(seat[0]) or _title(seat[0])) for seat in seats}


def _own_key(position: Position) -> str:
    """Return what a list of posts calls a post, where that reads as a word: ``ward-sister``."""
    key = position.post_key
    return key if key and position.is_only_post and not any(map(str.isdigit, key)) else ""


def _title(position: Position) -> str:
    return position.title or f"Head of {position.place[-1]}"


def _role(
    id_: str, seat: Sequence[Position], function: str, texts: RoleTexts, *, names: bool
) -> Role:
    first = seat[0]
    holders = dict.fromkeys(name for position in seat for name in position.holders)
    return Role(
        id=id_,
        title=_title(first),
        holders=tuple(holders) if names and len(holders) <= MOST_HOLDERS else (),
        vacant=all(position.vacant for position in seat),
        function=function,
        purpose=texts.purpose,
        accountabilities=texts.accountabilities,
        decides=texts.decides,
        measured_by=texts.measured_by,
        rewarded_for=texts.rewarded_for,
        assistant=is_yes(first.row.get("assistant", "")),
        attributes={
            name: value
            for name, value in texts.attributes.items()
            if all(p.row.get(f"attribute:{name}") == value for p in seat)
        },
        sections=texts.sections,
        document=texts.document,
    )


def _remarks(seat: Sequence[Position]) -> Iterable[str]:
    vacant = sum(position.vacant for position in seat)
    people = round(sum(position.people for position in seat), 2)
    if len(seat) > 1 or seat[0].is_group:
        posts = "" if seat[0].is_group else f"{len(seat):,} posts, "
        yield f"{posts}{people:,g} people" + (f", {vacant:,} vacant" if vacant else "")
    elif len(seat[0].holders) > 1:
        yield f"shared by {len(seat[0].holders)} people"
