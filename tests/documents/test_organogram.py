"""The UK organogram: two CSV files that go out, and come in again."""

import csv
import io
from pathlib import Path
from zipfile import ZipFile

from orgdesign.cli import main
from orgdesign.yamlfile import read_file

ORGANISATION = """\
organization: Office of Rivers
outcome: {statement: My river is clean}
functions:
  top: {name: Executive, accountable: head, headcount: 2}
  water: {name: Water, reports_to: top, accountable: chief, headcount: 12.5}
  boats: {name: Boats, reports_to: water, headcount: 4}
roles:
  head: {title: Chief Executive, holder: Ann Bell, function: top}
  chief:
    {title: Head of Water, function: water, accountabilities: [Clean], attributes: {Grade: SCS1}}
  ranger: {title: Ranger, function: water}
  clerk: {title: Clerk, function: water, vacant: yes}
"""


def written(tmp_path: Path, *options: str) -> dict[str, list[dict[str, str]]]:
    (tmp_path / "it.yaml").write_text(ORGANISATION)
    out = tmp_path / "it.zip"
    assert (
        main(["export", str(tmp_path / "it.yaml"), "--as", "organogram", "-o", str(out), *options])
        == 0
    )
    with ZipFile(out) as file:
        for name in file.namelist():
            (tmp_path / name).write_bytes(file.read(name))
        return {
            name: [*csv.DictReader(io.StringIO(file.read(name).decode()))]
            for name in file.namelist()
        }


def test_heads_and_managers_are_senior_posts(tmp_path):
    rows = written(tmp_path)["senior.csv"]
    assert [
        (r["Post Unique Reference"], r["Reports to Senior Post"], r["Grade (or equivalent)"])
        for r in rows
    ] == [
        ("head", "XX", "N/D"),
        ("chief", "head", "SCS1"),
    ]
    assert rows[0]["Name"] == "Ann Bell"


def test_the_others_share_the_rest_of_the_headcount(tmp_path):
    rows = written(tmp_path)["junior.csv"]
    assert [
        (r["Unit"], r["Reporting Senior Post"], r["Generic Job Title"], r["Number of Posts in FTE"])
        for r in rows
    ] == [
        ("Executive", "head", "Staff", "1"),
        ("Water", "chief", "Ranger", "5.75"),
        ("Water", "chief", "Clerk", "5.75"),
        ("Boats", "chief", "Staff", "4"),
    ]


def test_holders_are_left_out_where_they_are_to_be(tmp_path):
    rows = written(tmp_path, "--leave-out", "holders")["senior.csv"]
    assert {row["Name"] for row in rows} == {"N/D"}


def test_what_goes_out_comes_in_again(tmp_path):
    written(tmp_path)
    files = [str(tmp_path / "senior.csv"), str(tmp_path / "junior.csv")]
    assert main(["import", *files, "-o", str(tmp_path / "again.yaml")]) == 0
    before, after = (read_file(tmp_path / n).organisation for n in ("it.yaml", "again.yaml"))
    assert after.name == before.name
    for function in before.functions.values():
        same = next(f for f in after.functions.values() if f.name == function.name)
        assert same.headcount == function.headcount
        above = before.functions[function.reports_to].name if function.reports_to else None
        assert (after.functions[same.reports_to].name if same.reports_to else None) == above
