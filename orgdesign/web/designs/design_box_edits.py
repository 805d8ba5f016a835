"""What is done on the boxes of a design is taken down as a change of it."""

from __future__ import annotations

from collections.abc import Sequence

from flask import request

from orgdesign.model import Design, Organisation
from orgdesign.web.canvas import ChartPage, ChartScreen, FunctionMove
from orgdesign.web.designs.design_edits import DesignEdits, joined_edits
from orgdesign.web.kit import Answer, Form, save_form
from orgdesign.yamlfile.editing import Edit


class DesignBoxEdits:
    """The edits of a design that is shown, by what is done on a box of it."""

    def __init__(self, page: ChartPage, design: Design) -> None:
        self.name = design.name
        assert page.edition.organisation  # noqa: S101 - where a design is shown there is one
        assert page.organisation  # noqa: S101
        self._then: Organisation = page.organisation
        phase = page.structures.shown.phase or None
        self._edits = DesignEdits(page.edition.organisation, design, phase)

    def add(self, function: str, values: dict[str, object]) -> list[Edit]:
        """Return what adds a function."""
        return self._edits.add(function, values)

    def rename(self, kind: str, part: str, name: str) -> list[Edit]:
        """Return what gives a function, an outcome or a role another name."""
        return self._edits.rename(kind, part, name)

    def change_many(
        self, moved: Sequence[str], above: str, aligned: Sequence[str], outcome: str
    ) -> list[Edit]:
        """Return what moves functions under another, and lets some serve an outcome."""
        functions = self._then.functions
        moves = [
            self._edits.move(one, above)
            for one in moved
            if above and one != above and functions[one].reports_to != above
        ]
        alignments = [
            self._edits.align(one, outcome)
            for one in aligned
            if outcome and functions[one].alignment.outcome != outcome
        ]
        return joined_edits([*moves, *alignments])


def take_move(page: ChartPage, move: FunctionMove, design: Design) -> Answer:
    """Write a move into the design that is shown, and answer with its charts."""
    screen = ChartScreen(page.file, page.place.file)
    form = Form.from_request(move.fields, move.part, request.form)
    meant = str(form.values.get(move.field, ""))
    target = move.target(meant)
    if target and meant == move.now:
        return screen.on_success(target.why)
    if str(form.original.get(move.field, "")) != move.now:
        form.message = f"{move.function.name} was moved meanwhile. Look, and move it again."
    elif target is None or target.why:
        why = target.why if target else "That is no longer there."
        form.message = f"{why} Nothing was moved."
    form.base = page.edition.version  # it comes beside what others change
    edits = _edits(page, move, design, meant) if not form.is_refused else []
    said = f"{design.name}: {move.sentence(target)}" if target else ""
    return save_form(page.file, form, edits, said, screen)


def _edits(page: ChartPage, move: FunctionMove, design: Design, meant: str) -> list[Edit]:
    today = page.edition.organisation
    assert today is not None  # noqa: S101 - where a design is shown there is one
    phase = page.structures.shown.phase or None
    edits, to, function = DesignEdits(today, design, phase), meant or None, move.function.id
    return edits.align(function, to) if move.field == "outcome" else edits.move(function, to)
