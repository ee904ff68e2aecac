"""Where a person who reads a language signs off what is said in it about distress."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.permission_policies import ModelPermissionPolicy

from campaigns.distress.models import TranslationReview
from campaigns.members.admin.menu import PermittedViewSet
from campaigns.members.admin.page import AdminPage
from home.interface.sentences import LANGUAGES, translated, unread

policy = ModelPermissionPolicy(TranslationReview)


def name_of(language: str) -> str:
    return str(get_language_info(language)["name_local"])


class RoleForm(forms.Form):
    """What makes the person able to judge; no name is kept."""

    reviewed_by = forms.ChoiceField(
        label=gettext_lazy("Who has read these sentences"), choices=TranslationReview.Role.choices
    )


class AnyReader(AdminPage):
    page_title = gettext_lazy("Translations to be read")
    header_icon = "globe"
    permission_policy = policy
    any_permission_required = ["view", "add"]


class LanguageListView(AnyReader):
    """Each language with how many sentences nobody has signed off yet. One query."""

    template_name = "interface/admin/languages.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        known: dict[str, set[str]] = {}
        for language, digest in TranslationReview.objects.values_list("language", "digest"):
            known.setdefault(language, set()).add(digest)
        context["languages"] = [
            {"code": code, "name": name_of(code), "unread": count} for code, count in unread(known).items()
        ]
        return context


class SentenceListView(AnyReader):
    """The sentences of one language beside the Japanese ones. One query."""

    template_name = "interface/admin/sentences.html"

    def get_page_subtitle(self) -> str:
        return name_of(self.kwargs["language"])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("translation_reviews:index"), "label": self.page_title}
        return [*self.breadcrumbs_items, above, {"url": "", "label": name_of(self.kwargs["language"])}]

    def get_context_data(self, language: str, **kwargs: Any) -> dict[str, Any]:  # type: ignore[override]
        if language not in LANGUAGES:
            raise Http404
        context: dict[str, Any] = super().get_context_data(**kwargs)
        reviews = {review.digest: review for review in TranslationReview.objects.filter(language=language)}
        context |= {
            "language": language,
            "rows": translated(language, reviews),
            "form": RoleForm(),
            "may_sign_off": policy.user_has_permission(self.request.user, "add"),
        }
        return context


@require_POST
def sign_off(request: HttpRequest, language: str) -> HttpResponse:
    """Sign off the sentence as it was shown. Another wording since then is still to be read."""
    row = asked_for(request, language)
    form = RoleForm(request.POST)
    if not row or not form.is_valid():
        messages.error(request, _("This sentence has changed. Please read it again."))
    else:
        TranslationReview.objects.get_or_create(
            language=language, digest=row, defaults={"reviewed_by": form.cleaned_data["reviewed_by"]}
        )
        messages.success(request, _("Thank you. The sentence is signed off."))
    return redirect("translation_reviews:sentences", language)


@require_POST
def undo(request: HttpRequest, language: str) -> HttpResponse:
    """Take it back: residents see the line with the multilingual desk again."""
    asked_for(request, language)
    TranslationReview.objects.filter(language=language, digest=request.POST.get("digest", "")).delete()
    messages.success(request, _("The sentence is to be read again."))
    return redirect("translation_reviews:sentences", language)


def asked_for(request: HttpRequest, language: str) -> str:
    """The digest of a sentence as it reads now; empty when it reads otherwise. For those who may sign off only."""
    if not policy.user_has_permission(request.user, "add"):
        raise PermissionDenied
    if language not in LANGUAGES:
        raise Http404
    asked = request.POST.get("digest", "")
    return asked if any(row.digest == asked for row in translated(language, {})) else ""


class TranslationReviewViewSet(PermittedViewSet):
    name = "translation_reviews"
    url_prefix = "translation-reviews"
    icon = "globe"
    menu_label = gettext_lazy("Translations to be read")
    menu_order = 240
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", LanguageListView.as_view(), name="index"),
            path("<str:language>/", SentenceListView.as_view(), name="sentences"),
            path("<str:language>/sign-off/", sign_off, name="sign_off"),
            path("<str:language>/undo/", undo, name="undo"),
        ]

    def may_see(self, request: HttpRequest) -> bool:
        return bool(policy.user_has_any_permission(request.user, ["view", "add"]))


def permissions() -> QuerySet[Permission]:
    """What a group of staff can be allowed to do with them."""
    names = [get_permission_codename(action, TranslationReview._meta) for action in ("view", "add")]
    return Permission.objects.filter(content_type__app_label="distress", codename__in=names)
