"""Parts of a download, as browsers and download managers ask for them (RFC 9110)."""

from collections.abc import Iterator

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory

from campaigns.kits.models import KitDownload
from campaigns.kits.ranges import Download, begins, response
from campaigns.kits.segments import Segment, constant, stretch
from campaigns.models import CampaignPage
from tests.kits.answers import sent

DATA = bytes(range(256)) * 4
KIT, POSTER = "/kit/takasaki/kit.zip", "/kit/takasaki/poster-a4-office.pdf"


def download() -> Download:
    return Download("abc", "kit.zip", "application/zip", [constant(DATA[:300]), constant(DATA[300:])])


def request(method: str = "GET", **headers: str) -> HttpRequest:
    return RequestFactory().generic(
        method, "/", headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


def test_it_works() -> None:
    answer = response(request(), download())
    assert (answer.status_code, sent(answer)) == (200, DATA)
    assert (answer["Content-Length"], answer["Accept-Ranges"], answer["ETag"]) == ("1024", "bytes", '"abc"')
    assert "Content-Range" not in answer


@pytest.mark.parametrize(
    ("wanted", "start", "stop"),
    [
        ("bytes=0-0", 0, 1), ("bytes=0-", 0, 1024), ("bytes=298-301", 298, 302), ("bytes=1000-9999", 1000, 1024),
        ("bytes=-24", 1000, 1024), ("bytes=-9999", 0, 1024), ("bytes=1023-", 1023, 1024),
    ],
)  # fmt: skip
def test_one_stretch_is_sent(wanted: str, start: int, stop: int) -> None:
    answer = response(request(Range=wanted), download())
    assert (answer.status_code, sent(answer)) == (206, DATA[start:stop])
    assert answer["Content-Range"] == f"bytes {start}-{stop - 1}/1024"
    assert answer["Content-Length"] == str(stop - start)


@pytest.mark.parametrize(
    "wanted", ["bytes=0-1,5-6", "bytes=5-2", "bytes=-", "bytes=a-b", "lines=0-1", "bytes=1", "bytes=１-２"]
)
def test_what_is_not_one_stretch_is_answered_with_the_whole(wanted: str) -> None:
    headers = {"Range": wanted} if wanted.isascii() else {}
    answer = response(request(**headers), download())
    assert (answer.status_code, sent(answer)) == (200, DATA)


@pytest.mark.parametrize("wanted", ["bytes=1024-", "bytes=5000-6000", "bytes=-0"])
def test_a_stretch_behind_the_end_is_refused_with_the_length(wanted: str) -> None:
    answer = response(request(Range=wanted), download())
    assert (answer.status_code, answer["Content-Range"]) == (416, "bytes */1024")


@pytest.mark.parametrize(
    ("condition", "status"),
    [('"abc"', 206), ('"other"', 200), ('W/"abc"', 200), ("Tue, 24 Nov 2026 00:00:00 GMT", 200)],
)
def test_only_the_same_file_is_continued(condition: str, status: int) -> None:
    answer = response(request(Range="bytes=10-", If_Range=condition), download())
    assert answer.status_code == status
    assert sent(answer) == DATA[10 if status == 206 else 0 :]


def test_only_the_parts_in_the_stretch_are_made() -> None:
    def unmade() -> tuple[bytes, ...]:
        raise AssertionError("made although nobody asked for it")

    segments = [Segment(100, unmade), constant(b"wanted"), Segment(100, unmade)]
    answer = response(request(Range="bytes=100-105"), Download("abc", "x", "application/pdf", segments))
    assert sent(answer) == b"wanted"


@pytest.mark.parametrize("headers", [{}, {"Range": "bytes=0-9"}])
def test_asking_for_the_size_makes_nothing(headers: dict[str, str]) -> None:
    answer = response(request("HEAD", **headers), download())
    assert (answer.status_code, answer["Content-Length"], sent(answer)) == (200, "1024", b"")


@pytest.mark.parametrize(
    ("method", "wanted", "expected"),
    [
        ("GET", "", True), ("GET", "bytes=0-99", True), ("GET", "bytes=100-", False), ("GET", "bytes=-5", False),
        ("GET", "bytes=2000-", False), ("HEAD", "", False), ("HEAD", "bytes=0-", False),
    ],
)  # fmt: skip
def test_a_file_is_taken_when_its_first_byte_is(method: str, wanted: str, expected: bool) -> None:
    headers = {"Range": wanted} if wanted else {}
    assert begins(request(method, **headers), download()) is expected


@pytest.mark.parametrize("address", [KIT, POSTER])
def test_a_download_that_broke_off_is_continued(
    address: str, campaign: CampaignPage, member_client: Client
) -> None:
    first = member_client.get(address)
    data = sent(first)
    rest = member_client.get(address, headers={"Range": "bytes=5000-", "If-Range": first["ETag"]})
    assert (rest.status_code, sent(rest)) == (206, data[5000:])
    assert KitDownload.objects.count() == 1, "continuing is not taking it again"


def test_whoever_stops_reading_lets_go_of_the_file() -> None:
    let_go = []

    def chunks() -> Iterator[bytes]:
        try:
            yield from (b"a" * 10, b"b" * 10)
        finally:
            let_go.append(True)

    pieces = stretch([Segment(20, chunks)], 0, 20)
    assert next(pieces) == b"a" * 10
    pieces.close()
    assert let_go


def test_nobody_packs_it_again_on_the_way(campaign: CampaignPage, member_client: Client) -> None:
    answer = member_client.get(KIT, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer
    assert "no-transform" in answer["Cache-Control"]
    assert int(answer["Content-Length"]) == len(sent(answer))
