"""How long what people wrote about themselves is kept."""

from datetime import timedelta

from django.utils import timezone

from campaigns.members.models import Application, Invitation

#: After an answer, and after an invitation was used or ran out.
KEPT_FOR = timedelta(days=180)


def forget() -> None:
    """Clear answered applications of contact data, keeping the answer; and delete invitations long over."""
    before = timezone.now() - KEPT_FOR
    answered = Application.objects.exclude(state=Application.State.WAITING).filter(decided_at__lt=before)
    answered.exclude(email="").update(contact_name="", email="", phone="", message="")
    Invitation.objects.filter(expires_at__lt=before).delete()
