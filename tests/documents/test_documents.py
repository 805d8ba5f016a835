"""Documents as files, read back with the programs' own libraries."""

import io

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pypdf import PdfReader

from orgdesign.documents.archive import Attachment
from orgdesign.documents.writers import write_document
from orgdesign.documents.writers.document import Document, Heading, Items, Paragraph
from orgdesign.problems import OrgdesignError
from tests.documents.unpacked import unpacked

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LETTER = "file:///C:/Users/zquill/letter.dotx"
ROLES = Document(
    "Claims Director, Northwind",
    (
        Heading("Claims Director", 1),
        Paragraph("Northwind", is_aside=True),
        Heading("Purpose"),
        Paragraph("One owner for every claim."),
        Items(("One.", "Two.")),
        Heading("Chief Executive", 1),
    ),
)


def in_word(data: bytes):
    return docx.Document(io.BytesIO(data))


def saying(text: str) -> Document:
    return Document("Said", (Heading("Said", 1), Paragraph(text)))


@pytest.fixture
def template() -> Attachment:
    """A company's template: with a header, a text, its author, and where its own template lay."""
    file = docx.Document()
    file.core_properties.author = "Zebedee Quill"
    file.sections[0].header.paragraphs[0].text = "Northwind plc"
    commented = file.add_paragraph("Text of the template")
    file.add_comment(commented.runs, "Is this ours?", author="Zebedee Quill")
    file.styles["Heading 1"].font.name = "Garamond"
    for name in ("List Bullet", "Subtitle"):
        file.styles[name].delete()
    parts = file.part.package.iter_parts()
    settings = next(one for one in parts if one.partname == "/word/settings.xml")
    attached = OxmlElement("w:attachedTemplate")
    attached.set(qn("r:id"), settings.relate_to(LETTER, f"{OFFICE}/attachedTemplate", True))
    settings.element.append(attached)
    with io.BytesIO() as data:
        file.save(data)
        return Attachment("company.docx", data.getvalue())


@pytest.mark.parametrize("form", ["docx", "pdf", "md"])
def test_the_same_document_has_the_same_bytes(form):
    assert write_document(ROLES, form) == write_document(ROLES, form)


def test_word_has_real_styles():
    told = [
        (each.style.name, each.text) for each in in_word(write_document(ROLES, "docx")).paragraphs
    ]
    assert told == [
        ("Heading 1", "Claims Director"),
        ("Subtitle", "Northwind"),
        ("Heading 2", "Purpose"),
        ("Normal", "One owner for every claim."),
        ("List Bullet", "One."),
        ("List Bullet", "Two."),
        ("Heading 1", "Chief Executive"),
    ]


def test_each_role_but_the_first_starts_a_page():
    heads = [
        one for one in in_word(write_document(ROLES, "docx")).paragraphs if "1" in one.style.name
    ]
    assert [one.paragraph_format.page_break_before for one in heads] == [None, True]


def test_a_template_gives_its_header_and_styles_but_not_its_text(template):
    file = in_word(write_document(ROLES, "docx", template))
    assert file.sections[0].header.paragraphs[0].text == "Northwind plc"
    assert file.styles["Heading 1"].font.name == "Garamond"
    assert "Text of the template" not in [each.text for each in file.paragraphs]
    assert file.paragraphs[4].style.name == "List Bullet"


def test_nothing_tells_who_made_the_template_or_where_it_lay(template):
    assert "quill" in unpacked(template.data)
    assert "quill" not in unpacked(write_document(ROLES, "docx", template)).lower()


def test_word_tells_no_time_and_no_author():
    told = in_word(write_document(ROLES, "docx")).core_properties
    assert (told.author, told.last_modified_by, told.comments) == ("", "", "")
    assert told.created == told.modified
    assert told.title == "Claims Director, Northwind"


def test_a_template_that_is_no_document_is_refused():
    with pytest.raises(OrgdesignError, match=r"company\.docx is not a Word document; save"):
        write_document(ROLES, "docx", Attachment("company.docx", b"a letter"))


def test_a_pdf_says_it_with_a_page_and_a_bookmark_for_each_role():
    file = PdfReader(io.BytesIO(write_document(ROLES, "pdf")))
    assert [page.extract_text().split("\n")[0] for page in file.pages] == [
        "Claims Director",
        "Chief Executive",
    ]
    assert [each.title for each in file.outline if not isinstance(each, list)] == [
        "Claims Director",
        "Chief Executive",
    ]


def test_a_pdf_tells_no_time_and_no_author():
    told = PdfReader(io.BytesIO(write_document(ROLES, "pdf"))).metadata
    assert told["/CreationDate"] == "D:19800101000000Z"
    assert told.get("/Author") is None


def test_a_pdf_tells_which_letters_no_font_has(monkeypatch):
    monkeypatch.setattr("orgdesign.render.typefaces.font_folders", list)
    told: list[str] = []
    made = write_document(saying("主 means owner"), "pdf", note=told.append)
    assert "? means owner" in unpacked(made)
    assert told[0].startswith("No font on this machine has 主")


def test_a_long_list_goes_over_several_pages():
    lines = tuple(f"Accountability {number}." for number in range(100))
    file = PdfReader(io.BytesIO(write_document(Document("Long", (Items(lines),)), "pdf")))
    assert "Accountability 99." in file.pages[-1].extract_text()


@pytest.mark.parametrize(
    ("text", "written_as"),
    [
        ("# not a heading", "\\# not a heading"),
        ("1. not a list", "1\\. not a list"),
        ("- not a list", "\\- not a list"),
        ("<b> & [link](x)", "\\<b\\> &amp; \\[link\\](x)"),
    ],
)
def test_markdown_keeps_a_text_as_it_is(text, written_as):
    assert write_document(saying(text), "md").decode() == f"# Said\n\n{written_as}\n"


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_long_document_tells_how_far_it_is(form):
    told: list[tuple[int, int]] = []
    write_document(ROLES, form, progress=lambda done, steps: told.append((done, steps)))
    assert told == [(1, 2), (2, 2)]


def test_a_template_that_would_unpack_to_far_too_much_is_refused(template, monkeypatch):
    monkeypatch.setattr("orgdesign.documents.archive._LARGEST", 1000)
    with pytest.raises(OrgdesignError, match=r"company\.docx unpacks to .* MB, which is too much"):
        write_document(ROLES, "docx", template)
