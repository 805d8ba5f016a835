"""Tell mypy that a value object is a frozen dataclass, with all that it checks of one."""

from __future__ import annotations

from collections.abc import Callable

from mypy.nodes import ARG_NAMED, CallExpr, NameExpr
from mypy.plugin import ClassDefContext, Plugin
from mypy.plugins.dataclasses import dataclass_class_maker_callback, dataclass_tag_callback

DECORATOR = "orgdesign.value_objects.value_object"


class ValueObjects(Plugin):
    """Reads the decorator as what it does."""

    def get_class_decorator_hook(self, fullname: str) -> Callable[[ClassDefContext], None] | None:
        """Tag the class as a dataclass."""
        return dataclass_tag_callback if fullname == DECORATOR else None

    def get_class_decorator_hook_2(self, fullname: str) -> Callable[[ClassDefContext], bool] | None:
        """Give the class what a dataclass has."""
        return _make_dataclass if fullname == DECORATOR else None


def _make_dataclass(context: ClassDefContext) -> bool:
    decorator = NameExpr("dataclass")
    decorator.fullname = "dataclasses.dataclass"
    decorator.node = context.api.lookup_fully_qualified(decorator.fullname).node
    true = NameExpr("True")
    true.fullname = "builtins.True"
    wanted = CallExpr(decorator, [true, true], [ARG_NAMED, ARG_NAMED], ["frozen", "slots"])
    wanted.set_line(context.reason)
    return dataclass_class_maker_callback(context._replace(reason=wanted))


def plugin(version: str) -> type[Plugin]:
    """Return the plugin, as mypy asks for it."""
    return ValueObjects
