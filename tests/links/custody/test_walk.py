"""The walk against a real server: how codes are found, in which order, and what is kept of it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Site

from campaigns.links.custody import checking, probing, walk
from campaigns.links.custody.alarms import alarms
from campaigns.links.custody.finding import KEPT
from campaigns.links.locks import alone
from campaigns.links.models import CheckChange, CodeCheck, HostSeen, ShortLink, Walk
from campaigns.models import Edition
from campaigns.schedule.chores import CHORES
from tests.factories import OrganisationFactory
from tests.links.custody.conftest import Codes


@pytest.fixture
def many(edition: Edition, codes: Codes) -> list[ShortLink]:
    """Sixty codes: more than are read at once."""
    links = ShortLink.objects.bulk_create(
        ShortLink(code=f"K{number:06}", campaign=edition.campaign, target=edition.campaign, edition=edition,
                  organisation=OrganisationFactory())
        for number in range(60)
    )  # fmt: skip
    return list(links)


def later(days: int) -> None:
    """Everything was so many days earlier."""
    ago = timedelta(days=days)
    for row in Walk.objects.all():
        Walk.objects.filter(pk=row.pk).update(
            started_at=row.started_at - ago, finished_at=row.finished_at and row.finished_at - ago
        )
    for check in CodeCheck.objects.exclude(checked_at=None):
        CodeCheck.objects.filter(pk=check.pk).update(checked_at=check.checked_at - ago)
    for host in HostSeen.objects.all():
        HostSeen.objects.filter(pk=host.pk).update(seen_at=host.seen_at - ago)


def found(link: ShortLink) -> tuple[str, str, str]:
    check = CodeCheck.objects.get(link=link)
    return check.result, check.reason, check.led_to


def test_it_works(codes: Codes, many: list[ShortLink]) -> None:
    walk.go_on()
    assert {found(link) for link in many} == {("fine", "", "/page/")}
    assert Walk.objects.get().finished_at is not None
    # By HEAD alone, each code once as it is printed, its page once for all of them.
    assert {method for method, _path in codes.asked} == {"HEAD"}
    assert sorted(codes.paths()) == sorted(["/q/", "/page/", *(f"/Q/{link.code}" for link in many)])
    assert alarms() == []


def test_the_chore_is_registered() -> None:
    assert CHORES["walk of codes"].run == walk.go_on


@pytest.mark.parametrize(
    ("answer", "page", "expected"),
    [
        ((404, ""), (200, ""), ("failed", "unknown_code", "")),
        ((500, ""), (200, ""), ("failed", "server_error", "")),
        ((200, ""), (200, ""), ("failed", "no_redirect", "")),
        ((302, ""), (200, ""), ("failed", "no_redirect", "")),
        ((302, "/page/"), (404, ""), ("failed", "page_missing", "/page/")),
        ((302, "/page/"), (410, ""), ("failed", "page_missing", "/page/")),
        ((302, "/page/"), (500, ""), ("failed", "page_error", "/page/")),
        ((302, "/page/"), (403, ""), ("failed", "page_error", "/page/")),
        ((302, "/page/?near=14101"), (200, ""), ("fine", "", "/page/")),
        ((302, "/page/"), (301, "/other/"), ("fine", "", "/page/")),
        ((302, "/page/"), (301, "/page/"), ("failed", "too_many_redirects", "/page/")),
        ((302, "/other/"), (200, ""), ("failed", "another_page", "/other/")),
        ((302, "http://elsewhere.example.jp/"), (200, ""), ("failed", "elsewhere", "http://elsewhere.example.jp/")),
    ],
)  # fmt: skip
def test_what_the_site_says_is_what_is_found(
    answer: Any, page: Any, expected: tuple[str, str, str], codes: Codes, link: ShortLink
) -> None:
    codes.answers |= {f"/Q/{link.code}": answer, "/page/": page, "/other/": (200, "")}
    walk.go_on()
    assert found(link) == expected


def test_a_page_that_was_changed_a_moment_ago_is_asked_for_again(codes: Codes, link: ShortLink) -> None:
    """Workers keep for some seconds what they have looked up."""
    later_answers = iter([(302, "/other/"), (302, "/page/")])
    real = codes.answer
    codes.answers["/other/"] = (200, "")
    codes.answer = lambda path: next(later_answers) if path.startswith("/Q/") else real(path)  # type: ignore[method-assign]
    walk.go_on()
    assert found(link) == ("fine", "", "/page/")


def test_the_host_of_another_site_of_ours_is_ours(codes: Codes, link: ShortLink) -> None:
    """What pages on it are, `destination` says; here it is only not somebody else's."""
    Site.objects.create(hostname="localhost", port=80, root_page=Site.objects.get().root_page)
    elsewhere = codes.url.replace("127.0.0.1", "localhost")
    codes.answers |= {f"/Q/{link.code}": (302, f"{elsewhere}/page/"), "/page/": (200, "")}
    walk.go_on()
    assert found(link) == ("failed", "another_page", f"{elsewhere}/page/")


def test_a_page_that_is_not_its_own_is_told_from_its_own(codes: Codes, link: ShortLink) -> None:
    ShortLink.objects.filter(pk=link.pk).update(target=None)
    walk.go_on()
    assert found(link) == ("fallback", "", "/page/")


@pytest.mark.parametrize("status", [500, 404], ids=["in trouble", "somebody else's"])
def test_a_silent_site_is_one_note_and_no_failures(status: int, codes: Codes, many: list[ShortLink]) -> None:
    codes.answers["/q/"] = (status, "")
    walk.go_on()
    assert codes.paths() == ["/q/"]
    assert not CodeCheck.objects.exists()
    assert [alarm.key.partition(":")[0] for alarm in alarms()] == ["silent"]
    # It is left alone for some minutes, then asked again.
    walk.go_on()
    assert codes.paths() == ["/q/"]
    codes.answers["/q/"] = (200, "")
    later(days=1)
    walk.go_on()
    assert CodeCheck.objects.count() == 60
    assert alarms() == []


def test_a_host_that_is_not_there_is_one_note(many: list[ShortLink], settings: Any) -> None:
    settings.PUBLIC_URL = "http://127.0.0.1:9"
    walk.go_on()
    assert not CodeCheck.objects.exists()
    assert HostSeen.objects.get().reason == "connection"


def test_a_site_that_falls_silent_on_the_way_leaves_the_rest(codes: Codes, many: list[ShortLink]) -> None:
    real = codes.answer

    def cut_off(path: str) -> tuple[int, str]:
        if sum(each.startswith("/Q/") for each in codes.paths()) > 30:
            raise ConnectionAbortedError
        return real(path)

    codes.answer = cut_off  # type: ignore[method-assign]
    codes.server.handle_error = lambda *_arguments: None  # type: ignore[method-assign,assignment]
    walk.go_on()
    assert CodeCheck.objects.count() == 30
    assert Walk.objects.get().finished_at is None


def test_one_code_that_is_cut_off_is_its_own_failure(codes: Codes, many: list[ShortLink]) -> None:
    real = codes.answer

    def cut_off(path: str) -> tuple[int, str]:
        if path == f"/Q/{many[3].code}":
            raise ConnectionAbortedError
        return real(path)

    codes.answer = cut_off  # type: ignore[method-assign]
    codes.server.handle_error = lambda *_arguments: None  # type: ignore[method-assign,assignment]
    walk.go_on()
    assert found(many[3]) == ("failed", "connection", "")
    assert CodeCheck.objects.filter(result="fine").count() == 59


def test_it_stops_when_its_time_is_over_and_goes_on_the_next_time(
    codes: Codes, many: list[ShortLink], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(10_000))
    monkeypatch.setattr(walk, "monotonic", lambda: float(next(clock)))
    walk.go_on()
    first = CodeCheck.objects.count()
    assert 0 < first < 60
    for _run in range(30):
        walk.go_on()
    assert CodeCheck.objects.count() == 60
    assert Walk.objects.get().finished_at is not None
    assert sum(path.startswith("/Q/") for path in codes.paths()) == 60


def test_a_week_lies_between_two_walks(codes: Codes, link: ShortLink) -> None:
    walk.go_on()
    later(days=6)
    walk.go_on()
    assert Walk.objects.count() == 1
    later(days=1)
    walk.go_on()
    assert Walk.objects.count() == 2
    assert codes.paths().count(f"/Q/{link.code}") == 2


def test_never_two_at_once(codes: Codes, link: ShortLink, settings: Any) -> None:
    with alone(settings.LINKS_DIR / "walk"):
        walk.go_on()
    assert codes.asked == []


def test_nothing_is_asked_while_there_is_no_code(codes: Codes, db: None) -> None:
    walk.go_on()
    assert codes.asked == []
    assert not Walk.objects.exists()


def test_what_somebody_asked_for_comes_first_and_between_walks(codes: Codes, many: list[ShortLink]) -> None:
    walk.go_on()
    codes.asked.clear()
    checking.want([many[55]])
    walk.go_on()
    assert codes.paths() == ["/q/", f"/Q/{many[55].code}", "/page/"]
    assert not CodeCheck.objects.get(link=many[55]).is_wanted


def test_its_history_has_a_line_for_each_change(codes: Codes, link: ShortLink) -> None:
    for status in (200, 200, 404, 404, 200):
        codes.answers["/page/"] = (status, "")
        checking.check([link.pk])
    assert [change.result for change in CheckChange.objects.filter(link=link)] == ["fine", "failed", "fine"]


def test_its_history_does_not_grow_for_ever(codes: Codes, link: ShortLink) -> None:
    for number in range(KEPT + 5):
        codes.answers["/page/"] = (200 if number % 2 else 404, "")
        checking.check([link.pk])
    assert CheckChange.objects.filter(link=link).count() == KEPT


def test_codes_of_a_host_of_their_own_are_asked_there(codes: Codes, link: ShortLink, settings: Any) -> None:
    settings.LINK_URL = codes.url
    settings.PUBLIC_URL = codes.url.replace("127.0.0.1", "localhost")
    codes.answers[f"/Q/{link.code}"] = (302, f"{settings.PUBLIC_URL}/page/")
    walk.go_on()
    assert found(link) == ("fine", "", "/page/")
    assert HostSeen.objects.count() == 2


def test_a_note_on_a_silent_host_keeps_since_when(db: None) -> None:
    probing.noted("http://testserver", "timeout")
    since = HostSeen.objects.get().since
    probing.noted("http://testserver", "connection")
    assert HostSeen.objects.get().since == since
    probing.noted("http://testserver", "")
    assert HostSeen.objects.get().since is None


def test_more_codes_take_no_more_queries_to_choose(
    many: list[ShortLink], django_assert_max_num_queries: Callable[..., DjangoAssertNumQueries]
) -> None:
    under_way = Walk.objects.create(started_at=timezone.now())
    with django_assert_max_num_queries(6):
        assert len(walk.due(under_way)) == 60
