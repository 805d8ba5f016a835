"""The starter library: outcomes, functions and measures to pick, a sector at a time."""

from __future__ import annotations

from functools import partial

from flask import Blueprint, redirect, render_template, request, url_for

from orgdesign.library import SECTORS, pick
from orgdesign.value_objects import value_object
from orgdesign.web.kit import (
    Answer,
    Form,
    find_file,
    lead_to_chart,
    not_modified,
    save_form,
    taken_ids,
)
from orgdesign.web.library.library_page import LIBRARY, LibraryPage, likely_sector

pages = Blueprint("library", __name__)
pages.before_request(not_modified)


@value_object
class LibraryScreen:
    """The page of a sector, from which is picked."""

    page: LibraryPage

    def on_success(self, told: str) -> Answer:
        """Lead back to the sector, where what was picked is now shown as there."""
        return redirect(_address(self.page), 303)

    def on_error(self, form: Form, status: int) -> Answer:
        """Answer with what was ticked, and what is to be done."""
        page = LibraryPage(self.page.key, self.page.sector, request.form)
        page.form = form
        return _render_page(page), status


@pages.get("/o/<key>/library")
def show_library(key: str) -> Answer:
    """Lead to the likely sector of the file, from where the others are a link away."""
    organisation = find_file(key).now().organisation
    if organisation is None:
        lead_to_chart()
    return redirect(url_for("library.show_sector", sector=likely_sector(organisation)), 303)


@pages.get("/o/<key>/library/<sector>")
def show_sector(key: str, sector: str) -> Answer:
    """Show what a sector offers."""
    shown = LibraryPage(key, sector, request.args)
    shown.need_organisation()
    return _render_page(shown)


@pages.post("/o/<key>/library/<sector>")
def add_parts(key: str, sector: str) -> Answer:
    """Add what is ticked to the file; or show what has some words, with the ticks kept."""
    shown = LibraryPage(key, sector, request.form)
    if "show" in request.form:
        return _render_page(shown)
    organisation, picks = shown.organisation, shown.picks()
    picked = pick(organisation, shown.library, picks, partial(taken_ids, organisation))
    if not shown.is_ticked:
        shown.form.message = "Tick what is to be added first."
    elif picks.serves == "" and shown.serves:
        shown.form.message = "That outcome is no longer in the file. Choose what functions serve."
    sentence = f"From the library ({SECTORS[sector]}): {picked.told}"
    return save_form(shown.file, shown.form, picked.edits, sentence, LibraryScreen(shown))


@pages.post("/o/<key>/library/<sector>/way")
def step_history(key: str, sector: str) -> Answer:
    """Undo or redo a step, and stay here."""
    shown = LibraryPage(key, sector, request.args)
    shown.step_history()
    return LibraryScreen(shown).on_success("")


def _address(page: LibraryPage) -> str:
    return url_for("library.show_sector", sector=page.sector, q=page.text or None)


def _render_page(page: LibraryPage) -> str:
    return render_template(
        "library/library.html", page=page, LIBRARY=LIBRARY, address=_address(page)
    )
