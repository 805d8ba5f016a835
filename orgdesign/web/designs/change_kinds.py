"""The kinds of changes as people choose them, and the words over the fields of their forms."""

from __future__ import annotations

from collections.abc import Mapping

from orgdesign.value_objects import value_object


@value_object
class Kind:
    """A kind of change as people choose it: what it does, and what their choices are about."""

    name: str
    does: str
    about: str
    subject: str = ""


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("move", "Move a function", "It reports to another function.", "function"),
        Kind("add", "Add a function", "A function that there is not today.", "name"),
        Kind("rename", "Rename a function", "It gets another name.", "function"),
        Kind("merge", "Merge functions", "Two or more become one.", "functions"),
        Kind("split", "Split a function", "It becomes several.", "function"),
        Kind(
            "retire",
            "Retire a function",
            "It ends; those that report to it report to another.",
            "function",
        ),
        Kind(
            "align",
            "Align a function",
            "The customer outcome that it serves, and what it contributes.",
            "function",
        ),
        Kind(
            "appoint",
            "Appoint an accountable role",
            "A role answers for a function, an outcome or a hand-off.",
            "function",
        ),
        Kind(
            "change-function",
            "Change a function",
            "Its people, cost, place, employer and measures. What is left empty stays as it is.",
            "function",
        ),
        Kind(
            "dot",
            "Draw a dotted line",
            "A function has a further line to another: dotted, joint, a chapter.",
            "function",
        ),
        Kind("undot", "End a dotted line", "A further line of a function ends.", "function"),
        Kind(
            "transfer",
            "Move people",
            "So many people, posts and their cost go from a function to another, out, or come in.",
            "from",
        ),
        Kind("add-role", "Add a role", "A seat that there is not today.", "title"),
        Kind(
            "change-role",
            "Change a role",
            "What it answers for and decides. What is left empty stays as it is.",
            "role",
        ),
        Kind("move-role", "Move a role", "It belongs to another function.", "role"),
        Kind("retire-role", "Retire a role", "The seat ends.", "role"),
        Kind("reward", "Change a reward", "What a role is paid for from now on.", "role"),
        Kind(
            "move-holder",
            "Move a person",
            "Whoever holds a seat gets another one, for good or acting up for a time.",
            "from",
        ),
        Kind("add-holder", "Put a person into a seat", "Somebody who comes new.", "role"),
        Kind("end-holder", "Let a person leave", "The seat is vacant, or others hold it.", "role"),
        Kind(
            "fill-seat",
            "Say how a seat is filled",
            "Slotted in, ring-fenced, open to applications, or held open.",
            "role",
        ),
        Kind(
            "add-outcome",
            "Add an outcome",
            "What the customer then gets, and not today.",
            "statement",
        ),
        Kind(
            "change-outcome",
            "Change an outcome",
            "What it says, and who answers for it. What is left empty stays as it is.",
            "outcome",
        ),
        Kind(
            "retire-outcome",
            "End an outcome",
            "It is no longer promised; what serves it serves another, or none.",
            "outcome",
        ),
        Kind("add-measure", "Add a measure", "A measure that there is not today.", "name"),
        Kind(
            "change-measure",
            "Change a measure",
            "Where it should get to, and how. What is left empty stays as it is.",
            "measure",
        ),
        Kind("retire-measure", "End a measure", "It is told by another, or no more.", "measure"),
        Kind("add-handoff", "Add a hand-off", "Work passes where it does not pass today.", "from"),
        Kind(
            "change-handoff",
            "Change a hand-off",
            "Who gives, who takes, who answers for it. What is left empty stays as it is.",
            "handoff",
        ),
        Kind("retire-handoff", "End a hand-off", "Nothing passes there any more.", "handoff"),
        Kind("add-stage", "Add a stage of the journey", "Customers pass through it then.", "name"),
        Kind(
            "change-stage",
            "Change a stage of the journey",
            "Whom customers meet there. What is left empty stays as it is.",
            "stage",
        ),
        Kind(
            "retire-stage",
            "End a stage of the journey",
            "Customers no longer pass through it.",
            "stage",
        ),
        Kind("rename-organization", "Rename the organisation", "It gets another name.", "name"),
    )
}
GROUPS: Mapping[str, tuple[str, ...]] = {
    "Functions": ("move", "add", "rename", "merge", "split", "retire", "align", "appoint"),
    "People, money and lines": ("change-function", "transfer", "dot", "undot"),
    "Roles": ("add-role", "change-role", "move-role", "retire-role", "reward"),
    "Who holds a seat": ("move-holder", "add-holder", "end-holder", "fill-seat"),
    "What the customer notices": (
        *("add-outcome", "change-outcome", "retire-outcome"),
        *("add-handoff", "change-handoff", "retire-handoff"),
        *("add-stage", "change-stage", "retire-stage"),
    ),
    "Measures": ("add-measure", "change-measure", "retire-measure"),
    "The whole": ("rename-organization",),
}

LABELS: Mapping[tuple[str, str], str] = {
    ("move", "reports_to"): "It then reports to",
    ("rename", "name"): "New name",
    ("merge", "functions"): "Functions that become one",
    ("merge", "name"): "Name of the one",
    ("merge", "into"): "It goes on as",
    ("retire", "reports_to"): "Those that report to it then report to",
    ("appoint", "accountable"): "Role that answers for it",
    ("appoint", "function"): "Function it answers for",
    ("appoint", "outcome"): "Or the outcome",
    ("appoint", "handoff"): "Or the hand-off",
    ("move-role", "function"): "Function that it then belongs to",
    ("change-role", "title"): "New title",
    ("change-measure", "name"): "New name",
    ("move", "keeps_line"): "The old line stays as a dotted one",
    ("move", "label"): "What that dotted line is called",
    ("dot", "to"): "Function that the line leads to",
    ("dot", "label"): "What the line is called",
    ("undot", "to"): "Function that the line leads to",
    ("transfer", "from"): "From",
    ("transfer", "to"): "To",
    ("transfer", "people"): "How many people",
    ("transfer", "posts"): "How many posts",
    ("transfer", "cost"): "Their cost a year",
    ("transfer", "way"): "How they leave or come",
    ("transfer", "employer"): "Other employer",
    ("move-holder", "from"): "Seat that the person has",
    ("move-holder", "to"): "Seat that the person gets",
    ("move-holder", "holder"): "Who it is",
    ("move-holder", "keeps_seat"): "Keeps the seat that they have",
    ("move-holder", "acting"): "For a time only",
    ("move-holder", "shares"): "Others go on holding the seat too",
    ("add-holder", "role"): "Seat that the person gets",
    ("add-holder", "holder"): "Who it is",
    ("add-holder", "acting"): "For a time only",
    ("add-holder", "shares"): "Others go on holding the seat too",
    ("end-holder", "role"): "Seat that the person leaves",
    ("end-holder", "holder"): "Who it is",
    ("end-holder", "status"): "How the seat is filled then",
    ("fill-seat", "status"): "How it is filled",
    ("fill-seat", "among"): "For whoever is",
    ("add-outcome", "under"): "Outcome that it must be true for",
    ("retire-outcome", "replaced_by"): "What served it then serves",
    ("retire-measure", "replaced_by"): "Measure that takes its place",
    ("add-handoff", "from"): "Function that hands over",
    ("add-handoff", "to"): "Function that takes over",
    ("change-handoff", "from"): "Function that then hands over",
    ("change-handoff", "to"): "Function that then takes over",
    ("add-stage", "before"): "It comes before",
    ("change-stage", "name"): "New name",
    ("rename-organization", "name"): "New name",
}
NOTHING: Mapping[tuple[str, str], str] = {
    ("move", "reports_to"): "Nobody: it is at the top",
    ("add", "reports_to"): "Nobody: it is at the top",
    ("retire", "reports_to"): "What it reported to itself",
    ("merge", "into"): "None of them: it is new",
}
SHARED: Mapping[str, str] = {
    "phase": "Phase",
    "owner": "Who makes it happen",
    "decision-status": "Decision",
    "decision-by": "Decided by",
    "decision-date": "Decided on",
    "decision-note": "With which words",
    "one_off": "Costs once",
    "after": "Comes after",
    "options": "Part of the options",
}
REQUIRED = {("merge", "name")}
