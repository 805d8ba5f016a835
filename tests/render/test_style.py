"""The classes of drawings, and the style sheet that pages share with files."""

from orgdesign.render import style
from orgdesign.resources import folder


def test_the_style_sheet_of_pages_is_that_of_files():
    shipped = (folder("static") / "css" / "chart.css").read_text("utf-8")
    assert shipped.partition("\n")[2] == style.chart_css()


def test_every_colour_has_a_name_of_its_own():
    names = [*style.colour_names().values()]
    assert len(names) == len(set(names))
    assert style.HUES[0].strong in style.colour_names()
