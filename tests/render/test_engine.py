"""Graphviz in its worker: the same for the library that pygraphviz brings and for the program."""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest

from orgdesign.charts import before
from orgdesign.render import draw_charts, worker
from orgdesign.render import engine as engine_module
from orgdesign.render.engine import SHARP_DPI, Engine, EngineError, Kind, fitting_dpi
from orgdesign.render.process import Worker
from tests.organisations import organisation

BOX = 'digraph { node [shape=box fontname="Inter"]; a [label="Claims" pos="50,20"] }'


def boxes(count: int) -> str:
    nodes = "".join(f'n{i} [label="Function {i}" pos="{i},{i}"];' for i in range(count))
    return f"digraph {{ node [shape=box]; {nodes} }}"


@pytest.fixture(params=["library", "program"])
def kind(request: pytest.FixtureRequest) -> Kind:
    return request.param


@pytest.fixture
def engine(kind: Kind) -> Iterator[Engine]:
    with Engine(kinds=(kind,)) as engine:
        yield engine


def once_it_draws(patch: pytest.MonkeyPatch, act: Callable[..., None], *said: object) -> None:
    """Do something a moment after a chart went to the worker, however late that is."""
    exchange = Worker._exchange

    def exchange_and_act(worker: Worker, form: str, dot: bytes) -> tuple[str, bytes]:
        threading.Timer(0.3, act, said).start()
        return exchange(worker, form, dot)

    patch.setattr(Worker, "_exchange", exchange_and_act)


def pid(engine: Engine) -> int:
    assert engine._worker is not None
    return engine._worker.pid


@pytest.mark.parametrize(
    ("picture", "beginning"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG")]
)
def test_draws_every_format(engine, picture, beginning):
    assert engine.draw(BOX, picture).startswith(beginning)


def test_keeps_the_positions_and_lines_it_is_given(engine):
    dot = 'digraph { a [pos="10,10"] b [pos="300,90"] a -> b [pos="10,28 10,50 300,60 300,72"] }'
    numbers = re.search(r' d="M(\S+)C(\S+) (\S+) (\S+)"', engine.draw(dot, "svg").decode())
    (x, y), *line = [tuple(map(float, point.split(","))) for point in numbers.groups()]
    assert [(left - x, y - top) for left, top in line] == [(0, 22), (290, 32), (290, 44)]


def test_draws_with_the_shipped_font(engine):
    pdf = engine.draw(BOX, "pdf")
    assert b"Inter" in pdf
    assert b"DejaVu" not in pdf


@pytest.mark.parametrize("name", ["Größe", "客户成功", "نجاح العملاء", "👩‍👩‍👧 🇧🇷", "Cafe\u0301"])
def test_draws_text_of_any_script(engine, name):
    svg = engine.draw(f'digraph {{ a [label="{name}" pos="50,20"] }}', "svg").decode()
    assert f">{name}</text>" in svg


def test_a_png_has_the_dots_per_inch_asked_for(engine):
    small, large = (engine.draw(BOX, "png", dpi) for dpi in (48, 96))
    assert png_width(large) == pytest.approx(2 * png_width(small), abs=2)


def png_width(png: bytes) -> int:
    return int.from_bytes(png[16:20])


def test_a_large_png_gets_fewer_dots_per_inch():
    assert fitting_dpi(800, 600) == SHARP_DPI
    assert fitting_dpi(100_000, 100) * 100_000 / 72 <= 32_767
    assert fitting_dpi(20_000, 20_000) < 30


@pytest.mark.parametrize(
    ("dot", "reason"),
    [
        ("digraph { a [label=<<b>Claims>] }", "mismatched tag in line 1"),
        ("not a chart", "syntax error in line 1 near 'not'"),
        ("digraph { a }", "has no position"),
        ("", "The chart could not be drawn"),
    ],
)
def test_a_broken_chart_is_an_error_in_one_line(engine, dot, reason):
    with pytest.raises(EngineError, match=reason) as caught:
        engine.draw(dot, "svg")
    assert len(str(caught.value).splitlines()) == 1


def test_a_chart_too_slow_is_stopped_and_the_next_one_is_drawn(kind):
    with Engine(timeout=0.2, kinds=(kind,)) as engine:
        with pytest.raises(EngineError, match=r"longer than 0\.2 seconds"):
            engine.draw(boxes(100_000), "svg")
        engine._timeout = 60
        assert b"Claims" in engine.draw(BOX, "svg")


def test_a_chart_too_large_is_stopped_and_the_next_one_is_drawn(kind):
    with Engine(memory=250 * 1024**2, kinds=(kind,)) as engine:
        with pytest.raises(EngineError, match="more than 250 MB of memory"):
            engine.draw('digraph { a [pos="1,1"] b [pos="20000,20000"] }', "png")
        assert b"Claims" in engine.draw(BOX, "svg")


def test_a_worker_killed_while_it_draws_is_an_error_and_the_next_chart_is_drawn(engine):
    engine.warm()
    with pytest.MonkeyPatch.context() as patch:
        once_it_draws(patch, os.kill, pid(engine), signal.SIGKILL)
        with pytest.raises(EngineError, match="try again"):
            engine.draw(boxes(100_000), "svg")
    assert b"Claims" in engine.draw(BOX, "svg")


def test_a_worker_killed_between_charts_goes_unnoticed(engine):
    engine.draw(BOX, "svg")
    os.kill(pid(engine), signal.SIGKILL)
    while engine._worker.alive:
        time.sleep(0.01)
    assert b"Claims" in engine.draw(BOX, "svg")


def test_a_worker_that_has_drawn_much_is_renewed_while_it_goes_on(monkeypatch):
    monkeypatch.setattr(engine_module, "RENEWED_AFTER", 3)
    monkeypatch.setattr(engine_module, "_LOADED", 0)
    with Engine() as engine:
        numbers = []
        for _ in range(8):
            assert engine.draw(BOX, "svg")
            numbers.append(engine._worker.pid)
        old = engine._worker
    assert len(set(numbers)) == 3
    assert numbers == sorted(numbers, key=numbers.index)
    assert not old.alive


def test_closing_ends_the_next_worker_too(monkeypatch):
    monkeypatch.setattr(engine_module, "RENEWED_AFTER", 1)
    with Engine() as engine:
        engine.draw(BOX, "svg")
        waiting = engine._next
        assert waiting.alive
    assert not waiting.alive


def test_threads_share_one_worker(engine):
    drawn: dict[str, bytes] = {}

    def draw(name: str) -> None:
        drawn[name] = engine.draw(BOX.replace("Claims", name), "svg")

    threads = [threading.Thread(target=draw, args=(f"F{i}",)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(f">{name}<".encode() in svg for name, svg in drawn.items())
    assert len(drawn) == 8


def test_closing_leaves_no_process(kind):
    with Engine(kinds=(kind,)) as engine:
        engine.warm()
        process = pid(engine)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_chart_under_way_is_given_up_on_closing(engine, monkeypatch):
    engine.warm()
    once_it_draws(monkeypatch, engine.close)
    with pytest.raises(EngineError):
        engine.draw(boxes(100_000), "svg")


def test_warnings_stay_off_the_terminal(engine, capfd):
    engine.draw('digraph { a [shape=nonsense pos="1,1"] }', "svg")
    assert capfd.readouterr() == ("", "")


def test_a_chart_reads_no_file(engine, tmp_path):
    (tmp_path / "secret.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9"/>')
    dot = f'digraph {{ a [image="{tmp_path}/secret.svg" label="" pos="1,1"] }}'
    assert b"<image" not in engine.draw(dot, "svg")


def test_without_graphviz_it_says_what_to_install():
    with Engine(kinds=()) as engine, pytest.raises(EngineError, match="apt-get install graphviz"):
        engine.draw(BOX, "svg")


def test_the_first_engine_that_loads_is_taken(monkeypatch):
    monkeypatch.setitem(worker.KINDS, "library", no_library)
    assert worker.load(["library", "program"])(BOX, "svg").startswith(b"<?xml")


def no_library() -> worker.Draw:
    raise ImportError("libgobject-2.0.so.0: cannot open shared object file")


def test_the_worker_answers_requests_until_they_end(monkeypatch):
    monkeypatch.setattr(worker, "limit_time", lambda _: None)  # it would be the tests' own limit
    requests, answers = BytesIO(b"svg 3\nonepdf 3\ntwo"), BytesIO()
    worker.serve(requests, answers, lambda dot, form: f"{dot} as {form}".encode(), seconds=60)
    assert answers.getvalue() == b"drawn 10\none as svgdrawn 10\ntwo as pdf"


@pytest.mark.parametrize(
    ("error", "word"), [(ImportError, "missing"), (MemoryError, "memory"), (ValueError, "failed")]
)
def test_the_worker_says_why_there_is_no_picture(error, word):
    def draw(dot: str, form: str) -> bytes:
        raise error("what happened")

    assert worker.answer(draw, b"digraph {}", "svg")[0] == word


def test_a_png_that_cannot_be_sharp_says_so(engine, monkeypatch, caplog):
    monkeypatch.setattr("orgdesign.render.engine._PNG_AREA", 50_000)
    png = draw_charts([before(organisation())], engine, "png")
    assert png_width(png) * int.from_bytes(png[20:24]) <= 70_000
    assert "SVG and PDF stay sharp at every size" in caplog.text
