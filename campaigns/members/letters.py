"""Letters to members: plain text with one link, queued, and sent and tried again by `manage.py tick`."""

import logging
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.utils import translation

from campaigns.whole_addresses import whole

logger = logging.getLogger(__name__)

#: Days for which the record of what was sent is kept for questions.
KEPT_DAYS = 30


def post(letter: str, to: str, context: dict[str, Any]) -> None:
    """Queue the letter of `letters/<letter>.txt`, whose first line is its subject, in the installation's language."""
    with translation.override(settings.LANGUAGE_CODE):
        text = render_to_string(f"letters/{letter}.txt", {**context, "site": whole("")})
    subject, _newline, body = text.strip().partition("\n")
    queue = get_connection("mailer.backend.DbBackend")
    EmailMessage(subject.strip(), body.strip() + "\n", to=[to], connection=queue).send()


def deliver() -> None:
    """Send what is queued."""
    from mailer.engine import send_all

    send_all()


def deliver_again() -> None:
    """Put what could not be sent back into the queue; give up what failed too often, and forget old records."""
    from mailer.models import PRIORITY_DEFERRED, RESULT_CODES, Message, MessageLog

    given_up = Message.objects.filter(
        priority=PRIORITY_DEFERRED, retry_count__gte=settings.MAILER_EMAIL_MAX_RETRIES
    )
    given_up.delete()
    Message.objects.retry_deferred()
    MessageLog.objects.purge_old_entries(KEPT_DAYS, [code for code, _name in RESULT_CODES])


def put_off(connection: Any, message: Any, error: Exception) -> tuple[None, str]:
    """What the queue does with a letter that could not be sent: whatever is wrong with it, the others go out."""
    from mailer.models import RESULT_FAILURE, MessageLog

    logger.warning("a letter could not be sent: %s", error)
    message.defer()
    MessageLog.objects.log(message, RESULT_FAILURE, log_message=str(error))
    return None, "deferred"
