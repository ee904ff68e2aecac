"""Votes in the admin: opening and closing, who voted for what at any time, and the decision."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.permission_policies.pages import PagePermissionPolicy

from campaigns.members.admin.menu import PermittedViewSet
from campaigns.members.admin.page import AdminPage
from campaigns.members.models import Organisation
from campaigns.members.spreadsheets import csv_answer
from campaigns.models import CampaignPage, Catchphrase
from campaigns.voting.ballots import result
from campaigns.voting.opening import NotPossible, close_vote, decide, open_vote

Voting = CampaignPage.Voting

#: Whoever may publish campaigns opens votes on them and reads who voted for what.
policy = PagePermissionPolicy(CampaignPage)


class PhraseField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Catchphrase) -> str:
        return f"{obj.label} {obj}".strip()


class DecisionForm(forms.Form):
    """What was chosen, when and why: members read it."""

    phrase = PhraseField(
        Catchphrase.objects.none(), label=gettext_lazy("Chosen phrase"), empty_label=None,
        widget=forms.RadioSelect,
    )  # fmt: skip
    decided_on = forms.DateField(
        label=gettext_lazy("Decided on"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=200,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Members read it beside the result. At most 200 letters."),
    )

    def __init__(self, campaign: CampaignPage, data: Any = None) -> None:
        chosen = campaign.chosen
        known = {"phrase": chosen, "decided_on": chosen.decided_on, "reason": chosen.reason} if chosen else {}
        super().__init__(data, initial={"decided_on": timezone.localdate()} | known)
        field = self.fields["phrase"]
        assert isinstance(field, PhraseField)
        field.queryset = Catchphrase.objects.filter(campaign=campaign).order_by("label")


class VoteListView(AdminPage):
    """Every campaign with how its vote stands, the newest first."""

    template_name = "voting/admin/votes.html"
    page_title = gettext_lazy("Votes")
    header_icon = "tick-inverse"
    permission_policy = policy
    permission_required = "publish"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        found = CampaignPage.objects.annotate(cast=Count("votes")).order_by("-starts", "-pk")
        context["campaigns"] = found.select_related("locale")
        return context


class VoteView(AdminPage):
    """One campaign's vote: what can be done now with what that does, and who voted for what."""

    template_name = "voting/admin/vote.html"
    header_icon = "tick-inverse"
    permission_policy = policy
    permission_required = "publish"

    @cached_property
    def campaign(self) -> CampaignPage:
        return campaign_for(self.request, self.kwargs["pk"])

    def get_page_title(self) -> str:
        return _("Vote: %(campaign)s") % {"campaign": self.campaign.draft_title}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        listing = {"url": reverse("votes:index"), "label": _("Votes")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.campaign.draft_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        campaign = self.campaign
        cast = list(campaign.votes.select_related("organisation__area", "catchphrase"))
        members = Organisation.objects.filter(is_approved=True).count()
        return {
            "decision_form": DecisionForm(campaign),
            **context,
            "campaign": campaign,
            "cast": cast,
            "result": result(campaign, [vote for vote in cast if vote.organisation.is_approved], members),
            "letters": Organisation.objects.filter(is_approved=True).count(),
            "may_open": campaign.voting != Voting.OPEN and not campaign.live and not is_decided(campaign),
            "may_decide": campaign.voting == Voting.CLOSED and not campaign.live,
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        acts = {"open": self.opened, "close": self.closed, "decide": self.decided}
        act = acts.get(request.POST.get("act", ""))
        if act is None:
            return redirect("votes:vote", pk)
        try:
            return act(request)
        except NotPossible as reason:
            messages.error(request, str(reason))
            return redirect("votes:vote", pk)

    def opened(self, request: HttpRequest) -> HttpResponse:
        letters = open_vote(self.campaign, request.user)
        said = _("The vote is open. Letters on their way to administrators: %(number)s.")
        messages.success(request, said % {"number": letters})
        return redirect("votes:vote", self.campaign.pk)

    def closed(self, request: HttpRequest) -> HttpResponse:
        close_vote(self.campaign, request.user)
        messages.success(request, _("The vote is closed. Members see the result now."))
        return redirect("votes:vote", self.campaign.pk)

    def decided(self, request: HttpRequest) -> HttpResponse:
        form = DecisionForm(self.campaign, request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(decision_form=form))
        said = form.cleaned_data
        decide(self.campaign, said["phrase"], said["decided_on"], said["reason"], request.user)
        messages.success(request, _("The decision is recorded. Members see it beside the result."))
        return redirect("votes:vote", self.campaign.pk)


def is_decided(campaign: CampaignPage) -> bool:
    """Whether the vote has led to a decision, after which it is not opened again."""
    return campaign.voting == Voting.CLOSED and campaign.chosen is not None


def campaign_for(request: HttpRequest, pk: int) -> CampaignPage:
    """The campaign, if the person may publish it."""
    campaign = get_object_or_404(CampaignPage.objects.select_related("locale"), pk=pk)
    if not policy.user_has_permission_for_instance(request.user, "publish", campaign):
        raise PermissionDenied
    return campaign


@require_safe
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """Who voted for what, for a spreadsheet."""
    campaign = campaign_for(request, pk)
    head = [_("Organisation"), _("Candidate"), _("Catchphrase"), _("Comment"), _("Last changed")]
    cast = campaign.votes.select_related("organisation", "catchphrase").order_by("organisation__name")
    rows = [
        [
            vote.organisation.name,
            vote.catchphrase.label,
            str(vote.catchphrase),
            vote.comment,
            f"{timezone.localtime(vote.changed_at):%Y-%m-%d %H:%M}",
        ]
        for vote in cast
    ]
    return csv_answer(f"vote-{campaign.pk}.csv", [head, *rows])


class VoteViewSet(PermittedViewSet):
    name = "votes"
    url_prefix = "votes"
    icon = "tick-inverse"
    menu_label = gettext_lazy("Votes")

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", VoteListView.as_view(), name="index"),
            path("<int:pk>/", VoteView.as_view(), name="vote"),
            path("<int:pk>/votes.csv", table, name="table"),
        ]

    def may_see(self, request: HttpRequest) -> bool:
        return bool(policy.user_has_permission(request.user, "publish"))
