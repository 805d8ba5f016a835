"""What an export leaves open: said with its rows, asked, answered, and kept."""

import pytest

from orgdesign.imports import (
    Notes,
    Unreadable,
    answers_of,
    file_text,
    import_tables,
    merge_export,
    table,
)
from orgdesign.imports.importing import Wishes
from orgdesign.yamlfile import read
from tests.imports.exports import came

OPEN = """\
ID,Name,Title,Department,Reports To,Status
1,Ada,CEO,Executive,,Active
2,Ben,Head of Claims,Claims,1,Active
3,Cara,Handler,Claims,77,Bench
4,Dan,Clerk,Archive,,Active
5,Eve,Buyer,Archive,,Active
"""


def asked(export: str, *answers) -> dict[tuple[str, str], tuple[str, ...]]:
    notes = Notes()
    tables = [table(export.encode(), "x.csv", notes)]
    import_tables(tables, notes, Wishes(answers=answers_of(answers)))
    return {(q.kind, q.about): q.options for q in notes.questions}


def test_what_is_left_open_is_asked_with_what_it_can_be():
    assert asked(OPEN) == {
        ("status", "Bench"): ("here", "gone", "later", "vacant"),
        ("manager", "77"): ("nobody",),
        ("head", "Archive"): ("Clerk", "Buyer", "nobody"),
        ("unit", "Archive"): ("Executive", "top"),
    }


def test_what_is_answered_is_not_asked_again():
    answers = [
        ("status", "Bench", "here"),
        ("manager", "77", "Head of Claims"),
        ("head", "Archive", "Clerk"),
        ("unit", "Archive", "Executive"),
    ]
    assert asked(OPEN, *answers) == {}
    done = came(OPEN, answers=answers_of(answers))
    assert done.lines["Archive"] == "Executive"
    assert done.heads["Archive"] == "Clerk"


@pytest.mark.parametrize(("state", "people"), [("here", 2), ("gone", 1), ("vacant", 1)])
def test_a_status_means_what_was_answered(state, people):
    done = came(OPEN, answers=answers_of([("status", "bench", state)]))
    assert done.headcount["Claims"] == people


def test_a_line_can_be_said():
    done = came(OPEN, answers=answers_of([("line", "4", "2")]))
    assert done.lines["Archive"] == "Claims"


def test_answers_are_kept_in_the_file_without_names():
    answers = [
        ("status", "Bench", "gone"),
        ("head", "Archive", "Dan"),
        ("unit", "Archive", "Claims"),
    ]
    done = came(OPEN, answers=answers_of(answers))
    assert dict(done.organisation.imports.statuses) == {"Bench": "gone"}
    assert done.organisation.imports.units["Archive"].under == "Claims"
    assert "Dan" not in done.text


def test_the_next_export_does_not_undo_them():
    from orgdesign.imports import answers_kept_in

    first = came(OPEN, answers=answers_of([("unit", "Archive", "Claims")]))
    reading = read(first.text.encode(), "it.yaml")
    notes = Notes()
    again = import_tables(
        [table(OPEN.encode(), "x.csv", notes)],
        notes,
        Wishes(answers=answers_kept_in(reading.organisation)),
    )
    assert file_text(again) == first.text
    assert not merge_export(reading, again).is_changed


@pytest.mark.parametrize("said", [("mood", "x", "y"), ("status", "Bench", "perhaps")])
def test_what_is_no_answer_is_told(said):
    with pytest.raises(Unreadable, match=r"there are|means none"):
        answers_of([said])
