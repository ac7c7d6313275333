"""``tenantdock doctor`` as people run it: the real program, the real practice cloud, no desktop."""

from __future__ import annotations

import signal
import time

import psutil

from support.program import DOUBLE, gone, home, run, running, saved, with_path
from support.sites import Page, site


def environment(folder, **more):
    return with_path(home(folder, **more), folder / "bin", {"pwsh": DOUBLE})


def test_a_saved_connection_passes_and_nothing_is_changed(tmp_path):
    data = tmp_path / "data"
    saved(data)
    before = sorted(data.rglob("*"))
    done = run(environment(tmp_path), "--data", str(data), "--sandbox", "doctor", "Northwind")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("Testing Northwind Traders (northwind.example), Practice cloud\n")
    assert "failed" not in done.stdout
    assert "Traceback" not in done.stderr
    assert [path for path in sorted(data.rglob("*")) if not path.name.startswith("directory.sqlite3-")] == before


def test_a_dead_server_a_blank_page_and_a_report(tmp_path):
    report = tmp_path / "report.txt"
    done = run(
        environment(tmp_path),
        "--data",
        str(tmp_path / "data"),
        "--sandbox",
        "doctor",
        "admin@citypower.example",
        "--save",
        str(report),
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "the connection was refused" in done.stdout
    text = report.read_text("utf-8")
    assert "[FAIL] The domain's sign-in page (STS)" in text
    assert "admin@" not in text
    assert str(tmp_path) not in text
    assert not (tmp_path / "data").exists()
    done = run(environment(tmp_path), "--sandbox", "doctor", "humongous.example")
    assert done.returncode == 1
    assert "stays blank" in done.stdout


def test_a_slow_server_is_waited_for_and_told(tmp_path):
    done = run(environment(tmp_path), "--sandbox", "doctor", "lamna.example")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "is slow: it took 4." in done.stdout


def test_a_server_behind_a_proxy(tmp_path):
    done = run(environment(tmp_path), "--sandbox", "doctor", "consolidated.example")
    assert done.returncode == 1
    assert "sts.consolidated.example cannot be reached: the name is not known" in done.stdout
    with site() as proxy:
        server = "http://sts.consolidated.example/sts/consolidated.example"
        proxy.pages[f"{server}/ls"] = Page("<form>User name <input name=u> Password <input name=p></form>")
        proxy.pages[f"{server}/mex"] = Page("<Metadata/>")
        through = environment(tmp_path, HTTPS_PROXY=f"http://127.0.0.1:{proxy.port}")
        done = run(through, "--sandbox", "doctor", "consolidated.example", "--details")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"sts.consolidated.example answered through the proxy 127.0.0.1:{proxy.port}" in " ".join(done.stdout.split())


def test_what_is_no_subject(tmp_path):
    done = run(environment(tmp_path), "--sandbox", "doctor", "no such customer")
    assert done.returncode == 2
    assert "No connection is called 'no such customer'" in done.stderr


def test_ctrl_c_ends_it_and_leaves_no_process(tmp_path):
    with running(tmp_path, environment(tmp_path), ["--sandbox", "doctor", "lamna.example"]) as program:
        end = time.monotonic() + 30
        while "Token endpoint" not in program.out:
            assert time.monotonic() < end, program.out + program.err
            time.sleep(0.02)
        tree = program.tree()
        program.process.send_signal(signal.SIGINT)
        assert program.wait(10) == 130
        assert "Cancelled:" in program.out
        assert "Traceback" not in program.err
        assert not gone([each for each in tree if isinstance(each, psutil.Process)])
