"""The processes of ``serve``: Granian's web workers, and the follower beside them.

The follower is a process of its own, so that a web worker never waits for the index to be written;
it ends when the server does.
"""

import contextlib
import multiprocessing
import os
import signal
import socket
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event

from granian.constants import Interfaces
from granian.server import Server

from commonplace.cli.saying import CommandError

BACKLOG = 1_024
_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Processes:
    """What to start, and where it listens."""

    host: str
    port: int
    workers: int

    def run(self) -> None:
        """Serve until told to stop; the follower is ended with the server."""
        context = multiprocessing.get_context("spawn")
        stopping = context.Event()
        follower = context.Process(target=_follow, args=(stopping, os.getpid()), daemon=True)
        follower.start()
        try:
            self._serve()
        finally:
            stopping.set()
            _end(follower)

    def refuse_a_taken_address(self) -> None:
        """Raise ``CommandError`` when this address cannot be listened at."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.host, self.port))
            except OSError as error:
                raise CommandError(
                    f"Cannot listen at {self.host}, port {self.port}: {error.strerror}."
                    " Choose another with --port."
                ) from error

    def _serve(self) -> None:
        Server(
            "commonplace.config.wsgi:application",
            address=self.host,
            port=self.port,
            interface=Interfaces.WSGI,
            workers=self.workers,
            blocking_threads=1,
            backlog=BACKLOG,
            log_enabled=False,
            respawn_failed_workers=True,
            websockets=False,
        ).serve()


def _follow(stopping: Event, parent: int) -> None:
    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    import django

    django.setup()
    from commonplace.discovery.following import follow

    follow(lambda: stopping.is_set() or os.getppid() != parent)


def _end(follower: BaseProcess) -> None:
    follower.join(_PATIENCE)
    if follower.is_alive():
        follower.terminate()
        follower.join(_PATIENCE)
