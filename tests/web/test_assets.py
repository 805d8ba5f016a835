"""The app's own files: asked for at once, and each but once."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from flask import Flask

from orgdesign.render import Engine
from orgdesign.resources import folder
from orgdesign.web.app import compress_answers, create_app, guard_own_app
from orgdesign.web.kit import Settings, assets, built_script, keep_templates, modules
from orgdesign.workspace import Workspace
from tests.web.conftest import Site

CHART_PAGE = "js/chart-page.js"
IMPORT = re.compile(r"^(?:import|export)\b[^'\"]*['\"]\./([^'\"]+)['\"]", re.MULTILINE)


@pytest.fixture
def static(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The modules as they are, of which nothing was built yet."""
    made = tmp_path / "static"
    shutil.copytree(folder("static") / "js", made / "js")
    (made / "vendor").mkdir()
    monkeypatch.setattr(assets, "folder", lambda name: tmp_path / name)
    forget()
    yield made
    forget()


def forget() -> None:
    assets._modules.cache_clear()
    assets._built_script.cache_clear()


def build(static: Path) -> None:
    parts = sorted(modules(CHART_PAGE))
    made_of = sha256(b"".join((static / part).read_bytes() for part in parts)).hexdigest()
    (static / "vendor" / "chart-page.js").write_text(f"// {made_of}\nlet a\n", "utf-8")


def test_a_chart_page_waits_for_one_script_that_is_built_of_all(site: Site, static: Path) -> None:
    build(static)
    page = site.page()
    assert re.findall(r'src="[^"]*static/\w+/([^"]+)" type="module"', page) == [
        "vendor/chart-page.js"
    ]
    assert len(re.findall('rel="modulepreload"', page)) == 1


def test_a_chart_page_without_a_build_asks_for_htmx_apart(site: Site, static: Path) -> None:
    assert "vendor/htmx.min.js" in site.page()
    build(static)
    forget()
    assert "vendor/htmx.min.js" not in site.page()


def test_a_chart_page_asks_at_once_for_the_fonts_of_its_signs(site: Site) -> None:
    asked = re.findall(r'<link rel="preload" href="([^"]+/signs-\d+.woff2)"', site.page())
    assert [site.get(each).status_code for each in asked] == [200, 200]


def test_an_asset_is_kept_compressed_and_a_page_is_not(
    bakery: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(port=8123)
    app = create_app(Workspace(bakery, engine), settings, guard_networked)
    site = Site(bakery, settings, app.test_client())
    site.admit()
    kept: list[str] = []
    monkeypatch.setattr(assets.CompressedAssets, "get", lambda _, key: kept.append(key))
    page = site.page()
    (styles,) = re.findall(r'<link rel="stylesheet" href="([^"]+app.css)"', page)
    for address in (styles, site.address):
        assert site.get(address, Accept_Encoding="br").headers["Content-Encoding"] == "br"
    assert kept == [f"br;{styles}", f"br;{assets.NO_ASSET}"]
    compressed = assets.CompressedAssets()
    monkeypatch.undo()
    for key in kept:
        compressed.set(key, b"sent")
    assert [compressed.get(key) for key in kept] == [b"sent", None]


def guard_networked(app: Flask, settings: Settings) -> None:
    compress_answers(app)
    guard_own_app(app, settings)


def test_what_is_for_paper_is_in_the_styles_of_every_page(site: Site) -> None:
    (styles,) = re.findall(r'<link rel="stylesheet" href="([^"]+app.css)"', site.page())
    assert "@media print {" in site.get(styles).text


def test_what_was_built_of_other_modules_is_not_sent(static: Path) -> None:
    build(static)
    assert built_script(CHART_PAGE) == "vendor/chart-page.js"
    with (static / "js" / "fold.js").open("a", encoding="utf-8") as file:
        file.write("// changed\n")
    forget()
    assert built_script(CHART_PAGE) == CHART_PAGE


@pytest.mark.parametrize("page", ["chart-page.js", "source-page.js"])
def test_the_build_says_of_which_modules_it_is(page: str) -> None:
    assert built_script(f"js/{page}") == f"vendor/{page}", "run `npm run build`"


def test_without_a_build_a_chart_page_asks_at_once_for_every_module(
    site: Site, static: Path
) -> None:
    page = site.page()
    assert static.is_dir()
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
