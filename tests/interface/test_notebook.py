"""In a notebook a chart draws itself, and findings are a table."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.patience import PATIENCE

TOP = Path(__file__).parents[2]
CELLS = (
    f"import sys; sys.path.insert(0, {str(TOP)!r}); import orgdesign\n"
    f"today = orgdesign.read({str(TOP / 'examples' / 'northwind.yaml')!r}); today.chart('before')",
    "today.diagnose()",
    "today.design().compare()",
)


@pytest.mark.filterwarnings("ignore")  # of the kernel's own libraries
def test_charts_and_tables_are_shown():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": sys.executable}
    NotebookClient(notebook, timeout=PATIENCE).execute()
    chart, findings, differences = (cell.outputs[0].data for cell in notebook.cells)
    assert "<svg" in chart["image/svg+xml"]
    assert findings["text/html"].count("<tr>") > 50
    assert "is renamed" in differences["text/html"]
