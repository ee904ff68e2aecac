"""The event's form in the editor: what is missing before anybody may read it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from campaigns.page_form import PageForm
from home.events.kinds import Attendance, SignUp


class EventForm(PageForm):
    """A draft may lack what is not known yet; what is published says where it is and how to sign up."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not self.is_deferred_validation:
            if data.get("attendance") != Attendance.ONLINE and not data.get("place"):
                self.add_error("place", _("Say where it is, or choose “Online”."))
            ways = ("sign_up_link", "sign_up_phone", "sign_up_mail", "sign_up_note")
            if data.get("sign_up") == SignUp.NEEDED and not any(data.get(way) for way in ways):
                words = _("Say where to sign up: a form, a telephone number, an e-mail address or in words.")
                self.add_error("sign_up", words)
        return data
