"""People, their passwords, where they are signed in, and who has to wait."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha1
from pathlib import Path

import pytest
from sqlalchemy import update

from orgdesign.team.database import TeamDatabase
from orgdesign.team.people import people, sign_ins
from orgdesign.team.people.breached_passwords import is_breached, parse_list
from orgdesign.team.people.passwords import is_password, password_digest, password_problem
from orgdesign.team.people.tables import ONE_TIME, SIGN_IN
from orgdesign.team.people.throttle import FAILURES, Throttle

GOOD = "seven quiet otters"


def test_an_address_is_one_person_however_it_is_written(database: TeamDatabase):
    with database.writing() as connection:
        ana = people.add_person(connection, "", "Ana@Example.com ", "Ana")
        assert people.add_person(connection, "", "ana@example.com", "Other") == ana
        assert people.find_by_email(connection, "ANA@example.com") == ana


@pytest.mark.parametrize(
    "password",
    [
        "short",
        "passwordpassword",
        "aaaaaaaaaaaaaaaa",
        "ana@example.com",
        "Trustno1trustno1",
        "correcthorsebatterystaple",
        "1q2w3e4r5t6y",
        "manchesterunited",
        "x" * 300,
    ],
)
def test_a_password_that_is_easily_guessed_is_refused(password: str):
    assert password_problem(password, "ana@example.com", "Ana")


def test_a_password_is_known_again_in_any_composition_of_its_letters():
    kept = password_digest("sieben leise Möwen")
    assert password_problem(GOOD, "ana@example.com") == ""
    assert is_password(kept, "sieben leise Mo\u0308wen")
    assert not is_password(kept, "sieben leise Mowen")
    assert not is_password(None, GOOD)
    assert GOOD not in kept


def test_a_link_to_set_a_password_works_once_and_for_a_while(database: TeamDatabase):
    with database.writing() as connection:
        ana = people.add_person(connection, "", "ana@example.com", "Ana")
        first = people.new_one_time(connection, "", ana.id, "invitation")
        token = people.new_one_time(connection, "", ana.id, "new password")
        assert people.one_time_person(connection, first) is None
        assert people.one_time_person(connection, token) == ana
        people.set_password(connection, ana.id, ana.id, GOOD)
        assert people.one_time_person(connection, token) is None
        late = people.new_one_time(connection, "", ana.id, "new password")
        gone = datetime.now(UTC) - timedelta(days=1)
        connection.execute(update(ONE_TIME).values(expires_at=gone))
        assert people.one_time_person(connection, late) is None


def test_a_sign_in_brings_a_new_cookie_and_ends_the_one_before(database: TeamDatabase):
    with database.writing() as connection:
        ana = people.add_person(connection, "", "ana@example.com", "Ana")
        first = sign_ins.sign_in(connection, ana, "Firefox")
        second = sign_ins.sign_in(connection, ana, "Firefox", before=first)
        assert sign_ins.find_sign_in(connection, first) is None
        found = sign_ins.find_sign_in(connection, second)
        assert found is not None
        assert found.person == ana


@pytest.mark.parametrize("column", ["seen_at", "created_at"])
def test_a_sign_in_ends_by_itself(database: TeamDatabase, column: str):
    with database.writing() as connection:
        ana = people.add_person(connection, "", "ana@example.com", "Ana")
        token = sign_ins.sign_in(connection, ana, "")
        long_ago = datetime.now(UTC) - sign_ins.LONGEST - timedelta(seconds=1)
        connection.execute(update(SIGN_IN).values({column: long_ago}))
        assert sign_ins.find_sign_in(connection, token) is None


def test_whoever_is_disabled_is_signed_in_nowhere(database: TeamDatabase):
    with database.writing() as connection:
        ana = people.add_person(connection, "", "ana@example.com", "Ana")
        token = sign_ins.sign_in(connection, ana, "")
        invitation = people.new_one_time(connection, "", ana.id, "invitation")
        people.disable_person(connection, "admin", ana.id)
        assert sign_ins.find_sign_in(connection, token) is None
        assert people.one_time_person(connection, invitation) is None


def test_groups_follow_what_the_provider_says(database: TeamDatabase):
    with database.writing() as connection:
        ana = people.add_person(connection, "", "ana@example.com", "Ana")
        own = people.add_group(connection, "admin", "Board")
        people.join_group(connection, "admin", own.id, ana.id)
        people.set_claimed_groups(connection, ana.id, ["claims", "fraud"])
        people.set_claimed_groups(connection, ana.id, ["fraud"])
        mine = people.groups_of(connection, ana.id)
        names = sorted(each.name for each in people.groups(connection) if each.id in mine)
        assert names == ["Board", "fraud"]


def test_who_fails_too_often_waits_in_every_process(database: TeamDatabase):
    with database.writing() as connection:
        for _ in range(FAILURES["account"]):
            assert not Throttle(b"s").has_to_wait(connection, "ana", "10.0.0.1")
            Throttle(b"s").note_failure(connection, "ana", "10.0.0.1")
        assert Throttle(b"s").has_to_wait(connection, "ANA ", "10.0.0.2")
        assert not Throttle(b"s").has_to_wait(connection, "bo", "10.0.0.1")
        Throttle(b"s").forget_account(connection, "ana")
        assert not Throttle(b"s").has_to_wait(connection, "ana", "10.0.0.1")


@pytest.mark.parametrize("count", [1, 2, 3, 100])
@pytest.mark.parametrize("end", ["", "\n"])
def test_a_password_known_from_a_breach_is_found_wherever_it_stands(
    tmp_path: Path, count: int, end: str
):
    words = [f"seven quiet otters {number}" for number in range(count)]
    lines = sorted(f"{sha1(each.encode()).hexdigest().upper()}:{len(each)}" for each in words)
    file = tmp_path / "breached.txt"
    file.write_text("\n".join(lines) + end)

    assert all(is_breached(each, file) for each in words)
    assert not any(is_breached(f"{each}!", file) for each in words)
    assert "breach" in password_problem(words[0], "ana@example.com", breached=file)
    assert parse_list(str(file)) == file


def test_what_is_no_list_of_digests_is_told_at_the_start(tmp_path: Path):
    (tmp_path / "words.txt").write_text("hunter2\n" * 20)
    for name in ("words.txt", "none.txt"):
        with pytest.raises(ValueError, match="file"):
            parse_list(str(tmp_path / name))
