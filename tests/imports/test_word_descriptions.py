"""Role descriptions in Word, of a company's own form or as orgdesign issued them, come in."""

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from orgdesign.documents.roles import describe_roles, role_document
from orgdesign.documents.roles.role_words import PHRASES
from orgdesign.documents.writers import write_document
from orgdesign.imports import Notes, file_text, import_tables, table
from orgdesign.redaction import disclose
from orgdesign.sandbox.formats import open_tables
from orgdesign.sandbox.word_document import MEASURED, REWARDED
from tests.documents.insurer import INSURER


def saved(file) -> bytes:
    with io.BytesIO() as data:
        file.save(data)
        return data.getvalue()


def company_form(kind: str, *sections: tuple[str, list[str]]) -> bytes:
    file = docx.Document()
    file.add_heading(f"{kind}: Ward Sister", 0)
    table = file.add_table(2, 2)
    for row, texts in zip(table.rows, (("Position ID", "ward-sister"), ("Grade", "")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for heading, lines in sections:
        file.add_heading(heading, 1)
        for line in lines:
            file.add_paragraph(line, style="List Bullet")
    file.add_heading("Signatures", 1)
    file.add_table(2, 3)
    return saved(file)


def texts_of(data: bytes) -> Iterator[str]:
    file = docx.Document(io.BytesIO(data))
    for paragraph in file.paragraphs:
        yield " ".join(paragraph.text.split())
    for cell in (cell for t in file.tables for row in t.rows for cell in row.cells):
        yield from (" ".join(each.text.split()) for each in cell.paragraphs)


def records(data: bytes) -> list[dict[str, str]]:
    head, *rows = open_tables(data).block(0, 0, 1_000)
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        ("Job description", "Main duties and responsibilities"),
        ("Stellenbeschreibung", "Aufgaben"),
        ("Fiche de poste", "Missions et activités"),
        ("職務記述書", "主要職務"),
    ],
)
def test_a_company_form_is_a_row_with_a_column_for_each_heading(kind, heading):
    (record,) = records(company_form(kind, (heading, ["Leads 38 nurses", "Plans discharges"])))
    assert record == {
        "Job Title": "Ward Sister",
        "Position ID": "ward-sister",
        heading: "Leads 38 nurses\nPlans discharges",
    }


def test_every_duty_of_a_long_list_comes_in_whole():
    duties = [f"Duty {at}: " + "with care " * 40 for at in range(60)]
    (record,) = records(company_form("Job description", ("Duties", duties)))
    assert record["Duties"].split("\n") == [each.strip() for each in duties]


def test_what_was_issued_comes_back_role_by_role():
    described = describe_roles(disclose(INSURER))
    document = role_document(described, "Northwind")
    found = {each["Job Title"]: each for each in records(write_document(document, "docx"))}
    assert {*found} == {each.title for each in described}
    claims = found["Claims Director"]
    assert claims["Purpose"] == "One owner for every claim."
    assert "Every open claim has a named owner." in claims["Accountabilities"].split("\n")
    assert "Signatures" not in {name for name, said in claims.items() if said}


def test_measures_and_rewards_of_what_was_issued_come_back_by_their_names():
    described = describe_roles(disclose(INSURER), role="claims-director")
    (record,) = records(write_document(role_document(described, "Northwind"), "docx"))
    assert record["Measured by"] == "Quixotic index"
    assert record["Rewarded for"] == "Quixotic index 40%"


def test_the_headings_of_measures_are_those_that_documents_have():
    assert PHRASES["measured_by"] == MEASURED
    assert PHRASES["rewarded_for"] == REWARDED


def test_a_document_without_a_title_is_no_role():
    file = docx.Document()
    file.add_paragraph("A letter.")
    assert records(saved(file)) == []


def test_what_stands_under_a_heading_that_nobody_knows_is_kept_as_a_section_and_told():
    notes = Notes()
    file = company_form("Job description", ("Duties", ["Leads"]), ("Zorb policy", ["No zorbs"]))
    made = import_tables([table(file, "ward.docx", notes)], notes)
    (role,) = made.organisation.roles.values()
    assert role.sections["Zorb policy"] == "No zorbs"
    assert "Nobody knows Zorb policy, which is kept as a section as it stands." in notes.sentences


def test_what_stands_before_the_first_heading_is_kept_too():
    file = docx.Document(io.BytesIO(company_form("Job description", ("Duties", ["Leads"]))))
    file.paragraphs[1].insert_paragraph_before("Agreed with the staff council.")
    (record,) = records(saved(file))
    assert record["Opening text"] == "Agreed with the staff council."


WORD = Path(__file__).with_name("word")


ELSEWHERE = {
    "adviser.docx": {"adviser-lead", "None"},
    "cadre-de-sante.docx": {"chief-nurse"},
    "eigyo-bucho.docx": {"chief-executive"},
    "leitung-einkauf.docx": {"chief-executive"},
    "product-manager.docx": {"chief-executive"},
    "sachbearbeitung-abrechnung.docx": {"chief-executive"},
    "ward-sister.docx": {"chief-nurse"},
}
"""Managers, who are found in a file and not in the document; and a line to nobody."""
LABELS = {
    "Signatures", "Unterschriften", "承認", "Befugnisse", "Reports To Position", "Dotted Line",
    "Deputy", "Version", "Budget Responsibility", "Staff Responsibility",
}  # fmt: skip
"""Headings under which a document says nothing."""


@pytest.mark.parametrize("name", sorted(each.name for each in WORD.glob("*.docx")))
def test_everything_that_a_description_says_comes_in(name: str):
    data, notes = (WORD / name).read_bytes(), Notes()
    made = import_tables([table(data, name, notes)], notes)
    text, (record,) = _letters(file_text(made)), records(data)
    lost = {
        line
        for line in texts_of(data)
        if line not in record and all(_letters(part) not in text for part in line.split("; "))
    }
    title = next(texts_of(data))
    assert lost - {title, ""} - LABELS == ELSEWHERE.get(name, set())


def _letters(text: str) -> str:
    return "".join(each for each in text if each.isalnum())


def test_a_dotted_line_that_leads_to_nobody_stays_as_the_document_says_it():
    data, notes = (WORD / "ward-sister.docx").read_bytes(), Notes()
    made = import_tables([table(data, "ward-sister.docx", notes)], notes)
    (role,) = made.organisation.roles.values()
    assert role.sections["Dotted Line"] == "Head of Infection Control"
    assert "1 dotted line leads to nobody who is found, and was kept as text (row 2)." in (
        notes.sentences
    )
