"""The benchmark of the page that stands alone runs and prints; it opens a browser of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import EXAMPLES

pytestmark = pytest.mark.usefixtures("uncounted")

PAGE = Path(__file__).parents[2] / "benchmarks" / "page.py"


def test_the_stand_alone_page_is_measured_for_today_and_for_the_design():
    command = [sys.executable, str(PAGE), str(EXAMPLES / "northwind.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    today, design = (line.split(" | ") for line in done.stdout.splitlines()[2:])
    assert today[0] == "| northwind"
    assert design[:3] == ["| northwind: Outcome-led structure", "17", "4"]
    assert len(today) == len(design) == 10
