"""What the values of the domain have in common: they are frozen, slotted dataclasses.

Python's own dataclass writes their methods as text and compiles them while the class is made: a
third of a millisecond for each of some four hundred. Here a method is written when it is first
used, as no program uses them all, and a field is filled through its slot, in half of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from typing import Any, Literal, NoReturn, TypeVar, dataclass_transform

Value = TypeVar("Value")
Plate = Literal["alluvial", "matrix", "handoffs", "shape", "overview", "poster"]
"""What plates are called: on the command line, in the views of a file, and where they are drawn."""
Method = Callable[..., Any]


@dataclass_transform(frozen_default=True)
def value_object(declared: type[Value], /) -> type[Value]:
    """Make a class a frozen, slotted dataclass: equal by what it holds, and never changed."""
    value = dataclass(init=False, repr=False, eq=False, slots=True)(declared)
    for name in _WRITERS:
        setattr(value, name, _UnwrittenMethod(value, name))
    for name, method in _SHARED.items():
        setattr(value, name, method)
    return value


class _UnwrittenMethod:
    """A method of a class that is written, and takes its own place, when it is first used."""

    def __init__(self, value: type, name: str) -> None:
        self._value, self._name = value, name

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        """Return the method, as a class or a value is asked for it."""
        method = _WRITERS[self._name](self._value)
        method.__qualname__ = f"{self._value.__qualname__}.{self._name}"
        setattr(self._value, self._name, method)
        return method.__get__(instance, owner)


def _compile_method(name: str, takes: str, body: str, known: dict[str, Any]) -> Method:
    exec(f"def {name}({takes}):\n {body}", known)  # noqa: S102 - of names of fields alone
    method: Method = known[name]
    return method


def _initialiser(value: type[Any]) -> Method:
    """Return what puts the fields in their slots, those by keyword alone behind the others."""
    known: dict[str, Any] = {"_made": _MADE}
    steps: list[str] = ["pass"]
    takes: dict[bool, list[str]] = {False: ["self"], True: []}
    for each in fields(value):
        known[f"_set_{each.name}"] = getattr(value, each.name).__set__
        known[f"_made_{each.name}"] = each.default_factory
        known[f"_default_{each.name}"] = each.default
        steps.append(f"_set_{each.name}(self, {_value_expression(each)})")
        if each.init:
            takes[bool(each.kw_only)].append(f"{each.name}{_default_expression(each)}")
    by_keyword = ["*", *takes[True]] if takes[True] else []
    method = _compile_method(
        "__init__", ", ".join(takes[False] + by_keyword), "; ".join(steps), known
    )
    method.__annotations__ = {each.name: each.type for each in fields(value) if each.init}
    return method


def _default_expression(each: Field[Any]) -> str:
    if each.default is not MISSING:
        return f"=_default_{each.name}"
    return "" if each.default_factory is MISSING else "=_made"


def _value_expression(each: Field[Any]) -> str:
    if not each.init:
        return f"_default_{each.name}"
    if each.default_factory is MISSING:
        return each.name
    return f"_made_{each.name}() if {each.name} is _made else {each.name}"


def _equality(value: type[Any]) -> Method:
    compared = [each.name for each in fields(value) if each.compare]
    body = f"""if other.__class__ is not self.__class__:
  return NotImplemented
 return {_tuple_of("self", compared)} == {_tuple_of("other", compared)}"""
    return _compile_method("__eq__", "self, other", body, {})


def _hashing(value: type[Any]) -> Method:
    hashed = [one.name for one in fields(value) if (one.compare if one.hash is None else one.hash)]
    return _compile_method("__hash__", "self", f"return hash({_tuple_of('self', hashed)})", {})


def _tuple_of(whose: str, names: list[str]) -> str:
    return f"({''.join(f'{whose}.{name}, ' for name in names)})"


def _describe(self: Any) -> str:
    shown = (each.name for each in fields(self) if each.repr)
    said = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({said})"


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot be changed")


def _state(self: Any) -> list[object]:
    return [getattr(self, each.name) for each in fields(self)]


def _restore(self: Any, state: list[object]) -> None:
    for each, held in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, held)


_MADE = object()
"""Stands for what is made anew for each value, where nothing else is said."""
_WRITERS: Mapping[str, Callable[[type], Method]] = {
    "__init__": _initialiser,
    "__eq__": _equality,
    "__hash__": _hashing,
}
_SHARED: Mapping[str, Method] = {
    "__repr__": _describe,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _restore,
}
