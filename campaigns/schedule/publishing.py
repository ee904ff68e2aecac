"""Pages, places and all else that has a day on which it is to appear or to go."""

from django.core.management import call_command


def publish_scheduled() -> None:
    """Publish and expire what is due, as Wagtail's own command does."""
    call_command("publish_scheduled", verbosity=0)
