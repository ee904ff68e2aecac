"""Staff answer an application once."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from campaigns.members.joining.deciding import AlreadyAnswered, approve, decline
from campaigns.members.joining.retention import forget
from campaigns.members.models import Application, Invitation, Membership, Organisation
from tests.conftest import logged_in
from tests.factories import AreaFactory, MembershipFactory, OrganisationFactory, UserFactory
from tests.members.conftest import letters

State = Application.State


def application(**fields: Any) -> Application:
    given = {
        "name": "見本の会", "reading": "みほんのかい", "area": AreaFactory(), "contact_name": "見本 花子",
        "email": "hanako@mihon.example.jp", "phone": "090-0000-0000", "message": "よろしくお願いします。",
    }  # fmt: skip
    return Application.objects.create(**given | fields)


def url(asked: Application) -> str:
    return reverse("application:edit", args=[asked.pk])


def approval(**fields: str) -> dict[str, str]:
    return {"answer": "approve", "approve-slug": "mihonnokai", "approve-sentence": "", **fields}


def again(asked: Application) -> Application:
    return Application.objects.get(pk=asked.pk)


def test_it_works(staff_client: Client, settings: Any) -> None:
    asked = application()
    page = staff_client.get(url(asked))
    assert "よろしくお願いします。" in page.content.decode()
    assert page.context["approval"]["slug"].value() == "mihonnokai"
    sent = approval(**{"approve-sentence": "お待ちしていました。"})
    assert staff_client.post(url(asked), sent)["Location"] == reverse("application:index")
    organisation = Organisation.objects.get()
    answered = again(asked)
    assert (organisation.name, organisation.slug) == ("見本の会", "mihonnokai")
    assert (answered.state, answered.organisation) == (State.APPROVED, organisation)
    assert (answered.answer, answered.decided_at is not None) == ("お待ちしていました。", True)
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.role) == (asked.email, Membership.Role.ADMINISTRATOR)
    (letter,) = letters()
    assert letter.to == asked.email
    assert "お待ちしていました。" in letter.body
    (link,) = letter.links
    token = link.rstrip("/").rpartition("/")[2]
    assert link.startswith(settings.PUBLIC_URL)
    assert Invitation.objects.open(token) == invitation


def test_the_applicants_telephone_does_not_go_onto_posters(staff_client: Client) -> None:
    staff_client.post(url(application()), approval())
    assert Organisation.objects.get().phone == ""


def test_the_sentence_may_be_left_out_of_an_approval(staff_client: Client) -> None:
    staff_client.post(url(application()), approval())
    assert "\n\n\n" not in letters()[0].body


@pytest.mark.parametrize(
    ("slug", "reason"), [("taken", "ほかの"), ("network", ""), ("", ""), ("見本", "")], ids=str
)
def test_a_name_in_addresses_that_cannot_be_used_is_refused(
    slug: str, reason: str, staff_client: Client
) -> None:
    OrganisationFactory(slug="taken")
    asked = application()
    sent = approval(**{"approve-slug": slug, "approve-sentence": "ようこそ"})
    form = staff_client.post(url(asked), sent).context["approval"]
    assert list(form.errors) == ["slug"]
    assert reason in form.errors["slug"][0]
    assert form["sentence"].value() == "ようこそ"
    assert again(asked).state == State.WAITING
    assert letters() == []


def test_declining_needs_a_sentence(staff_client: Client) -> None:
    asked = application()
    form = staff_client.post(url(asked), {"answer": "decline", "decline-sentence": " "}).context["refusal"]
    assert list(form.errors) == ["sentence"]
    assert again(asked).state == State.WAITING
    staff_client.post(url(asked), {"answer": "decline", "decline-sentence": "県内の団体が対象です。"})
    answered = again(asked)
    assert (answered.state, answered.answer) == (State.DECLINED, "県内の団体が対象です。")
    assert not Organisation.objects.exists()
    assert not Invitation.objects.exists()
    (letter,) = letters()
    assert "県内の団体が対象です。" in letter.body
    assert len(letter.links) == 1


def test_only_the_first_answer_counts(staff_client: Client) -> None:
    asked = application()
    seen_by_another = again(asked)
    decline(asked, "県内の団体が対象です。")
    with pytest.raises(AlreadyAnswered):
        approve(seen_by_another, "mihonnokai")
    assert not Organisation.objects.exists()
    response = staff_client.post(url(asked), approval())
    assert response["Location"] == url(asked)
    assert again(asked).answer == "県内の団体が対象です。"
    assert len(letters()) == 1
    page = staff_client.get(url(asked)).content.decode()
    assert 'value="approve"' not in page


def test_an_answer_is_in_the_admins_log(staff_client: Client) -> None:
    staff_client.post(url(application()), approval())
    assert set(ModelLogEntry.objects.values_list("action", flat=True)) == {
        "members.approve",
        "wagtail.create",
    }


def test_what_waits_comes_first(staff_client: Client) -> None:
    now = timezone.now()
    application(name="承認ずみ", state=State.APPROVED, decided_at=now)
    application(name="お断り", state=State.DECLINED, decided_at=now)
    application(name="待つ二", created_at=now)
    application(name="待つ一", created_at=now - timedelta(days=2))
    page = staff_client.get(reverse("application:index"))
    assert [row.name for row in page.context["object_list"]] == ["待つ一", "待つ二", "お断り", "承認ずみ"]
    filtered = staff_client.get(reverse("application:index"), {"state": "declined"})
    assert [row.name for row in filtered.context["object_list"]] == ["お断り"]


@pytest.mark.parametrize(
    "other",
    [{"name": "見本の会"}, {"reading": "みほんのかい"}, {"website": "https://www.mihon.example.jp/"}],
    ids=["name", "reading", "website"],
)
def test_possible_duplicates_are_shown(other: dict[str, str], staff_client: Client) -> None:
    member = OrganisationFactory(**other)
    OrganisationFactory(website="https://elsewhere.example.jp")
    assert list(staff_client.get(url(application())).context["similar"]) == [member]


def test_people_of_the_same_domain_are_duplicates_but_not_of_a_mail_provider(staff_client: Client) -> None:
    member = MembershipFactory(user=UserFactory(email="taro@mihon.example.jp")).organisation
    MembershipFactory(user=UserFactory(email="taro@gmail.com"))
    assert list(staff_client.get(url(application())).context["similar"]) == [member]
    assert not staff_client.get(url(application(email="h@gmail.com"))).context["similar"]


def test_spam_is_deleted_without_a_letter(staff_client: Client) -> None:
    asked = application()
    assert reverse("application:delete", args=[asked.pk]) in staff_client.get(url(asked)).content.decode()
    staff_client.post(reverse("application:delete", args=[asked.pk]))
    assert not Application.objects.exists()
    assert letters() == []


def test_members_and_editors_without_the_permission_do_not_see_applications(member_client: Client) -> None:
    asked = application()
    assert member_client.get(url(asked)).status_code == 302
    editor = UserFactory()
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    for address in (url(asked), reverse("application:index")):
        page = logged_in(editor).get(address)
        assert page.status_code == 302
    logged_in(editor).post(url(asked), approval())
    assert again(asked).state == State.WAITING


def test_contact_data_goes_after_180_days_and_the_answer_stays(db: None) -> None:
    long_ago = timezone.now() - timedelta(days=181)
    old = application(state=State.DECLINED, decided_at=long_ago, answer="県内の団体が対象です。")
    newer = application(state=State.APPROVED, decided_at=long_ago + timedelta(days=2))
    waiting = application(created_at=long_ago)
    forget()
    forgotten = again(old)
    assert (forgotten.contact_name, forgotten.email, forgotten.phone, forgotten.message) == ("", "", "", "")
    assert (forgotten.name, forgotten.answer, forgotten.decided_at) == (old.name, old.answer, long_ago)
    assert again(newer).email
    assert again(waiting).email


def test_a_cleared_application_can_still_be_looked_at(staff_client: Client) -> None:
    asked = application(state=State.DECLINED, decided_at=timezone.now(), email="", contact_name="")
    page = staff_client.get(url(asked))
    assert page.status_code == 200
    assert not re.search(r"mailto:", page.content.decode())
