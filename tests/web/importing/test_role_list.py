"""A list of posts as HR exports it, brought into a file: every duty comes in, nothing moves."""

from pathlib import Path

from orgdesign.model import Organisation
from orgdesign.yamlfile import read_file
from tests.web.conftest import Site
from tests.web.importing.conftest import Import

HERE = Path(__file__).parents[2]
EXPORT = (HERE / "imports" / "hr-export.csv").read_bytes()
MERIDIAN = HERE / "documents" / "meridian.yaml"


def duties(organisation: Organisation) -> set[tuple[str, str]]:
    return {
        (role.title, "".join(filter(str.isalnum, duty)).casefold())
        for role in organisation.roles.values()
        for duty in role.accountabilities
    }


def test_every_duty_of_a_list_of_posts_comes_into_a_new_file(hr: Import):
    hr.upload(("hr-export.csv", EXPORT)).columns().write(name="posts.yaml")
    made = read_file(hr.site.path / "posts.yaml").organisation
    known = read_file(MERIDIAN).organisation
    assert made
    assert known
    assert duties(made) == duties(known)
    assert len(duties(made)) >= 60


def test_a_list_of_posts_moves_and_counts_nothing_in_a_file(site: Site):
    site.path.write_bytes(MERIDIAN.read_bytes())
    before = read_file(site.path).organisation
    merge = Import(site, f"{site.address}/import")
    merge.upload(("hr-export.csv", EXPORT)).columns().write()
    after = read_file(site.path).organisation
    assert before
    assert after
    assert duties(after) == duties(before)
    assert {id_: (one.reports_to, one.headcount) for id_, one in after.functions.items()} == {
        id_: (one.reports_to, one.headcount) for id_, one in before.functions.items()
    }
    assert sum(len(role.sections) for role in after.roles.values()) > 100
