"""Which addresses may be reached: web addresses of public hosts, judged after the name is resolved."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass

from promissory.errors import SourceError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
#: Host and port to IP addresses, in the order they are to be tried; OSError for a name that does not resolve.
Resolve = Callable[[str, int], list[str]]

#: IPv6 addresses that stand for the IPv4 address in their last 32 bits (RFC 6052).
TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
PRIVATE_CURE = "give --allow-private if you trust it"


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host as the system knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """Decides where a connection may go. With `allow_private` any host that has an address may be reached."""

    allow_private: bool = False
    resolve: Resolve = resolve

    def addresses(self, host: str, port: int) -> list[str]:
        """The vetted IP addresses of a host, to connect to as they are; SourceError if one of them is not public.

        One private address among public ones refuses the host: the next look-up might give only that one.
        """
        found = self._resolved(host, port)
        refused = [] if self.allow_private else [address for address in found if not is_public(address)]
        if refused:
            which = f"{host} is" if host == refused[0] else f"{host} is {refused[0]},"
            raise SourceError(f"{which} a private, loopback or reserved address", "", PRIVATE_CURE)
        return found

    def _resolved(self, host: str, port: int) -> list[str]:
        try:
            return [str(ipaddress.ip_address(host))]
        except ValueError:
            pass  # a name, or an odd spelling of an address that the system may understand: 2130706433, 0x7f.1
        try:
            found = self.resolve(host, port)
        except (OSError, UnicodeError) as fault:
            raise UnknownHost(
                f"the host {host} cannot be found: {getattr(fault, 'strerror', None) or fault}", "", "check the name"
            ) from fault
        if not found:
            raise UnknownHost(f"the host {host} has no address", "", "check the name")
        return found


class UnknownHost(SourceError):
    """A name that does not resolve, now."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet; one that stands for another is judged by that one too."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_is_global(meant) for meant in _meant(ip))


def _meant(ip: Address) -> list[Address]:
    """The address, or those that it carries."""
    if isinstance(ip, ipaddress.IPv4Address):
        return [ip]
    if ip.ipv4_mapped:
        return [ip.ipv4_mapped]
    if ip in TRANSLATED:
        return [ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)]
    return [ip, *([ip.sixtofour] if ip.sixtofour else []), *(ip.teredo or ())]


def _is_global(ip: Address) -> bool:
    local = ip.is_loopback or ip.is_link_local or ip.is_unspecified or ip.is_private or getattr(ip, "is_site_local", False)
    return ip.is_global and not (local or ip.is_multicast or ip.is_reserved)
