"""The file that a new organisation begins with."""

import pytest

from orgdesign.library import SECTORS, UnusableName, beginning
from orgdesign.model import Organisation
from orgdesign.yamlfile import read


def organisation(text: str) -> Organisation:
    found = read(text.encode(), "new.yaml").organisation
    assert found
    return found


@pytest.mark.parametrize("sector", ["", *SECTORS])
@pytest.mark.parametrize("name", ["Harbour Mutual", "Süd: Leben #1", "no", "012", "- it's", "银行"])
def test_it_has_the_name_that_was_given(sector, name):
    assert organisation(beginning(sector, name)).name == name


def test_a_name_changes_nothing_else():
    renamed = beginning("bank", "Hill Bank").splitlines()
    differing = [
        line
        for line, was in zip(renamed, beginning("bank").splitlines(), strict=True)
        if line != was
    ]
    assert differing == ["organization: Hill Bank"]


def test_without_a_schema_no_line_points_to_one():
    assert "$schema" not in beginning()
    assert beginning("bank").startswith("# A bank for people and small firms")
    with_schema = beginning("bank", schema="orgdesign.schema.json")
    assert with_schema.startswith(
        "# yaml-language-server: $schema=orgdesign.schema.json\n#\n# A bank"
    )


def test_without_a_sector_it_is_the_starter():
    assert organisation(beginning()).name == "Harvest Bakery"


@pytest.mark.parametrize("name", ["", " \n ", "a\x00b", "x" * 60_000, "a\udc80"])
def test_a_name_that_no_file_can_have_is_refused(name):
    with pytest.raises(UnusableName):
        beginning("retail", name)
