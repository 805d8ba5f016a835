"""A PDF of role descriptions says what its text is, in its order, and what is kept together is."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from orgdesign.documents.roles import describe_roles, role_document
from orgdesign.documents.writers import write_document
from orgdesign.documents.writers.document import Document, DocumentTable, Heading, Items, Paragraph
from orgdesign.redaction import disclose
from orgdesign.yamlfile import read_file

MERIDIAN = Path(__file__).with_name("meridian.yaml")


def tags(element, most: int = 10_000) -> list[str]:
    """Return the kinds of the parts of a tagged document, depth first."""
    found: list[str] = []
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        part = kid.get_object()
        if hasattr(part, "get"):
            found += [str(part["/S"]).strip("/"), *tags(part)]
    return found[:most]


def reader_of(document: Document) -> PdfReader:
    return PdfReader(io.BytesIO(write_document(document, "pdf")))


def tree_of(reader: PdfReader):
    return reader.trailer["/Root"]["/StructTreeRoot"]


def test_headings_paragraphs_lists_and_tables_are_marked_as_what_they_are():
    blocks = (
        Heading("Nurse", 1),
        Paragraph("Cares."),
        Items(("One", "Two")),
        DocumentTable((("a", "b"),), ("x", "y")),
    )
    reader = reader_of(Document("Nurse", blocks))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert tags(tree_of(reader))[1:] == [
        "H1", "P", "L", "LI", "LBody", "LI", "LBody", "Table", "TR", "TH", "TH", "TR", "TD", "TD",
    ]  # fmt: skip


def test_text_that_goes_on_over_a_page_is_marked_on_both():
    words = "many words that go on " * 1_500
    reader = reader_of(Document("Long", (Heading("Long", 1), Paragraph(words))))
    assert tags(tree_of(reader))[1:].count("P") == len(reader.pages) > 1


def test_every_mark_of_a_page_is_ended():
    organisation = read_file(MERIDIAN).organisation
    document = role_document(describe_roles(disclose(organisation)), organisation.name)
    for page in reader_of(document).pages:
        content = page.get_contents().get_data()
        begun = content.count(b" BDC") + content.count(b" BMC")
        assert begun == content.count(b"EMC") > 0


@pytest.mark.parametrize("filler", range(28, 60, 4))
def test_room_to_sign_is_never_parted_from_its_heading(filler: int):
    signatures = DocumentTable(
        (("Holder", "", ""), ("Manager", "", "")), ("", "Name", "Date"), "signatures"
    )
    lines = Items(tuple(f"Line {at}" for at in range(filler)))
    document = Document("Nurse", (Heading("Nurse", 1), lines, Heading("Signatures"), signatures))
    texts = [page.extract_text() for page in reader_of(document).pages]
    (page,) = [text for text in texts if "Signatures" in text]
    assert "Holder" in page
    assert "Manager" in page
