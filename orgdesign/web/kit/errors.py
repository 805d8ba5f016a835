"""What goes wrong, said calmly: one page for all, and no word of it to other ears."""

from __future__ import annotations

import logging
from http import HTTPStatus

from flask import Flask, current_app, render_template, request
from werkzeug.exceptions import HTTPException, NotFound

from orgdesign.problems import OrgdesignError

log = logging.getLogger("orgdesign.web")

TITLES = {
    403: "This page is not open to you",
    404: "There is nothing here",
    500: "Something went wrong",
}
SENTENCES = {
    404: "The address may be from an earlier start of orgdesign, or the file is gone.",
    405: "This page can only be read.",
    500: "Your file was not changed. Try again; if it happens again, start orgdesign serve anew.",
}
SERVER_SENTENCES = SENTENCES | {
    404: "What was here is gone, or it is not open to you.",
    500: "Nothing was changed. Try again; if it happens again, tell whoever runs this server.",
}
"""Those of a server for several, whom a terminal and a file tell nothing."""
OWN_SENTENCES = (403,)
"""The answers whose sentence is given where they are refused."""

Answer = tuple[str, int]


class ClosedAddress(NotFound):
    """An address that was the key to something opens it no more; whoever has it is told why."""


def handle_errors(app: Flask) -> None:
    """Answer every failure with a page for people, and log where it was, never about what."""
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(OrgdesignError, _failed)
    app.register_error_handler(Exception, _surprised)


def _refused(failure: HTTPException) -> Answer:
    status = failure.code or 500
    is_own = status in OWN_SENTENCES or isinstance(failure, ClosedAddress)
    if is_own and failure.description:
        return _error_page(status, failure.description)
    return _error_page(status, _sentence(status))


def _failed(failure: OrgdesignError) -> Answer:
    return _error_page(500, str(failure))


def _surprised(failure: Exception) -> Answer:
    log.error("A page failed: %s", failure_site(failure))
    return _error_page(500, _sentence(500))


def _sentence(status: int) -> str:
    is_server = current_app.jinja_env.globals.get("is_team")
    sentences = SERVER_SENTENCES if is_server else SENTENCES
    return sentences.get(status, "Go back to the start and try again.")


def failure_site(failure: BaseException) -> str:
    """Return a failure's kind and place in the code; its message may quote the file."""
    kind, trace = type(failure).__name__, failure.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{kind} at {trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}" if trace else kind


def _error_page(status: int, sentence: str) -> Answer:
    title = TITLES.get(status) or HTTPStatus(status).phrase
    template = "notice.html" if "HX-Request" in request.headers else "error.html"
    way_out = status not in OWN_SENTENCES
    return render_template(template, title=title, sentence=sentence, way_out=way_out), status
