"""How often somebody may do something. Nothing here can be read back: addresses are kept as keyed hashes alone."""

from ipaddress import ip_address, ip_network
from time import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac


def allows(action: str, who: str, most: int, seconds: int) -> bool:
    """Whether this is at most the `most`-th time within `seconds` of the first; it counts as one."""
    digest = salted_hmac("members.limits", f"{action} {who}", algorithm="sha256").hexdigest()
    key = f"limit:{digest}"
    now = time()
    count, ends = cache.get(key) or (0, 0.0)
    if ends <= now:
        count, ends = 0, now + seconds
    # Set with what is left of its time: a file cache's own `incr` would forget the window's end.
    cache.set(key, (count + 1, ends), max(1, ends - now))
    return bool(count < most)


def connection_of(request: HttpRequest) -> str:
    """The network that a request comes from, behind as many proxies as the settings trust.

    One address of IPv4; 64 bits of IPv6, within which one household may change its address as often as it likes.
    """
    address = ip_address(get_adapter().get_client_ip(request))
    return str(ip_network((address, 64), strict=False) if address.version == 6 else address)
