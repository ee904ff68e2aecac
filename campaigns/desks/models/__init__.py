from campaigns.desks.models.desk import Desk
from campaigns.desks.models.rows import DeskDay, DeskHours
from campaigns.desks.models.tags import TopicTag

__all__ = ["Desk", "DeskDay", "DeskHours", "TopicTag"]
