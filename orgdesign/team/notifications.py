"""Letting every process know that something of an organisation is new."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from orgdesign.team.organisations.records import CHANGES


def tell_changed(connection: Connection, organisation: int) -> None:
    """Let open pages of an organisation be looked at anew, once this is kept."""
    connection.execute(select(func.pg_notify(CHANGES, f"organisation:{organisation}")))
