"""A chart too large to read is folded, and unfolds branch by branch."""

import re
from pathlib import Path

import pytest

from orgdesign.render import Engine
from orgdesign.web.app import create_app
from orgdesign.web.kit import Settings
from orgdesign.workspace import Workspace
from tests.web.conftest import Site
from tests.web.test_live import parts


def large(branches: int = 6, each: int = 15) -> str:
    """An organisation of a chief, branches, and more functions under each than can be read."""
    lines = [
        "organization: Large",
        "outcome: {statement: It works}",
        "functions:",
        "  chief: {name: Chief}",
    ]
    for branch in range(branches):
        lines.append(f"  b{branch}: {{name: Branch {branch}, reports_to: chief}}")
        lines += [
            f"  f{branch}-{n}: {{name: Leaf {branch}-{n}, reports_to: b{branch}}}"
            for n in range(each)
        ]
    return "\n".join(lines)


@pytest.fixture
def site(tmp_path: Path, engine: Engine) -> Site:
    path = tmp_path / "large.yaml"
    path.write_text(large())
    settings = Settings(port=8125)
    site = Site(path, settings, create_app(Workspace(path, engine), settings).test_client())
    site.admit()
    return site


def tab(page: str, name: str) -> str:
    """Return the address of the tab under the box called ``name``."""
    found = re.search(rf'xlink:href="([^"]+)"[^>]*xlink:title="(?:Unfold|Fold) {name}\b', page)
    assert found
    return found[1].replace("&amp;", "&")


def test_a_large_chart_opens_at_the_depth_that_fits(site: Site):
    page = site.page("?view=before")

    assert "before-function-b3" in page
    assert "before-function-f3-1" not in page
    assert "15 functions" in page


def test_a_tab_unfolds_its_branch_and_folds_it_again(site: Site):
    page = site.page("?view=before")
    unfolded = site.get(tab(page, "Branch 3")).text
    folded = site.get(tab(unfolded, "Branch 3")).text

    assert "before-function-f3-1" in unfolded
    assert "before-function-f2-1" not in unfolded
    assert "before-function-f3-1" not in folded


def test_unfolding_in_the_page_sends_the_branch_and_not_the_chart(site: Site):
    page = site.page("?view=before")

    answer = site.get(f"{tab(page, 'Branch 3')}&{site.fields(page)}", HX_Request="true").text

    assert parts(answer)[:3] == ["before-sheet", "before-spine", "before-branch-function-b3"]
    assert "before-function-f3-1" in answer
    assert "before-function-b2" not in answer.replace("before-branch-function-b2", "")
    assert answer.count("hx-morph-skip-children") == 7  # the spine and six branches


def test_what_was_unfolded_stays_so_when_another_branch_unfolds(site: Site):
    page = site.page("?view=before")
    first = site.get(tab(page, "Branch 3")).text

    both = site.get(tab(first, "Branch 4")).text

    assert "before-function-f3-1" in both
    assert "before-function-f4-1" in both


def test_everything_can_be_shown_and_what_fits_again(site: Site):
    page = site.page("?view=before")
    whole = site.get(site.follow(page, "Show everything")).text

    assert whole.count('id="before-function-f') == 90
    assert 'id="before-function-f' not in site.get(site.follow(whole, "Show what fits")).text


def test_a_link_to_a_hidden_function_unfolds_what_hides_it(site: Site):
    page = site.page("?view=before")

    shown = site.get(site.follow(page, "Leaf 5-7")).text

    assert 'before-function-f5-7" class="node function function-f5-7 chosen"' in shown
    assert "before-function-f2-1" not in shown
