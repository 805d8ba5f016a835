"""Where a role stands towards the customer: by its links, its pay, and its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from orgdesign.diagnosis import RuleHit
from orgdesign.model import Organisation, Role

RoleNote = Literal["silent", "against", "doubtful", "pulled", "unpaid"]
STANDINGS: dict[RoleNote, str] = {
    "silent": "They say nothing about the customer",
    "against": "What they say works against the customer",
    "doubtful": "What they say may work against the customer: read it again",
    "pulled": "They are paid by what the company gets alone",
}
"""What keeps roles from the customer, as a heading over them, the worst first."""
_REMARKS: tuple[RoleNote, ...] = ("unpaid",)
UNPAID = "Nothing says what it is rewarded for."
GOOD = "They say what the customer gets"
TEXT_RULES = ("role-against-outcome", "reward-in-words")
"""The rules of the diagnosis that read what a role says of itself."""


def role_notes(
    organisation: Organisation, role: Role, hits: Sequence[RuleHit]
) -> tuple[RoleNote, ...]:
    """Return what keeps a role from the customer, the worst first, and then what is to be said.

    ``hits`` are findings about any part.
    """
    found = {*_links(organisation, role), *_readings(role, hits)}
    return tuple(note for note in (*STANDINGS, *_REMARKS) if note in found)


def rank_of(notes: Sequence[RoleNote]) -> int:
    """Return under which of the headings a role stands; the last is that of the good ones."""
    kept = next((note for note in notes if note in STANDINGS), None)
    return [*STANDINGS].index(kept) if kept else len(STANDINGS)


def _links(organisation: Organisation, role: Role) -> Iterator[RoleNote]:
    measures = organisation.measures
    paid = {measures[each.measure].kind for each in role.rewarded_for}
    judged = paid | {measures[each].kind for each in role.measured_by}
    if not organisation.index.outcomes_of(role) and "customer" not in judged:
        yield "silent"
    if "company" in paid and "customer" not in paid:
        yield "pulled"
    if not role.rewarded_for:
        yield "unpaid"


def _readings(role: Role, hits: Sequence[RuleHit]) -> Iterator[RoleNote]:
    for hit in hits:
        if hit.rule in TEXT_RULES and (hit.finding.at.kind, hit.finding.at.id) == ("role", role.id):
            yield "against" if hit.finding.certain else "doubtful"
