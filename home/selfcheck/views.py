"""Answers come in one request and leave with its response: no session, no cookie, no address, no line in a log."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from home.selfcheck.answering import answered
from home.selfcheck.models import SelfCheckPage


# Nothing is changed by a foreign form, and the check would need a cookie.
@csrf_exempt
@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: HttpRequest, pk: int) -> HttpResponse:
    """What everybody reads after the questions of that page. Whoever comes without answers is led to them."""
    page = SelfCheckPage.objects.live().public().filter(pk=pk).select_related("locale").first()
    if page is None:
        raise Http404
    if request.method != "POST":
        return redirect(page.get_url(request))
    context = page.get_context(request)
    context["answered"] = answered(request.POST.dict(), page.questions, page.answers)
    response = render(request, page.answers_template, context)
    patch_cache_control(response, no_store=True, private=True)
    return response
