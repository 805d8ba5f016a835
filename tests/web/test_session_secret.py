"""An open page goes on after a restart, and only for who had it open."""

import os
from pathlib import Path

import pytest

from orgdesign.render import Engine
from orgdesign.web.app import create_app
from orgdesign.web.kit import SECRET_LIFE, Settings, port_for, session_secret
from orgdesign.workspace import Workspace
from tests.web.conftest import Site


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "orgdesign"


def started(path: Path, engine: Engine) -> Site:
    settings = Settings.for_path(8130, path, session_secret())
    return Site(path, settings, create_app(Workspace(path, engine), settings).test_client())


def test_a_form_is_saved_after_a_restart(state: Path, bakery: Path, engine: Engine):
    before = started(bakery, engine)
    before.admit()
    form = before.form(before.get(before.follow(before.page(), "Bookkeeping")).text)
    cookie = before.client.get_cookie(before.settings.cookie, domain="127.0.0.1")
    assert cookie

    after = started(bakery, engine)
    after.client.set_cookie(after.settings.cookie, cookie.value, domain="127.0.0.1")
    answer = after.post(form.address, form.said(contribution="Pays on the day"))

    assert answer.status_code == 303
    assert "Pays on the day" in bakery.read_text()


def test_the_link_is_new_with_each_start(state: Path, bakery: Path, engine: Engine):
    assert started(bakery, engine).settings.token != started(bakery, engine).settings.token


def test_another_path_has_another_key_and_another_port(state: Path, tmp_path: Path):
    one, other = (Settings.for_path(1, tmp_path / name, session_secret()) for name in ("a", "b"))

    assert not other.sessions.admits(one.sessions.admission())
    assert one.key("box", "claims") != other.key("box", "claims")
    assert port_for(tmp_path / "a", session_secret()) != port_for(tmp_path / "b", session_secret())


def test_the_secret_is_for_this_user_alone_and_for_a_day(state: Path):
    secret = session_secret()
    assert session_secret() == secret
    assert (state / "session").stat().st_mode & 0o077 == 0

    past = (state / "session").stat().st_mtime - SECRET_LIFE - 60
    os.utime(state / "session", (past, past))

    assert session_secret() != secret


def test_where_nothing_can_be_kept_the_app_starts_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))

    assert session_secret() != session_secret()
