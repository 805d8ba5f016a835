"""What the source pane finds in a text that is being typed: read by the script that finds it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from orgdesign.model import Organisation
from orgdesign.resources import folder
from orgdesign.yamlfile import read_file
from tests.patience import PATIENCE

SCRIPT = Path(__file__).with_name("broken_off_parses.mjs")
MOMENTS = 150


def test_every_role_is_found_however_often_a_slow_machine_broke_off_its_parse():
    file = folder("examples") / "northwind.yaml"
    organisation = read_file(file).organisation
    assert isinstance(organisation, Organisation)
    command = ["node", SCRIPT, file, "accountable: claims-director", "serv", str(MOMENTS)]

    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)

    assert run.stderr == ""
    assert run.stdout.splitlines() == [" ".join(organisation.roles)]
