"""Applications in the admin: what waits, what was written, and the answer."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.db import IntegrityError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import IndexView, PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import LogActionRegistry
from wagtail.permission_policies import ModelPermissionPolicy

from campaigns.members.joining.deciding import AlreadyAnswered, approve, decline, similar
from campaigns.members.joining.slugs import free_slug
from campaigns.members.models import Application, Organisation
from campaigns.members.text import validate_slug_is_free


class ApprovalForm(forms.Form):
    """The name in addresses, and a sentence for the letter if there is something to say."""

    prefix = "approve"
    slug = forms.SlugField(
        label=gettext_lazy("Name in addresses"),
        max_length=60,
        validators=[validate_slug_is_free],
        help_text=gettext_lazy("Small letters, digits and hyphens, such as kamome-shokudo."),
    )
    sentence = forms.CharField(
        label=gettext_lazy("Sentence to the applicant (not required)"),
        max_length=400,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data["slug"]).lower()
        if Organisation.objects.filter(slug=slug).exists():
            raise forms.ValidationError(_("Another organisation has this name in addresses."), code="unique")
        return slug


class RefusalForm(forms.Form):
    """Why not: the applicant reads it."""

    prefix = "decline"
    sentence = forms.CharField(
        label=gettext_lazy("Sentence to the applicant"),
        max_length=400,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("It stands in the letter as you write it. Say why, and what would help."),
    )


class AnswerPolicy(ModelPermissionPolicy):
    """Nobody writes an application in the admin; whoever may change them answers, and may delete what is spam."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "add" and bool(super().user_has_permission(user, action))


class ApplicationList(IndexView):
    """What waits comes first, and of that the oldest, then what was answered last."""

    def order_queryset(self, queryset: QuerySet[Application]) -> QuerySet[Application]:
        if self.is_explicitly_ordered:
            ordered: QuerySet[Application] = super().order_queryset(queryset)
            return ordered
        # "waiting" is the last of the states by name.
        return queryset.order_by("-state", "-decided_at", "created_at")

    def get_base_queryset(self) -> QuerySet[Application]:
        found: QuerySet[Application] = super().get_base_queryset()
        return found.select_related("area__parent")


class AnswerView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """One application, members that may be the same, and the two answers."""

    template_name = "members/admin/application.html"
    header_icon = "mail"
    model: type[Application] | None = None
    permission_policy: AnswerPolicy | None = None
    permission_required = "change"
    index_url_name = edit_url_name = delete_url_name = ""

    @cached_property
    def application(self) -> Application:
        found = Application.objects.select_related("area__parent", "organisation")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return self.application.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        listing = {"url": reverse(self.index_url_name), "label": Application._meta.verbose_name_plural}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.application.name}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        application = self.application
        suggested = free_slug(application.name, application.reading)
        delete = get_permission_codename("delete", Application._meta)
        return {
            "approval": ApprovalForm(initial={"slug": suggested}),
            "refusal": RefusalForm(),
            **context,
            "application": application,
            "is_waiting": application.state == Application.State.WAITING,
            "similar": similar(application) if application.email else [],
            "delete_url": reverse(self.delete_url_name, args=[application.pk])
            if self.request.user.has_perm(f"members.{delete}")
            else "",
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        answers = {"approve": self.approved, "decline": self.declined}
        answer = answers.get(request.POST.get("answer", ""), self.unanswered)
        try:
            return answer(request)
        except AlreadyAnswered:
            messages.warning(request, _("Somebody has answered this application already."))
            return redirect(self.edit_url_name, pk)

    def approved(self, request: HttpRequest) -> HttpResponse:
        form = ApprovalForm(request.POST)
        if not form.is_valid():
            return self.again(approval=form)
        try:
            organisation = approve(self.application, **form.cleaned_data)
        except IntegrityError:
            form.add_error("slug", _("Another organisation has this name in addresses."))
            return self.again(approval=form)
        said = _("%(name)s is a member now. The invitation is on its way to %(email)s.")
        messages.success(request, said % {"name": organisation.name, "email": self.application.email})
        return redirect(self.index_url_name)

    def declined(self, request: HttpRequest) -> HttpResponse:
        form = RefusalForm(request.POST)
        if not form.is_valid():
            return self.again(refusal=form)
        decline(self.application, form.cleaned_data["sentence"])
        said = _("The application is declined. Your sentence is on its way to %(email)s.")
        messages.success(request, said % {"email": self.application.email})
        return redirect(self.index_url_name)

    def unanswered(self, request: HttpRequest) -> HttpResponse:
        return self.again()

    def again(self, **forms: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(**forms))


class ApplicationViewSet(ModelViewSet):
    """The list, one application, and deleting for what is spam."""

    model = Application
    icon = "mail"
    url_prefix = "applications"
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields = ("state",)
    index_view_class = ApplicationList
    edit_view_class = AnswerView
    list_display = ("name", "kind", "area", "state", "created_at")
    list_filter = ("state", "kind")
    search_fields = ("name", "reading", "email")

    @property
    def permission_policy(self) -> AnswerPolicy:
        return AnswerPolicy(Application)

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        # Only the views below exist.
        without = {"history_url_name": "", "usage_url_name": "", "add_url_name": ""}
        common: dict[str, Any] = super().get_common_view_kwargs(**without | kwargs)
        return common

    def get_edit_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return kwargs

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.edit_view, name="edit"),
            path("<int:pk>/delete/", self.delete_view, name="delete"),
        ]


def register_answers(actions: LogActionRegistry) -> None:
    """What the admin's log says of an answer."""
    actions.register_action(
        "members.approve", gettext_lazy("Approve"), gettext_lazy("Approved an application")
    )
    actions.register_action(
        "members.decline", gettext_lazy("Decline"), gettext_lazy("Declined an application")
    )
