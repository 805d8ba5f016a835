"""What is left out, before anything is drawn, counted or written: of exports, and for people."""

from orgdesign.redaction.disclosure import Disclosure, disclose
from orgdesign.redaction.partial_file import (
    branch_members,
    partial_data,
    partial_file,
    partial_reading,
    plain_data_of,
    shown_places,
)
from orgdesign.redaction.put_back import edits_between, put_back
from orgdesign.redaction.redaction import NOTHING_REMOVED, REDACTED_KINDS, Redaction
from orgdesign.redaction.sight import FACT_KINDS, WHOLE_SIGHT, FactKind, Scope, Sight

__all__ = [
    "FACT_KINDS",
    "NOTHING_REMOVED",
    "REDACTED_KINDS",
    "WHOLE_SIGHT",
    "Disclosure",
    "FactKind",
    "Redaction",
    "Scope",
    "Sight",
    "branch_members",
    "disclose",
    "edits_between",
    "partial_data",
    "partial_file",
    "partial_reading",
    "plain_data_of",
    "put_back",
    "shown_places",
]
