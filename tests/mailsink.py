"""A mail server that keeps what it is given: prints its port, then a line of JSON for each mail.

What it does with a recipient is said by the address: refuse@ is refused for good, later@ for now, gone@ after the
mail's own bytes, drop@ hears no answer: the line is cut once the mail is there.
"""
import asyncio
import json
import sys

from aiosmtpd.smtp import SMTP


def say(**what):
    print(json.dumps(what), flush=True)


class Sink:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refuse@"):
            return "550 5.1.1 no such user here"
        if address.startswith("later@"):
            return "450 4.2.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        to = envelope.rcpt_tos
        say(sender=envelope.mail_from, to=to, text=envelope.content.decode("utf-8", "replace"))
        if any(row.startswith("gone@") for row in to):
            return "554 5.6.0 not wanted"
        if any(row.startswith("drop@") for row in to):
            server.transport.abort()
            await asyncio.sleep(0)
        if any(row.startswith("hang@") for row in to):
            await asyncio.sleep(3600)
        return "250 OK"


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Sink(), enable_SMTPUTF8=False), "127.0.0.1", 0)
    say(port=server.sockets[0].getsockname()[1])
    # Ends with the test: its standard input is closed then.
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
