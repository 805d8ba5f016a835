"""Seats and the people in them, apart from each other."""

from __future__ import annotations

import pytest

from orgdesign.model import Role
from orgdesign.yamlfile import read
from tests.designs.replay.test_replay import TODAY, after

HELD = "change-role, role: driver, holder: Ada"


def role(id_: str, *changes: str) -> Role:
    done = after(*changes)
    assert done.failures == ()
    return done.organisation.roles[id_]


def test_a_person_goes_from_one_seat_to_another() -> None:
    move = "move-holder, from: driver, to: head-baker"
    assert role("head-baker", HELD, move).holders == ("Ada",)
    assert role("driver", HELD, move).is_vacant


def test_a_person_acts_up_for_a_time_and_keeps_the_seat() -> None:
    acting = "move-holder, from: driver, to: owner, acting: yes, until: May, keeps_seat: yes"
    seat = role("owner", HELD, acting)
    assert (seat.holders, seat.filling, seat.until) == (("Ada",), "acting", "May")
    assert role("driver", HELD, acting).holders == ("Ada",)


def test_two_share_a_seat_and_one_of_them_leaves() -> None:
    shared = "add-holder, role: driver, holder: Ben, shares: yes"
    assert role("driver", HELD, shared).holders == ("Ada", "Ben")
    left = "end-holder, role: driver, holder: Ada"
    assert role("driver", HELD, shared, left).holders == ("Ben",)
    assert not role("driver", HELD, shared, left).is_vacant


@pytest.mark.parametrize("status", ["held", "open", "ring-fenced"])
def test_a_seat_that_is_not_filled_has_no_holder(status: str) -> None:
    seat = role("driver", HELD, f"fill-seat, role: driver, status: {status}, among: [owner]")
    assert (seat.holders, seat.filling, seat.is_vacant) == ((), status, True)


def test_a_seat_that_becomes_vacant_keeps_nobody() -> None:
    assert role("driver", HELD, "change-role, role: driver, vacant: yes").holders == ()
    filled = role("driver", "change-role, role: driver, vacant: yes", HELD)
    assert (filled.holders, filled.is_vacant) == (("Ada",), False)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            (HELD, "move-holder, from: driver, to: owner, holder: Ben"),
            "Ben does not hold the seat Driver",
        ),
        (
            (HELD, "move-holder, from: driver, to: driver"),
            "Driver is the seat that this person holds already",
        ),
        (
            (
                HELD,
                "add-holder, role: driver, holder: Ben, shares: yes",
                "end-holder, role: driver",
            ),
            "several hold the seat Driver; say who of them it is",
        ),
    ],
)
def test_who_does_not_hold_a_seat_cannot_leave_it(changes: tuple[str, ...], reason: str) -> None:
    assert [each.reason for each in after(*changes).failures] == [reason]


@pytest.mark.parametrize("said", ["vacant: yes", "status: held", "status: open"])
@pytest.mark.parametrize("kind", ["change-role, role: driver", "add-role, role: new, title: New"])
def test_a_change_does_not_say_that_a_seat_is_vacant_and_held(kind: str, said: str) -> None:
    text = f"{TODAY}      - {{change: {kind}, holder: Ben, {said}}}\n"
    (problem,) = read(text.encode(), "bakery.yaml").problems
    assert "that nobody does; delete one" in problem.message
    assert "Ben" not in problem.message
