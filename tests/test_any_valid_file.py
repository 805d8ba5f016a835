"""Whatever the schema lets through, every reader can read: no page, chart or export fails on it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from html import unescape

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from orgdesign.charts import after, before, changes, journey
from orgdesign.cli import main
from orgdesign.designs.adoption import adopt_design
from orgdesign.designs.comparison import compare, organisation_lines, unreported_changes
from orgdesign.designs.replay import Structure, all_structures, structure_today
from orgdesign.diagnosis import diagnose
from orgdesign.documents.exports import ExportOptions, export
from orgdesign.documents.kinds import ENDINGS
from orgdesign.model import Organisation
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import NOTHING_REMOVED, REDACTED_KINDS, Redaction, disclose
from orgdesign.render import Engine
from orgdesign.web.app import create_app
from orgdesign.web.kit import Settings
from orgdesign.workspace import Workspace
from orgdesign.yamlfile import read, to_file_data
from orgdesign.yamlfile.schema.fields import Plain
from orgdesign.yamlfile.schema.file import OrganisationShape
from orgdesign.yamlfile.schema.shapes import Shape, shape
from tests.properties import examples
from tests.valid_files import MAKERS, valid_files
from tests.web.conftest import Site

EVERYTHING = Redaction(frozenset(REDACTED_KINDS))
QUIET = (
    HealthCheck.too_slow,
    HealthCheck.filter_too_much,
    HealthCheck.function_scoped_fixture,
    HealthCheck.data_too_large,
)


def tried_on(few: int) -> settings:
    return settings(max_examples=examples(few), suppress_health_check=QUIET, deadline=None)


def organisation_of(text: str) -> Organisation:
    organisation = read(text.encode(), "f").organisation
    assert organisation is not None
    return organisation


@tried_on(12)
@given(valid_files())
def test_every_design_is_replayed_compared_drawn_and_diagnosed(text: str):
    today = organisation_of(text)
    [*organisation_lines(today)]
    for structure in (structure_today(today), *all_structures(today)):
        then = structure.organisation
        diagnose(then)
        differences = compare(today, then, structure.lineage)
        [*unreported_changes(today, then)]
        assert {*then.functions} <= {box.subject for box in before(then).boxes}
        assert {*then.functions} <= {box.subject for box in after(then).boxes}
        redrawn = changes(today, then, structure.lineage, differences)
        assert {*then.functions} <= {box.subject for box in redrawn.reporting.boxes}
        journey(then)
        for role in then.roles.values():
            then.index.manager_of(role)


@tried_on(8)
@given(valid_files())
def test_what_it_says_can_be_written_again(text: str):
    today = organisation_of(text)
    again = read(json.dumps(to_file_data(today), ensure_ascii=False).encode(), "f")
    assert again.problems == ()
    assert again.organisation == today


@tried_on(8)
@given(valid_files())
def test_every_design_settles_or_says_why_not(text: str):
    reading = read(text.encode(), "f")
    assert reading.organisation is not None
    for design in reading.organisation.designs:
        with suppress(OrgdesignError):
            adopt_design(reading, design)


@tried_on(4)
@given(valid_files(), st.sampled_from(["text", "json", "sarif", "github"]))
def test_the_command_line_checks_it(tmp_path_factory: pytest.TempPathFactory, text: str, form: str):
    path = tmp_path_factory.mktemp("any") / "any.yaml"
    path.write_text(text, encoding="utf-8")
    assert main(["check", "--format", form, str(path)]) in (0, 1)


KINDS = [(kind, ending) for kind, endings in ENDINGS.items() for ending in endings]


@pytest.mark.parametrize(("kind", "ending"), KINDS)
@tried_on(1)
@given(text=valid_files(), redaction=st.sampled_from([NOTHING_REMOVED, EVERYTHING]))
def test_every_export_is_made_or_says_why_not(kind, ending, text: str, redaction: Redaction):
    today = organisation_of(text)
    structures: list[Structure | None] = [None, *all_structures(today)][:2]
    for then in structures:
        with suppress(OrgdesignError):
            assert export(disclose(today, then, redaction), kind, ending, ExportOptions()).data


LINK = re.compile(r"""\b(?:href|src|hx-get)="(/[^"#]*)""")
MOST_PAGES = 60


def addresses(html: str) -> Iterator[str]:
    yield from (unescape(found) for found in LINK.findall(html))


@settings(tried_on(2), phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(text=valid_files())
def test_no_page_of_the_file_fails(
    tmp_path_factory: pytest.TempPathFactory, engine: Engine, templates_compiled: None, text: str
):
    path = tmp_path_factory.mktemp("any") / "any.yaml"
    path.write_text(text, encoding="utf-8")
    own = Settings(port=8131)
    site = Site(path, own, create_app(Workspace(path, engine), own).test_client())
    site.admit()
    seen, waiting = set[str](), [site.address]
    kinds: dict[str, int] = {}
    while waiting:
        address = waiting.pop(0)
        kind = re.sub(r"[A-Za-z0-9_-]{10,}|\?.*|\d+", "*", address)
        if address in seen or address.startswith("/static") or kinds.get(kind, 0) > 1:
            continue
        seen.add(address)
        kinds[kind] = kinds.get(kind, 0) + 1
        answer = site.get(address)
        assert answer.status_code < 500, (address, text)
        if answer.location:
            waiting.append(answer.location)
        if answer.mimetype == "text/html":
            waiting += addresses(answer.text)


def test_every_kind_of_field_is_made():
    """A field of a new kind must be added to what files are made of."""
    seen: set[type[Shape]] = set()

    def kinds_of(kind: type[Shape]) -> Iterator[type[Plain]]:
        if kind in seen:
            return
        seen.add(kind)
        for field in shape(kind).parts:
            yield type(field)
            inner = [getattr(field, "kind", None), getattr(field, "line", None)]
            inner += getattr(field, "kinds", {}).values()
            for each in inner:
                if isinstance(each, type) and issubclass(each, Shape):
                    yield from kinds_of(each)

    assert [kind for kind in kinds_of(OrganisationShape) if kind not in MAKERS] == []
