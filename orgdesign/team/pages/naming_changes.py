"""A change of a design gets an id in the file before anything is said of it."""

from __future__ import annotations

from flask import abort, current_app

from orgdesign.team.discussion.subjects import ThreadSubject, position_name
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.pages.discussion_page import DiscussionPage
from orgdesign.team.reviews.file_decisions import id_edits
from orgdesign.team.reviews.save_guard import writing_decisions
from orgdesign.team.viewer import Viewer


def team_resources() -> TeamResources:
    """Return what the requests of this process share."""
    resources: TeamResources = current_app.extensions["team_resources"]
    return resources


def name_changes(organisation: int, viewer: Viewer, design: str) -> None:
    """Give each change of a design an id, in the name of whoever needs it."""
    file = team_resources().whole_file(organisation, viewer)
    edition = file.now()
    found = edition.organisation.designs.get(design) if edition.organisation else None
    edits = id_edits(found) if found else []
    if edits:
        with writing_decisions():
            file.edit(edits, edition.version, "Ids for changes, to talk about them", {})


def with_id(page: DiscussionPage, subject: ThreadSubject) -> ThreadSubject:
    """Return a subject that can be named: where it is a change without an id, that gets one."""
    if subject.kind != "change" or not subject.part.startswith("#"):
        return subject
    name_changes(page.organisation_id, page.viewer, subject.design)
    page.file.history.refresh()  # it has been edited beside this
    again = DiscussionPage(page.key)
    changes = again.organisation.designs[subject.design].changes
    position = next(at for at in range(len(changes)) if position_name(at) == subject.part)
    page.__dict__.update(again.__dict__)
    named = changes[position].id or abort(409)
    return ThreadSubject("change", named, subject.design)
