"""Who may run scripts where, and the second factor of staff."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from csp.constants import SELF, UNSAFE_INLINE
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language_from_path

from campaigns.members.staff import works_for_network

Handler = Callable[[HttpRequest], HttpResponse]

#: Wagtail's date choosers and icons need these; nothing outside the admin gets them.
ADMIN_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}


class AdminContentSecurityPolicy:
    """Replace the public policy's directives under the admin, where Wagtail writes inline scripts."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # The editor's preview is served through a request of the page's own address, marked by Wagtail.
        if request.path.startswith(reverse("wagtailadmin_home")) or getattr(request, "is_preview", False):
            response._csp_replace = ADMIN_POLICY  # type: ignore[attr-defined]  # django-csp's own hook
        return response


class ReferrerWithinForms:
    """Residents' pages tell nobody where one comes from; pages with forms must tell this site itself.

    Under `no-referrer` browsers send `Origin: null` with a form, which the CSRF check refuses.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        sections = [
            reverse("wagtailadmin_home"),
            reverse("account_login").removesuffix("login/"),
            reverse("kits:start"),
            reverse("members:join"),
            reverse("members:invitation", args=["x"]).removesuffix("x/"),
            reverse("members:overview", args=["x"]).removesuffix("x/"),
        ]
        self.sections = tuple("/" + section.removeprefix(get_script_prefix()) for section in sections)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        language = get_language_from_path(request.path_info)
        path = request.path_info.removeprefix(f"/{language}") if language else request.path_info
        if path.startswith(self.sections):
            response.headers.setdefault("Referrer-Policy", "same-origin")
        return response


class StaffSecondFactor:
    """Where STAFF_MFA_REQUIRED is on, staff set up a second factor before they see the admin."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.STAFF_MFA_REQUIRED and needs_second_factor(request) and not is_mfa_enabled(request.user):
            return redirect("mfa_index")
        return self.get_response(request)


def needs_second_factor(request: HttpRequest) -> bool:
    """Whether somebody enters the admin, or as the network's staff the area of any organisation.

    Who it is, is asked there alone: what has looked into a session is for one person.
    """
    if request.path.startswith(reverse("wagtailadmin_home")):
        return request.user.is_authenticated
    members = (reverse("members:overview", args=["x"]).removesuffix("x/"), reverse("kits:start"))
    return (
        request.path.startswith(members) and request.user.is_authenticated and works_for_network(request.user)
    )
