"""What a class becomes by ``@value_object``, beside what Python's own dataclass makes of it."""

import copy
import inspect
import pickle
from collections.abc import Mapping
from dataclasses import KW_ONLY, FrozenInstanceError, field, replace

import pytest

from orgdesign.value_objects import value_object


@value_object
class Leg:
    """One way of a trip."""

    to: str
    miles: float = 0.0


@value_object
class Trip(Leg):
    """A way with more to say."""

    _: KW_ONLY
    notes: Mapping[str, str] = field(default_factory=dict, hash=False)
    weather: str = field(default="dry", compare=False, repr=False)
    by: str | None = None
    found: str | None = field(default=None, init=False)


def test_fields_are_filled_by_position_and_by_name():
    trip = Trip("Rome", 3.0, by="rail")

    assert (trip.to, trip.miles, trip.notes, trip.by, trip.found) == ("Rome", 3.0, {}, "rail", None)


def test_what_is_made_anew_is_shared_by_no_two():
    assert Trip("Rome").notes is not Trip("Rome").notes


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Trip(),
        lambda: Trip("Rome", 3.0, {}),
        lambda: Trip("Rome", of="x"),
        lambda: Trip("Rome", found="x"),
    ],
)
def test_what_is_missing_or_unknown_is_refused(wrong):
    with pytest.raises(TypeError, match=r"Trip\.__init__"):
        wrong()


def test_values_are_equal_by_what_is_compared():
    assert Trip("Rome", weather="wet") == Trip("Rome")
    assert Trip("Rome", by="rail") != Trip("Rome")
    assert Leg("Rome") != Trip("Rome")
    assert len({Leg("Rome"), Leg("Rome"), Leg("Rome", 1.0)}) == 2
    assert hash(Trip("Rome", notes={"a": "b"})) == hash(Trip("Rome"))


def test_nothing_of_a_value_is_changed():
    leg = Leg("Rome")

    with pytest.raises(FrozenInstanceError, match=r"Leg\.to cannot be changed"):
        leg.to = "Paris"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del leg.to
    with pytest.raises(FrozenInstanceError):
        leg.other = 1  # type: ignore[attr-defined]
    assert replace(leg, to="Paris") == Leg("Paris")


def test_a_value_says_what_it_holds():
    assert repr(Leg("Rome")) == "Leg(to='Rome', miles=0.0)"
    assert "weather" not in repr(Trip("Rome"))


def test_a_class_says_what_it_takes():
    assert list(inspect.signature(Trip).parameters) == ["to", "miles", "notes", "weather", "by"]
    match Leg("Rome", 2.0):
        case Leg(to, miles):
            assert (to, miles) == ("Rome", 2.0)


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it))]
)
def test_a_copy_is_equal(again):
    trip = Trip("Rome", notes={"a": "b"}, weather="wet")

    assert again(trip) == trip
    assert again(trip).weather == "wet"
