"""Asking somebody in by e-mail."""

from campaigns.members.letters import post
from campaigns.members.models import Invitation, Membership, Organisation
from campaigns.members.models.joining import VALID_FOR

#: How long an invitation can be used, in hours, as letters say it.
HOURS = int(VALID_FOR.total_seconds() // 3600)


def invite(organisation: Organisation, email: str, role: str = Membership.Role.MEMBER) -> Invitation:
    """Issue an invitation and send it. An earlier one to the same address ends."""
    invitation, token = Invitation.objects.issue(organisation, email, role)
    context = {"organisation": organisation, "invitation": invitation, "token": token, "hours": HOURS}
    post("invitation", invitation.email, context)
    return invitation
