"""A program reads, asks, compares, draws and edits; the interface stays as it is."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

import orgdesign
from orgdesign import interface

SMALL = """\
organization: Harbour Bakery
outcome: {statement: Fresh bread every morning before work, accountable: owner}
functions:
  baking: {name: Baking, accountable: owner}  # twice a night
roles: {owner: {title: Owner}}
"""

FROZEN = """\
ChartPicture.pdf(self) -> 'bytes'
ChartPicture.png(self) -> 'bytes'
ChartPicture.svg(self) -> 'str'
DifferenceRow: ids kind part sentence
DifferenceTable: columns rows
FindingRow: column line message remedy rule severity
FindingTable: columns rows
OrganisationDesign.chart(self, view: 'str' = 'after', *, depth: 'int | None' = None, \
focus: 'str | None' = None) -> 'ChartPicture'
OrganisationDesign.compare(self) -> 'DifferenceTable'
OrganisationDesign: failures name organisation structure
OrganisationFile.chart(self, view: 'str' = 'after', *, depth: 'int | None' = None, \
focus: 'str | None' = None) -> 'ChartPicture'
OrganisationFile.compare(self, other: 'OrganisationFile | OrganisationDesign') -> 'DifferenceTable'
OrganisationFile.design(self, name: 'str | None' = None, phase: 'str | None' = None) \
-> 'OrganisationDesign'
OrganisationFile.diagnose(self) -> 'FindingTable'
OrganisationFile.edit(self, changes: 'Mapping[Address, Value]') -> 'OrganisationFile'
OrganisationFile.save(self, sentence: 'str' = 'Edited by a program') -> 'OrganisationFile'
OrganisationFile: designs organisation path problems text
read(path: 'str | os.PathLike[str]') -> 'OrganisationFile'
"""


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    path = tmp_path / "bakery.yaml"
    path.write_text(SMALL, "utf-8")
    return path


def test_the_interface_is_as_it_was():
    assert "\n".join(sorted(described())) + "\n" == FROZEN
    assert orgdesign.__all__ == ["OrgdesignError", "__version__", "read"]


def described():
    yield f"read{inspect.signature(orgdesign.read)}"
    for name in interface.__all__:
        kind = getattr(interface, name)
        if not inspect.isclass(kind):
            continue
        public = [each for each in dir(kind) if not each.startswith("_")]
        methods = [each for each in public if inspect.isfunction(getattr(kind, each))]
        inherited = ("count", "index")  # those of every sequence
        for method in methods:
            if method not in inherited:
                yield f"{name}.{method}{inspect.signature(getattr(kind, method))}"
        if fields := [each for each in public if each not in (*methods, *inherited)]:
            yield f"{name}: {' '.join(fields)}"


def test_problems_are_values_and_the_organisation_says_them(bakery: Path):
    bakery.write_text(SMALL.replace("accountable: owner}  #", "accountable: cook}  #"), "utf-8")
    file = orgdesign.read(bakery)
    assert [problem.line for problem in file.problems] == [4]
    with pytest.raises(orgdesign.OrgdesignError, match=r'bakery\.yaml:4.*"cook"'):
        file.diagnose()


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path):
    assert orgdesign.read(tmp_path / "none.yaml").problems


def test_an_edit_is_the_smallest_and_is_saved_with_its_sentence(bakery: Path):
    orgdesign.read(bakery).edit({"functions.baking.name": "Ovens"}).save("Baking is Ovens")
    assert bakery.read_text("utf-8") == SMALL.replace("name: Baking", "name: Ovens")
    from orgdesign.storage import Journal

    assert Journal().last(bakery).sentence == "Baking is Ovens"


def test_nothing_is_written_over_what_somebody_else_wrote(bakery: Path):
    edited = orgdesign.read(bakery).edit({("functions", "baking", "name"): "Ovens"})
    theirs = SMALL.replace("Baking", "Hearth")
    bakery.write_text(theirs, "utf-8")
    with pytest.raises(orgdesign.OrgdesignError, match="changed elsewhere"):
        edited.save()
    assert bakery.read_text("utf-8") == theirs


def test_nothing_is_saved_where_nothing_was_edited(bakery: Path):
    stamp = bakery.stat().st_mtime_ns
    orgdesign.read(bakery).edit({"functions.baking.name": "Baking"}).save()
    assert bakery.stat().st_mtime_ns == stamp


@pytest.mark.parametrize("ask", [
    lambda file: file.chart("sideways"),
    lambda file: file.chart("after", focus="nobody"),
    lambda file: file.design("none"),
    lambda file: file.edit({"functions.none.name.first": "x"}),
])  # fmt: skip
def test_what_is_not_there_is_told(bakery: Path, ask):
    with pytest.raises(orgdesign.OrgdesignError):
        ask(orgdesign.read(bakery))


def test_a_phase_of_a_design_is_drawn_and_compared():
    file = orgdesign.read(Path(__file__).parents[2] / "examples" / "northwind.yaml")
    early, whole = file.design(phase="first-90-days"), file.design()
    assert 0 < len(early.compare()) < len(whole.compare())
    assert "Customer care" in whole.chart("changes").svg()
