from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from campaigns.desks.models import Desk
from campaigns.links.codes import ALPHABET, UnreadableCode, is_sound, normal
from campaigns.links.models import ShortLink
from campaigns.links.resolution import destination
from campaigns.links.scans import count_scan
from campaigns.members.staff import works_for_network


@never_cache
@require_safe
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """A code on paper: count the reading and lead to its page; an unknown code gets a calm page with desks."""
    try:
        link = ShortLink.objects.select_related("target", "campaign").get(code=normal(code.rstrip("/")))
    except UnreadableCode as error:
        return unknown(request, code, letters=error.letters)
    except ShortLink.DoesNotExist:
        return unknown(request, code)
    if request.method == "GET" and not works_for_network(request.user):
        count_scan(link)
    page = destination(link)
    return HttpResponseRedirect(page.get_url(request) if page else "/")


@never_cache
@require_safe
def type_in(request: HttpRequest) -> HttpResponse:
    """A page with one field, for those who type the code from paper."""
    typed = request.GET.get("code", "").strip()
    if not typed:
        return render(request, "links/type_in.html", {"desks": Desk.objects.all()[:3]})
    return follow(request, typed[:40])


def unknown(request: HttpRequest, typed: str, letters: list[str] | None = None) -> HttpResponse:
    """What to do when a code is not known; nothing here tells which codes exist."""
    context = {
        "typed": typed[:20],
        "problem": problem(typed, letters),
        "alphabet": " ".join(ALPHABET),
        "desks": Desk.objects.filter(locale__language_code="ja")[:3],
    }
    return render(request, "links/unknown.html", context, status=404)


def problem(typed: str, letters: list[str] | None) -> str:
    """One sentence on what may be wrong with the typed code."""
    if letters:
        return _("These letters never occur in our codes: %(letters)s") % {"letters": " ".join(letters[:8])}
    if not is_sound(normal(typed)):
        return _("A letter seems to be missing or mistaken. Our codes have seven letters and digits.")
    return _("We do not know this code.")
