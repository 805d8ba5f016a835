"""Why a foreign file is not read, in a sentence that repeats nothing of what is in it."""

from __future__ import annotations


class FormatRefusal(Exception):  # noqa: N818 - an answer of the worker, not a fault of it
    """A file that is not read: what it is, and what to do instead."""


DAMAGED_FILE = (
    "this workbook is damaged, or too large to be opened safely; open it in Excel and save it"
    " again, or export it as CSV"
)
TOO_MUCH_TEXT = (
    "this file takes more time or memory than is safe, and was given up; export fewer rows, or"
    " in parts"
)
NO_WORKBOOK = "this is no Excel workbook, whatever its name says; export it as .xlsx or CSV"
BOMB = (
    "this workbook unpacks to far more than it should, and was not opened; export the one sheet"
    " that is needed as CSV"
)
ENTITIES = (
    "this workbook points to text outside its sheets, and was not opened; export the sheet as CSV"
)
ENCRYPTED = "this workbook is encrypted; open it in Excel and save it without a password"
OLD = "this is an Excel file of before 2007 (.xls); open it in Excel and save it as .xlsx"
FORMULAS = (
    "the cells of this workbook are formulas without saved values, as programs write them; open it"
    " in Excel or LibreOffice, save it, and bring it in again"
)
PDF = "this is a PDF, which holds no rows; export the list as .xlsx or CSV"
WEB_PAGE = (
    "this is a web page (HTML), whatever its name says; open it in Excel, save it as .xlsx, and"
    " bring that in"
)
XML = (
    "this is an XML file, whatever its name says; open it in Excel and save it as .xlsx, or export"
    " it as CSV"
)
JSON = (
    "this is JSON without a list of people in it; bring in users of Microsoft Graph or SCIM 2.0, a"
    " list of records, or export it as CSV"
)
EMPTY = "the file is empty; export it again, with its rows"
NO_TEXT = "this is not a table of text; export it as CSV or as .xlsx"
DIAGRAM = (
    "this diagram is damaged, or unpacks to more than is safe; open it in draw.io, save it, and"
    " bring it in again"
)
OPEN_QUOTE = (
    "a cell of this file is too long to be one; look for a quotation mark that is opened and never"
    " closed, and export it again"
)
