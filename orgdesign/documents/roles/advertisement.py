"""Text for a job advertisement, from the same facts as the role description."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.designs.comparison import listed
from orgdesign.diagnosis.seats import Seats
from orgdesign.documents.roles.description import Description
from orgdesign.documents.wording import line, sentence
from orgdesign.documents.writers.document import Block, Document, Heading, Items, Paragraph
from orgdesign.model import Organisation, Role
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import Disclosure


def advertised(disclosure: Disclosure, described: Sequence[Description]) -> Document:
    """Return what outsiders may read of roles: no holders, rewards, figures or changes.

    Roles that end are not advertised.

    Raises:
        OrgdesignError: none of the roles is there any more.
    """
    seats = Seats(disclosure.shown)
    roles = [
        seats.organisation.roles[each.id]
        for each in described
        if each.id in seats.organisation.roles
    ]
    if not roles:
        raise OrgdesignError("A role that ends is not advertised; choose another, or no design.")
    title = line(roles[0].title) if len(roles) == 1 else "Open roles"
    blocks = (block for role in roles for block in _blocks(seats, role))
    return Document(f"{title}, {line(disclosure.shown.name)}", tuple(blocks))


def _blocks(seats: Seats, role: Role) -> Iterator[Block]:
    yield Heading(line(role.title), 1)
    yield Paragraph(_promise(seats.organisation))
    if role.purpose:
        yield Paragraph(sentence(role.purpose))
    for heading, lines in _parts(seats, role):
        if lines:
            yield Heading(heading)
            yield Items(tuple(lines))


def _promise(organisation: Organisation) -> str:
    promise = line(organisation.outcome.statement).rstrip(".")
    return (
        f"At {line(organisation.name)}, all work starts from what the customer gets: “{promise}.”"
    )


def _parts(seats: Seats, role: Role) -> Iterator[tuple[str, list[str]]]:
    yield "What you make possible for customers", [*_contributions(seats, role)]
    yield "What you answer for", [*map(sentence, role.accountabilities)]
    yield "What you decide", [*map(sentence, role.decides)]
    measures = seats.ties.measures(role.measured_by)
    told = [sentence(each.name) for each in measures if each.kind == "customer"]
    yield "How you see that it works", told
    yield "Whom you work with", [*_company(seats, role)]


def _contributions(seats: Seats, role: Role) -> Iterator[str]:
    outcomes = seats.ties.outcomes
    yield from (sentence(outcomes[each].statement) for each in seats.ties.outcomes_of(role))
    for function in seats.ties.functions_of(role):
        if function.alignment.contribution:
            yield sentence(f"{line(function.name)}: {line(function.alignment.contribution)}")


def _company(seats: Seats, role: Role) -> Iterator[str]:
    if above := seats.above(role):
        yield f"You report to the {line(above.title)}."
    functions = seats.organisation.functions
    near = [functions[each.giver].name for each in seats.taken(role)]
    near += [functions[each.taker].name for each in seats.given(role)]
    if names := [*dict.fromkeys(line(each) for each in near)]:
        yield f"You work hand in hand with {listed(names)}."
