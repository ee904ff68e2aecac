"""Which addresses of the internet a page may be fetched from: public ones, and nothing of our own network."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

#: Ports on which web pages are.
PORTS = frozenset({80, 443})
#: The part of IPv6 that is given out to networks (RFC 4291, 2.4, and IANA's registry of unicast addresses).
GIVEN_OUT = IPv6Network("2000::/3")
#: Within it, what carries an IPv4 address that we cannot see through: Teredo (RFC 4380) and 6to4 (RFC 3056).
TUNNELS = (IPv6Network("2001::/32"), IPv6Network("2002::/16"))


def allowed(address: str, port: int) -> bool:
    """Whether a page may be fetched from this address and port."""
    return port in PORTS and is_public(ip_address(address))


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Neither private, loopback, link-local, shared (CGNAT), multicast, reserved, nor IPv4 in the guise of IPv6."""
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    if isinstance(address, IPv4Address):
        return True
    return address in GIVEN_OUT and not any(address in tunnel for tunnel in TUNNELS)
