from home.events.models.event import EventPage
from home.events.models.index import EventIndexPage

__all__ = ["EventIndexPage", "EventPage"]
