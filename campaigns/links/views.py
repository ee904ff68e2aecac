import logging

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from campaigns.links import address, offline
from campaigns.links.codes import EXAMPLE, MOST_TYPED, UnreadableCode, is_sound, normal
from campaigns.links.counting import count
from campaigns.links.languages import chosen
from campaigns.links.lookup import way_of
from campaigns.links.outage import outage
from campaigns.members.staff import works_for_network

logger = logging.getLogger(__name__)


@never_cache
@require_safe
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """A code on paper: count the reading and lead to its page; an unknown code gets a calm page with desks."""
    try:
        return followed(request, code)
    except Error as error:
        return without_database(request, error)


@never_cache
@require_safe
def type_in(request: HttpRequest) -> HttpResponse:
    """A page with one field, for those who type the code from paper."""
    typed = request.GET.get("code", "").strip()
    try:
        if not typed:
            return page(request, "links/type_in.html", {})
        return followed(request, typed)
    except Error as error:
        return without_database(request, error)


def followed(request: HttpRequest, typed: str) -> HttpResponse:
    try:
        code = normal(typed)
    except UnreadableCode as error:
        return unknown(request, typed, letters=error.letters)
    way = way_of(code)
    if way is None:
        return unknown(request, typed)
    if offline.is_reading(request) and not works_for_network(request.user):
        # Nothing behind this asks the database, so a reading is never counted and then answered as a failure.
        count(code, way)
    return offline.leading(request, way.destination)


def without_database(request: HttpRequest, error: Error) -> HttpResponse:
    """The database failed before the reading was counted."""
    outage.noticed(error)
    logger.error("a code was answered without the database: %s", error)
    return offline.answer(request)


def unknown(request: HttpRequest, typed: str, letters: list[str] | None = None) -> HttpResponse:
    """What to do when a code is not known; nothing here tells which codes exist."""
    speak(request)
    context: dict[str, object] = {"typed": typed[:MOST_TYPED], "problem": problem(typed, letters)}
    return page(request, "links/unknown.html", context, status=404)


def speak(request: HttpRequest) -> None:
    """From here on in the reader's language, as their browser says: addresses of codes name none."""
    languages = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    language = chosen(request.headers.get("Accept-Language", ""), (settings.LANGUAGE_CODE, *languages))
    translation.activate(language)
    request.LANGUAGE_CODE = language  # as the middleware does for addresses that name one


def page(request: HttpRequest, template: str, context: dict[str, object], status: int = 200) -> HttpResponse:
    speak(request)
    response = render(request, template, {**form_context(), **context}, status=status)
    patch_vary_headers(response, ["Accept-Language"])
    return response


def form_context() -> dict[str, object]:
    """What the page to type a code shows: an address as on paper."""
    return {
        "host": address.host(),
        "example": EXAMPLE,
        "most_typed": MOST_TYPED,
    }


def problem(typed: str, letters: list[str] | None) -> str:
    """One sentence on what may be wrong with the typed code."""
    if letters:
        return _("These letters never occur in our codes: %(letters)s") % {"letters": " ".join(letters[:8])}
    if not is_sound(normal(typed)):
        return _("A letter seems to be missing or mistaken. Our codes have seven letters and digits.")
    return _("We do not know this code.")
