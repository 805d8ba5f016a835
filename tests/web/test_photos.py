"""Pictures of those who hold roles come from beside the file, and from nowhere else."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.web.conftest import Site

PNG = b"\x89PNG\r\n\x1a\n" + b"picture"


def with_photo(site: Site, path: str) -> str:
    """Let the owner have a picture, and return the page of the roles."""
    text = site.path.read_text()
    site.path.write_text(
        text.replace("holder: J. Sato,", f'holder: J. Sato, attributes: {{photo: "{path}"}},')
    )
    return site.page("?view=roles")


def photos(html: str) -> list[str]:
    return [unescape(href) for href in re.findall(r'<image class="photo" href="([^"]*)"', html)]


def test_a_picture_stands_on_the_card_of_a_role_and_in_its_panel(site: Site):
    (site.path.parent / "people").mkdir()
    (site.path.parent / "people/sato.png").write_bytes(PNG)

    page = with_photo(site, "people/sato.png")

    (address,) = photos(page)
    answer = site.get(address)
    assert (answer.data, answer.mimetype) == (PNG, "image/png")
    assert "sato" not in address
    box = re.search(r'id="roles-role-owner".*?xlink:href="([^"]+)"', page, re.DOTALL)
    assert box
    assert f'<img class="holder-photo" src="{address}"' in site.get(unescape(box[1])).text


def test_a_picture_is_in_no_picture_that_is_taken_along(site: Site):
    page = with_photo(site, "sato.png")

    (address,) = re.findall(r'id="share-view" href="([^"]*)"', page)
    shared = site.get(unescape(address)).text
    (svg,) = re.findall(r'formaction="([^"]*/share-view/svg[^"]*)"', shared)
    picture = site.post(unescape(svg), {}).text
    assert "</svg>" in picture
    assert "photo" not in picture


@pytest.mark.parametrize(
    ("path", "data"),
    [("../secret.png", PNG), ("sato.svg", b"<svg/>"), ("sato.png", b"GI"), ("gone.png", b"")],
)
def test_what_is_no_picture_beside_the_file_is_not_handed_out(site: Site, path: str, data: bytes):
    if data:
        (site.path.parent / path).resolve().write_bytes(data)

    (address,) = photos(with_photo(site, path))

    assert site.get(address).status_code == 404


def test_a_link_that_leads_out_of_the_folder_is_not_followed(site: Site):
    outside = site.path.parent.parent / "outside.png"
    outside.write_bytes(PNG)
    (site.path.parent / "inside.png").symlink_to(outside)

    (address,) = photos(with_photo(site, "inside.png"))

    assert site.get(address).status_code == 404
