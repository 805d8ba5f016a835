"""Every form of the app, sent empty, doubled, with what is far too much, and too late: no answer
is a failure of the app, and none loses what was typed without a word."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from secrets import token_urlsafe
from urllib.parse import urlsplit

import pytest

from orgdesign.render import Engine
from orgdesign.web.app import create_app
from orgdesign.web.kit import Settings
from orgdesign.workspace import Workspace
from tests.web.conftest import BAKERY, Said, Sheet, Site

WHOLE = (
    BAKERY
    + """\
journey:
  morning: {name: On the way to work, outcome: quick, functions: [counter]}
handoffs:
  loaves: {from: baking, to: counter, stage: morning, passes: Warm loaves, accountable: owner}
designs:
  better:
    name: A better morning
    phases: {first: {name: First weeks}, then: {name: Then}}
    changes:
      - {change: move, function: books, reports_to: counter, phase: first}
      - {change: align, function: books, alignment: {outcome: quick}, phase: first}
      - {change: rename, function: counter, name: Shop, phase: then}
      - {change: add, function: orders, name: Orders, reports_to: baking}
      - {change: split, function: counter, into: {tills: {name: Tills}, shelf: {name: Shelf}}}
"""
)
BARE = "organization: Harbour Bakery\noutcome: {statement: Bread}\n"
BROKEN = "organization: [Harbour"
WAYS: tuple[dict[str, str], ...] = ({}, {"HX_Request": "true"})
FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
MOST_PAGES = 140


def site_of(tmp_path, engine: Engine) -> Site:
    path = tmp_path / "bakery.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    settings = Settings(port=8123)
    site = Site(path, settings, create_app(Workspace(path, engine), settings).test_client())
    site.admit()
    return site


def kind_of(site: Site, address: str, method: str = "GET") -> str:
    """Return the endpoint of an address, with what it says apart from keys."""
    parts = urlsplit(address)
    try:
        endpoint, values = site.client.application.url_map.bind("x").match(parts.path, method)
    except Exception:
        return ""
    said = sorted(name for name in re.findall(r"(\w+)=", parts.query))
    change = re.findall("change=[^&]*", parts.query)
    return f"{endpoint} {values.get('section', '')} {change} {said}"


def pages(site: Site) -> Iterator[str]:
    """Yield the HTML of a page of each kind that links lead to."""
    waiting, known = [site.address], set()
    while waiting and len(known) < MOST_PAGES:
        address = waiting.pop(0)
        kind = kind_of(site, address)
        if not kind or kind in known or "static" in kind:
            continue
        known.add(kind)
        answer = site.get(address)
        if answer.mimetype != "text/html":
            continue
        yield answer.text
        waiting += [unescape(link).partition("#")[0] for link in LINK.findall(answer.text)]


def forms(site: Site, walked: Iterable[str]) -> dict[str, Sheet]:
    """Return one form of each kind in pages: an address, and the fields that it has."""
    found: dict[str, Sheet] = {}
    for html in walked:
        outside = dict(re.findall(r'<input[^>]*form="([^"]+)"[^>]*name="([^"]+)"', html))
        for form in FORM.findall(html):
            sheet = Sheet(form)
            if 'method="post"' not in form or "/leave" in sheet.address:
                continue
            names = sorted(set(re.findall(r'\bname="([^"]+)"', form)) | set(outside.values()))
            kind = f"{kind_of(site, sheet.address, 'POST')} {names}"
            found.setdefault(kind, sheet)
    return found


def variants(said: Said) -> Iterator[tuple[str, Said]]:
    """Yield a form as nobody fills it in."""
    fields = [name for name in said if name not in ("base", "submission")]
    given = {name: said[name] for name in said if name in ("base", "submission")}

    def every(words: str) -> Said:
        return {**given, **{name: words if not name.startswith("was.") else "" for name in fields}}

    yield "empty", {}
    yield "without its fields", given
    for rest in (0, 1):
        kept = [name for at, name in enumerate(sorted(said)) if at % 2 == rest]
        yield f"every other field missing, from {rest}", {name: said[name] for name in kept}
    yield "doubled", {name: [*listed(value), *listed(value)] for name, value in said.items()}
    yield "blank", every("")
    yield "many digits", every("9" * 4301)
    yield "a number without end", every("1" + "0" * 400)
    yield "half a number", every("-1.5e309")
    yield "signs", every("\u202e{x}: [\x00\ud83d - 'a': \"b\"\n# \u0085")
    yield "made on the spot", every("+")
    yield "long", every("Bread and more bread. " * 3000)


def listed(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


@pytest.fixture(scope="module")
def whole(tmp_path_factory, engine: Engine) -> Site:
    return site_of(tmp_path_factory.mktemp("whole"), engine)


@pytest.fixture
def is_long(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--long"))


@pytest.fixture(scope="module")
def walked(whole: Site) -> list[str]:
    """A page of each kind, as it is before anything is sent."""
    return [*pages(whole)]


@pytest.fixture(scope="module")
def found(whole: Site, walked: list[str]) -> dict[str, Sheet]:
    return forms(whole, walked)


def test_the_forms_are_found(found: dict[str, Sheet]):
    assert len(found) > 40


def test_every_link_leads_somewhere(whole: Site, walked: list[str]):
    known: dict[str, str] = {}
    for html in walked:
        for link in map(unescape, LINK.findall(html)):
            address = link.partition("#")[0]
            known.setdefault(kind_of(whole, address), address)
    local = [each for each in known.values() if each.startswith("/") and "/static/" not in each]
    answers = {address: whole.get(address).status_code for address in local}
    assert {address: status for address, status in answers.items() if status >= 400} == {}


def post(site: Site, sheet: Sheet, said: Said, **headers: str) -> int:
    coded = {
        name: [each.encode("utf-8", "replace") for each in listed(value)]
        for name, value in said.items()
    }
    return site.post(sheet.address, coded, **headers).status_code  # type: ignore[arg-type]


def test_no_form_fails_however_it_is_filled_in(whole: Site, found: dict[str, Sheet], is_long: bool):
    """By turns as a page and as a part of one; each both ways where a run may take `--long`."""
    failed = []
    for at, (kind, sheet) in enumerate(found.items(), start=1):
        for turn, (how, said) in enumerate(variants(sheet.said()), start=at):
            whole.path.write_text(WHOLE, encoding="utf-8")
            for headers in WAYS if is_long else (WAYS[turn % 2],):
                status = post(whole, sheet, said, **headers)
                failed += [f"{status} {how}: {kind}"] * (status >= 500)
    assert failed == []


def anew(sheet: Sheet) -> Said:
    """Return what a form sends that nobody has sent yet."""
    said = sheet.said()
    return said | {"submission": token_urlsafe(12)} if "submission" in said else said


@pytest.mark.parametrize("text", [BARE, BROKEN, "", None], ids=["bare", "broken", "empty", "gone"])
def test_no_form_fails_once_its_subject_is_gone(
    whole: Site, found: dict[str, Sheet], text: str | None
):
    failed = []
    whole.path.write_text(WHOLE, encoding="utf-8")
    assert whole.page()
    for kind, sheet in found.items():
        whole.path.unlink(missing_ok=True)
        if text is not None:
            whole.path.write_text(text, encoding="utf-8")
        for headers in WAYS:
            status = post(whole, sheet, anew(sheet), **headers)
            failed += [f"{status}: {kind}"] * (status >= 500)
    assert failed == []


def test_what_was_typed_is_not_lost_once_its_subject_is_gone(tmp_path, engine: Engine):
    site, lost = site_of(tmp_path, engine), []
    for kind, sheet in forms(site, pages(site)).items():
        said = sheet.said()
        typed = [name for name in said if f"was.{name}" in said and written(sheet, name)]
        site.path.write_text(BARE, encoding="utf-8")
        if typed:
            answer = site.post(sheet.address, {**said, typed[0]: "Kept words"})
            is_kept = "Kept words" in answer.text or "Kept words" in site.path.read_text("utf-8")
            lost += [kind] * (not is_kept)
    assert lost == []


def written(sheet: Sheet, name: str) -> bool:
    """Tell whether words are typed into a field."""
    text = rf'<(?:textarea|input type="text")[^>]*name="{re.escape(name)}"'
    return bool(re.search(text, sheet.html))
