"""The practice cloud beside this program: what is started, and what is told when it cannot be."""

from __future__ import annotations

import os
import sys
import time

import pytest

from tenantdock.domain.computer import Playground
from tenantdock.domain.errors import TenantDockError
from tenantdock.practice import Practice

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sessions of that kind")


@not_windows
def test_it_starts_the_command_with_the_practice_cloud_in_a_session_of_its_own(tmp_path):
    told = tmp_path / "told"
    script = tmp_path / "program.py"
    script.write_text(
        "import os, pathlib, sys\n"
        f"part = pathlib.Path({str(told)!r} + '.part')\n"
        "part.write_text(repr((sys.argv[1:], os.getsid(0) == os.getpid(), os.environ.get('MINE'))))\n"
        f"part.replace({str(told)!r})\n"
    )
    playground: Playground = Practice([sys.executable, str(script)], {**os.environ, "MINE": "yes"})
    playground.start()
    end = time.monotonic() + 30
    while not told.exists():
        assert time.monotonic() < end, "it did not start"
        time.sleep(0.02)
    assert told.read_text() == repr((["--sandbox"], True, "yes"))


def test_a_program_that_is_not_there_is_told(tmp_path):
    with pytest.raises(TenantDockError, match="could not be started") as told:
        Practice([str(tmp_path / "gone")], {}).start()
    assert "tenantdock --sandbox" in told.value.next_step
