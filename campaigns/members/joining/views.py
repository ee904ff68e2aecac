"""The public pages on which an organisation asks to join."""

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.members.joining.form import ApplicationForm
from campaigns.members.letters import post
from campaigns.members.limits import allows, connection_of
from campaigns.members.models import Application

HOUR, DAY = 60 * 60, 24 * 60 * 60
#: Applications from one connection in an hour, and letters that say so to one address in a day.
MOST_APPLICATIONS, MOST_LETTERS = 5, 2


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """The form; whoever sends it gets the same answer, known or not."""
    form = ApplicationForm(request.POST or None)
    if not form.is_valid():
        return render(request, "members/join.html", {"form": form})
    if not allows("apply", connection_of(request), MOST_APPLICATIONS, HOUR):
        form.add_error(
            None,
            _("Several applications have just come from your connection. Please send this one in an hour."),
        )
        return render(request, "members/join.html", {"form": form}, status=429)
    take(form.save(commit=False))
    return redirect("members:join_sent")


@require_safe
def join_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "members/join_sent.html")


@transaction.atomic
def take(application: Application) -> None:
    """Keep an application and tell both sides; one sent twice by a second press of the button is kept once."""
    fields = ("name", "reading", "kind", "area", "contact_name", "email", "phone", "website", "message")
    same = {field: getattr(application, field) for field in fields}
    if Application.objects.filter(state=Application.State.WAITING, **same).exists():
        return
    application.save()
    post("application_arrived", settings.OFFICE_EMAIL, {"application": application})
    # The applicant's letter repeats nothing that was typed: it would carry anybody's words to anybody's address.
    if allows("application letter", application.email, MOST_LETTERS, DAY):
        post("application_received", application.email, {})
