"""Asking the provider again about whoever is signed in by it, also where pages only wait."""

from __future__ import annotations

from datetime import timedelta
from threading import Event, Thread

from flask import Flask
from sqlalchemy import func, select
from werkzeug.exceptions import HTTPException

from orgdesign.problems import OrgdesignError
from orgdesign.team.pages.door import TeamDoor
from orgdesign.team.pages.guard import ask_provider
from orgdesign.team.people.sign_ins import sign_ins_to_ask

BEFORE = timedelta(minutes=8)
"""How long after it was last asked: well within the ten minutes that are promised."""
PACE = 30.0
_ALONE = 0x61736B


def ask_beside_requests(app: Flask, door: TeamDoor) -> None:
    """Let each process ask while it answers requests; whichever comes first does it."""

    def begin(ended: Event) -> None:
        Thread(target=_keep_asking, args=(app, door, ended), daemon=True).start()

    app.extensions.setdefault("beside_requests", []).append(begin)


def _keep_asking(app: Flask, door: TeamDoor, ended: Event) -> None:
    while not ended.wait(PACE):
        try:
            with app.app_context():
                ask_about_all(door)
        except OrgdesignError:
            continue  # the database does not answer: neither does any page


def ask_about_all(door: TeamDoor) -> int:
    """Ask about everybody of whom it is time, and return how many that were."""
    with door.database.writing() as connection:
        if not connection.execute(select(func.pg_try_advisory_xact_lock(_ALONE))).scalar():
            return 0
        due = sign_ins_to_ask(connection, BEFORE)
    for found in due:
        with door.database.writing() as connection:
            try:
                ask_provider(connection, door, found)
            except HTTPException:
                continue  # the provider does not answer: their next page says so
    return len(due)
