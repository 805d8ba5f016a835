"""Every plate as a picture of every kind."""

import pytest

from orgdesign.plates import PLATES, draw_sheet, plate_sheets


@pytest.mark.parametrize("plate", PLATES)
@pytest.mark.parametrize("picture", ["svg", "pdf", "png"])
def test_every_plate_is_drawn_in_every_format(example, engine, plate, picture):
    (sheet, *_) = plate_sheets(plate, example("northwind"))
    drawn = draw_sheet(sheet, engine, picture)
    assert drawn.startswith({"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG"}[picture])


@pytest.mark.parametrize("plate", PLATES)
def test_the_same_plate_is_the_same_file(example, engine, plate):
    once, twice = (plate_sheets(plate, example("northwind"))[0] for _ in range(2))
    assert draw_sheet(once, engine, "svg") == draw_sheet(twice, engine, "svg")
