"""The routes of a brand: its style sheet, its files, and the page that sets it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from flask import Blueprint, Flask, Response, abort, g, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException

from orgdesign.model import Brand
from orgdesign.problems import OrgdesignError
from orgdesign.render import (
    Typeface,
    bold_face,
    brand_css,
    brand_palette,
    safe_family,
    slide_css,
    usable_brand_face,
)
from orgdesign.web.canvas import read_photo
from orgdesign.web.kit import Answer, FilePage, Form, fill_slot, find_file, save_form
from orgdesign.workspace import OpenFile
from orgdesign.yamlfile.editing import Edit, Remove, Set

pages = Blueprint("brand", __name__)

FIELDS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "primary": (("colours", "primary"), "Primary colour", "Large areas: the outcome, titles."),
    "accent": (("colours", "accent"), "Accent colour", "What stands out: links, bars."),
    "ink": (("colours", "ink"), "Colour of text", "Titles and text."),
    "logo": (("logo",), "Logo", "A PNG or JPEG file beside this one, such as pictures/logo.png."),
    "font": (("font",), "Font", "The name of a font that readers have, such as Calibri."),
    "font_file": (("font_file",), "Font file", "A TrueType file beside this one."),
    "footer": (("footer",), "Footer", "What stands at the foot of slides and pages."),
}
"""The fields of a brand: where each stands in it, its name, and what it is for."""


class BrandPage(FilePage):
    """The page that sets a brand; ``form`` is one that was sent and could not be saved."""

    fields, form = FIELDS, None

    @property
    def brand(self) -> Brand:
        """Return the brand that the file says."""
        return self.organisation.brand

    @property
    def mending_notes(self) -> tuple[str, ...]:
        """Return which colours are used otherwise than they are written, and why."""
        return brand_palette(self.brand).mended

    @property
    def missing(self) -> list[str]:
        """Return the files that are named and cannot be used."""
        named = ((self.brand.logo, logo_of), (self.brand.font_file, face_of))
        return [path for path, read in named if path and read(self.file, self.brand) is None]

    def value(self, name: str) -> str:
        """Return what a field says: what was typed, or what stands in the file."""
        if name in request.form:
            return request.form[name]
        return value_of(self.brand, FIELDS[name][0]) or ""


def value_of(brand: Brand, path: tuple[str, ...]) -> str | None:
    """Return what a brand says at a place in it."""
    value: object = brand
    for key in path:
        value = getattr(value, key)
    return value if isinstance(value, str) else None


def logo_of(file: OpenFile, brand: Brand) -> tuple[bytes, str] | None:
    """Return the logo and its type, where it lies beside the file."""
    return read_photo(file.folder, brand.logo) if file.folder and brand.logo else None


def face_of(file: OpenFile, brand: Brand) -> Typeface | None:
    """Return the company's font, where its file lies beside the file and can be used."""
    return usable_brand_face(brand, file.folder)


def font_addresses(file: OpenFile, brand: Brand) -> tuple[str, dict[int, str]]:
    """Return the family of a company's font, and where its files are to be had, by weight."""
    face = face_of(file, brand)
    if face is None:
        return "", {}
    fonts = {400: url_for("brand.send_font")}
    if bold_face(face):
        fonts[700] = url_for("brand.send_font", bold=1)
    return safe_family(face), fonts


def install(app: Flask) -> None:
    """Let every page over a file with a brand take its look."""
    fill_slot(app, "head", brand_link)
    fill_slot(app, "slide head", partial(brand_link, "brand.send_slide_style"))


def brand_link(sheet: str = "brand.send_style") -> str:
    """Return the link to a style sheet of the page's file; nothing where it has no brand."""
    key = g.get("file_key")
    if not key:
        return ""
    try:
        organisation = find_file(key).now().organisation
    except (OrgdesignError, HTTPException):
        return ""
    if organisation is None or organisation.brand == Brand():
        return ""
    return f'<link rel="stylesheet" href="{url_for(sheet, key=key)}">'


@pages.get("/o/<key>/brand.css")
def send_style(key: str) -> Answer:
    """Send the style sheet."""
    page = FilePage(key)
    brand = page.organisation.brand
    logo = url_for("brand.send_logo") if logo_of(page.file, brand) else ""
    style = brand_css(brand, logo, *font_addresses(page.file, brand))
    return Response(style, mimetype="text/css")


@pages.get("/o/<key>/brand-slides.css")
def send_slide_style(key: str) -> Answer:
    """Send the style sheet of slides."""
    page = FilePage(key)
    brand = page.organisation.brand
    style = slide_css(brand, *font_addresses(page.file, brand))
    return Response(style, mimetype="text/css")


@pages.get("/o/<key>/brand/logo")
def send_logo(key: str) -> Answer:
    """Send the logo."""
    page = FilePage(key)
    data, mime = logo_of(page.file, page.organisation.brand) or abort(404)
    return Response(data, mimetype=mime)


@pages.get("/o/<key>/brand/font")
def send_font(key: str) -> Answer:
    """Send the font."""
    page = FilePage(key)
    face = face_of(page.file, page.organisation.brand) or abort(404)
    shown = bold_face(face) or face if "bold" in request.args else face
    return Response(shown.path.read_bytes(), mimetype="font/ttf")


@pages.get("/o/<key>/brand")
def show_brand(key: str) -> Answer:
    """Show the form of the brand."""
    return BrandPage(key).render_with("brand/brand.html")


@pages.post("/o/<key>/brand")
def save_brand(key: str) -> Answer:
    """Save what was changed of the brand."""
    page = BrandPage(key)
    form = Form((), ("brand",), request.form.get("base", ""))
    edits = [*_edits(page.brand)]
    return save_form(page.file, form, edits, "The brand is changed", BrandScreen(key))


def _edits(brand: Brand) -> Iterator[Edit]:
    for name, (path, _, _) in FIELDS.items():
        was, said = value_of(brand, path), request.form.get(name, "").strip()
        if said and said != was:
            yield Set(("brand", *path), said)
        elif was and not said:
            yield Remove(("brand", *path))


class BrandScreen:
    """The page of the brand as it answers its form."""

    def __init__(self, key: str) -> None:
        self.key = key

    def on_success(self, told: str) -> Answer:
        """Lead back to the page as it is then."""
        return redirect(url_for("brand.show_brand", key=self.key), 303)

    def on_error(self, form: Form, status: int) -> Answer:
        """Show the form as it was sent, and why it is not saved."""
        page = BrandPage(self.key)
        page.form = form  # type: ignore[assignment]
        return render_template("brand/brand.html", page=page), status
