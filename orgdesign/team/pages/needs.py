"""What each page needs of whoever asks for it, said once; a page that is not here opens to nobody.

What is said of an endpoint holds before what is said of all pages of its feature.
"""

from __future__ import annotations

from typing import Literal

Need = Literal[
    "open", "visitor", "signed in", "admin",
    "read", "whole", "comment", "propose", "edit", "manage",
]  # fmt: skip
"""``open`` to all; to a ``visitor`` with a link too; those from ``read`` are of an organisation,
and ``whole`` is to see all of it."""

COMMENTING_FEATURES = frozenset({"team_threads", "team_reviews", "team_here"})
"""The features in which whoever may comment writes; they look closer themselves."""
FEATURES: dict[str, Need] = {
    **dict.fromkeys(("assets", "team_sign_in", "team_provider"), "open"),
    "health": "open",
    "help": "visitor",
    "folder": "visitor",
    "events": "visitor",
    "team_account": "signed in",
    "new_organisation": "signed in",
    "importing": "signed in",
    "team_people": "admin",
    "team_log": "admin",
    "team_share": "manage",
    **dict.fromkeys(
        (
            "chart", "compare", "counted", "descriptions", "exports", "figures", "find", "finding",
            "findings", "impact", "journey", "library", "making", "maturity", "money", "officer",
            "customer_assets", "options", "outline", "parts", "plates", "power_core", "present",
            "print", "serving", "sharing", "show", "speaker", "seat_plan", "summary", "table",
            "views", "brand", "road_map", "photos", "role_table", "shared_view", "shared_sheet",
            *COMMENTING_FEATURES,
        ),
        "read",
    ),
    **dict.fromkeys(
        ("design", "designs", "diagram", "phases", "changes", "proposing", "undo", "people_move"),
        "propose",
    ),
    **dict.fromkeys(
        (
            "alignment", "box_edits", "example", "function_form", "function_move", "part_id",
            "rule_setting", "table_paste",
        ),
        "edit",
    ),
    **dict.fromkeys(("history", "source"), "whole"),
    "adoption": "edit",
}  # fmt: skip
ENDPOINTS: dict[str, Need] = {
    "team_links.open_link": "open",
    "team_links.open_with_password": "open",
    "definitions.show": "read",
    "definitions.save": "edit",
    "design.show": "read",
    "designs.show": "read",
    "phases.phase": "read",
    "proposing.show_proposal": "read",
    "alignment.next_role": "read",
    "source.show_schema": "visitor",
    "team_links.leave_link": "visitor",
    "team_share.stop_looking": "signed in",
    "importing.newer": "edit",
    "importing.begin_newer": "edit",
}
READING_POSTS = frozenset(
    {
        "find.search_labels",
        "table.poll_table",
        "exports.make",
        "making.cancel",
        "shared_view.make",
        "shared_sheet.make",
    }
)
"""What is sent to ask for something, and changes nothing."""
PROPOSING_POSTS = frozenset({"options"})
"""The features in which people write into designs alone."""


def need_of(endpoint: str, method: str) -> Need | None:
    """Return what an endpoint needs; None where nothing is said of it, and nobody may ask."""
    feature = endpoint.partition(".")[0]
    need = ENDPOINTS.get(endpoint) or FEATURES.get(feature)
    is_safe = method in ("GET", "HEAD") or endpoint in READING_POSTS
    if need != "read" or is_safe:
        return need
    if feature in COMMENTING_FEATURES:
        return "comment"
    return "propose" if feature in PROPOSING_POSTS else "edit"
