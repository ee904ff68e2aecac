"""Programs that fetch an address before, or without, anybody opening it: they show it in a chat, or file it.

What a reader's browser says of itself is looked at here, and neither kept nor logged.
"""

from django.http import HttpRequest

#: What each says of itself, in small letters. An app's own browser, in which people do read (LINE's says "Line/",
#: Facebook's "FBAN"), must match none of these.
FETCHERS = (
    "facebookexternalhit",  # Facebook, Instagram, LINE (with line-poker) and Apple's Messages
    "facebookcatalog",
    "facebot",
    "meta-externalagent",
    "meta-externalfetcher",
    "line-poker",
    "twitterbot",
    "bluesky cardyb",
    "mastodon/",
    "misskey/",
    "slackbot",
    "slack-imgproxy",
    "discordbot",
    "telegrambot",
    "whatsapp/",  # Signal's preview says so too
    "viber/",
    "kakaotalk-scrap",
    "kakaostory-og-reader",
    "skypeuripreview",  # Teams as well
    "microsoftpreview",
    "bingpreview",
    "linkedinbot",
    "pinterestbot",
    "redditbot",
    "snap url preview",
    "vkshare",
    "embedly",
    "iframely",
    "hatenabookmark",
    "hatena::",
    "google-pagerenderer",
    "google-read-aloud",
    "feedfetcher-google",
    "googlebot",
    "googleother",
    "google-inspectiontool",
    "bingbot",
    "applebot",
    "y!j-",  # Yahoo! JAPAN
    "yandex",
    "baiduspider",
    "bytespider",
    "petalbot",
    "gptbot",
    "chatgpt-user",
    "claudebot",
    "claude-user",
    "perplexity",
    "duckduckbot",
    "ahrefsbot",
    "semrushbot",
    "uptimerobot",
    "barracuda",  # opens the links of e-mails before people do
)
#: Browsers say by these headers that they fetch what may be opened next.
AHEAD = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")


def is_preview(request: HttpRequest) -> bool:
    """Whether a known program asks, or a browser ahead of its reader."""
    agent = request.headers.get("User-Agent", "").lower()
    if any(fetcher in agent for fetcher in FETCHERS):
        return True
    said = " ".join(request.headers.get(name, "") for name in AHEAD)
    return "prefetch" in said or "preview" in said
