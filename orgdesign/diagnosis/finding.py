"""What the diagnosis finds: a sentence about places of the file, and what mends it."""

from __future__ import annotations

from typing import Literal

from orgdesign.model import PartKindName, Severity
from orgdesign.value_objects import value_object

Kind = Literal["organisation", PartKindName, "design"]
Field = tuple[str | int, ...]


@value_object
class Place:
    """A part of the organisation, by its kind and id, or one of its fields as the file says it.

    The organisation itself has no id; its fields are the keys of the file.
    """

    kind: Kind
    id: str = ""
    field: Field = ()


@value_object
class Finding:
    """One thing that loses customers, where it stands, and what mends it.

    ``message`` is a sentence that names the parts by their names. ``at`` is the place whose
    edit mends it, ``remedy`` says how, as a request. ``others`` are the further places that the
    finding rests on. What is not ``certain`` is the likeliest reading of what somebody wrote.
    """

    message: str
    at: Place
    remedy: str
    others: tuple[Place, ...] = ()
    certain: bool = True


@value_object
class RuleHit:
    """A finding of a rule, as severe as the rule is for this organisation.

    ``cause`` is the finding that it follows from, if it does: mend that, and this goes.
    """

    rule: str
    severity: Severity
    finding: Finding
    cause: RuleHit | None = None
