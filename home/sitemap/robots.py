"""What search engines need not ask for: what wants a login, what is somebody's own, and codes."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils import translation

from campaigns.languages.addresses import in_address


def rules() -> Iterator[str]:
    """Lines of robots.txt; they hide nothing and protect nothing."""
    for path in dict.fromkeys([*in_one_place(), *in_every_language()]):
        yield f"Disallow: {path}"


def in_one_place() -> Iterator[str]:
    """Where there is no language in front. A code leads on, and where to has an address of its own."""
    root = get_script_prefix()
    yield reverse("wagtailadmin_home")
    yield from (f"{root}q/", f"{root}Q/")


def in_every_language() -> Iterator[str]:
    """The member area, the login, answers to what somebody has typed."""
    with translation.override(settings.LANGUAGE_CODE):
        paths = [
            reverse("members:overview", args=["x"]).removesuffix("x/"),
            reverse("members:invitation", args=["x"]).removesuffix("x/"),
            reverse("account_login").removesuffix("login/"),
            reverse("kits:start"),
            reverse("search:search"),
            reverse("selfcheck_answers", args=[1]).removesuffix("1/"),
        ]
    for path in paths:
        yield from (in_address(path, code) for code, _name in settings.LANGUAGES)
