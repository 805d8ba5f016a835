"""What the form of a function asks for."""

from __future__ import annotations

from orgdesign.web.kit import FormField

FUNCTION_FIELDS = (
    FormField("outcome", ("alignment", "outcome"), "customer outcome", "part", "outcome"),
    FormField("contribution", ("alignment", "contribution"), "contribution"),
    FormField("link", ("alignment", "link"), "direct or enabling"),
    FormField("also", ("alignment", "also"), "further outcomes", "several", "outcome"),
    FormField("accountable", ("accountable",), "accountable role", "part", "role"),
    FormField("name", ("name",), "name"),
    FormField("reports_to", ("reports_to",), "reporting line", "part", "function"),
    FormField("measures", ("measures",), "measures", "several", "measure"),
    FormField("headcount", ("headcount",), "headcount", "number"),
    FormField("cost", ("cost",), "cost", "number"),
)
