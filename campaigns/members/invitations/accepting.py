"""Taking up an invitation: whoever has the letter holds the address it was sent to."""

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction

from campaigns.members.models import Invitation, User
from campaigns.members.staff import works_for_network


def accept(invitation: Invitation) -> User | None:
    """The person who now belongs to the organisation; None when it was used meanwhile or the account is closed."""
    with transaction.atomic():
        user = person_of(invitation.email)
        if user.is_active and invitation.accept(user):
            return user
        transaction.set_rollback(True)
    return None


def person_of(email: str) -> User:
    """The user of that address, who can be sent codes from now on; made if there is none."""
    proved = EmailAddress.objects.filter(email__iexact=email, verified=True).select_related("user").first()
    if proved is not None:
        return proved.user
    # No password: members log in by a code.
    user, _made = User.objects.get_or_create(email=email, defaults={"password": make_password(None)})
    first = not EmailAddress.objects.filter(user=user, primary=True).exists()
    EmailAddress.objects.update_or_create(
        user=user,
        email=email,
        defaults={"verified": True},
        create_defaults={"verified": True, "primary": first},
    )
    return user


def may_enter_by_link(user: User) -> bool:
    """Whether a letter's link may log this person in; whoever works for the network needs more than a link."""
    return not (user.is_staff or user.is_superuser or works_for_network(user))
