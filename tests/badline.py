#!/usr/bin/env python3
"""A bad line between two network namespaces, for the tests. Needs root and /dev/net/tun.

Called with the names of the two. Says "ready", then reads settings, one a line, until its input ends:
"delay 150" (milliseconds, one way), "jitter 20" (milliseconds, more or less), "loss 5" (percent).
The ends have the addresses 10.99.0.1 and 10.99.0.2. The namespaces go when it ends.
"""

import fcntl
import heapq
import os
import random
import selectors
import struct
import subprocess
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN_WITHOUT_HEADER = 0x0001 | 0x1000


def ip(*words):
    subprocess.run(("ip",) + words, check=True)


def end_of_line(space, number):
    """Makes a namespace whose packets are read from and written to the file returned."""
    ip("netns", "add", space)
    device = f"bad{number}{os.getpid()}"
    file = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(file, TUNSETIFF, struct.pack("16sH22x", device.encode(), IFF_TUN_WITHOUT_HEADER))
    ip("link", "set", device, "netns", space)
    ip("-n", space, "address", "add", f"10.99.0.{number}/24", "dev", device)
    ip("-n", space, "link", "set", device, "up", "mtu", "1400")
    ip("-n", space, "link", "set", "lo", "up")
    return file


class Line:
    def __init__(self, files):
        self.files = files
        self.settings = {"delay": 0.0, "jitter": 0.0, "loss": 0.0}
        self.chance = random.Random(1)
        self.under_way = []
        self.count = 0

    def take(self, number):
        """Packets set out from one end."""
        while True:
            try:
                packet = os.read(self.files[number], 4096)
            except BlockingIOError:
                return
            if self.chance.uniform(0, 100) < self.settings["loss"]:
                continue
            swing = self.chance.uniform(-1, 1) * self.settings["jitter"]
            due = time.monotonic() + max(0.0, self.settings["delay"] + swing) / 1000
            self.count += 1
            heapq.heappush(self.under_way, (due, self.count, 1 - number, packet))

    def deliver(self):
        """Packets arrive; returns the seconds until the next one does, if any is under way."""
        while self.under_way:
            due, _, number, packet = self.under_way[0]
            left = due - time.monotonic()
            if left > 0:
                return left
            heapq.heappop(self.under_way)
            try:
                os.write(self.files[number], packet)
            except OSError:
                pass
        return None


def main():
    spaces = sys.argv[1:3]
    try:
        line = Line([end_of_line(space, number) for number, space in enumerate(spaces, 1)])
        watch = selectors.DefaultSelector()
        for number, file in enumerate(line.files):
            watch.register(file, selectors.EVENT_READ, number)
        watch.register(sys.stdin, selectors.EVENT_READ, None)
        print("ready", flush=True)
        told = b""
        while True:
            for key, _ in watch.select(line.deliver()):
                if key.data is not None:
                    line.take(key.data)
                    continue
                read = os.read(sys.stdin.fileno(), 4096)
                if not read:
                    return
                *settings, told = (told + read).split(b"\n")
                for setting in settings:
                    name, value = setting.decode().split()
                    line.settings[name] = float(value)
    finally:
        for space in spaces:
            subprocess.run(["ip", "netns", "delete", space], stderr=subprocess.DEVNULL)


main()
