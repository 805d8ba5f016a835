"""A company's look: set in the app, kept in the file, on every page of it."""

import re

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from orgdesign.render.typefaces import shipped_typeface
from orgdesign.yamlfile import read_file

WISHES = {"primary": "#12326b", "accent": "#1a6fd6", "footer": "Harvest, 2026"}


def saved(site, **said):
    version = re.search(r'name="base" value="([^"]*)"', site.get(f"{site.address}/brand").text)[1]
    names = ("primary", "accent", "ink", "logo", "font", "font_file", "footer")
    return site.post(f"{site.address}/brand", {"base": version, **dict.fromkeys(names, ""), **said})


def test_a_brand_is_written_into_the_file_and_taken_out_again(site):
    before = site.path.read_bytes()
    assert saved(site, **WISHES).status_code == 303
    brand = read_file(site.path).organisation.brand
    assert (brand.colours.primary, brand.footer) == ("#12326b", "Harvest, 2026")
    page = site.get(site.address).text
    style = re.search(r'href="([^"]+/brand\.css)"', page)[1]
    assert "--deep: #12326b" in site.get(style).text
    saved(site)
    assert read_file(site.path).organisation.brand.colours.primary is None
    assert site.path.read_bytes().startswith(before[:40])


def test_a_page_without_a_brand_loads_nothing_more(site):
    assert "brand.css" not in site.get(site.address).text


def test_what_is_no_colour_is_told_and_nothing_is_written(site):
    before = site.path.read_bytes()
    answer = saved(site, primary="bluish")
    assert answer.status_code == 422
    assert "bluish" in answer.text
    assert site.path.read_bytes() == before


def test_a_colour_that_cannot_be_read_is_mended_and_told(site):
    saved(site, accent="#ffe14d")
    text = site.get(f"{site.address}/brand").text
    assert "too pale to be read" in text
    light = site.get(f"{site.address}/brand.css").text.partition("\n")[0]
    assert "--accent: #ffe14d" not in light


def test_a_logo_is_shown_only_from_beside_the_file(site):
    Image.new("RGB", (80, 20), "navy").save(site.path.parent / "logo.png")
    saved(site, logo="logo.png")
    assert site.get(f"{site.address}/brand/logo").mimetype == "image/png"
    assert "/brand/logo" in site.get(f"{site.address}/brand.css").text
    saved(site, logo="missing.png")
    assert site.get(f"{site.address}/brand/logo").status_code == 404
    assert "missing.png cannot be used" in site.get(f"{site.address}/brand").text


def test_pictures_that_are_shared_carry_the_font_file_and_a_broken_one_is_told(site):
    letters = shipped_typeface(bold=True)
    (site.path.parent / "own.ttf").write_bytes(letters.path.read_bytes())
    saved(site, font_file="own.ttf")
    plain = site.post(f"{site.address}/share/shape/svg", {"title": "Shape"}).text
    assert plain.count("@font-face") > 2
    assert site.get(f"{site.address}/brand/font").data == letters.path.read_bytes()
    (site.path.parent / "own.ttf").write_bytes(b"torn")
    broken = site.post(f"{site.address}/share-view/svg", {"title": "Chart"})
    assert broken.status_code == 422
    assert "own.ttf, which brand: font_file: names, is no TrueType font" in broken.text
    assert "own.ttf cannot be used" in site.get(f"{site.address}/brand").text


@pytest.mark.parametrize("page", ["", "/plates/alluvial"])
def test_charts_and_plates_of_the_app_are_set_in_the_font_file(site, page):
    ours = site.get(f"{site.address}{page}").text
    font = TTFont(shipped_typeface(bold=True).path)
    for record in font["name"].names:
        record.string = "7 Harvest" if record.nameID in (1, 4, 16) else "SevenHarvest"
    font.save(site.path.parent / "own.ttf")
    saved(site, font_file="own.ttf")
    branded = site.get(f"{site.address}{page}").text
    assert 'font-family="Brand 7 Harvest,Inter"' in branded
    assert "Harvest" not in ours
    style = site.get(f"{site.address}/brand.css").text
    assert 'font-family: "Brand 7 Harvest"; font-weight: 400' in style


def test_slides_have_the_colour_and_the_font_of_the_brand(site):
    assert "brand-slides.css" not in site.get(f"{site.address}/present/1").text
    (site.path.parent / "own.ttf").write_bytes(shipped_typeface().path.read_bytes())
    (site.path.parent / "own-Bold.ttf").write_bytes(shipped_typeface(bold=True).path.read_bytes())
    saved(site, font_file="own.ttf", primary="#5b1f6b")
    style = re.search(
        r'href="([^"]+/brand-slides\.css)"', site.get(f"{site.address}/present/1").text
    )[1]
    assert "--brand: #5b1f6b" in site.get(style).text
    fonts = re.findall(r'url\("([^"]+)"\)', site.get(style).text)
    bold = shipped_typeface(bold=True).path.read_bytes()
    assert site.get(fonts[-1]).data == bold
