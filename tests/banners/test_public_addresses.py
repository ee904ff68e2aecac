"""Which addresses a page may be fetched from."""

import pytest

from campaigns.banners.public_addresses import allowed


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
@pytest.mark.parametrize("port", [80, 443])
def test_it_works(address: str, port: int) -> None:
    assert allowed(address, port)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.1.2.3", "::1",
        "10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.1.1", "fc00::1", "fd12:3456::1",
        "169.254.169.254", "fe80::1", "fe80::1%eth0",
        "100.64.0.1", "100.127.255.254",
        "224.0.0.1", "239.255.255.250", "ff02::1",
        "0.0.0.0", "0.1.2.3", "::", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:93.184.215.14", "::127.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "fec0::1",
    ],
)  # fmt: skip
def test_what_is_not_on_the_public_internet_is_refused(address: str) -> None:
    assert not allowed(address, 443)


@pytest.mark.parametrize("port", [0, 22, 25, 81, 5432, 6379, 8000, 8080, 8443])
def test_other_ports_are_refused(port: int) -> None:
    assert not allowed("93.184.215.14", port)
