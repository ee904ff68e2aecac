"""A letter to the network's office on what somebody should look after: at most one a week, and only with news."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from campaigns.links.custody.alarms import KINDS, Alarm, alarms, on_hosts, watched
from campaigns.links.models import AlarmLetter, Walk
from campaigns.members.letters import post

EVERY = timedelta(days=7)


def tell_office() -> None:
    """Write when there is an alarm that the last letter has not told, a week or more after it."""
    last = AlarmLetter.objects.order_by("pk").last()
    with translation.override(settings.LANGUAGE_CODE):
        keys, found = told_keys(), alarms()
    forget(last, keys)
    if last is not None and last.sent_at > timezone.now() - EVERY:
        return
    if is_being_walked() and not any(key.startswith("silent:") for key in keys):
        # A walk that goes on will find the rest within minutes.
        return
    news = set(keys) - set(last.told if last is not None else [])
    if news:
        send(last, keys, found, len(news))


def forget(last: AlarmLetter | None, keys: list[str]) -> None:
    """What is over is not remembered as told: should it come back, it is news."""
    if last is not None and not set(last.told) <= set(keys):
        last.told = [key for key in last.told if key in set(keys)]
        AlarmLetter.objects.filter(pk=last.pk, sent_at=last.sent_at).update(told=last.told)


def is_being_walked() -> bool:
    return Walk.objects.filter(finished_at=None).exists()


def told_keys() -> list[str]:
    """What names every alarm there is: hosts' with how urgent they are, and each code with each of its alarms."""
    keys = [alarm.key for alarm in on_hosts()]
    links = watched()
    for kind in KINDS:
        keys += [f"{kind.key}:{code}" for code in links.filter(kind.on).values_list("code", flat=True)]
    return keys


@transaction.atomic
def send(last: AlarmLetter | None, keys: list[str], found: list[Alarm], news: int) -> None:
    """Queue the letter and remember what it tells, both or neither; of two that try, one does it."""
    if not claimed(last, timezone.now(), keys):
        return
    post("codes", settings.OFFICE_EMAIL, {"alarms": found, "news": news})


def claimed(last: AlarmLetter | None, now: datetime, keys: list[str]) -> bool:
    if last is None:
        AlarmLetter.objects.create(sent_at=now, told=keys)
        return True
    same = AlarmLetter.objects.filter(pk=last.pk, sent_at=last.sent_at)
    return bool(same.update(sent_at=now, told=keys))
