"""The source pane: the file's own text beside the chart, saved as soon as it can stand."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from flask import (
    Blueprint,
    Response,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from orgdesign.problems import Problem
from orgdesign.storage import Conflict, NotSaved
from orgdesign.value_objects import value_object
from orgdesign.web.canvas import requested_chart_page
from orgdesign.web.kit import (
    TextDifference,
    changed_lines,
    failure_site,
    find_file,
    text_difference,
    unchanged_file,
)
from orgdesign.workspace import BOM, OpenFile, merge_lines, with_ends_of
from orgdesign.yamlfile import MAX_BYTES, Reading, Source, json_schema, read

pages = Blueprint("source", __name__)
log = logging.getLogger("orgdesign.web")

GONE = "The file is not there any more. What you typed is still here: copy it before you leave."

Answer = str | tuple[str, int] | Response | AnyResponse


@value_object
class Pane:
    """What the pane shows: a text, the file that it was typed over, and what is wrong with it.

    ``theirs`` is what the file says by now, where others changed it while somebody typed.
    """

    text: str = ""
    base: str = ""
    problems: tuple[Problem, ...] = ()
    theirs: str | None = None
    told: str = ""
    status: int = 200
    is_readable: bool = True

    @property
    def between(self) -> TextDifference | None:
        """Return how what was typed differs from what the file says by now."""
        return None if self.theirs is None else text_difference(self.theirs, self.text)


@pages.get("/o/<key>/source")
def show_source(key: str) -> Answer:
    """Show the text of a file, beside its chart."""
    return _answer(key, _opened(find_file(key)))


@pages.get("/o/<key>/source/text")
def show_text(key: str) -> Answer:
    """Return what a file says, with the version of it that an edit is typed over."""
    pane = _opened(find_file(key))
    if not pane.is_readable:
        return "", 404
    answer = Response(pane.text, mimetype="text/plain")
    answer.set_etag(pane.base)
    return answer


@pages.post("/o/<key>/source")
def save_source(key: str) -> Answer:
    """Let the file say what was typed, with what others wrote into other lines meanwhile."""
    request.max_form_memory_size = request.max_content_length = 2 * MAX_BYTES
    file, said = find_file(key), request.form
    pane = _saved(file, said.get("text", ""), said.get("base", ""))
    if pane.status == 200 and not _wants_data():
        return redirect(url_for("source.show_source", plain=1), 303)
    return _answer(key, pane)


@pages.get("/o/<key>/source/live")
def poll_source(key: str) -> Answer:
    """Answer with nothing while the file is as the page shows it, else with its new chart."""
    return unchanged_file(key) or render_template(
        "source/changes.html", page=requested_chart_page(key)
    )


@pages.get("/source/schema")
def show_schema() -> Answer:
    """Return the format of the file, for the editor to complete from."""
    return jsonify(_schema())


@lru_cache(maxsize=1)
def _schema() -> dict[str, Any]:
    return json_schema()


def _wants_data() -> bool:
    return request.accept_mimetypes.best == "application/json"


def _is_plain() -> bool:
    """Tell whether the page holds the text itself, in a form that works without a script."""
    return request.method == "POST" or "plain" in request.args


def _answer(key: str, pane: Pane) -> Answer:
    body = _data(key, pane) if _wants_data() else _whole(key, pane)
    answer = make_response(body)
    answer.status_code = pane.status
    return answer


def _whole(key: str, pane: Pane) -> str:
    """Return the page; its text does not depend on whether a chart can be made of it."""
    page = requested_chart_page(key)
    values = {"page": page, "pane": pane, "key": key, "is_plain": _is_plain()}
    try:
        return render_template("source.html", **values)
    except Exception as failure:
        log.error("The chart beside a source failed: %s", failure_site(failure))
        page.drop_charts()
        return render_template("source.html", **values)


def _data(key: str, pane: Pane) -> Response:
    told = {
        "base": pane.base,
        "text": pane.text,
        "told": pane.told,
        "problems": render_template("source/problems.html", pane=pane),
    }
    if pane.theirs is not None:
        told["theirs"] = pane.theirs
        told["conflict"] = render_template("source/conflict.html", pane=pane)
    return jsonify(told | {"marks": list(_marks(pane.problems))})


def _marks(problems: tuple[Problem, ...]) -> Iterator[dict[str, object]]:
    for problem in problems:
        yield {
            "line": problem.line,
            "column": problem.column,
            "message": problem.message,
            "text": problem.text,
        }


def _opened(file: OpenFile) -> Pane:
    source, problems = _now(file)
    if source is None:
        return Pane(problems=problems, is_readable=False)
    return Pane(source.text, source.digest, problems)


def _now(file: OpenFile) -> tuple[Source | None, tuple[Problem, ...]]:
    """Return what the file says and what is wrong with it; read anew only where broken."""
    edition = file.now()
    if edition.source is not None and not edition.problems:
        return edition.source, ()
    reading = file.history.read()
    return reading.source, reading.problems


def _saved(file: OpenFile, typed: str, base: str) -> Pane:
    """Return the pane after what was typed was saved, or with why it was not."""
    mine, (source, problems) = Pane(typed, base), _now(file)
    if source is None:
        return replace(mine, problems=problems, told=GONE, status=409)
    return _save_merged(file, mine, source)


def _save_merged(file: OpenFile, mine: Pane, now: Source) -> Pane:
    text = with_ends_of(now.text, mine.text)
    if mine.base != now.digest and text != now.text:
        base = file.source_of(mine.base)
        both = merge_lines(with_ends_of(now.text, base.text), text, now.text) if base else None
        if both is None:
            return _conflicted(replace(mine, text=text), now)
        text = both
    data = (BOM if now.bom else b"") + text.encode()
    return _save_reading(
        file, replace(mine, text=text, base=now.digest), now, read(data, file.name)
    )


def _save_reading(file: OpenFile, pane: Pane, now: Source, reading: Reading) -> Pane:
    if reading.problems:
        return replace(pane, problems=reading.problems, status=422)
    if pane.text == now.text:
        return pane
    try:
        done = file.rewrite(reading, now.digest, _sentence(now.text, pane.text))
    except Conflict:
        return _saved(file, pane.text, pane.base)
    except NotSaved as failure:
        return replace(pane, told=str(failure), status=500)
    return replace(pane, base=done.edition.version)


def _conflicted(pane: Pane, now: Source) -> Pane:
    """Return both sides: saving what was typed once more is to choose it."""
    problems = read(pane.text.encode(), "").problems
    return replace(pane, base=now.digest, problems=problems, theirs=now.text, status=409)


def _sentence(old: str, new: str) -> str:
    first, last = changed_lines(old, new)
    where = f"line {first}" if first == last else f"lines {first} to {last}"
    return f"Edited the source: {where}"
