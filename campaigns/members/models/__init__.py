"""Users, organisations and who belongs to which. No page model may live in this app (Wagtail would import in a circle)."""

from campaigns.members.models.converted_logo import ConvertedLogo
from campaigns.members.models.joining import Application, Invitation
from campaigns.members.models.organisation import Membership, Organisation, private_storage
from campaigns.members.models.user import User, UserManager

__all__ = [
    "Application", "ConvertedLogo", "Invitation", "Membership", "Organisation", "User", "UserManager",
    "private_storage",
]  # fmt: skip
