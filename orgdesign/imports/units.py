"""Posts to units: who heads each, and which unit it is under."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from orgdesign.imports.notes import Notes, some
from orgdesign.imports.places import Place, Places
from orgdesign.imports.posts import Post
from orgdesign.imports.reporting import Index

_RANK = re.compile(
    r"^(?:(?:acting|interim|deputy|assistant|associate|senior|executive|group|regional|global) )*"
    r"(?:director general|vice president|managing director|director|head|lead(?:er)?|manager|chief"
    r"|s?vp|evp|supervisor|president)\b(?:\s*[-,:]\s*|\s+(?:of|for)\s+(?:the\s+)?)",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"\b(?:head|director|chief|president|vp|svp|evp|manager|lead(?:er)?|ceo|cfo|coo|cto|cio|cmo"
    r"|supervisor|leiter(?:in)?|chef(?:in)?|directeur|directrice|responsable)\b",
    re.IGNORECASE,
)


@dataclass(slots=True, eq=False)
class Unit:
    """A unit, who works in it, its head, and the unit above."""

    name: str
    place: Place
    posts: list[Post] = field(default_factory=list)
    head: Post | None = None
    above: Unit | None = None


def units_of(
    posts: Sequence[Post], places: Places, index: Index, notes: Notes, *, by: str
) -> dict[Place, Unit]:
    """Return the units by place, parents before children; ``by`` is what makes a unit.

    ``units`` takes the units of the export, ``managers`` each post that others report to, and
    ``posts`` each post.
    """
    if by == "units":
        _settle_in(posts, places, notes)
    else:
        _by_managers(posts, every=by == "posts")
    units = _gathered(posts)
    if by == "units":
        _add_listed(units, places, notes)
    _choose_heads(units, places, index, notes)
    _draw_lines(units, places, notes)
    return _from_the_top(units)


def _from_the_top(units: Mapping[Place, Unit]) -> dict[Place, Unit]:
    """Return units so that each stands after the one above it, and else as they came."""
    below: dict[Unit | None, list[Unit]] = {}
    for unit in units.values():
        below.setdefault(unit.above, []).append(unit)
    ordered: dict[Place, Unit] = {}
    waiting = below.get(None, [])[::-1]
    while waiting:
        unit = waiting.pop()
        ordered[unit.place] = unit
        waiting.extend(below.get(unit, [])[::-1])
    return ordered


def _settle_in(posts: Sequence[Post], places: Places, notes: Notes) -> None:
    """Put each post without a unit into that of the nearest post above it that has one."""
    lost = [post for post in posts if not post.place]
    taken = 0
    for post in sorted(lost, key=lambda each: each.level):
        if post.above is not None:
            post.place = post.above.place
            taken += 1
        else:
            title = post.title or places.organisation or "the top"
            post.place = (f"Office of the {title}",) if post.title else ("No unit given",)
    notes.count(
        taken,
        "1 post without a unit was put into that of its manager.",
        "{n} posts without a unit were put into that of their manager.",
    )
    notes.count(
        len(lost) - taken,
        "1 post has neither a unit nor a manager; its unit is named after it.",
        "{n} posts have neither a unit nor a manager; their units are named after them.",
    )


def _by_managers(posts: Sequence[Post], *, every: bool) -> None:
    """Give each manager a unit of their own, which those who report to them stand in."""
    managers = {post.above for post in posts}
    names: Counter[str] = Counter()
    for post in sorted(posts, key=lambda each: each.level):
        if post in managers or (post.above is None and not post.is_group) or every:
            name = _work(post.title)
            names[name.casefold()] += 1
            seen = names[name.casefold()]
            post.place = (name if seen == 1 else f"{name} ({seen})",)
        else:
            post.place = post.above.place if post.above else ("No manager given",)


def _work(title: str) -> str:
    """Return the work in a title, without its rank.

    >>> _work("Head of Sales"), _work("Accountant")
    ('Sales', 'Accountant')
    """
    work = _RANK.sub("", title)
    return work[:1].upper() + work[1:] if work else title or "Without a title"


def _gathered(posts: Iterable[Post]) -> dict[Place, Unit]:
    """Return the units that posts stand in, and those above; the case of letters is no matter."""
    units: dict[Place, Unit] = {}
    known: dict[Place, Place] = {}
    for post in posts:
        for end in range(1, len(post.place) + 1):
            place = post.place[:end]
            place = known.setdefault(tuple(name.casefold() for name in place), place)
            units.setdefault(place, Unit(place[-1], place))
        post.place = place
        units[place].posts.append(post)
    return units


def _add_listed(units: dict[Place, Unit], places: Places, notes: Notes) -> None:
    """Add units that are only listed, if anything says where they belong or nobody is listed."""
    known = {unit.name.casefold() for unit in units.values()}
    above = {name.casefold() for name in places.parents.values()}
    is_list_only = not units
    left_out = []
    for name in dict.fromkeys((*places.listed, *places.parents, *places.parents.values())):
        if name.casefold() in known:
            continue
        if is_list_only or name in places.parents or name.casefold() in above:
            units[(name,)] = Unit(name, (name,))
        else:
            left_out.append(name)
    if left_out:
        notes.say(
            f"Listed with nobody in them and nothing above them, and left out: {some(left_out)}."
        )


def _choose_heads(units: dict[Place, Unit], places: Places, index: Index, notes: Notes) -> None:
    reports = Counter(post.above for unit in units.values() for post in unit.posts)
    unclear: list[str] = []
    within = _within(units)
    for unit in units.values():
        said = places.heads.get(unit.name)
        unit.head = index.find(said) if said else None
        if unit.head is None:
            unit.head = _head(unit.posts or within[unit.place], reports)
        if unit.head is None and not all(post.is_group for post in within[unit.place]):
            unclear.append(unit.name)
    if unclear:
        units_have = "1 unit has" if len(unclear) == 1 else f"{len(unclear):,} units have"
        notes.say(f"{units_have} no clear head, and no accountable role yet: {some(unclear)}.")


def _within(units: dict[Place, Unit]) -> dict[Place, list[Post]]:
    """Return the posts in each unit and in those under it by place."""
    within: dict[Place, list[Post]] = {place: [] for place in units}
    for place, unit in units.items():
        for end in range(1, len(place) + 1):
            within[place[:end]].extend(unit.posts)
    return within


def _head(posts: Sequence[Post], reports: Counter[Post | None]) -> Post | None:
    """Return the one at the top; of several the one with most reports, or with a head's title."""
    seats = [post for post in posts if not post.is_group]
    top = min((post.level for post in seats), default=0)
    highest = [post for post in seats if post.level == top]
    if len(highest) == 1:
        return highest[0]
    most = max((reports[post] for post in highest), default=0)
    busiest = [post for post in highest if reports[post] == most]
    if most and len(busiest) == 1:
        return busiest[0]
    titled = [post for post in busiest if _HEADS.search(post.title)]
    return titled[0] if len(titled) == 1 else None


def _draw_lines(units: dict[Place, Unit], places: Places, notes: Notes) -> None:
    named = {unit.name.casefold(): unit for unit in units.values()}
    unit_of = {post: unit for unit in units.values() for post in unit.posts}
    within = _within(units)
    for place, unit in units.items():
        if said := places.parents.get(unit.name):
            unit.above = named.get(places.names.get(said, said).casefold())
        elif len(place) > 1:
            unit.above = units[place[:-1]]
        else:
            unit.above = next(_over(unit, within[place], unit_of), None)
    _open_circles(units.values(), notes)


def _over(unit: Unit, posts: Sequence[Post], unit_of: Mapping[Post, Unit]) -> Iterator[Unit]:
    """Yield the units of whoever the highest posts report to, that of the head first."""
    top = min((post.level for post in posts), default=0)
    highest = [post for post in posts if post.level == top]
    if unit.head is not None and unit.head.level <= top:
        yield from (each for each in [_above(unit.head, unit_of)] if each not in (None, unit))
    counts = Counter(_above(post, unit_of) for post in highest)
    yield from (each for each, _ in counts.most_common() if each not in (None, unit))


def _above(post: Post, unit_of: Mapping[Post, Unit]) -> Unit | None:
    return unit_of.get(post.above) if post.above else None


def _open_circles(units: Iterable[Unit], notes: Notes) -> None:
    opened = []
    for unit in units:
        seen: set[Unit] = set()
        each: Unit | None = unit
        while each is not None and each not in seen:
            seen.add(each)
            each = each.above
        if each is not None:
            each.above = None
            opened.append(each.name)
    if opened:
        notes.say(f"Units are under each other in a circle; opened at the top: {some(opened)}.")
