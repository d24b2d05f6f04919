"""The processes of ``serve``: Granian's web workers, and the follower beside them.

The follower is a process of its own, so that a web worker never waits for the index to be written;
it ends when the server does.
"""

import multiprocessing
import os
import signal
import socket
import time
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from threading import Thread

from granian.constants import Interfaces
from granian.server import Server

from commonplace.cli.saying import CommandError

BACKLOG = 1_024
PARENT = "COMMONPLACE_SERVED_BY"
_PATIENCE = 5.0
_LOOK = 1.0
_STOPS_WITHIN = 5
"""Seconds a web worker has to end; one that was told so while it started never hears it."""


@dataclass(frozen=True, slots=True)
class Processes:
    """What to start, and where it listens."""

    host: str
    port: int
    workers: int

    def run(self) -> None:
        """Serve until told to stop; the follower is ended with the server.

        A follower that dies is started again, so that the index never falls behind for good.
        """
        os.environ[PARENT] = str(os.getpid())
        stopping = _spawning.Event()
        keeper = Thread(target=_keep_following, args=(stopping,), daemon=True)
        keeper.start()
        try:
            self._serve()
        finally:
            stopping.set()
            keeper.join(2 * _PATIENCE)

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
            workers_kill_timeout=_STOPS_WITHIN,
            websockets=False,
        ).serve()


def _keep_following(stopping: Event) -> None:
    while not stopping.is_set():
        follower = _spawning.Process(target=_follow, args=(stopping, os.getpid()), daemon=True)
        follower.start()
        while follower.is_alive() and not stopping.wait(_LOOK):
            pass
        _end(follower)


def _follow(stopping: Event, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    import django

    django.setup()
    from commonplace.discovery.following import follow
    from commonplace.ingest.keeping_house import KeepingHouse

    follow(lambda: stopping.is_set() or os.getppid() != parent, KeepingHouse())


def _end(follower: BaseProcess) -> None:
    follower.join(_PATIENCE)
    if follower.is_alive():
        follower.terminate()
        follower.join(_PATIENCE)


def end_with_parent() -> None:
    """End this web worker when the process that serves has gone without a word."""
    parent = os.environ.get(PARENT)
    if parent and parent == str(os.getppid()):
        Thread(target=_watch, args=(int(parent),), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


_spawning = multiprocessing.get_context("spawn")
