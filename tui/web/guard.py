"""Who is let in: the person who started the server, from its own page, and nobody else.

Other users of the machine, and pages of other sites in the person's own browser, can reach a
server on this machine too. A token keeps out the former; the names and origins of requests, and
what the browser is told to allow, keep out the latter (DNS rebinding, cross-site WebSockets).
"""

import hmac
import ipaddress
import secrets
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

HEADERS = {
    # Nothing from elsewhere, and nothing to elsewhere: no window opens, no form is sent. xterm.js
    # makes style elements of its own.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'; sandbox allow-scripts allow-same-origin"
    ),
    "Cache-Control": "no-cache",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer tells the browser."""

_SHUT = (
    "This is the padanan desk of somebody who has to let you in. Open the address that padanan "
    "shows in the terminal it was started in; it holds a token, and a new one each time.\n"
)


@dataclass(frozen=True, slots=True)
class Guard:
    """The rules by which requests are let in.

    Attributes:
        token: What the address to open holds.
        names: The names, in small letters, under which this server may be called.
        local: Whether it listens for this machine alone.
        key: What the cookie holds: not the token, which a person may use again.
    """

    token: str = field(repr=False)
    names: frozenset[str]
    local: bool
    key: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    def calls_us(self, host: str) -> bool:
        """Whether a request's `Host` is a name of ours.

        A page that has its own name resolve to our address still sends its own name. The port is
        not looked at: a tunnel may have another.
        """
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return name == "localhost" or name in self.names
        return address.is_loopback or not self.local

    def is_ours(self, request: web.Request) -> bool:
        """Whether the request comes from our own page, or from no page; a WebSocket's must say."""
        origin = request.headers.get("Origin")
        if origin is None:
            return "Upgrade" not in request.headers
        host = request.headers.get("Host", "").lower()
        return origin.lower() in {f"http://{host}", f"https://{host}"}

    def holds_key(self, request: web.Request) -> bool:
        """Whether the request has the cookie of one that came with the token."""
        return _same(request.cookies.get(self._cookie(request), ""), self.key)

    def holds_token(self, request: web.Request) -> bool:
        """Whether the request has the token in its address."""
        return request.path == "/" and _same(request.query.get("token", ""), self.token)

    def welcome(self, request: web.Request) -> web.Response:
        """Send the browser on to the page, with the cookie, and without the token."""
        response = web.Response(status=303, headers={"Location": "/"})
        response.set_cookie(self._cookie(request), self.key, httponly=True, samesite="Strict")
        return response

    @staticmethod
    def _cookie(request: web.Request) -> str:
        # Browsers give the cookies of one port of a machine to all others.
        port = request.transport.get_extra_info("sockname")[1] if request.transport else 0
        return f"padanan-{port}"


def _same(one: str, other: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell how much of them is."""
    return hmac.compare_digest(one.encode(errors="replace"), other.encode(errors="replace"))


def middleware(guard: Guard) -> Middleware:
    """The guard at the door of the whole server."""

    @web.middleware
    async def let_in(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not guard.calls_us(request.headers.get("Host", "")) or not guard.is_ours(request):
            raise web.HTTPForbidden(text="This server is not for other pages or names.\n")
        if "token" in request.query and guard.holds_token(request):
            return guard.welcome(request)
        if not guard.holds_key(request):
            raise web.HTTPForbidden(text=_SHUT)
        return await handler(request)

    return let_in


async def instruct(_request: web.Request, response: web.StreamResponse) -> None:
    """Put `HEADERS` on an answer, whatever it is."""
    response.headers.update(HEADERS)
    response.headers.popall("Server", None)
