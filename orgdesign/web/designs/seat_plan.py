"""What a design means for each person: a sheet each, a list for HR, and the seats left open."""

from __future__ import annotations

from flask import Blueprint
from werkzeug.utils import cached_property

from orgdesign.designs.review import FATES, OpenSeat, PersonSheet, open_seats, person_sheets
from orgdesign.web.design_page import (
    SearchedDesignPage,
    need_design,
    need_found,
    render_design,
)
from orgdesign.web.kit import Answer, not_modified

pages = Blueprint("seat_plan", __name__)
pages.before_request(not_modified)


class SeatPlanPage(SearchedDesignPage):
    """Who sits where at the end of a design, and what becomes of whom on the way."""

    fates = FATES

    @cached_property
    def everybody(self) -> tuple[PersonSheet, ...]:
        """Return a sheet for each person."""
        return person_sheets(self.organisation, self.design)

    @cached_property
    def sheets(self) -> list[PersonSheet]:
        """Return the sheets that the search finds."""
        words = self.search_words.casefold()
        return [
            sheet
            for sheet in self.everybody
            if (sheet.fate != "stays" or not self.only_affected)
            and any(words in text.casefold() for text in (sheet.name, *titles(sheet)))
        ]

    @cached_property
    def seats(self) -> tuple[OpenSeat, ...]:
        """Return the seats that nobody holds at the end."""
        return open_seats(self.organisation, self.design)

    def person_key(self, sheet: PersonSheet) -> str:
        """Return what stands for a person in addresses, which hold no names."""
        return self.key_for("person", sheet.name)

    def find_sheet(self, key: str) -> PersonSheet | None:
        """Return the sheet of the person that a key stands for."""
        return next((one for one in self.everybody if self.person_key(one) == key), None)


def titles(sheet: PersonSheet) -> list[str]:
    """Return the titles of the seats of a person, before and after."""
    return [seat.title for seat in (*sheet.before, *sheet.after)]


@pages.get("/o/<key>/designs/<design>/people", endpoint="page")
def show_staff(key: str, design: str) -> Answer:
    """Show who moves where and when, and which seats are open."""
    return render_design(SeatPlanPage(key, design), "designs/seat_plan.html")


@pages.get("/o/<key>/designs/<design>/people/print")
def everybody(key: str, design: str) -> Answer:
    """Show a sheet for each person for whom something changes, a page of paper each."""
    return render_design(SeatPlanPage(key, design), "designs/seat_plan_sheets.html")


@pages.get("/o/<key>/designs/<design>/people/<person>")
def person(key: str, design: str, person: str) -> Answer:
    """Show the sheet of one person."""
    page = SeatPlanPage(key, design)
    need_design(page)
    sheet = need_found(page, page.find_sheet(person))
    return render_design(page, "designs/person.html", sheet=sheet)
