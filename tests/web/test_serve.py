"""Only this machine is served."""

import socket
from pathlib import Path

import pytest

from orgdesign.problems import OrgdesignError
from orgdesign.web.serve import serve


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "example.org", "::"])
def test_nothing_beyond_this_machine_is_served(host: str):
    with pytest.raises(OrgdesignError, match="answers only on this machine"):
        serve(Path("northwind.yaml"), host=host)


def test_a_taken_port_is_said():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OrgdesignError, match=f"Port {port} cannot be used"):
            serve(Path("northwind.yaml"), port=port, browser=False)
