"""The fields of forms over designs and their phases."""

from __future__ import annotations

from typing import get_args

from orgdesign.model import Verdict
from orgdesign.web.kit import SchemaField

NAME = (SchemaField("name", ("name",), "name", required=True),)
WHY = (
    SchemaField("purpose", ("purpose",), "purpose", about="What it is for.", look="area"),
    SchemaField("reason", ("reason",), "reason", about="Why, and why like this.", look="area"),
    SchemaField("risk", ("risk",), "risk", about="What may go wrong.", look="area"),
    SchemaField("feedback", ("feedback",), "feedback", about="What people said.", look="area"),
    SchemaField(
        "decision-status",
        ("decision", "status"),
        "decision",
        look="choice",
        options=tuple((each, each) for each in get_args(Verdict)),
    ),
    SchemaField("decision-by", ("decision", "by"), "decided by"),
    SchemaField("decision-date", ("decision", "date"), "decided on"),
    SchemaField("decision-note", ("decision", "note"), "with which words"),
    SchemaField("one_off", ("one_off",), "cost once", "number", look="number"),
)
"""The fields that say why a design or a phase is planned, and what was decided about it."""
DESIGN = (*NAME, *WHY)
PHASE = (
    SchemaField("name", ("name",), "name", about="Such as: First 90 days.", required=True),
    SchemaField("starts", ("starts",), "starts", about="A date, or words."),
    SchemaField("ends", ("ends",), "ends", about="A date, or words."),
    *WHY,
)
