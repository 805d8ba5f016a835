"""The app's own files: asked for at once, and each but once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask

from orgdesign.resources import folder
from orgdesign.web.kit import keep_templates, modules
from tests.web.conftest import Site

IMPORT = re.compile(r"^(?:import|export)\b[^'\"]*['\"]\./([^'\"]+)['\"]", re.MULTILINE)


def test_a_chart_page_asks_at_once_for_every_script_that_its_scripts_import(site: Site) -> None:
    page = site.page()
    asked = {*re.findall(r'<link rel="modulepreload" href="[^"]*/js/([^"]+)"', page)}
    started = {*re.findall(r'<script src="[^"]*/js/([^"]+)" type="module"', page)}
    imported = {
        name
        for script in asked | started
        for name in IMPORT.findall((folder("static") / "js" / script).read_text("utf-8"))
    }
    assert {"chart.js", "combobox.js"} <= imported <= asked


def test_scripts_stand_once_though_they_import_each_other() -> None:
    scripts = modules("js/search.js", "js/page.js")
    assert len(scripts) == len({*scripts})
    assert {"js/chart.js", "js/forms.js", "js/unsaved.js"} <= {*scripts}


def test_the_styles_of_all_pages_are_one_file_beside_the_fonts(site: Site) -> None:
    page = site.page()
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)">', page)
    assert [one.partition("vendor/")[2] for one in styles] == ["app.css"]
    said = site.get(styles[0]).get_data(as_text=True)
    assert "url(./fonts/inter-latin-400-normal.woff2)" in said
    names = ("base", "chart", "organisation", "forms", "canvas", "move")
    for name in names:
        assert (folder("static") / "css" / f"{name}.css").read_text("utf-8") in said


def test_templates_are_kept_compiled_where_they_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(Flask.jinja_options, "bytecode_cache", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for turn in range(2):
        app = Flask("some", template_folder=folder("templates"))
        keep_templates(app)
        with app.test_request_context():
            app.jinja_env.get_template("forms/fields.html")
        assert len([*(tmp_path / "cache" / "orgdesign" / "templates").iterdir()]) == 1, turn
    (tmp_path / "no-folder").write_text("a file")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "no-folder"))
    app = Flask("some", template_folder=folder("templates"))
    keep_templates(app)
    assert app.jinja_env.get_template("forms/fields.html")
