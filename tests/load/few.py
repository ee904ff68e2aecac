"""The site's door with kits of three posters and a ticket, so that a quick run need not lay out everything."""

from cms.wsgi import application
from tests.kits.few_plates import few

few()

__all__ = ["application"]
