"""What each page needs of whoever asks for it, said once; a page that is not here opens to nobody.

What is said of an endpoint holds before what is said of all pages of its feature.
"""

from __future__ import annotations

from typing import Literal

Need = Literal[
    "open", "visitor", "signed in", "begin", "admin",
    "read", "whole", "comment",
    "propose", "propose everywhere", "edit", "edit everywhere", "manage",
]  # fmt: skip
"""``open`` to all; to a ``visitor`` with a link too; to ``begin`` is to begin an organisation.

Those from ``read`` are of an organisation: ``whole`` is to see all of it, and ``everywhere`` is for
what belongs to no branch."""

COMMENTING_FEATURES = frozenset({"team_threads", "team_reviews", "team_here"})
"""The features in which whoever may comment writes; they look closer themselves."""
FEATURES: dict[str, Need] = {
    **dict.fromkeys(("assets", "team_sign_in", "team_provider"), "open"),
    "health": "open",
    "help": "visitor",
    "folder": "visitor",
    "events": "visitor",
    "team_account": "signed in",
    "new_organisation": "begin",
    "importing": "begin",
    "team_people": "admin",
    "team_log": "admin",
    "team_share": "manage",
    **dict.fromkeys(
        (
            "chart", "compare", "counted", "descriptions", "exports", "figures", "find", "finding",
            "findings", "impact", "journey", "making", "maturity", "money", "officer",
            "customer_assets", "options", "parts", "plates", "power_core", "present",
            "print", "serving", "sharing", "seat_plan", "summary", "table",
            "views", "road_map", "photos", "role_table", "shared_view", "shared_sheet",
            *COMMENTING_FEATURES,
        ),
        "read",
    ),
    **dict.fromkeys(
        (
            "design", "designs", "diagram", "phases", "changes", "proposing", "undo", "people_move",
            "box_edits", "function_move",
        ),
        "propose",
    ),
    **dict.fromkeys(
        (
            "alignment", "example", "function_form", "library", "outline", "part_id", "table_paste",
        ),
        "edit",
    ),
    **dict.fromkeys(("history", "source"), "whole"),
    **dict.fromkeys(("adoption", "brand", "rule_setting"), "edit everywhere"),
}  # fmt: skip
ENDPOINTS: dict[str, Need] = {
    "team_links.open_link": "open",
    "team_links.open_with_password": "open",
    "definitions.show": "edit everywhere",
    "definitions.save": "edit everywhere",
    "changes.change": "read",
    "design.show": "read",
    "designs.show": "read",
    "phases.phase": "read",
    "proposing.show_proposal": "read",
    "proposing.set_limits": "read",
    "alignment.next_role": "read",
    "source.show_schema": "visitor",
    "team_links.leave_link": "visitor",
    "team_share.stop_looking": "signed in",
    "importing.newer": "edit everywhere",
    "importing.begin_newer": "edit everywhere",
    "parts.new_part": "edit",
    "parts.ask_removal": "edit",
    "designs.ask": "propose everywhere",
    "designs.remove": "propose everywhere",
    "finding.take_as_fine": "edit everywhere",
    "options.add_criterion": "edit everywhere",
    "source.poll_source": "read",
}
READING_POSTS = frozenset(
    {
        "find.search_labels",
        "table.poll_table",
        "exports.make",
        "making.cancel",
        "shared_view.make",
        "shared_sheet.make",
        "proposing.set_limits",
    }
)
"""What is sent to ask for something, and changes nothing."""
PROPOSING_POSTS = frozenset({"options"})
"""The features in which people write into designs alone."""
WHOLE_POSTS = frozenset(
    {"views", "maturity", "officer", "customer_assets", "power_core", "sharing"}
)
"""The features in which people write what is of no branch."""


def is_reading(endpoint: str, method: str) -> bool:
    """Tell whether an endpoint only shows something."""
    return method in ("GET", "HEAD") or endpoint in READING_POSTS


def need_of(endpoint: str, method: str) -> Need | None:
    """Return what an endpoint needs; None where nothing is said of it, and nobody may ask."""
    feature = endpoint.partition(".")[0]
    need = ENDPOINTS.get(endpoint) or FEATURES.get(feature)
    if need != "read" or is_reading(endpoint, method):
        return need
    if feature in COMMENTING_FEATURES:
        return "comment"
    if feature in WHOLE_POSTS:
        return "edit everywhere"
    return "propose" if feature in PROPOSING_POSTS else "edit"
