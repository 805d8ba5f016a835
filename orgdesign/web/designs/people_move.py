"""A number of people moved from box to box in the charts of a design: a transfer in it."""

from __future__ import annotations

from flask import Blueprint, abort, current_app, render_template, request

from orgdesign.charts import function_id
from orgdesign.model import Function, number_text
from orgdesign.value_objects import value_object
from orgdesign.web.canvas import ChartPage, ChartScreen, requested_chart_page
from orgdesign.web.designs.design_edits import DesignEdits
from orgdesign.web.kit import Answer, Form, FormField, Settings, counted, save_form

pages = Blueprint("people_move", __name__)

PEOPLE = FormField("people", ("people",), "how many people", "number")
GONE = "That function is no longer in the design. Nothing was moved."


@value_object
class PeopleMove:
    """How many people go from one function to another, and what of the cost goes with them."""

    giver: Function
    taker: Function
    people: float
    takes_cost: bool

    @property
    def cost(self) -> float | None:
        """Their share of what the function costs; None where that cannot be told."""
        giver = self.giver
        if not (self.takes_cost and giver.cost and giver.headcount):
            return None
        return round(giver.cost * self.people / giver.headcount)

    def values(self) -> dict[str, object]:
        """Return what the file says of it."""
        whole = int(self.people) if self.people == int(self.people) else self.people
        cost = {} if self.cost is None else {"cost": int(self.cost)}
        return {"people": whole, **cost}

    @property
    def sentence(self) -> str:
        """Return it in words."""
        people = counted(round(self.people), "person goes", "people go")
        return f"{people} from {self.giver.name} to {self.taker.name}"


@pages.get("/o/<key>/people")
def ask_people(key: str) -> str:
    """Ask how many people go from one box to another."""
    page = requested_chart_page(key)
    if page.structures.design is None or page.organisation is None:
        abort(404)
    giver, taker = (_function(page, request.args.get(end, "")) for end in ("giver", "taker"))
    if giver is None:
        abort(404)
    return render_template(
        "designs/people.html", page=page, giver=giver, taker=taker, choices=page.choices
    )


@pages.post("/o/<key>/people")
def move_people(key: str) -> Answer:
    """Write it into the design that is shown."""
    page = requested_chart_page(key)
    screen = ChartScreen(page.file, key)
    design = page.structures.design
    form = Form((), ("functions", ""), page.edition.version)
    if design is None or page.edition.organisation is None:
        form.message = GONE
        return save_form(page.file, form, [], "", screen)
    move = _move(page, form)
    phase = page.structures.shown.phase or None
    edits = DesignEdits(page.edition.organisation, design, phase)
    made = (
        edits.transfer(move.giver.id, move.taker.id, move.values())
        if move and not form.is_refused
        else []
    )
    said = f"{design.name}: {move.sentence}" if move else ""
    return save_form(page.file, form, made, said, screen)


def _move(page: ChartPage, form: Form) -> PeopleMove | None:
    """Return what was asked for, or say in the form what is wrong with it."""
    functions = page.organisation.functions if page.organisation else {}
    ends = (page.part_id("function", request.form.get(end, "")) for end in ("giver", "taker"))
    giver, taker = (functions.get(end) for end in ends)
    if giver is None or taker is None:
        form.message = GONE
        return None
    if giver is taker:
        form.message = f"Choose another function than {giver.name}. Nothing was moved."
        return None
    people = _count(request.form.get("people", ""))
    if people is None:
        form.message = "Write how many people go, as a number above 0. Nothing was moved."
        return None
    if giver.headcount is not None and people > giver.headcount:
        has = number_text(giver.headcount)
        form.message = f"{giver.name} has {has} people, and no more. Nothing was moved."
    return PeopleMove(giver, taker, people, takes_cost=bool(request.form.get("cost")))


def _count(typed: str) -> float | None:
    value = PEOPLE.value(" ".join(typed.split()))
    return float(value) if isinstance(value, (int, float)) and 0 < value < 1e9 else None


def _function(page: ChartPage, key: str) -> Function | None:
    """Return the function that the key of a box stands for."""
    settings: Settings = current_app.extensions["settings"]
    functions = page.organisation.functions.values() if page.organisation else ()
    return next((one for one in functions if settings.key("box", function_id(one.id)) == key), None)
