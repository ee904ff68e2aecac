from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedSignup(DefaultAccountAdapter):
    """Nobody signs up: members are invited, staff are created by staff."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
