"""The page as one file: its look and its script within it, and nothing else allowed to run.

The content security policy names the style and the scripts by their hashes, so that whatever a
name in the file holds is shown as text and runs nothing, and nothing is loaded or sent.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from orgdesign.diagnosis.wording import amount, counted, figure, with_unit
from orgdesign.documents.web_page.contents import PageContents, cell_text
from orgdesign.documents.wording import line
from orgdesign.model import lower_first
from orgdesign.render import brand_css, embedded_font_css, family_css
from orgdesign.render.style import swatch_classes
from orgdesign.resources import folder

STYLES = ("base", "chart", "organisation", "figures", "exported")
FIRST = "document.documentElement.classList.add('scripted')"
"""What is run before anything is shown, so that nothing jumps."""

_IMPORT = re.compile(r"^import \{(.+)\} from '\./(\w+)\.js'$", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=\w)", re.MULTILINE)
_ICON = "icons/orgdesign.svg"


def seal_page(contents: PageContents) -> bytes:
    """Return the page with everything that it needs, and a policy that allows no more."""
    templates = _templates()
    body = templates.get_template("exported/body.html").render(page=contents)
    letters = embedded_font_css("".join({*contents.title, *body}))
    style = letters + _style() + brand_css(contents.organisation.brand) + family_css()
    scripts = (FIRST, _script())
    document = templates.get_template("exported/page.html").render(
        page=contents,
        body=_trusted_markup(body),
        style=_trusted_markup(style),
        first=_trusted_markup(scripts[0]),
        script=_trusted_markup(scripts[1]),
        policy=policy(style, scripts),
        icon=_data(folder("static").joinpath(_ICON).read_bytes(), "image/svg+xml"),
    )
    return document.encode("utf-8", "replace")


def policy(style: str, scripts: tuple[str, ...]) -> str:
    """Return the content security policy of a page with this style and these scripts alone."""
    hashes = " ".join(map(_csp_hash, scripts))
    return (
        f"default-src 'none'; style-src {_csp_hash(style)}; script-src {hashes}; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _csp_hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _data(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{b64encode(content).decode()}"


def _trusted_markup(text: str) -> Markup:
    """Return text that we wrote, or that a template has escaped, as markup."""
    return Markup(text)  # noqa: S704 - see above


@cache
def _style() -> str:
    css = folder("static") / "css"
    return "".join(css.joinpath(f"{name}.css").read_text("utf-8") for name in STYLES)


@cache
def _script() -> str:
    """Return our modules as one: a page that is opened from a file must not import others."""
    return _IMPORT.sub(_within, _module("exported"))


def _within(imported: re.Match[str]) -> str:
    """Return a module in a scope of its own that gives the names that are imported from it."""
    names, module = imported.groups()
    text = _EXPORT.sub("", _module(module))
    return f"const {{{names}}} = (() => {{\n{text}return {{{names}}}\n}})()"


def _module(name: str) -> str:
    return folder("static").joinpath("js", f"{name}.js").read_text("utf-8")


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(folder("templates")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    words = {"amount": amount, "counted": counted, "figure": figure, "with_unit": with_unit}
    templates.filters.update(
        **words, lower_first=lower_first, cell_text=cell_text, line=line, swatch=swatch_classes
    )
    return templates
