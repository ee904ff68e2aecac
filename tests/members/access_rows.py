from collections.abc import Callable
from typing import Any

from campaigns.members.directory.listing import version_of
from campaigns.members.models import Invitation, Membership, Organisation
from tests import factories
from tests.access.rows import LOGIN, PUBLIC, Row
from tests.factories import picture

#: Addresses that answer a POST of the organisation's administrators, and of staff, with a redirect.
ACTS = (LOGIN, 302, 404, 302)


def with_person(organisation: Organisation) -> dict[str, Any]:
    return {"slug": organisation.slug, "pk": factories.MembershipFactory(organisation=organisation).pk}


def with_invitation(organisation: Organisation) -> dict[str, Any]:
    invitation, _token = Invitation.objects.issue(organisation, "new@example.jp")
    return {"slug": organisation.slug, "pk": invitation.pk}


def with_token(organisation: Organisation) -> dict[str, Any]:
    _invitation, token = Invitation.objects.issue(organisation, "new@example.jp")
    return {"token": token}


ROWS: list[Row] = [
    Row("members:people"),
    Row("members:change_role", with_person),
    Row("members:change_role", with_person, ACTS, post=True, data={"role": Membership.Role.ADMINISTRATOR}),
    Row("members:remove_person", with_person),
    Row("members:remove_person", with_person, ACTS, post=True),
    Row("members:invite_again", with_invitation, ACTS, post=True),
    Row("members:withdraw", with_invitation, ACTS, post=True),
    # Staff belong to no organisation: they have nothing to leave or to hand over.
    Row("members:leave", expected=(LOGIN, 200, 404, 404)),
    Row("members:hand_over", expected=(LOGIN, 200, 404, 404)),
    # Who has the link has the letter.
    Row("members:invitation", with_token, PUBLIC),
]


def with_logo(organisation: Organisation) -> dict[str, str]:
    organisation.set_logo(picture())
    organisation.save()
    return {"slug": organisation.slug}


def logo_in(ink: str) -> Callable[[Organisation], dict[str, str]]:
    return lambda organisation: {**with_logo(organisation), "ink": ink}


def public_logo(organisation: Organisation) -> dict[str, str]:
    return {**with_logo(organisation), "version": version_of(organisation)}


ROWS += [
    Row("members:overview"),
    Row("members:profile"),
    Row("members:remove_logo", with_logo),
    Row("members:logo_picture", logo_in("colour")),
    Row("members:logo_picture", logo_in("black"), query="?waiting="),
    Row("members:public_logo", public_logo, PUBLIC),
]
