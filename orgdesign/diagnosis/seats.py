"""Where each role stands: its function, whom it reports to, what is handed to and by it."""

from __future__ import annotations

from orgdesign.diagnosis.ties import Ties
from orgdesign.model import Function, Organisation, Role


class Seats:
    """The roles of one organisation and what surrounds them."""

    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.ties = Ties(organisation)
        self._index = organisation.index

    def home(self, role: Role) -> Function | None:
        """Return the function that a role stands at the head of, or else belongs to."""
        return self._index.home_function(role)

    def above(self, role: Role) -> Role | None:
        """Return the role that a role reports to."""
        return self._index.manager_of(role)

    def below(self, role: Role) -> list[Role]:
        """Return the roles that report to a role."""
        return self._index.reports_of(role)
