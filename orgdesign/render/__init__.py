"""From a chart to a picture: text measured, boxes placed, DOT written, Graphviz asked to draw."""

from orgdesign.render.arrangement import Size
from orgdesign.render.branch_fit import LEAST_SCALE, fitting_scale
from orgdesign.render.brand_colours import brand_palette, heading_colour
from orgdesign.render.brand_face import brand_face, find_brand_face, set_in, usable_brand_face
from orgdesign.render.brand_style import brand_css, family_css, slide_css
from orgdesign.render.card import (
    CARD_TAB,
    CHIP_GAP,
    Card,
    CardRow,
    balanced_lines,
    chip_width,
    hides,
)
from orgdesign.render.changed_card import CHANGED_PEN, STEADY_PEN
from orgdesign.render.chart_map import ChartMap, Detail
from orgdesign.render.dot import ARROW_TIP
from orgdesign.render.drawing import (
    CardLook,
    Connector,
    Drawing,
    Ground,
    PlacedCard,
    compose,
    compose_together,
)
from orgdesign.render.engine import SHARP_DPI, Engine, EngineError, Format
from orgdesign.render.fonts import (
    embedded_font_css,
    missing_characters,
    missing_fonts_advice,
    one_line,
    text_width,
    wrap,
)
from orgdesign.render.glyph_subset import safe_family, sign_font
from orgdesign.render.journey_drawing import compose_journey
from orgdesign.render.pagination import ChartPart, ChartParts, paginate
from orgdesign.render.picture_frame import PictureFrame
from orgdesign.render.pictures import (
    chart_svg,
    compose_chart,
    draw_charts,
    draw_journey,
    draw_posters,
    joined_pdf,
    journey_svg,
    unchanged_branches,
    window_drawing,
)
from orgdesign.render.poster import PAPERS
from orgdesign.render.scripts import runs_right_to_left
from orgdesign.render.sheet_painting import draw_sheet, sheet_element
from orgdesign.render.svg import branch_of
from orgdesign.render.svg_card import box_description
from orgdesign.render.typefaces import FONT_FAMILY, ShippedFace, Typeface, bold_face, typefaces_for
from orgdesign.render.ways import LINE_CORNER, Point, Route

__all__ = [
    "ARROW_TIP",
    "CARD_TAB",
    "CHANGED_PEN",
    "CHIP_GAP",
    "FONT_FAMILY",
    "LEAST_SCALE",
    "LINE_CORNER",
    "PAPERS",
    "SHARP_DPI",
    "STEADY_PEN",
    "Card",
    "CardLook",
    "CardRow",
    "ChartMap",
    "ChartPart",
    "ChartParts",
    "Connector",
    "Detail",
    "Drawing",
    "Engine",
    "EngineError",
    "Format",
    "Ground",
    "PictureFrame",
    "PlacedCard",
    "Point",
    "Route",
    "ShippedFace",
    "Size",
    "Typeface",
    "balanced_lines",
    "bold_face",
    "box_description",
    "branch_of",
    "brand_css",
    "brand_face",
    "brand_palette",
    "chart_svg",
    "chip_width",
    "compose",
    "compose_chart",
    "compose_journey",
    "compose_together",
    "draw_charts",
    "draw_journey",
    "draw_posters",
    "draw_sheet",
    "embedded_font_css",
    "family_css",
    "find_brand_face",
    "fitting_scale",
    "heading_colour",
    "hides",
    "joined_pdf",
    "journey_svg",
    "missing_characters",
    "missing_fonts_advice",
    "one_line",
    "paginate",
    "runs_right_to_left",
    "safe_family",
    "set_in",
    "sheet_element",
    "sign_font",
    "slide_css",
    "text_width",
    "typefaces_for",
    "unchanged_branches",
    "usable_brand_face",
    "window_drawing",
    "wrap",
]
