"""“Check now” for one code, and for those that a filter shows."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from campaigns.links.custody.admin.access import must_see
from campaigns.links.custody.admin.listing import RegisterView
from campaigns.links.custody.checking import MOST, Outcome, check
from campaigns.links.custody.models import CodeCheck, Result
from campaigns.links.custody.words import REASONS
from campaigns.links.models import ShortLink


@require_POST
def check_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the site for one code while somebody waits."""
    must_see(request)
    link = get_object_or_404(ShortLink.objects.only("pk"), pk=pk)
    outcome = check([link.pk])
    if outcome.silence:
        messages.error(request, silent(outcome))
    else:
        found = CodeCheck.objects.get(link=link)
        say = messages.success if found.result == Result.FINE else messages.warning
        reason = REASONS.get(found.reason, "")
        say(request, " ".join(filter(None, [str(found.get_result_display()) + "。", str(reason)])))
    return redirect("custody:code", pk=pk)


@require_POST
def check_many(request: HttpRequest) -> HttpResponse:
    """Ask for the codes that the list shows under the filters of the form's address."""
    must_see(request)
    asked = QueryDict(request.POST.get("query", ""))
    keys = shown(request, asked)
    if keys:
        tell(request, check(keys), len(keys))
    else:
        messages.info(request, _("The list is empty, so nothing was checked."))
    return redirect(f"{reverse('custody:index')}?{asked.urlencode()}")


def shown(request: HttpRequest, asked: QueryDict) -> list[int]:
    """The keys of the list's codes, those first that were not looked at for longest; all filters are the list's own."""
    view = RegisterView()
    request.GET = asked  # type: ignore[assignment]  # the list reads its filters here
    view.setup(request)
    links = view.get_queryset().order_by("checked", "pk")
    return list(links.values_list("pk", flat=True)[:MOST])


def tell(request: HttpRequest, outcome: Outcome, asked: int) -> None:
    if outcome.silence:
        messages.error(request, silent(outcome))
        return
    results = outcome.results
    said = _(
        "Checked: %(fine)s lead to their page, %(fallback)s lead elsewhere, %(failed)s lead nowhere."
    ) % {result: results[result] for result in Result.values}
    say = messages.warning if results[Result.FAILED] else messages.success
    if outcome.left:
        said += " " + ngettext(
            "%(left)s more is checked within the next minutes.",
            "%(left)s more are checked within the next minutes.",
            outcome.left,
        ) % {"left": outcome.left}
    say(request, said)


def silent(outcome: Outcome) -> str:
    reason = REASONS.get(outcome.silence, REASONS["connection"])
    return _("The site could not be asked from here, so nothing was checked. %(reason)s") % {"reason": reason}
