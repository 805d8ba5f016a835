"""Edited role descriptions come back: unedited ones change nothing, edits are told one by one."""

import io
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings

from orgdesign.documents.roles import describe_roles, return_descriptions, role_document
from orgdesign.documents.writers import write_document
from orgdesign.imports import Notes, import_tables, merge_export, table
from orgdesign.redaction import disclose
from orgdesign.yamlfile import read, read_file
from orgdesign.yamlfile.editing import Set, apply
from tests.properties import examples
from tests.valid_files import valid_files

HERE = Path(__file__).parent
MERIDIAN = HERE / "meridian.yaml"


def issued(organisation) -> bytes:
    described = describe_roles(disclose(organisation))
    return write_document(role_document(described, organisation.name), "docx")


def edited(data: bytes, old: str, new: str | None) -> bytes:
    """Return a document in which somebody wrote something else, or took a paragraph out."""
    file = docx.Document(io.BytesIO(data))
    paragraphs = [*file.paragraphs]
    paragraphs += [
        p for t in file.tables for row in t.rows for c in row.cells for p in c.paragraphs
    ]
    [found] = [each for each in paragraphs if each.text == old]
    if new is None:
        found._p.getparent().remove(found._p)
    else:
        found.runs[0].text = new
    with io.BytesIO() as out:
        file.save(out)
        return out.getvalue()


@pytest.fixture(scope="module")
def full() -> bytes:
    """A file with sections, attributes and documents of its own, in four languages."""
    reading, notes = read_file(MERIDIAN), Notes()
    export = (HERE.parent / "imports" / "hr-export.csv").read_bytes()
    made = import_tables([table(export, "hr-export.csv", notes)], notes)
    languages = {"eigyo-bucho": "ja", "cadre-de-sante": "fr", "personalreferent": "de"}
    merged = read(merge_export(reading, made).data, "meridian.yaml")
    edits = [Set(("roles", id_, "document", "language"), said) for id_, said in languages.items()]
    return apply(merged, edits).data


@pytest.fixture(scope="module")
def reading(full):
    found = read(full, "meridian.yaml")
    assert found.organisation, found.problems
    return found


def returned(reading, data: bytes, *refused: str):
    return return_descriptions(reading, [data], {*refused})


def test_what_comes_back_unedited_changes_nothing(reading):
    result = returned(reading, issued(reading.organisation))
    assert (result.sentences, result.is_changed) == ((), False)


def test_what_comes_back_unedited_changes_nothing_that_others_wrote_meanwhile(reading, full):
    data = issued(reading.organisation)
    text = full.decode().replace("Nobody is harmed by what we do for them", "All are safe")
    assert not returned(read(text.encode(), "m"), data).is_changed


def test_each_edited_line_is_told_and_can_be_refused_by_itself(reading):
    promise = "Patients get one promise from all of us, and it is kept."
    data = edited(issued(reading.organisation), promise, "Patients get what we promise.")
    data = edited(data, "Appoints, develops and releases the heads of department.", None)
    result = returned(reading, data)
    assert [(each.sentence, each.goes, each.comes) for each in result.proposals] == [
        (
            "Chief Executive: another purpose.",
            (promise,),
            ("Patients get what we promise.",),
        ),
        (
            "Chief Executive: what it answers for.",
            ("Appoints, develops and releases the heads of department.",),
            (),
        ),
    ]
    chief = read(result.data, "m").organisation.roles["chief-executive"]
    assert chief.purpose == "Patients get what we promise"
    assert len(chief.accountabilities) == 2
    kept = returned(reading, data, result.proposals[1].key)
    chief = read(kept.data, "m").organisation.roles["chief-executive"]
    assert len(chief.accountabilities) == 3
    assert not returned(reading, data, *(each.key for each in result.proposals)).is_changed


def test_measures_and_weights_are_read_by_their_names(reading):
    data = edited(issued(reading.organisation), "Operating surplus: 40%.",
                  "Patients harmed in care: 40 %")  # fmt: skip
    chief = read(returned(reading, data).data, "m").organisation.roles["chief-executive"]
    assert [(each.measure, each.weight) for each in chief.rewarded_for] == [
        ("days-to-answer", 60), ("harm", 40),
    ]  # fmt: skip


def test_a_measure_that_is_not_there_is_told_and_left_out(reading):
    data = edited(issued(reading.organisation), "Operating surplus: 40%.", "Happiness: 40%")
    result = returned(reading, data)
    assert "names a measure that is not there yet" in " ".join(result.sentences)


def test_a_fact_of_the_title_block_and_a_section_of_the_company_come_back(reading):
    data = edited(issued(reading.organisation), "Executive 1", "Executive 2")
    chief = read(returned(reading, data).data, "m").organisation.roles["chief-executive"]
    assert chief.attributes["Grade"] == "Executive 2"


def test_a_heading_of_somebodys_own_is_kept_as_a_section_and_told(reading):
    file = docx.Document(io.BytesIO(issued(reading.organisation)))
    first = next(p for p in file.paragraphs if p.text == "Accountabilities")
    first.insert_paragraph_before("On call", "Heading 2")
    first.insert_paragraph_before("Every fourth weekend")
    with io.BytesIO() as out:
        file.save(out)
        result = returned(reading, out.getvalue())
    assert result.sentences == ("Chief Executive: it gets On call.",)
    chief = read(result.data, "m").organisation.roles["chief-executive"]
    assert chief.sections["On call"] == "Every fourth weekend"


def test_what_comes_of_elsewhere_in_the_file_is_left_and_told(reading):
    data = edited(issued(reading.organisation), "Executive Office", "The Office")
    result = returned(reading, data)
    assert not result.is_changed
    assert "comes of elsewhere in the file" in result.sentences[0]


@settings(max_examples=examples(6), suppress_health_check=[*HealthCheck], deadline=None)
@given(valid_files())
def test_no_unedited_description_of_any_valid_file_changes_it(text: str):
    found = read(text.encode(), "any.yaml")
    organisation = found.organisation
    if organisation and organisation.roles:
        result = returned(found, issued(organisation))
        assert (result.sentences, result.is_changed) == ((), False)
