"""Office opens what is written without wanting to repair it: no finding of a validator.

A bare file of each library has none either, or only those that are mended here too.
"""

import io
from pathlib import Path

import docx
import pptx
import pytest
from openxml_audit import OpenXmlValidator

from orgdesign.designs.replay import structure_after
from orgdesign.documents.archive import Attachment
from orgdesign.documents.exports import ExportOptions, export
from orgdesign.redaction import disclose
from orgdesign.yamlfile import read_file

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
THEME = Attachment("theme.yaml", b"colours: {primary: '#112233'}\nfont: Georgia\nfooter: Board\n")
KINDS = [("deck", "pptx"), ("roles", "docx"), ("advertisement", "docx"), ("tables", "xlsx")]

each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)


def findings(data: bytes, ending: str, folder: Path) -> list[str]:
    path = folder / f"file.{ending}"
    path.write_bytes(data)
    errors = OpenXmlValidator().validate(path).errors
    return [f"{each.part_uri}: {each.description}" for each in errors]


def today_and_designs(example: Path):
    today = read_file(example).organisation
    yield disclose(today)
    for design in today.designs.values():
        yield disclose(today, structure_after(today, design))


@each_example
@pytest.mark.parametrize(("kind", "ending"), KINDS)
def test_no_export_of_an_example_is_offered_for_repair(example, kind, ending, tmp_path):
    for disclosure in today_and_designs(example):
        data = export(disclosure, kind, ending, ExportOptions()).data
        assert findings(data, ending, tmp_path) == []


@pytest.mark.parametrize(
    "options", [ExportOptions(theme=THEME), "template"], ids=["theme", "template"]
)
def test_a_deck_in_other_looks_is_not_offered_for_repair(options, tmp_path):
    if options == "template":
        options = ExportOptions(template=Attachment("company.pptx", _bare(pptx.Presentation())))
    (*_, disclosure) = today_and_designs(EXAMPLES[1])
    assert findings(export(disclosure, "deck", "pptx", options).data, "pptx", tmp_path) == []


def test_a_role_description_in_a_template_is_not_offered_for_repair(tmp_path):
    options = ExportOptions(template=Attachment("company.docx", _bare(docx.Document())))
    (disclosure, *_) = today_and_designs(EXAMPLES[1])
    assert findings(export(disclosure, "roles", "docx", options).data, "docx", tmp_path) == []


def _bare(document) -> bytes:
    with io.BytesIO() as data:
        document.save(data)
        return data.getvalue()
