"""Programs that fetch an address for a preview are no readers; an app's own browser is one."""

import pytest
from django.test import Client

from campaigns.links.models import ScanCount, ShortLink
from campaigns.links.previews import FETCHERS

PREVIEWS = (
    "facebookexternalhit/1.1;line-poker/1.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 "
    "Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    "Twitterbot/1.0",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    "TelegramBot (like TwitterBot)",
    "WhatsApp/2.23.20.0",
    "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
)
READERS = (
    "",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.0 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile "
    "Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Mobile/15E148 Safari Line/14.16.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Mobile/22A3354 [FBAN/FBIOS;FBAV/485.0;FBDV/iPhone14,5;FBOP/80]",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Instagram 350.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Twitter for iPhone/10.60",
    "Mozilla/5.0 (Linux; Android 14; SC-51E) AppleWebKit/537.36 Chrome/130.0 Mobile YJApp-ANDROID jp.co.yahoo",
)


def is_counted(link: ShortLink, client: Client, **headers: str) -> bool:
    response = client.get(f"/q/{link.code}", headers=headers)
    assert (response.status_code, response["Location"]) == (302, link.campaign.get_url())
    return ScanCount.objects.exists()


@pytest.mark.parametrize("agent", READERS)
def test_it_works(agent: str, link: ShortLink, client: Client) -> None:
    assert is_counted(link, client, user_agent=agent)


@pytest.mark.parametrize("agent", PREVIEWS)
def test_previews_are_led_on_and_not_counted(agent: str, link: ShortLink, client: Client) -> None:
    assert not is_counted(link, client, user_agent=agent)


@pytest.mark.parametrize(
    ("header", "value"),
    [("sec-purpose", "prefetch;prerender"), ("purpose", "prefetch"), ("x-moz", "prefetch"), ("x-purpose", "preview")],
)  # fmt: skip
def test_a_browser_ahead_of_its_reader_is_not_counted(
    header: str, value: str, link: ShortLink, client: Client
) -> None:
    assert not is_counted(link, client, **{header: value})


def test_fetchers_are_written_as_they_are_looked_for() -> None:
    assert [fetcher for fetcher in FETCHERS if fetcher != fetcher.lower()] == []
