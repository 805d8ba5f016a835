"""A company's own sections and attributes in role descriptions, and the places of its template."""

import io
import json
from dataclasses import replace

import docx
import pytest

from orgdesign.documents.archive import Attachment
from orgdesign.documents.roles import advertisement, describe_roles, job_posting, role_document
from orgdesign.documents.writers import write_document
from orgdesign.documents.writers.document import DocumentTable
from orgdesign.model import AttributeDefinition, Organisation, RoleDocument, SectionDefinition
from orgdesign.redaction import disclose
from tests.documents.insurer import INSURER
from tests.documents.unpacked import unpacked

SECTIONS = {
    "skills": SectionDefinition("skills", readers=("description", "advertisement"),
                                columns=("Skill", "Level")),
    "purpose": SectionDefinition("purpose", "Why the post is there"),
    "evaluation": SectionDefinition("evaluation", readers=("internal",)),
    "apply": SectionDefinition("apply", text="Write to us.", readers=("advertisement",)),
    "checks": SectionDefinition("checks", asked=True),
}  # fmt: skip
ROLE = replace(
    INSURER.roles["claims-director"],
    attributes={"grade": "M4", "location": "Leeds", "pay": "Zloty 12"},
    sections={
        "skills": ("Listening: essential", "Second language: desirable"),
        "evaluation": "Zeta secret",
        "car": "A car is needed.",
    },
    document=RoleDocument("3.2", "2026-01-02", status="agreed", agreed_by=("Matron",)),
)
COMPANY: Organisation = replace(
    INSURER,
    roles={**INSURER.roles, ROLE.id: ROLE},
    sections=SECTIONS,
    attributes={"grade": AttributeDefinition("grade", "Grade"),
                "pay": AttributeDefinition("pay", private=True)},
)  # fmt: skip


@pytest.fixture
def described():
    [found] = describe_roles(disclose(COMPANY), role=ROLE.id)
    return found


def company_form(*texts: str, table: bool = True) -> Attachment:
    file = docx.Document()
    file.add_heading("Job description", 0)
    for text in texts:
        file.add_paragraph(text)
    file.add_paragraph("General terms of the company.")
    if table:
        cells = file.add_table(2, 2).rows[0].cells
        cells[0].text, cells[1].text = "Signed for {{ title }}", "Date"
    with io.BytesIO() as data:
        file.save(data)
        return Attachment("form.docx", data.getvalue())


def in_word(document, template, notes=None):
    said: list[str] = [] if notes is None else notes
    return docx.Document(io.BytesIO(write_document(document, "docx", template, said.append)))


def test_the_title_block_has_the_attributes_and_the_version_but_nothing_private(described):
    facts = dict(described.facts)
    assert facts["Grade"] == "M4"
    assert facts["Version"] == "3.2"
    assert facts["Status"] == "Agreed"
    assert "Zloty 12" not in facts.values()


def test_sections_come_in_the_companys_order_after_the_customer(described):
    keys = [each.key for each in described.sections]
    assert keys[0] == "outcome"
    assert keys.index("skills") < keys.index("purpose") < keys.index("accountabilities")
    assert "car" in keys
    assert "Why the post is there" in [each.heading for each in described.sections]


def test_what_is_for_within_the_company_is_in_no_document(described):
    document = role_document([described], "Northwind")
    told = advertisement(disclose(COMPANY), [described])
    assert "Zeta secret" not in str(document.blocks) + str(told.blocks)


def test_a_person_specification_is_a_table(described):
    document = role_document([described], "Northwind")
    (table,) = [
        each for each in document.blocks if isinstance(each, DocumentTable) and each.key == "skills"
    ]
    assert table.columns == ("Skill", "Level")
    assert table.rows == (("Listening", "essential"), ("Second language", "desirable"))


def test_what_is_asked_for_and_not_written_is_known(described):
    assert described.missing == ("Checks",)


def test_an_advertisement_has_the_companys_text_and_no_limits(described):
    told = str(advertisement(disclose(COMPANY), [described]).blocks)
    assert "Write to us." in told
    assert "Payments up to" not in told
    assert all(each not in told for each in ROLE.decides)


def test_a_job_posting_says_what_the_advertisement_says(described):
    posting = json.loads(job_posting(disclose(COMPANY), described))
    assert posting["@type"] == "JobPosting"
    assert posting["jobLocation"] == {"@type": "Place", "address": "Leeds"}
    assert "Zloty" not in str(posting)
    assert "Quill" not in str(posting)


INTERNAL = SectionDefinition("", readers=("internal",))


@pytest.mark.parametrize("key", ["purpose", "accountabilities", "measured_by", "limits"])
def test_what_is_internal_is_in_no_advertisement_and_no_posting(key):
    role = replace(ROLE, purpose="Canary purpose", accountabilities=("Canary accountabilities",),
                   sections={**ROLE.sections, "limits": "Canary limits"})  # fmt: skip
    measures = {each: replace(one, name="Canary measured_by", kind="customer")
                for each, one in COMPANY.measures.items()}  # fmt: skip
    company = replace(
        COMPANY,
        roles={**COMPANY.roles, role.id: replace(role, measured_by=(*measures,)[:1])},
        measures=measures,
        sections={**COMPANY.sections, key: replace(INTERNAL, id=key)},
    )
    [found] = describe_roles(disclose(company), role=role.id)
    told = str(advertisement(disclose(company), [found]).blocks)
    posting = job_posting(disclose(company), found).decode()
    assert f"Canary {key}" not in told + posting
    assert "Canary" in told


@pytest.mark.parametrize(("readers", "told"), [((), True), (("description",), False)])
def test_what_whoever_applies_is_to_bring_is_advertised(readers, told):
    sections = {"skills": SectionDefinition("skills", readers=readers)}
    company = replace(COMPANY, sections={**COMPANY.sections, **sections})
    [found] = describe_roles(disclose(company), role=ROLE.id)
    assert ("Listening" in str(advertisement(disclose(company), [found]).blocks)) is told
    assert ("Listening" in job_posting(disclose(company), found).decode()) is told


def test_a_posting_has_no_attribute_that_the_advertisement_lacks():
    attributes = {"Stellennummer": "Canary 1", "budget": "Canary 2", "grade": "M4",
                  "closing date": "soon", "pay range": "40,000"}  # fmt: skip
    role = replace(ROLE, attributes=attributes)
    defined = {
        "grade": AttributeDefinition("grade", readers=("description",)),
        "pay range": AttributeDefinition("pay range", unit="EUR"),
    }
    company = replace(COMPANY, roles={**COMPANY.roles, role.id: role}, attributes=defined)
    [found] = describe_roles(disclose(company), role=role.id)
    told = str(advertisement(disclose(company), [found]).blocks)
    posting = json.loads(job_posting(disclose(company), found))
    assert "Canary" not in told + str(posting)
    assert "M4" not in told
    assert posting["baseSalary"] == {"@type": "MonetaryAmount", "value": "40,000 EUR"}
    assert "validThrough" not in posting
    assert {*posting} <= SCHEMA_ORG


SCHEMA_ORG = {
    "@context", "@type", "title", "description", "hiringOrganization", "responsibilities",
    "datePosted", "validThrough", "jobLocation", "employmentType", "workHours", "identifier",
    "baseSalary", "occupationalCategory", "qualifications", "skills", "experienceRequirements",
    "jobBenefits",
}  # fmt: skip
"""Properties of a job posting, as schema.org has them."""


def test_the_places_of_a_template_are_filled_and_its_own_text_stays(described):
    form = company_form("Title: {{ title }}, {{Grade}}", "{{ accountabilities }}", "{{ sections }}")
    file = in_word(role_document([described], "Northwind"), form)
    texts = [each.text for each in file.paragraphs]
    assert texts[:2] == ["Job description", "Title: Claims Director, M4"]
    assert "Every open claim has a named owner." in texts
    assert "General terms of the company." in texts
    assert file.tables[-1].rows[0].cells[0].text == "Signed for Claims Director"
    headings = [each.text for each in file.paragraphs if each.style.name == "Heading 2"]
    assert "Accountabilities" not in headings
    assert "Decision rights" in headings


def test_no_page_parts_the_table_that_is_signed(described):
    file = in_word(role_document([described], "Northwind"), company_form("{{ title }}"))
    form = next(each for each in file.tables if "Signed for" in each.rows[0].cells[0].text)
    first, last = form.rows
    assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in first.cells)
    assert not any(cell.paragraphs[0].paragraph_format.keep_with_next for cell in last.cells)


def test_a_place_that_word_has_cut_into_runs_is_filled(described):
    form = company_form("")
    file = docx.Document(io.BytesIO(form.data))
    for part in ("{{ pur", "po", "se }}"):
        file.paragraphs[1].add_run(part)
    with io.BytesIO() as data:
        file.save(data)
        form = Attachment("form.docx", data.getvalue())
    notes: list[str] = []
    texts = [p.text for p in in_word(role_document([described], "N"), form, notes).paragraphs]
    assert "One owner for every claim." in texts
    assert "Decision rights" in texts
    assert "Write {{ sections }} where it is to stand." in notes[0]


def test_a_place_that_nothing_is_said_for_is_told_and_stays_empty(described):
    notes: list[str] = []
    file = in_word(role_document([described], "N"), company_form("{{ shoe size }}"), notes)
    assert not any("{{" in each.text for each in file.paragraphs)
    assert "{{ shoe size }}" in notes[0]


def test_each_role_gets_a_copy_of_the_template():
    described = describe_roles(disclose(COMPANY))
    file = in_word(role_document(described, "Northwind"), company_form("{{ title }}"))
    titles = {each.title for each in described}
    assert titles <= {each.text for each in file.paragraphs}
    assert len(file.tables) >= len(titles)


def test_comments_and_tracked_changes_of_a_template_name_nobody(described):
    file = docx.Document(io.BytesIO(company_form("{{ purpose }}").data))
    file.add_comment(file.paragraphs[0].runs, "Is this ours?", author="Yolanda Crane")
    with io.BytesIO() as data:
        file.save(data)
        form = Attachment("form.docx", data.getvalue())
    made = write_document(role_document([described], "N"), "docx", form)
    assert "yolanda" not in unpacked(made).lower()
    assert "commentReference" not in unpacked(made)


def test_text_from_right_to_left_runs_so_in_word():
    role = replace(ROLE, title="אחות אחראית (מחלקה 7)")
    company = replace(COMPANY, roles={**COMPANY.roles, role.id: role})
    found = describe_roles(disclose(replace(company, designs={})), role=role.id)
    file = in_word(role_document(found, "Northwind"), None)
    assert file.paragraphs[0]._p.pPr.xpath("w:bidi")
