"""Only this machine is served."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from orgdesign.problems import OrgdesignError
from orgdesign.web.serve import serve
from tests.patience import PATIENCE


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "example.org", "::"])
def test_nothing_beyond_this_machine_is_served(host: str):
    with pytest.raises(OrgdesignError, match="answers only on this machine"):
        serve(Path("northwind.yaml"), host=host)


def test_a_taken_port_is_said():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OrgdesignError, match=f"Port {port} cannot be used"):
            serve(Path("northwind.yaml"), port=port, browser=False)


@pytest.fixture
def heard_interrupts() -> Iterator[None]:
    """Let what is started hear Ctrl+C, which a check that runs in the background does not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard_interrupts")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_stopping_is_clean_and_leaves_nothing_behind(
    bakery: Path, tmp_path: Path, how: signal.Signals
):
    home = tmp_path / "home"
    home.mkdir()
    command = [sys.executable, "-m", "orgdesign", "serve", str(bakery), "--no-browser"]
    told = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    environment = {**os.environ, "TMPDIR": str(home)}
    with subprocess.Popen(command, env=environment, **told) as program:
        said = ""
        while "Stop with Ctrl+C." not in said:
            said += program.stdout.readline()
        program.send_signal(how)
        try:
            rest, complaints = program.communicate(timeout=PATIENCE)
        finally:
            program.kill()  # else one that does not stop would hold the check up for good

    assert re.search(r"http://127\.0\.0\.1:\d+/start\?token=\S{40}", said)
    assert (program.returncode, complaints) == (0, "")
    assert "orgdesign has stopped." in rest
    assert list(home.iterdir()) == []
