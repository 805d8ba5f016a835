"""Holds the numbers of the reading to one thread: more wait for each other on a busy machine."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any

from orgdesign.process import has_one_blas_thread


def one_thread() -> AbstractContextManager[Any]:
    """Return within what numpy multiplies with one thread; outside it does as it did before."""
    if has_one_blas_thread():
        return nullcontext()
    limit: AbstractContextManager[Any] = _controller().limit(limits=1, user_api="blas")
    return limit


@cache
def _controller() -> Any:
    """Return what knows numpy's libraries, which are loaded by the time that this is asked."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()  # type: ignore[no-untyped-call]
