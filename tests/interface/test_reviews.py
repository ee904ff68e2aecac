"""Staff sign off what is said about distress in a language that they read."""

from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from campaigns.distress.models import TranslationReview
from home.interface.sentences import LANGUAGES, sentences
from tests.conftest import logged_in
from tests.factories import UserFactory

INDEX = reverse("translation_reviews:index")
VIETNAMESE = reverse("translation_reviews:sentences", args=["vi"])
SIGN_OFF = reverse("translation_reviews:sign_off", args=["vi"])
UNDO = reverse("translation_reviews:undo", args=["vi"])


def first_row(client: Client) -> str:
    return str(client.get(VIETNAMESE).context["rows"][0].digest)


def test_it_works(staff_client: Client) -> None:
    page = staff_client.get(INDEX)
    assert [each["code"] for each in page.context["languages"]] == list(LANGUAGES)
    assert {each["unread"] for each in page.context["languages"]} == {len(sentences())}
    html = staff_client.get(VIETNAMESE).content.decode()
    assert "だれかと話したくなったら" in html or "話したいとき" in html
    assert "Khi bạn muốn trò chuyện" in html


def test_signing_off_and_taking_back(staff_client: Client) -> None:
    digest = first_row(staff_client)
    answer = staff_client.post(SIGN_OFF, {"digest": digest, "reviewed_by": "speaker"}, follow=True)
    assert "確認済みにしました" in answer.content.decode()
    review = TranslationReview.objects.get()
    assert (review.language, review.digest, review.reviewed_by) == ("vi", digest, "speaker")
    unread = {each["code"]: each["unread"] for each in staff_client.get(INDEX).context["languages"]}
    assert unread["vi"] == unread["th"] - 1
    staff_client.post(UNDO, {"digest": digest})
    assert not TranslationReview.objects.exists()


def test_twice_is_once(staff_client: Client) -> None:
    digest = first_row(staff_client)
    for _time in range(2):
        staff_client.post(SIGN_OFF, {"digest": digest, "reviewed_by": "staff"})
    assert TranslationReview.objects.count() == 1


def test_what_has_changed_since_is_not_signed_off(staff_client: Client) -> None:
    answer = staff_client.post(SIGN_OFF, {"digest": "0" * 64, "reviewed_by": "speaker"}, follow=True)
    assert "この文は変わりました" in answer.content.decode()
    assert not TranslationReview.objects.exists()


def test_a_language_that_nobody_has_to_read_has_no_list(staff_client: Client) -> None:
    for code in ("ja", "en", "ja-x-easy", "xx"):
        assert staff_client.get(reverse("translation_reviews:sentences", args=[code])).status_code == 404


def test_only_those_who_may_sign_off_do(db: None) -> None:
    group = Group.objects.create(name="見る人")
    group.permissions.add(
        Permission.objects.get(codename="access_admin"),
        Permission.objects.get(codename="view_translationreview"),
    )
    person = UserFactory()
    person.groups.add(group)
    client = logged_in(person)
    assert 'name="digest"' not in client.get(VIETNAMESE).content.decode()
    assert client.post(SIGN_OFF, {"digest": "0" * 64, "reviewed_by": "speaker"}).status_code in (302, 403)
    assert not TranslationReview.objects.exists()


def test_it_is_not_for_members(member_client: Client) -> None:
    for address in (INDEX, VIETNAMESE):
        assert member_client.get(address).status_code == 302


def test_lists_cost_as_much_however_many_are_signed_off(
    staff_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for row in staff_client.get(VIETNAMESE).context["rows"]:
        TranslationReview.objects.create(language="vi", digest=row.digest)
    with django_assert_max_num_queries(14):
        staff_client.get(VIETNAMESE)
    with django_assert_max_num_queries(14):
        staff_client.get(INDEX)
