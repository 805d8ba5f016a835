"""Units and posts to an organisation: functions, roles, and remarks that go beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from orgdesign.imports.notes import Notes, counted, some
from orgdesign.imports.places import Place
from orgdesign.imports.posts import Post
from orgdesign.imports.reporting import Index, named
from orgdesign.imports.units import Unit
from orgdesign.model import Function, Organisation, Outcome, Role
from orgdesign.yamlfile.new_ids import id_of

STATEMENT = "TODO What your customer gets, said from their side, so that it can be measured"
MOST_ROLES = 20_000
"""From how many roles on only heads of units and managers get one."""


@dataclass(frozen=True, slots=True)
class Imported:
    """An organisation made of an export; remarks are comments, by the role they stand beside."""

    organisation: Organisation
    remarks: Mapping[str, Sequence[str]]


@dataclass(slots=True)
class Ids:
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


def built(
    name: str, units: Mapping[Place, Unit], index: Index, notes: Notes, *, names: bool
) -> Imported:
    """Return the organisation; ``names`` says whether the holders of roles are named."""
    ids = Ids()
    function_ids = {unit: ids.give(unit.name) for unit in units.values()}
    seats = _seats(units.values(), notes)
    role_ids = _role_ids(seats, function_ids)
    heads = {unit: role_ids.get(unit.head) if unit.head else None for unit in units.values()}
    functions = _functions(units.values(), function_ids, heads)
    roles: dict[str, Role] = {}
    remarks: dict[str, Sequence[str]] = {}
    function_of = {post: function_ids[unit] for unit in units.values() for post in unit.posts}
    for seat in seats:
        id_ = role_ids[seat[0]]
        roles[id_] = _role(id_, seat, function_of[seat[0]], names)
        remarks[id_] = [*_remarks(seat, functions, function_of, index)]
    outcome = Outcome(id="desired", statement=STATEMENT, accountable=_at_the_top(functions))
    organisation = Organisation(name, outcome, functions, roles)
    dotted = sum(1 for each in remarks.values() for remark in each if remark.startswith("Dotted"))
    notes.count(
        dotted,
        "1 dotted line was kept, as a comment beside the role.",
        "{n} dotted lines were kept, as comments beside the roles.",
    )
    return Imported(organisation, remarks)


def summary(imported: Imported) -> str:
    """Return in two sentences what an export became."""
    functions = imported.organisation.functions.values()
    top = [each.name for each in functions if each.reports_to is None]
    headcount = round(sum(each.headcount or 0 for each in functions), 2)
    parts = [
        counted(len(functions), "function"),
        counted(len(imported.organisation.roles), "role"),
        *([f"a headcount of {headcount:,.10g}"] if headcount else []),
    ]
    return f"{imported.organisation.name}: {', '.join(parts)}. At the top: {some(top)}."


def _functions(
    units: Iterable[Unit], ids: Mapping[Unit, str], heads: Mapping[Unit, str | None]
) -> dict[str, Function]:
    units = [*units]
    often = Counter(unit.name.casefold() for unit in units)
    return {
        ids[unit]: Function(
            id=ids[unit],
            name=_told_apart(unit) if often[unit.name.casefold()] > 1 else unit.name,
            reports_to=ids[unit.above] if unit.above else None,
            accountable=heads[unit],
            headcount=_people(unit.posts),
        )
        for unit in units
    }


def _told_apart(unit: Unit) -> str:
    return f"{unit.name} ({unit.above.name})" if unit.above else unit.name


def _people(posts: Iterable[Post]) -> float | None:
    """Return how many people posts stand for; None where rows only name the unit."""
    people = [post.people for post in posts if post.people or not post.is_group]
    return round(sum(people), 2) if people else None


def _at_the_top(functions: Mapping[str, Function]) -> str | None:
    """Return the role that answers for everything, where there is one function at the top."""
    top = [function for function in functions.values() if function.reports_to is None]
    return top[0].accountable if len(top) == 1 else None


def _seats(units: Iterable[Unit], notes: Notes) -> list[list[Post]]:
    """Return the posts of each role: a head or a manager alone, others by their title."""
    units = [*units]
    managers = {post.above for unit in units for post in unit.posts}
    managers |= {unit.head for unit in units}
    seats = [seat for unit in units for seat in _seats_in(unit, managers)]
    if len(seats) <= MOST_ROLES:
        return seats
    fewer = [seat for seat in seats if seat[0] in managers]
    notes.say(
        f"{counted(len(seats), 'role')} are too many to work with: only heads of units and"
        f" managers became roles, {len(fewer):,} of them."
    )
    return fewer


def _seats_in(unit: Unit, managers: Container[Post | None]) -> list[list[Post]]:
    alone: list[list[Post]] = []
    alike: dict[tuple[str, str], list[Post]] = {}
    for post in unit.posts:
        if post in managers:
            alone.append([post])
        elif post.title:
            alike.setdefault((post.title.casefold(), post.accountabilities), []).append(post)
    alone.sort(key=lambda seat: (seat[0] is not unit.head, seat[0].level))
    return [*alone, *alike.values()]


def _role_ids(seats: Iterable[Sequence[Post]], function_ids: Mapping[Unit, str]) -> dict[Post, str]:
    ids = Ids()
    return {seat[0]: ids.give(_title(seat[0])) for seat in seats}


def _title(post: Post) -> str:
    return post.title or f"Head of {post.place[-1]}"


def _role(id_: str, seat: Sequence[Post], function: str, names: bool) -> Role:
    first = seat[0]
    holders = [name for post in seat for name in post.holders]
    return Role(
        id=id_,
        title=_title(first),
        holders=(" and ".join(holders),) if names and holders and len(holders) <= 3 else (),
        vacant=all(post.vacant for post in seat),
        function=function,
        accountabilities=(first.accountabilities,) if first.accountabilities else (),
    )


def _remarks(
    seat: Sequence[Post],
    functions: Mapping[str, Function],
    function_of: Mapping[Post, str],
    index: Index,
) -> Iterable[str]:
    vacant = sum(post.vacant for post in seat)
    people = round(sum(post.people for post in seat), 2)
    if len(seat) > 1 or seat[0].is_group:
        posts = "" if seat[0].is_group else f"{len(seat):,} posts, "
        yield f"{posts}{people:,g} people" + (f", {vacant:,} vacant" if vacant else "")
    elif len(seat[0].holders) > 1:
        yield f"shared by {len(seat[0].holders)} people"
    found = (index.find(each) for post in seat for each in _dotted(post))
    known = dict.fromkeys(post for post in found if post in function_of and post is not seat[0])
    for post in known:
        if post is not None and post is not seat[0].above:
            yield f"Dotted line to {functions[function_of[post]].name}"


def _dotted(post: Post) -> Iterable[str]:
    """Return the further managers of a post: of a dotted line, or after the first of a cell."""
    cells = [text for meaning, text in post.bosses if meaning != "manager_chain"]
    return (*named(post.dotted), *(each for text in cells for each in named(text)[1:]))
