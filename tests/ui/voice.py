# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for Speech Dispatcher: keeps what a program says."""

import queue
import socket
import socketserver
import threading

from harness import TIMEOUT


class Speaker(socketserver.StreamRequestHandler):
    """One connection, in the protocol of Speech Dispatcher (SSIP)."""

    def handle(self):
        for line in self.lines():
            if line == "SPEAK":
                self.answer("230 OK RECEIVING DATA")
                text = next(self.lines(), None)
                assert next(self.lines(), None) == "."
                self.server.voice.said.put(text)
                self.answer("225-1", "225 OK MESSAGE QUEUED")
            else:
                self.server.voice.commands.append(line)
                self.answer("208 OK")

    def lines(self):
        while line := self.rfile.readline():
            yield line.decode().removesuffix("\r\n")

    def answer(self, *lines):
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True
    address_family = socket.AF_UNIX


class Voice:
    """Listens at a path: `environment` leads a program there, `said` has its words in order."""

    def __init__(self, path):
        self.said = queue.Queue()
        self.commands = []
        self.server = Server(str(path), Speaker)
        self.server.voice = self
        self.environment = {"SPEECHD_ADDRESS": f"unix_socket:{path}"}
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def next(self):
        """What is said next."""
        return self.said.get(timeout=TIMEOUT)
