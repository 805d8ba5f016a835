"""What was typed into the table of roles, and what ticked roles get, as edits of the file."""

from __future__ import annotations

from typing import get_args

from werkzeug.datastructures import MultiDict

from orgdesign.model import DocumentStatus, Organisation
from orgdesign.web.exporting.export_page import StructuredPage
from orgdesign.web.exporting.role_alignment import reward_value
from orgdesign.yamlfile import Path, YamlValue
from orgdesign.yamlfile.editing import Edit, Remove, Set

ATTRIBUTE = "attribute:"
"""What the name of a column begins with that shows an attribute."""
TEXTS = ("title", "purpose")
"""The fields that are edited in their cells, beside attributes."""


def attribute_names(organisation: Organisation) -> dict[str, str]:
    """Return the attributes of roles by key, those of the company first, with their headings."""
    defined = organisation.attributes
    used = [key for role in organisation.roles.values() for key in role.attributes]
    keys = [*(key for key in defined if key in used), *(key for key in used if key not in defined)]
    return {key: defined[key].heading if key in defined else key for key in dict.fromkeys(keys)}


def cell_edits(
    page: StructuredPage, form: MultiDict[str, str]
) -> tuple[list[Edit], dict[Path, YamlValue]]:
    """Return the edits that the cells of a form mean, and what stood there as it was drawn."""
    edits: list[Edit] = []
    before: dict[Path, YamlValue] = {}
    columns: dict[str, Path] = {each: (each,) for each in TEXTS}
    for attribute in attribute_names(page.organisation):
        columns[f"{ATTRIBUTE}{attribute}"] = ("attributes", attribute)
    for role in page.organisation.roles.values():
        key = page.key_for("role", role.id)
        for column, field in columns.items():
            said, was = form.get(f"{column}-{key}"), form.get(f"was-{column}-{key}", "")
            if said is not None and said.strip() != was.strip():
                path: Path = ("roles", role.id, *field)
                edits.append(Set(path, said.strip()) if said.strip() else Remove(path))
                before[path] = was
    return edits, before


def edits_of_many(page: StructuredPage, form: MultiDict[str, str]) -> list[Edit]:
    """Return the edits that give all ticked roles the same."""
    ticked = {*form.getlist("role")}
    roles = [one for one in page.organisation.roles.values()
             if page.key_for("role", one.id) in ticked]  # fmt: skip
    keys = {page.key_for("measure", id_): id_ for id_ in page.organisation.measures}
    judged, paid = keys.get(form.get("measured", "")), keys.get(form.get("rewarded", ""))
    status = form.get("status", "")
    edits: list[Edit] = []
    for role in roles:
        at: Path = ("roles", role.id)
        if judged and judged not in role.measured_by:
            edits.append(Set((*at, "measured_by"), [*role.measured_by, judged]))
        if paid and paid not in [each.measure for each in role.rewarded_for]:
            rewards: list[YamlValue] = [
                reward_value(each.measure, each.weight) for each in role.rewarded_for
            ]
            edits.append(Set((*at, "rewarded_for"), [*rewards, {"measure": paid}]))
        if status in get_args(DocumentStatus) and status != role.document.status:
            edits.append(Set((*at, "document", "status"), status))
    return edits
