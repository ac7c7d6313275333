"""A console's part, in a process of its own: redeems the ticket given on its input, asks, and prints the times in ns as JSON."""

from __future__ import annotations

import json
import os
import sys
import time

from tenantdock.agent.client import AgentClient

WARM, ASKS = 200, 3_000


def main() -> None:
    """Measure."""
    given = json.loads(sys.stdin.readline())
    times = []
    with AgentClient.connect(given["endpoint"]) as client:
        client.request("session.open", {"protocol": 1, "ticket": given["ticket"], "pid": os.getpid()})
        for number in range(WARM + ASKS):
            start = time.perf_counter_ns()
            answer = client.request("token.get", {"service": "graph"})
            taken = time.perf_counter_ns() - start
            assert answer["token"]
            if number >= WARM:
                times.append(taken)
            time.sleep(0.0005)  # consoles ask now and then; a flood would measure the queue
    print(json.dumps(times))


if __name__ == "__main__":
    main()
