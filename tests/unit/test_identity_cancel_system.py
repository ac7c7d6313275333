"""With the system's trust store, a handshake that hangs holds no other task up: each can be cancelled by itself."""

from __future__ import annotations

import threading
import time

from support.identity import FakeVault, PostingBrowser, TestClock, silent_port
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud
from tenantdock.domain.directory import UserName
from tenantdock.domain.errors import Cancelled
from tenantdock.identity.entra import EntraIdentity


def test_a_second_task_is_cancelled_while_the_first_hangs_in_its_handshake():
    with silent_port() as port:
        cloud = Cloud("own", "An own cloud", f"https://localhost:{port}", {})
        identity = EntraIdentity(vault=FakeVault(), browsers=PostingBrowser(), clock=TestClock())
        first, second, ended = Cancel(), Cancel(), []

        def ask(name: str, cancel: Cancel) -> None:
            try:
                identity.realm(cloud, UserName(name, "contoso.example"), cancel)
            except Cancelled:
                ended.append(name)

        threads = [threading.Thread(target=ask, args=pair) for pair in (("first", first), ("second", second))]
        for thread in threads:
            thread.start()
            time.sleep(0.4)  # in its handshake by then
        second.cancel()
        threads[1].join(5)
        told = list(ended)
        first.cancel()
        for thread in threads:
            thread.join(30)
        assert told == ["second"]
        assert ended == ["second", "first"]
