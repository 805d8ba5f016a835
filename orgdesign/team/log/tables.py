"""What is kept of what was done: entries that each hold the digest of the one before."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, PrimaryKeyConstraint

from orgdesign.team.database import team_table, text_column

LOG = team_table(
    "log",
    Column("chain", BigInteger, nullable=False),
    Column("number", BigInteger, nullable=False),
    text_column("entry"),
    text_column("digest"),
    PrimaryKeyConstraint("chain", "number", name="pk_log"),
)
"""A chain for each organisation, and chain 0 for what belongs to none.

``entry`` is JSON, kept as the very text whose digest is taken together with the one before.
"""
