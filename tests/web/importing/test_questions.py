"""What an export leaves open is asked on the page, answered there, and kept in the file."""

from orgdesign.yamlfile import read
from tests.web.importing.conftest import Import

OPEN = """\
ID,Name,Title,Department,Reports To,Status
1,Ada Quill,CEO,Executive,,Active
2,Ben Rowe,Head of Claims,Claims,1,Active
3,Cara Stone,Handler,Claims,Fay Orr,Bench
4,Dan Moss,Clerk,Archive,,Active
5,Eve Lund,Clerk,Archive,,Active
"""


def test_what_is_left_open_is_asked_with_its_rows_and_without_names(hr: Import):
    hr.upload(("staff.csv", OPEN)).columns()
    assert "Needs you (4)" in hr.text
    assert "What does the status “Bench” mean? (1 row)" in hr.text
    assert "Who is meant by the manager who is named there? (row 4)" in hr.text
    assert "Who leads Archive? (rows 5 and 6)" in hr.text
    assert "Fay" not in hr.html
    assert '<option value="Clerk (5)">' in hr.html


def test_names_are_said_where_they_were_asked_for(hr: Import):
    hr.upload(("staff.csv", OPEN)).columns(names="1")
    assert "Who is meant by the manager Fay Orr?" in hr.text


def test_answers_change_what_comes_out_before_anything_is_written(hr: Import):
    hr.upload(("staff.csv", OPEN)).columns()
    hr.answers(status="gone", leads_Archive="Clerk (5)", unit_is_Archive="Executive")
    assert "Needs you" not in hr.text
    assert "Functions 3 Roles 4 Headcount 4 At the top Executive" in hr.text
    assert not list(hr.site.path.iterdir())
    hr.write()
    organisation = read((hr.site.path / "my-organisation.yaml").read_bytes(), "").organisation
    assert organisation
    assert organisation.functions["archive"].accountable == "clerk"
    assert dict(organisation.imports.statuses) == {"Bench": "gone"}
    assert organisation.imports.units["Archive"].under == "Executive"


def test_answers_stay_when_one_goes_back_to_the_columns(hr: Import):
    hr.upload(("staff.csv", OPEN)).columns()
    hr.answers(status="gone")
    hr.answer = hr.site.get(f"/import/{hr.job.key}/columns")
    hr.columns()
    assert "Bench" not in hr.text


def test_what_cannot_be_an_answer_changes_nothing(hr: Import):
    hr.upload(("staff.csv", OPEN)).columns()
    hr.answers(status="perhaps", leads_Archive="Nobody of them")
    assert "Needs you (4)" in hr.text
