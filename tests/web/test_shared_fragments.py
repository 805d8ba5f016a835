"""What is the same for all who see the same is rendered once for them, and for nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from flask import Flask, render_template_string

from orgdesign.web.kit import share_fragments

PAGE = """{% call shared_fragment(page, "rows", asked) %}{{ render() }}{% endcall %}"""


@dataclass
class History:
    identity: str = "a.yaml"
    view: str = ""


@pytest.fixture
def app() -> Flask:
    made = Flask("test")
    share_fragments(made)
    return made


def shown(
    app: Flask, says: str, version: str = "1", asked: str = "", view: str = "", digest: str = "d"
) -> str:
    file = SimpleNamespace(history=History(view=view))
    page = SimpleNamespace(
        file=file, edition=SimpleNamespace(version=version, digest=digest), key="k"
    )
    with app.app_context():
        return render_template_string(PAGE, page=page, asked=asked, render=lambda: says)


def test_a_fragment_is_rendered_once_for_a_version(app: Flask):
    assert shown(app, "first") == "first"
    assert shown(app, "second") == "first"
    assert shown(app, "second", version="2") == "second"


def test_the_same_problems_of_another_text_show_the_organisation_of_that_text(app: Flask):
    assert shown(app, "first", version="problems", digest="a") == "first"
    assert shown(app, "second", version="problems", digest="b") == "second"


def test_who_sees_something_else_gets_nothing_of_it(app: Flask):
    assert shown(app, "whole") == "whole"
    assert shown(app, "part", view="branch") == "part"


def test_what_is_asked_for_tells_fragments_apart(app: Flask):
    assert shown(app, "all") == "all"
    assert shown(app, "some", asked="?gaps=1") == "some"


def test_what_fails_is_not_kept(app: Flask):
    with pytest.raises(ZeroDivisionError):
        shown(app, _Failing())  # type: ignore[arg-type]
    assert shown(app, "mended") == "mended"


class _Failing:
    def __html__(self) -> str:
        raise ZeroDivisionError
