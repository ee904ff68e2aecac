"""A door for a site that is mounted below a path: whoever stands in front hands on the whole path."""

from collections.abc import Callable, Iterable
from typing import Any

Environ = dict[str, Any]
Application = Callable[[Environ, Any], Iterable[bytes]]


def inside(environ: Environ, path: str) -> Environ:
    """The same request with what is below `path` (such as /tsunagari) in PATH_INFO, taken away exactly once.

    Whatever is asked elsewhere stays as it is: a host for codes has them at its root.
    """
    asked = str(environ.get("PATH_INFO", ""))
    if not path or (asked != path and not asked.startswith(f"{path}/")):
        return environ
    return {**environ, "PATH_INFO": asked.removeprefix(path) or "/"}


def mounted(application: Application, path: str | None) -> Application:
    """The application below a path; itself at the root of a host."""
    if not path:
        return application
    return lambda environ, start_response: application(inside(environ, path), start_response)
