"""Which way readings are counted: SCAN_COUNTING."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import Error

from campaigns.links.lookup import Way
from campaigns.links.outage import outage
from campaigns.links.scans import count_scan
from campaigns.links.spool import spool

logger = logging.getLogger(__name__)


def in_database(code: str, way: Way | None) -> bool:
    """Count at once; not while the database does not answer."""
    if way is None or outage.lasts():
        return False
    try:
        count_scan(way)
    except Error as error:
        outage.noticed(error)
        logger.exception("a reading was not counted in the database")
        return False
    return True


def in_spool(code: str, way: Way | None) -> bool:
    """Keep it for the next roll-up."""
    try:
        spool.write(code)
    except OSError:
        logger.exception("a reading was not written to the spool")
        return False
    return True


#: What is tried, in this order, until one has it. `off` is there to measure against.
MODES: dict[str, tuple[Callable[[str, Way | None], bool], ...]] = {
    "direct": (in_database, in_spool),
    "spool": (in_spool, in_database),
    "off": (),
}


def count(code: str, way: Way | None = None) -> None:
    """Count one reading of a code; without its way, as the database does not answer, by the spool alone.

    Returns when the reading is safe from kill -9. A failure to count never keeps anybody from the page.
    """
    modes = MODES[settings.SCAN_COUNTING]
    if modes and not any(mode(code, way) for mode in modes):
        logger.error("a reading was lost")
