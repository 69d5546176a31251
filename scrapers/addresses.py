"""Where a host's name leads, and whether a crawler may go there.

A portal, or whoever took over its name, can point a name or a redirect at the inside of the network that the crawler
runs in. So names are resolved here, every address is looked at, and the request goes to an address that was looked at.
"""

from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

_NAT64 = ip_network("64:ff9b::/96")


class ForbiddenAddress(ValueError):
    """A name leads to where no portal is: the machine itself, its network, or a cloud's metadata service."""


async def resolve(host: str, port: int, *, local: bool = False) -> tuple[str, ...]:
    """Return the addresses of a host, all of them allowed, in the system's order of preference.

    Args:
        host: A name, or an address without brackets.
        port: The port that will be asked.
        local: Loopback addresses are allowed too: for hosts declared as demonstration or test servers.

    Raises:
        ForbiddenAddress: one of the addresses may not be asked.
        OSError: the name cannot be resolved.
    """
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not is_allowed(address, local=local):
            raise ForbiddenAddress(f"{host} leads to {address}, which is not a public address")
    return addresses


def is_allowed(address: str, *, local: bool = False) -> bool:
    """Tell whether an IP address may be asked: a public unicast one, or with `local` a loopback one."""
    ip = _embedded(ip_address(address.partition("%")[0]))
    if ip.is_loopback:
        return local
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def is_ip(host: str) -> bool:
    """Tell an IP address from a name."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def proxy_for(host: str) -> str | None:
    """Return the environment's proxy for a host, None without one."""
    name = urlsplit(f"//{host}").hostname or host
    proxies = getproxies()
    return None if proxy_bypass(name) else proxies.get("https") or proxies.get("http") or proxies.get("all")


def _embedded(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the IPv4 address that an IPv6 address stands for, if it does."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip
