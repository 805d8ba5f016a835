"""The summary for the board: what it says, and where each line leads."""

import re
from html import unescape

from orgdesign.resources import folder
from tests.web.conftest import BAKERY, Site

EXAMPLES = folder("examples")

JOURNEY = """\
journey:
  orders: {name: Orders, functions: [counter]}
  waits: {name: Waits, functions: [baking], after: [orders]}
  returns: {name: Comes back}
"""
ANSWERS = """\
assessment:
  chief_customer_officer: {clarity: {answer: yes}, metrics: {answer: no}}
  power_core: {success: sales, strengths: product, leaders: sales, stars: product}
"""
DESIGN = """\
designs:
  door:
    name: Bread at the door
    changes: [{change: change-measure, measure: sold-out, kind: customer}]
"""


def opened(site: Site, *said: str) -> str:
    """Return the summary of the bakery with more in its file."""
    site.path.write_text(BAKERY + "".join(said), encoding="utf-8")
    return site.get(site.address + "/diagnosis/summary").text


def section(html: str, heading: str) -> str:
    """Return the words of a section of the summary."""
    found = re.search(rf'<section[^>]*aria-labelledby="{heading}".*?</section>', html, re.DOTALL)
    assert found
    return " ".join(unescape(re.sub("<[^>]*>", " ", found[0])).split())


def test_it_says_who_serves_the_customer(site):
    assert section(opened(site), "board-serving") == (
        "Who serves the customer 33% of our functions serve no customer outcome. "
        "12% of our people serve no customer outcome. 11% of our cost serves no customer outcome."
    )


def test_it_says_each_score_as_a_count(site):
    said = section(opened(site, JOURNEY), "board-quicksand")
    assert "Mechanics 50% 2 of 4 How work crosses the functions" in said


def test_it_says_what_a_design_would_change(site):
    said = section(opened(site, DESIGN), "board-quicksand")
    assert "Under Bread at the door : motivation 0% (0" in said
    assert "metrics 40% (+40 points from today )" in said


def test_it_opens_with_the_three_things_to_mend_first(site):
    html = opened(site)
    assert html.index("board-findings") < html.index("board-serving")
    said = section(html, "board-findings")
    assert said.startswith("The three things to mend first, of ")
    listed = site.get(site.address + "/diagnosis").text
    first = re.findall(r"<li><p><strong>(.*?)</strong>", listed)
    assert len(first) == 3
    assert all(" ".join(unescape(each).split()) in said for each in first)


def test_each_of_them_leads_to_where_it_is_mended(site):
    html = opened(site)
    form = site.get(site.follow(html, "Choose the outcome that Bookkeeping serves")).text
    assert "<h1>Bookkeeping</h1>" in form


def test_it_says_the_journey_in_a_line(site):
    assert section(opened(site, JOURNEY), "board-journey") == (
        "The customer's journey Orders Waits Comes back (no function) "
        "3 stages, 1 of them without a function. "
        "Without a hand-off: 1 of the 1 steps from one function to the next."
    )


def test_it_says_how_people_answered(site):
    assert section(opened(site, ANSWERS), "board-ready") == (
        "Who can change it Do you need a chief customer officer? "
        "Of 11 questions: 1 answered yes, 1 answered no, 9 open. "
        "Power core Product and Sales, level with each other: 2 of 6 answers."
    )


def test_it_says_what_nobody_has_said_yet(site):
    html = opened(site)
    assert "The customer's journey is not written down yet." in section(html, "board-journey")
    assert "None of the 11 questions is answered yet." in section(html, "board-ready")


def test_a_file_where_nothing_is_found_says_so(site):
    site.path.write_bytes((EXAMPLES / "hospital.yaml").read_bytes())
    html = site.get(site.address + "/diagnosis/summary").text
    assert section(html, "board-findings") == "0 findings The rules find nothing."


def test_a_file_that_was_never_good_leads_to_its_problems(site):
    site.path.write_text("organization: [", encoding="utf-8")
    assert site.get(site.address + "/diagnosis/summary").status_code == 303


def test_it_drops_none_of_many_designs_and_none_of_their_figures(site):
    names = [f"Structure {each}" for each in range(1, 8)]
    changes = "changes: [{change: change-measure, measure: sold-out, kind: customer}]"
    designs = "".join(f"  d{at}: {{name: {name}, {changes}}}\n" for at, name in enumerate(names))
    html = opened(site, "designs:\n", designs)
    lines = re.findall(r'<p class="board-design">.*?</p>', html, re.DOTALL)
    assert [
        name for name, line in zip(names, lines, strict=True) if f">{name}</a>" in line
    ] == names
    assert all("metrics 40%" in each and "mechanics" in each for each in lines)
