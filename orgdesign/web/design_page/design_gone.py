"""The answer to what is sent about a design: it may no longer be there."""

from __future__ import annotations

from typing import TypeVar

from flask import abort, make_response, render_template

from orgdesign.value_objects import value_object
from orgdesign.web.design_page.design_page import DesignPage, DesignsPage
from orgdesign.web.kit import Answer, Form, gone_status

Found = TypeVar("Found")


@value_object
class DesignFormScreen:
    """A page about a design, to a part of which a form belongs."""

    key: str
    design: str

    @property
    def page_now(self) -> DesignPage:
        """Return the page as the file is now."""
        return DesignPage(self.key, self.design)


def answer_design_gone(page: DesignsPage, form: Form | None = None) -> Answer:
    """Answer that a design, phase or change is no longer there, with what was typed."""
    shown = render_template("designs/gone.html", page=page, lost=form)
    return shown, 409 if form and form.fields else gone_status()


def render_design(page: DesignPage, template: str, **more: object) -> str:
    """Return a page about a design that is there by its template."""
    need_design(page)
    return render_template(template, page=page, **more)


def need_found(page: DesignPage, found: Found | None) -> Found:
    """Return what was found in a design, or say that it is gone."""
    if found is None:
        abort(make_response(answer_design_gone(page)))
    return found


def need_design(page: DesignPage) -> None:
    """Lead to where the file is mended, or say that the design is gone, unless it is there."""
    page.need_organisation()
    if page.existing_design is None:
        abort(make_response(answer_design_gone(page)))
