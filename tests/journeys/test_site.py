"""Login, preview, public pages, settings and translations."""

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client, RequestFactory
from django.urls import reverse

from campaigns.members.models import Organisation, User
from campaigns.models import CampaignPage, Edition
from tests.journeys import network


def ask_for_code(client: Client, email: str):
    return client.post(reverse("account_request_login_code"), {"email": email})


def test_a_member_logs_in_with_a_mailed_code(campaign: CampaignPage, member: User, client: Client) -> None:
    assert ask_for_code(client, member.email).status_code == 302
    [message] = mail.outbox
    assert message.to == [member.email]
    code = re.search(r"^[0-9A-Z-]{4,}$", message.body, re.MULTILINE)[0]
    response = client.post(reverse("account_confirm_login_code"), {"code": code}, follow=True)
    assert response.redirect_chain[-1][0] == "/kit/takasaki/"


def test_a_wrong_code_is_refused(member: User, client: Client) -> None:
    ask_for_code(client, member.email)
    response = client.post(reverse("account_confirm_login_code"), {"code": "AAAA-AAAA"})
    assert "_auth_user_id" not in client.session
    assert response.status_code in (200, 302)


def test_an_unknown_address_gets_the_same_answer_and_no_mail(member: User, client: Client) -> None:
    known, unknown = ask_for_code(Client(), member.email), ask_for_code(client, "nobody@example.jp")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [message.to for message in mail.outbox] == [[member.email]]


def test_nobody_signs_up(campaign: CampaignPage, client: Client) -> None:
    client.post(reverse("account_signup"), {"email": "new@example.jp", "password1": "a-long-password"})
    assert not User.objects.filter(email="new@example.jp").exists()


def test_the_admin_has_no_login_of_its_own(client: Client, db: None) -> None:
    response = client.get("/admin/login/", {"next": "/admin/pages/"})
    assert response["Location"] == f"{reverse('account_login')}?next=%2Fadmin%2Fpages%2F"


def test_staff_set_up_a_second_factor_first(staff_client: Client, settings) -> None:
    network.home_page()
    assert staff_client.get("/admin/").status_code == 200
    settings.STAFF_MFA_REQUIRED = True
    assert staff_client.get("/admin/")["Location"] == reverse("mfa_index")


@pytest.mark.parametrize("path", ["/", "/mihon-0/", "/q/", "/q/2222222", "/nowhere/", "/en/"])
def test_public_pages_follow_nobody(path: str, campaign: CampaignPage, client: Client) -> None:
    response = client.get(path)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert response["Referrer-Policy"] == "no-referrer"
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    html = response.content.decode()
    assert re.findall(r'(?:src|srcset|href)="(?:https?:)?//(?!weather\.yahoo\.co\.jp)', html) == []
    assert "<script" not in html
    assert "style=" not in html


def test_the_campaign_page_says_what_is_on_paper(campaign: CampaignPage, client: Client) -> None:
    html = client.get(campaign.get_url()).content.decode()
    heading = re.sub(r"<[^>]+>", "", re.search(r"<h1.*?</h1>", html, re.DOTALL)[0])
    assert heading.split() == ["つながろう", "かながわ"]
    assert "見本の冷蔵庫" in html
    assert 'href="tel:0120000000"' in html
    css = client.get(reverse("theme_css", args=[campaign.edition.style_key]))
    assert "#006974" in css.content.decode()
    assert "immutable" in css["Cache-Control"]
    font = client.get(reverse("theme_font", args=[campaign.edition.style_key]))
    assert font.content.startswith(b"wOF2")
    assert client.get("/theme/1-000000000000.css").status_code == 404


def test_the_page_is_small(campaign: CampaignPage, client: Client) -> None:
    html = client.get(campaign.get_url()).content
    css = (Path(settings.ROOT) / "cms/static/css/site.css").read_bytes()
    assert len(html) + len(css) < 50_000


@pytest.mark.parametrize("mode", ["poster", "flyer", "fan"])
def test_the_preview_shows_unsaved_words(mode: str, campaign: CampaignPage) -> None:
    page = campaign.get_latest_revision_as_object()
    before = page.serve_preview(RequestFactory().get("/"), mode).content
    phrases = list(page.catchphrases.all())
    phrases[0].text = "あつまろう かながわ"
    page.catchphrases.set(phrases)
    after = page.serve_preview(RequestFactory().get("/"), mode).content
    assert b"data:image/png;base64," in after
    assert before != after
    assert Edition.objects.count() == 1


def test_the_preview_says_what_is_missing(campaign: CampaignPage) -> None:
    page = campaign.get_latest_revision_as_object()
    page.catchphrases.set([])
    response = page.serve_preview(RequestFactory().get("/"), "poster")
    assert response.status_code == 200
    assert "キャッチフレーズを1つ選び" in response.content.decode()


def test_print_kit_writes_a_folder(
    campaign: CampaignPage, organisation: Organisation, tmp_path: Path
) -> None:
    call_command("print_kit", organisation=["takasaki"], out=tmp_path, stdout=StringIO())
    assert len(list((tmp_path / "takasaki").glob("*.pdf"))) == 10
    assert (tmp_path / "takasaki/kit.json").is_file()


def test_print_kit_names_what_it_does_not_know(campaign: CampaignPage, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="nobody"):
        call_command("print_kit", organisation=["nobody"], out=tmp_path)


def test_print_kit_needs_a_campaign(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="published"):
        call_command("print_kit", all=True, out=tmp_path)


def test_the_demo_loads_twice(db: None) -> None:
    counts = []
    for _ in range(2):
        call_command("load_demo", stdout=StringIO())
        counts.append((Organisation.objects.count(), CampaignPage.objects.count(), Edition.objects.count()))
    assert counts[0] == counts[1]
    assert counts[0][0] >= 12


def test_the_demo_is_refused_in_production(settings) -> None:
    settings.SETTINGS_MODULE = "cms.settings.production"
    with pytest.raises(CommandError, match="production"):
        call_command("load_demo")


def test_production_settings_are_safe() -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "SECRET_KEY": "k9-Vt2_xq" * 8,
        "PUBLIC_URL": "https://tsunagari.example.jp",
        "DATABASE_URL": "sqlite:////nonexistent/db.sqlite3",
    }
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(
        command, cwd=settings.ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_text_is_translated(tmp_path: Path) -> None:
    """The texts of the sources, collected afresh, all have a Japanese sentence in the catalogue."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=settings.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in listed.stdout.split():
        if name.endswith((".py", ".html", ".txt", ".po")) and not name.startswith("tests/"):
            target = tmp_path / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((Path(settings.ROOT) / name).read_bytes())
    command = [
        sys.executable,
        "-m",
        "django",
        "makemessages",
        "--locale",
        "ja",
        "--no-location",
        "--no-obsolete",
    ]
    environment = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    catalogue = polib.pofile(str(tmp_path / "locale/ja/LC_MESSAGES/django.po"))
    assert len(catalogue) > 300
    assert [entry.msgid for entry in catalogue if not entry.translated() or entry.fuzzy] == []
