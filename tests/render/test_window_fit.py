"""Charts for a window: small ones are read whole, larger ones are as on paper."""

from __future__ import annotations

import pytest

from orgdesign.charts import after
from orgdesign.render import window_drawing
from orgdesign.render.drawing import Drawing, compose
from orgdesign.resources import folder
from orgdesign.yamlfile import read

EXAMPLES = folder("examples")
WINDOW = (1384.0, 728.0)


def drawing_of(text: bytes, room: tuple[float, float] = WINDOW) -> Drawing:
    organisation = read(text, "o.yaml").organisation
    assert organisation
    return window_drawing(after(organisation), (), room)


def letters_in(drawing: Drawing) -> float:
    """Return how large the letters are in which cards tell more than names, in pixels."""
    wide, high = WINDOW[0] / drawing.width, WINDOW[1] / drawing.height
    return drawing.detail * min(wide, high)


def text_of(functions: int, name: str, contribution: str) -> bytes:
    """Return a file with some functions under three outcomes."""
    outcomes = "".join(f"    o{n}:\n      statement: {name} {n}\n" for n in range(3))
    parts = "".join(
        f"  f{n}:\n    name: {name} {n}\n    alignment:\n      outcome: o{n % 3}\n"
        f"      contribution: {contribution}\n"
        for n in range(functions)
    )
    head = f"organization: Invented\noutcome:\n  statement: {name}\n"
    return f"{head}  outcomes:\n{outcomes}functions:\n{parts}".encode()


@pytest.mark.parametrize(
    ("name", "contribution"),
    [
        ("Claims", "Decides and pays straightforward claims on the first call"),
        ("Kraftfahrzeugschadenregulierung", "Entscheidet einfache Schäden beim ersten Anruf"),
        ("お客様相談センター", "次の手順を説明し、実現できることだけを約束する"),
    ],
)
@pytest.mark.parametrize("functions", [12, 17, 20])
def test_up_to_twenty_functions_are_read_with_ease(
    functions: int, name: str, contribution: str
) -> None:
    assert letters_in(drawing_of(text_of(functions, name, contribution))) >= 11


def test_the_example_is_read_with_ease() -> None:
    assert letters_in(drawing_of((EXAMPLES / "northwind.yaml").read_bytes())) >= 11


def test_no_text_is_cut_where_all_is_read() -> None:
    long = "Decides and pays straightforward claims on the first call, and says so in writing"
    drawing = drawing_of(text_of(12, "Claims", long))
    words = [" ".join(row.text for row in placed.card.rows) for placed in drawing.cards]
    assert not any("…" in said for said in words)


def test_boxes_that_stand_closer_stand_apart() -> None:
    drawing = drawing_of((EXAMPLES / "northwind.yaml").read_bytes())
    rooms = [
        (each.x, each.y, each.x + each.card.width, each.y + each.card.full_height)
        for each in drawing.cards
    ]
    for at, (left, top, right, bottom) in enumerate(rooms):
        for x, y, to_x, to_y in rooms[:at]:
            assert right <= x or to_x <= left or bottom <= y or to_y <= top


def test_a_chart_too_large_to_be_read_at_once_is_as_on_paper() -> None:
    organisation = read(text_of(60, "Claims", "Pays"), "o.yaml").organisation
    assert organisation
    chart = after(organisation)
    assert window_drawing(chart, (), WINDOW) == compose(chart, WINDOW)
