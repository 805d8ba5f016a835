"""What a team server adds to the pages of an organisation: comments, reviews, who is here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, current_app, g, render_template, request, url_for

from orgdesign.model import KIND_OF_NOUN
from orgdesign.team.discussion.subjects import SubjectKind, ThreadSubject, position_name
from orgdesign.team.pages.discussion_page import page_settings, subject_arguments
from orgdesign.team.pages.review_page import review_of
from orgdesign.team.pages.team_page import organisation_of
from orgdesign.web.kit import fill_slot


def fill_page_slots(app: Flask) -> None:
    """Fill the slots of the pages that every app has."""
    fillings: dict[str, Callable[..., str]] = {
        "head": _head,
        "bar": _bar,
        "pages": _pages,
        "panel": _panel,
        "part": _part_slot,
        "finding": _finding,
        "change": _change,
        "design": _design,
        "tabs": _tab,
        "settle": _settle,
    }
    for name, filling in fillings.items():
        fill_slot(app, name, filling)


def _is_here() -> bool:
    """Tell whether a page is about an organisation that somebody has been let in to."""
    return "viewer" in g and bool((request.view_args or {}).get("key"))


def _head() -> str:
    return render_template("team/head.html") if _is_here() else ""


def _bar() -> str:
    return render_template("team/bar.html") if _is_here() else ""


def _pages(here: str) -> str:
    return render_template("team/menu.html", here=here) if _is_here() else ""


def _comments(subject: ThreadSubject) -> str:
    address = url_for("team_threads.show_subject", **subject_arguments(page_settings(), subject))
    return render_template("team/placeholder.html", address=address, subject=subject)


def _panel(page: Any) -> str:
    """Show the threads about what is chosen in the charts, and note that it is looked at."""
    box = page.chosen_box
    subject = _chosen_subject(page, box) if box else None
    note_place(page, subject)
    return _comments(subject) if subject else ""


def _chosen_subject(page: Any, box: Any) -> ThreadSubject | None:
    kinds: dict[str, SubjectKind] = {"also": "function", "desired": "outcome"}
    kind = kinds.get(box.kind, box.kind)
    if kind not in ("function", "outcome", "role"):
        return None
    today = page.edition.organisation
    is_today = ThreadSubject(kind, box.subject)
    if today is None or page.structures.design is None or _stands(today, is_today):
        return is_today
    return ThreadSubject(kind, box.subject, page.structures.design.id)


def _stands(today: Any, subject: ThreadSubject) -> bool:
    """Tell whether a part is there today: what is said of it in a design is said of it today."""
    if subject.kind == "outcome":
        return any(one.id == subject.part for one in today.outcome.walk())
    return subject.part in (today.functions if subject.kind == "function" else today.roles)


def note_place(page: Any, subject: ThreadSubject | None) -> None:
    """Note what somebody looks at in the charts, for those who see it too."""
    keeper = current_app.extensions.get("presence")
    if keeper:
        keeper.note_place(organisation_of(page.file), g.viewer, subject)


def _part_slot(page: Any, part: Any) -> str:
    return _comments(ThreadSubject(KIND_OF_NOUN[page.section.noun].name, part.id))


def _finding(page: Any, hit: Any) -> str:
    at = hit.finding.at
    return _comments(ThreadSubject(at.kind, at.id, rule=hit.rule))


def _change(page: Any, at: int) -> str:
    """Show what was said and decided about a change, and where more is."""
    change = page.design.changes[at]
    subject = ThreadSubject("change", change.id or position_name(at), page.design.id)
    address = url_for("team_threads.show_subject", **subject_arguments(page_settings(), subject))
    return render_template("team/change.html", address=address)


def _design(page: Any) -> str:
    review, is_mine = review_of(page)
    return render_template("team/design.html", page=page, review=review, is_mine=is_mine)


def _tab(page: Any, here: str) -> str:
    return render_template("team/tab.html", page=page, here=here)


def _settle(page: Any) -> str:
    review, _ = review_of(page)
    return render_template("team/settle.html", page=page, review=review)
