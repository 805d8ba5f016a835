"""What begins as an example says so, on its page and in what is exported, until it is ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgdesign.library import EXAMPLE, SECTORS, beginning
from orgdesign.redaction import disclose
from orgdesign.yamlfile import read
from tests.web.conftest import Sheet, Site


@pytest.mark.parametrize("sector", ["", *SECTORS])
def test_a_file_from_the_library_says_that_it_is_an_example(sector: str) -> None:
    organisation = read(beginning(sector, "Harbour").encode(), "o.yaml").organisation
    assert organisation
    assert (organisation.name, organisation.example) == ("Harbour", EXAMPLE)


def test_what_is_exported_is_called_an_example() -> None:
    organisation = read(beginning("insurance", "Harbour").encode(), "o.yaml").organisation
    assert organisation
    assert disclose(organisation).organisation.name == "Harbour (example)"


def test_the_page_says_so_until_it_is_taken_away(site: Site, bakery: Path) -> None:
    assert "It is ours now" not in site.page()
    bakery.write_text(f"example: {EXAMPLE}\n{bakery.read_text('utf-8')}", "utf-8")
    page = site.page()
    assert EXAMPLE in page
    button = next(form for form in page.split("<form") if "It is ours now" in form)
    form = Sheet(f"<form{button}")
    assert site.post(form.address, form.said()).status_code == 303
    assert "example:" not in bakery.read_text("utf-8")
    assert "It is ours now" not in site.page()
