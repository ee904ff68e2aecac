"""Who works for the network: whoever may enter the admin, by whatever group."""

from django.contrib.auth.models import AnonymousUser

from campaigns.members.models import User


def works_for_network(user: User | AnonymousUser) -> bool:
    return user.has_perm("wagtailadmin.access_admin")
