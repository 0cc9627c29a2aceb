"""A mail server that keeps what it is given: prints its port, then a line of JSON for each mail.

What it does with a recipient is said by the address: refuse@ is refused for good, later@ for now, gone@ after the
mail's own bytes, drop@ hears no answer: the line is cut once the mail is there; wait@ hears one when a line comes on
standard input. Arguments: "starttls" or "tls" with a certificate and its key, "login" with a user and a password.
"""
import asyncio
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


def say(**what):
    print(json.dumps(what), flush=True)


class Sink:
    def __init__(self):
        self.go = asyncio.Event()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refuse@"):
            return "550 5.1.1 no such user here"
        if address.startswith("later@"):
            return "450 4.2.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        to = envelope.rcpt_tos
        text = envelope.content.decode("utf-8", "replace")
        say(sender=envelope.mail_from, to=to, text=text, secret=server.transport.get_extra_info("sslcontext") is not None, user=session.auth_data)
        if any(row.startswith("gone@") for row in to):
            return "554 5.6.0 not wanted"
        if any(row.startswith("drop@") for row in to):
            server.transport.abort()
            await asyncio.sleep(0)
        if any(row.startswith("hang@") for row in to):
            await asyncio.sleep(3600)
        if any(row.startswith("wait@") for row in to):
            await self.go.wait()
        return "250 OK"


def read(words):
    """The TLS context, whether it is there from the first byte, and who may send."""
    context, direct, login = None, False, None
    while words:
        word = words.pop(0)
        one, two = words.pop(0), words.pop(0)
        if word == "login":
            login = (one, two)
        else:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(one, two)
            direct = word == "tls"
    return context, direct, login


async def main():
    loop = asyncio.get_running_loop()
    context, direct, login = read(sys.argv[1:])
    sink = Sink()

    def known(server, session, envelope, mechanism, data):
        if not isinstance(data, LoginPassword):
            return AuthResult(success=False, handled=False)
        said = (data.login.decode(), data.password.decode())
        return AuthResult(success=said == login, handled=False, auth_data=said[0])

    options = {"enable_SMTPUTF8": False}
    if context and not direct:
        options.update(tls_context=context, require_starttls=True)
    if login:
        options.update(authenticator=known, auth_required=True, auth_require_tls=not direct)
    server = await loop.create_server(
        lambda: SMTP(sink, **options), "127.0.0.1", 0, ssl=context if direct else None
    )
    say(port=server.sockets[0].getsockname()[1])
    # Ends with the test: its standard input is closed then.
    while await loop.run_in_executor(None, sys.stdin.readline):
        sink.go.set()


asyncio.run(main())
