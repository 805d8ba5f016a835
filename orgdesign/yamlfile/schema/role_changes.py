"""The shapes of changes of roles: who is accountable, paid for what, and who holds which seat."""

from __future__ import annotations

from typing import Any, get_args

from marshmallow import ValidationError

from orgdesign import model as domain
from orgdesign.yamlfile.schema import organisation as today
from orgdesign.yamlfile.schema.fields import ChoiceField, Flag, Text
from orgdesign.yamlfile.schema.links import NewId, Ref, Refs
from orgdesign.yamlfile.schema.messages import one_of
from orgdesign.yamlfile.schema.nested_shapes import ListOf
from orgdesign.yamlfile.schema.rationale import ChangeShape


class AppointShape(ChangeShape):
    """A role becomes accountable for a function, an outcome or a hand-off."""

    one_of = ("function", "outcome", "handoff")
    function = Ref("The function it answers for.", "function")
    outcome = Ref("The outcome it answers for.", "outcome")
    handoff = Ref("The hand-off it answers for.", "hand-off")
    accountable = Ref("The role that answers for it.", "role", required=True)

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> domain.Change:
        """Ask for exactly one thing to be accountable for."""
        if sum(key in values for key in self.one_of) != 1:
            message = f"say what the role answers for, with one of {one_of(self.one_of)}"
            raise ValidationError(message)
        return super().build(values, given)


class SaidRoleShape(ChangeShape, today.RoleShape):
    """What a design says of a role: a seat that becomes vacant has no holder."""

    def build(self, values: dict[str, Any], given: dict[str, Any]) -> Any:
        """Refuse a seat that somebody holds and nobody does."""
        unfilled = values.get("vacant") or values.get("status") in domain.UNFILLED
        if unfilled and values.get("holders"):
            word = "vacant" if values.get("vacant") else "status"
            message = f"holder says who holds the seat, and {word} that nobody does; delete one"
            raise ValidationError({word: [message]})
        return super().build(values, given)


class AddRoleShape(SaidRoleShape, noun="a change that adds a role"):
    """A new role."""

    sets = ("purpose",)
    purpose = Text(today.PURPOSE)
    role = NewId("The id of the new role.", required=True)


class ChangeRoleShape(SaidRoleShape, noun="a change of a role"):
    """A role says something else."""

    sets = ("purpose",)
    purpose = Text(today.PURPOSE)
    role = Ref("The role that changes.", "role", required=True)
    title = Text("Its new title.")


class MoveRoleShape(ChangeShape):
    """A role belongs to another function."""

    role = Ref("The role that moves.", "role", required=True)
    function = Ref("The function it belongs to now.", "function", required=True)


class RetireRoleShape(ChangeShape):
    """A role ends."""

    role = Ref("The role that ends.", "role", required=True)


class SeatChangeShape(ChangeShape):
    """What every change of who holds a seat may say."""

    holder = Text("Who it is; leave it out to keep it private.")
    acting = Flag("Whether it is for a time only.")
    until = Text("How long that is so: a date, or words.")
    shares = Flag("Whether others go on holding the seat too.")


class MoveHolderShape(SeatChangeShape):
    """A person goes from one seat to another."""

    giver = Ref("The seat that the person has.", "role", required=True, data_key="from")
    taker = Ref("The seat that the person gets.", "role", required=True, data_key="to")
    keeps_seat = Flag("Whether the person keeps the seat that they have.")


class AddHolderShape(SeatChangeShape):
    """A person who comes new holds a seat."""

    role = Ref("The seat that the person gets.", "role", required=True)


class EndHolderShape(ChangeShape):
    """A person leaves a seat and the organisation."""

    role = Ref("The seat that the person leaves.", "role", required=True)
    holder = Text("Who it is, where several hold it.")
    status = ChoiceField("How the seat is filled then.", domain.UNFILLED)


class FillSeatShape(ChangeShape):
    """How a seat is to be filled."""

    role = Ref("The seat.", "role", required=True)
    status = ChoiceField("How it is filled.", get_args(domain.SeatStatus), required=True)
    among = Refs("The roles whose holders it is for.", "role")
    until = Text("How long that is so: a date, or words.")


class RewardChangeShape(ChangeShape):
    """A role is paid for something else."""

    role = Ref("The role that is paid.", "role", required=True)
    rewarded_for = ListOf("What it is paid for from now on.", today.RewardShape, required=True)
