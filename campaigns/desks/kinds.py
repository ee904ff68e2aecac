"""How a desk is reached, in words that residents read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    PHONE = "phone", _("By telephone")
    CHAT = "chat", _("Chat")
    COUNTER = "counter", _("Counter")
