"""The Python interface: a file read, diagnosed, compared, drawn and edited from a program."""

from orgdesign.interface.chart_picture import ChartPicture
from orgdesign.interface.organisation_file import OrganisationDesign, OrganisationFile, read
from orgdesign.interface.tables import DifferenceRow, DifferenceTable, FindingRow, FindingTable

__all__ = [
    "ChartPicture",
    "DifferenceRow",
    "DifferenceTable",
    "FindingRow",
    "FindingTable",
    "OrganisationDesign",
    "OrganisationFile",
    "read",
]
