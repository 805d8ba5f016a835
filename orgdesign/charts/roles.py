"""The chart of roles: seats by whom they report to, with assistants, vacancies and dotted lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgdesign.charts.boxes import hues
from orgdesign.charts.chart import Box, Chart, SideLine, in_reading_order
from orgdesign.model import Organisation, Role

TOP = "organisation"
"""The id of the box that several roles at the top hang from."""


def role_id(role: str) -> str:
    """Return the id of the box that shows a role."""
    return f"role-{role}"


def roles(organisation: Organisation, *, with_holders: bool = False) -> Chart:
    """Return the roles by whom they report to, each in the hue of the outcome it serves.

    Who holds them is told only ``with_holders``. Several roles at the top hang from the
    organisation's name.
    """
    managers = _managers(organisation)
    tops = [role for role, manager in managers.items() if manager is None]
    boxes = [Box(TOP, "organisation", "", organisation.name)] if len(tops) != 1 else []
    if not organisation.roles:
        boxes = [Box(TOP, "organisation", "", organisation.name, text="No roles yet")]
    colours = hues(organisation)
    for role in organisation.roles.values():
        manager = managers[role.id]
        parent = role_id(manager) if manager else TOP if boxes else None
        boxes.append(_role_box(role, organisation, colours, parent, with_holders=with_holders))
    lines = tuple(_dotted_lines(organisation))
    return Chart("roles", f"{organisation.name}: roles", in_reading_order(boxes), sides=lines)


def _managers(organisation: Organisation) -> dict[str, str | None]:
    """Return whom each role reports to; a circle of roles is opened at its first one."""
    managers: dict[str, str | None] = {}
    for role in organisation.roles.values():
        manager = organisation.index.manager_of(role)
        managers[role.id] = manager.id if manager else None
    for id_ in managers:
        if _comes_back(id_, managers):
            managers[id_] = None
    return managers


def _comes_back(role: str, managers: Mapping[str, str | None]) -> bool:
    above, passed = managers[role], {role}
    while above is not None and above not in passed:
        passed.add(above)
        above = managers[above]
    return above == role


def _role_box(
    role: Role,
    organisation: Organisation,
    colours: Mapping[str, int],
    parent: str | None,
    *,
    with_holders: bool,
) -> Box:
    home = organisation.index.home_function(role)
    outcome = home.alignment.outcome if home else None
    return Box(
        id=role_id(role.id),
        kind="role",
        subject=role.id,
        parent=parent,
        title=role.title,
        text=home.name if home else "",
        hue=colours.get(outcome or ""),
        headcount=1.0,
        holders=role.holders if with_holders else (),
        is_vacant=role.is_vacant,
        is_assistant=role.assistant,
    )


def _dotted_lines(organisation: Organisation) -> Iterator[SideLine]:
    for role in organisation.roles.values():
        for line in role.dotted_to:
            yield SideLine(role_id(role.id), role_id(line.to), line.label or "")


def initials(name: str) -> str:
    """Return the initials of somebody's name: of the first part and of the last."""
    parts = [part for part in name.replace("-", " ").split() if part[:1].isalpha()]
    return (
        "".join(part[0].upper() for part in dict.fromkeys([parts[0], parts[-1]])) if parts else ""
    )
