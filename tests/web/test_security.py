"""Only the person who started the app sees it, and no other site gets anything out of it."""

import logging

import pytest

from tests.web.conftest import Site


def test_a_browser_without_the_cookie_is_told_which_link_to_open(stranger: Site):
    answer = stranger.get("/")

    assert answer.status_code == 403
    assert "Open the link that orgdesign serve printed" in answer.text
    assert "Harbour" not in answer.text


def test_the_token_becomes_a_cookie_and_leaves_the_address(stranger: Site):
    answer = stranger.get(f"/start?token={stranger.settings.token}")

    assert (answer.status_code, answer.location) == (303, "/")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("orgdesign-8123=")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert stranger.settings.token not in cookie


def test_a_wrong_token_opens_nothing(stranger: Site):
    answer = stranger.get("/start?token=guess")

    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("token", ["", "ü", "%ff%00"])
def test_a_token_that_is_no_token_is_only_wrong(stranger: Site, token: str):
    assert stranger.get(f"/start?token={token}").status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:9", "localhost.evil.example:8123", ""]
)
def test_other_hosts_are_refused(site: Site, host: str):
    assert site.get("/", Host=host).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:8123", "localhost:8123", "[::1]:8123"])
def test_this_machine_is_answered_under_each_of_its_names(site: Site, host: str):
    answer = site.get(f"/start?token={site.settings.sessions.new_token()}", Host=host)

    assert answer.status_code == 303


@pytest.mark.parametrize("whose", ["cross-site", "same-site"])
def test_other_sites_are_refused(site: Site, whose: str):
    assert site.get("/", Sec_Fetch_Site=whose).status_code == 403


def test_another_origin_is_refused(site: Site):
    assert site.get("/", Origin="https://127.0.0.1:8123").status_code == 403
    assert site.get("/", Origin="http://127.0.0.1:9").status_code == 403
    assert site.get("/", Origin="null").status_code == 403


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/x/css/base.css", "/start?token=x"])
def test_every_answer_forbids_framing_inline_code_and_guessing(site: Site, path: str):
    headers = site.get(path).headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_pages_are_never_kept_by_the_browser(site: Site):
    for address in ("/", site.address, f"{site.address}/live", "/nowhere"):
        assert site.get(address).headers["Cache-Control"] == "no-store"


def test_a_static_file_is_kept_under_the_address_of_its_content(site: Site):
    style = next(a for a in site.page().split('"') if a.endswith("vendor/app.css"))

    assert "immutable" in site.get(style).headers["Cache-Control"]
    assert site.get("/static/other/css/base.css").status_code == 404


def test_pages_have_no_inline_code_or_style(site: Site):
    page = site.page("?view=both")

    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page
    assert "<script>" not in page


def test_no_name_of_the_organisation_stands_in_an_address(site: Site):
    page = site.page("?view=both")

    addresses = [part.split('"')[0] for part in page.split('href="')[1:]]
    assert len(addresses) > 10
    for name in ("bakery", "baking", "counter", "books", "Harbour", "quick"):
        assert not [address for address in addresses if name in address]


def test_keys_are_new_with_every_start(site: Site, folder_site: Site):
    assert site.settings.key("box", "claims") != folder_site.settings.key("box", "claims")


def test_nothing_is_changed_by_other_methods(site: Site):
    for method in ("post", "put", "delete"):
        answer = getattr(site.client, method)(site.address, base_url=site.origin)
        assert answer.status_code == 403  # such a request has to say where it comes from


def test_what_fails_is_logged_by_its_place_alone(
    site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def fail(*_: object) -> None:
        raise ValueError("the cost of Bookkeeping is secret")

    monkeypatch.setattr("orgdesign.web.canvas.answers.view_state_from", fail)
    with caplog.at_level(logging.DEBUG):
        answer = site.get(site.address)

    assert answer.status_code == 500
    assert "Traceback" not in answer.text
    assert "ValueError at" in caplog.text
    assert "secret" not in caplog.text
    assert site.address not in caplog.text


def test_settings_do_not_show_their_secrets(site: Site):
    assert site.settings.token not in repr(site.settings)


@pytest.mark.parametrize("way", ["br", "gzip"])
def test_nothing_is_compressed_on_its_way_through_one_machine(site: Site, way: str):
    assert "Content-Encoding" not in site.get(site.address, Accept_Encoding=way).headers
