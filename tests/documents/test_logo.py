"""The company's logo on what goes out as a document."""

import io
import zipfile

import pytest
from PIL import Image
from pypdf import PdfReader

from orgdesign.documents.archive import Attachment
from orgdesign.documents.exports import ExportOptions, export
from orgdesign.redaction import disclose
from orgdesign.yamlfile import read
from tests.web.conftest import BAKERY


@pytest.fixture(scope="module")
def logo():
    with io.BytesIO() as data:
        Image.new("RGB", (600, 150), "#7a1f5c").save(data, "PNG")
        return Attachment("logo.png", data.getvalue())


def exported(logo, ending, **wishes):
    organisation = read(BAKERY.encode(), "bakery.yaml").organisation
    options = ExportOptions(logo=logo, **wishes)
    return export(disclose(organisation, None), "roles", ending, options).data


def test_it_stands_on_every_page_of_a_role_description(logo):
    pages = PdfReader(io.BytesIO(exported(logo, "pdf"))).pages
    assert all(len(page.images) == 1 for page in pages)
    assert not any(page.images for page in PdfReader(io.BytesIO(exported(None, "pdf"))).pages)


def test_it_stands_in_the_header_of_one_for_word(logo):
    def pictures(data):
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
        return [name for name in names if name.startswith("word/media/")]

    assert len(pictures(exported(logo, "docx"))) == 1
    assert not pictures(exported(None, "docx"))


def test_it_stands_in_each_file_of_an_archive(logo):
    with zipfile.ZipFile(io.BytesIO(exported(logo, "zip", form="pdf"))) as files:
        for name in files.namelist():
            assert PdfReader(io.BytesIO(files.read(name))).pages[0].images, name
