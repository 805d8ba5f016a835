"""Aligning roles one after the other: what was chosen is saved, and the next one shown."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for

from orgdesign.model import one_line
from orgdesign.problems import OrgdesignError
from orgdesign.web.exporting.descriptions import DescriptionsPage
from orgdesign.web.exporting.role_alignment import alignment_of
from orgdesign.web.kit import Answer, gone_status
from orgdesign.workspace import EditConflict

pages = Blueprint("alignment", __name__)

MEANWHILE = "Somebody changed this role meanwhile, so nothing was saved. Look at it again."

WANTING = ("silent", "against", "pulled")
"""What next role stops at; what only may read so is looked at in the list."""


@pages.get("/o/<key>/next-role")
def next_role(key: str) -> Answer:
    """Lead to the next role that something keeps from the customer, or back to all of them."""
    page = DescriptionsPage(key)
    page.need_organisation()
    return redirect(_next(page, page.id_of("role", request.args.get("after", ""))), 303)


def _next(page: DescriptionsPage, after: str) -> str:
    wanting = {id_ for id_, notes in page.notes.items() if {*notes} & {*WANTING}}
    ids = [each.id for each in page.descriptions]
    start = ids.index(after) + 1 if after in ids else 0
    found = next((id_ for id_ in (*ids[start:], *ids[:start]) if id_ in wanting - {after}), None)
    if found is None:
        return url_for("descriptions.show")
    return url_for("descriptions.show_role", role=page.role_key(found))


@pages.post("/o/<key>/roles/<role>/align")
def align(key: str, role: str) -> Answer:
    """Save the purpose and the measures that were chosen, and go on where that was asked for."""
    page = DescriptionsPage(key)
    page.need_organisation()
    each = page.find_role(role)
    alignment = alignment_of(page, each.id) if each else None
    if each is None or alignment is None:
        return render_template("exporting/role_gone.html", page=page), gone_status()
    try:
        edits, base = alignment.edits(), request.form.get("base", "")
        told = f"Aligned {one_line(each.title)}"
        done = page.file.edit(edits, base or page.source.digest, told) if edits else None
    except OrgdesignError as failure:
        return _again(page, role, str(failure), 422)
    if isinstance(done, EditConflict):
        return _again(page, role, MEANWHILE, 409)
    if request.form.get("next"):
        return redirect(_next(DescriptionsPage(key), each.id), 303)
    return redirect(url_for("descriptions.show_role", role=role), 303)


def _again(page: DescriptionsPage, role: str, message: str, status: int) -> Answer:
    each = page.find_role(role)
    return render_template(
        "exporting/description.html", page=page, each=each, message=message,
        aligned=each and alignment_of(page, each.id),
    ), status  # fmt: skip
