"""Orders for tests, and what came out of them."""

import csv
import zipfile
from io import BytesIO, StringIO
from typing import Any

from campaigns.kits.models import Order
from campaigns.kits.orders.quantities import begin
from campaigns.models import Edition
from tests.kits.answers import sent


def order_in(edition: Edition, **wanted: int) -> Order:
    """An order in which every approved organisation gets so many copies: `poster_a2=20`."""
    order = Order(edition=edition)
    begin(order, {item.replace("_", "-"): copies for item, copies in wanted.items()})
    return order


def archive(response: Any) -> zipfile.ZipFile:
    """The ZIP of an answer, every byte of it checked."""
    assert response.status_code == 200
    found = zipfile.ZipFile(BytesIO(sent(response)))
    assert found.testzip() is None
    return found


def table_of(data: bytes) -> list[list[str]]:
    """A CSV as Excel would open it."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))
