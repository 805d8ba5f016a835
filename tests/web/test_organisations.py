"""The first page of a folder."""

from tests.web.conftest import BAKERY, Site


def test_an_empty_folder_says_how_to_start(folder_site: Site):
    page = folder_site.get("/").text

    assert "no organisation in this folder yet" in page
    assert "orgdesign new my-org.yaml" in page


def test_each_organisation_is_a_link_with_its_outcome_and_coverage(folder_site: Site):
    (folder_site.path / "one.yaml").write_text(BAKERY)
    (folder_site.path / "two.yaml").write_text(BAKERY.replace("Harbour Bakery", "Hill Bakery"))

    page = folder_site.get("/").text
    hill = folder_site.get(folder_site.follow(page, "Hill Bakery")).text

    assert page.count("Fresh bread every morning") == 2
    assert page.count("2 of 3 functions aligned") == 2
    assert "All organisations" in hill


def test_a_broken_file_is_listed_with_how_many_problems_it_has(folder_site: Site):
    (folder_site.path / "one.yaml").write_text(BAKERY)
    (folder_site.path / "two.yaml").write_text("organization: [")

    page = folder_site.get("/").text

    assert "two.yaml" in page
    assert "1 problem<" in page


def test_the_open_list_is_drawn_anew_only_when_a_file_changed(folder_site: Site):
    for name in ("one.yaml", "two.yaml"):
        (folder_site.path / name).write_text(BAKERY)
    shown = folder_site.fields(folder_site.get("/").text)

    same = folder_site.get(f"/?{shown}", HX_Request="true")
    (folder_site.path / "two.yaml").write_text(BAKERY.replace("Harbour Bakery", "Hill Bakery"))
    changed = folder_site.get(f"/?{shown}", HX_Request="true")

    assert (same.status_code, same.data) == (204, b"")
    assert "Hill Bakery" in changed.text
