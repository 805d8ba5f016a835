"""What the page offers to export: each kind is one entry here, and nothing else of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from orgdesign.documents.kinds import ENDINGS, ExportKind
from orgdesign.value_objects import value_object

Fact = Literal["holders", "headcount", "cost", "measures", "designs", "reasons"]
FACTS: Mapping[Fact, tuple[str, str]] = {
    "holders": ("Who holds each role", "Names of people."),
    "headcount": ("Headcount", "How many people each function has."),
    "cost": ("Cost", "What each function costs a year."),
    "designs": ("Designs and their changes", "What is planned, and for whom."),
    "reasons": ("Why", "Reasons, risks, what people said and what was decided about designs."),
    "measures": ("Measures", "With baselines and targets, and what roles are rewarded for."),
}
"""What people decide about: in words, and what it is. Only measures go out unless asked for."""
USUAL: frozenset[Fact] = frozenset({"measures"})

FORMATS: Mapping[str, tuple[str, str]] = {
    "docx": (
        "Word",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "pdf": ("PDF", "application/pdf"),
    "md": ("Markdown", "text/markdown; charset=utf-8"),
    "zip": ("Zip archive", "application/zip"),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": ("JSON", "application/json"),
    "pptx": (
        "PowerPoint",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    "html": ("Web page", "text/html; charset=utf-8"),
    "drawio": ("draw.io", "application/vnd.jgraph.mxfile"),
}
"""The formats by the end of a file's name: what people call each, and its type."""


@value_object
class Wish:
    """Something else to choose; ``name`` is that of the field of ``ExportOptions`` that it becomes.

    It is a role, a function or a view of the organisation, one of some ``choices``, or a file of
    the person's own. It counts for some formats only where ``endings`` says so.
    """

    name: str
    label: str
    look: Literal["role", "function", "view", "choice", "file"]
    about: str = ""
    choices: Sequence[tuple[str, str]] = ()
    accept: str = ""
    endings: Sequence[str] = ()


@value_object
class Offer:
    """A kind of export: its name, for whom it is, what it may tell, and which wishes count.

    ``formats`` says more about a format where its name is not enough. ``of_roles`` where it is
    about roles alone, ``before_too`` where it tells of today beside a design.
    """

    kind: ExportKind
    name: str
    whom: str
    tells: Sequence[Fact]
    wishes: Sequence[Wish] = ()
    formats: Mapping[str, str] | None = None
    of_roles: bool = False
    before_too: bool = False

    @property
    def endings(self) -> tuple[str, ...]:
        """Return its formats, the usual one first."""
        return ENDINGS[self.kind]

    def format(self, ending: str) -> str:
        """Return what people call one of its formats."""
        return (self.formats or {}).get(ending) or FORMATS[ending][0]

    @property
    def files(self) -> list[Wish]:
        """Return the wishes that are files of the person's own."""
        return [wish for wish in self.wishes if wish.look == "file"]


_ROLE_WISHES = (
    Wish("role", "One role", "role", "Only its description."),
    Wish("function", "The roles of one function", "function"),
    Wish(
        "form",
        "Documents in the zip archive",
        "choice",
        choices=[(each, FORMATS[each][0]) for each in ("docx", "pdf", "md")],
        endings=["zip"],
    ),
    Wish(
        "template",
        "Your company's Word template",
        "file",
        "Its page, header, footer and styles are used. Where it has places such as {{ purpose }}, "
        "they are filled and its own text stays. For Word only.",
        accept=".docx",
        endings=["docx", "zip"],
    ),
)
_GAPS = Wish(
    "gaps",
    "Gaps on charts",
    "choice",
    choices=[
        ("", "As the view says, and not shown without one"),
        ("none", "Not shown"),
        ("words", "Said in words"),
    ],
)
_VIEW = Wish(
    "view",
    "Charts as in a view",
    "view",
    "What cards say, what colours mean, and gaps. All of a chart is shown.",
)
_OF_MANAGER = Wish(
    "manager", "The team of a manager", "role", "The sheets of those who report to a role."
)
_ZIP_OF_ROLES = {"zip": "Zip archive, a document for each role"}

OFFERS: Mapping[str, Offer] = {
    offer.kind: offer
    for offer in (
        Offer(
            "roles",
            "Role descriptions",
            "For HR, and for everybody who takes on a role: what it is for, starting from the "
            "customer.",
            ["holders", "measures"],
            _ROLE_WISHES,
            _ZIP_OF_ROLES,
            of_roles=True,
            before_too=True,
        ),
        Offer(
            "changes",
            "What changes in roles",
            "For talks with people about a design: what goes and what comes in each role, line by "
            "line, when, by whom, and what is still open.",
            ["holders", "measures"],
            (_ROLE_WISHES[0], _ROLE_WISHES[1], _OF_MANAGER, *_ROLE_WISHES[2:]),
            {"zip": "Zip archive, a sheet for each role"},
            of_roles=True,
            before_too=True,
        ),
        Offer(
            "advertisement",
            "Job advertisements",
            "For recruiters: the same facts as a text for outsiders, without holders, rewards and "
            "figures.",
            ["measures"],
            _ROLE_WISHES,
            _ZIP_OF_ROLES,
            of_roles=True,
        ),
        Offer(
            "deck",
            "Deck",
            "For consultants and the board: slides whose shapes and lines can be edited, from the "
            "outcome to the road map.",
            ["headcount", "measures", "reasons"],
            (
                Wish("template", "Your company's PowerPoint template", "file", accept=".pptx"),
                Wish(
                    "theme", "Theme file", "file", "Colours, font and footer.", accept=".yaml,.yml"
                ),
                Wish("logo", "Logo", "file", accept=".png,.jpg,.jpeg"),
                _VIEW,
                _GAPS,
            ),
            before_too=True,
        ),
        Offer(
            "booklet",
            "Booklet",
            "For those who read on paper: an overview, a page for each branch, and an index.",
            ["headcount", "cost", "measures", "reasons"],
            (
                Wish(
                    "paper",
                    "Paper",
                    "choice",
                    choices=[("a4", "A4"), ("a3", "A3"), ("letter", "Letter")],
                ),
                Wish(
                    "orientation",
                    "Held",
                    "choice",
                    choices=[("landscape", "Landscape"), ("portrait", "Portrait")],
                ),
                _VIEW,
                _GAPS,
            ),
            before_too=True,
        ),
        Offer(
            "page",
            "Web page",
            "For colleagues without orgdesign: one file that opens in any browser, "
            "with charts, roles and tables.",
            ["holders", "headcount", "cost", "measures"],
            (_VIEW, _GAPS),
            before_too=True,
        ),
        Offer(
            "tables",
            "Tables",
            "For controllers and analysts: functions, roles, outcomes, measures, hand-offs and "
            "changes as sheets to sort and calculate with.",
            ["holders", "headcount", "cost", "measures", "designs", "reasons"],
            formats={"zip": "CSV files in a zip archive"},
        ),
        Offer(
            "organogram",
            "UK organogram",
            "For data.gov.uk: senior and junior posts as the pair of CSV files that public bodies "
            "publish. Pay is in neither.",
            ["holders", "headcount"],
            formats={"zip": "CSV files in a zip archive"},
        ),
        Offer(
            "drawio",
            "Diagram for draw.io",
            "For those who draw: the charts as boxes and connectors to edit. What is moved or "
            "renamed in it can come back as a design.",
            ["headcount"],
            before_too=True,
        ),
        Offer(
            "mermaid",
            "Diagram for wikis",
            "For wikis and code hosts: the charts as Mermaid in Markdown.",
            ["headcount"],
            before_too=True,
        ),
        Offer(
            "model",
            "The model",
            "For your own programs: everything in the file, in the shape of the file, as JSON.",
            ["holders", "headcount", "cost", "measures", "designs", "reasons"],
        ),
    )
}
"""Every kind of export, in the order in which the page shows them."""
