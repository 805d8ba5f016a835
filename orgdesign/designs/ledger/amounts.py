"""People, posts and yearly cost: of a function, of a branch, and of a whole organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgdesign.model import Function, Organisation
from orgdesign.value_objects import value_object


@value_object
class Amounts:
    """How many people there are, on how many posts, and what they cost a year."""

    people: float = 0
    posts: float = 0
    cost: float = 0

    def __add__(self, other: Amounts) -> Amounts:
        """Return both together."""
        return Amounts(self.people + other.people, self.posts + other.posts, self.cost + other.cost)

    def __sub__(self, other: Amounts) -> Amounts:
        """Return by how much this one is more."""
        return Amounts(self.people - other.people, self.posts - other.posts, self.cost - other.cost)

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.people or self.posts or self.cost)

    @property
    def open(self) -> float:
        """Return how many posts nobody holds."""
        return self.posts - self.people


NOTHING = Amounts()


def amounts_of(functions: Iterable[Function]) -> Amounts:
    """Return what functions come to together."""
    people = posts = cost = 0.0
    for function in functions:
        own = function.headcount or 0
        people += own
        posts += own if function.posts is None else function.posts
        cost += function.cost or 0
    return Amounts(people, posts, cost)


def total_amounts(organisation: Organisation) -> Amounts:
    """Return what all functions of an organisation come to."""
    return amounts_of(organisation.functions.values())


def changed_amounts(before: Organisation, after: Organisation) -> Amounts:
    """Return by how much one organisation comes to more than another, looking at what differs."""
    old, new = before.functions, after.functions
    if old is new:
        return NOTHING
    come = amounts_of(each for id_, each in new.items() if old.get(id_) is not each)
    gone = amounts_of(each for id_, each in old.items() if new.get(id_) is not each)
    return come - gone


def branch_functions(organisation: Organisation) -> Iterator[tuple[str, list[str]]]:
    """Yield the head of each branch with all that is in it; what is over them comes first.

    Branches are what reports to the top; where there are several tops, each of them is one.
    """
    index = organisation.index
    roots = index.lines.get(None, [])
    heads = index.lines.get(roots[0].id, []) if len(roots) == 1 else roots
    for top in roots if len(roots) == 1 else ():
        yield top.id, [top.id]
    for head in heads:
        yield head.id, index.branch(head.id)


def branches(organisation: Organisation) -> Iterator[tuple[str, Amounts]]:
    """Yield the head of each branch with what the branch comes to, first what is over them."""
    for head, ids in branch_functions(organisation):
        yield head, amounts_of(organisation.functions[id_] for id_ in ids)
