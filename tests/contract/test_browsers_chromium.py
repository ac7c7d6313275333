"""SystemBrowsers with the real chromium: profiles, private windows, and its form_post to our listener."""

from __future__ import annotations

import http.server
import json
import os
import shutil
import stat
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.identity import FakeVault, TestClock, ask_for, lying_provider, with_nonce
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.directory import OWN_PROFILE, BrowserChoice
from tenantdock.domain.errors import BrowserTrouble, SignInFailed
from tenantdock.domain.signin import Rung, SignInAsk, no_progress
from tenantdock.identity.entra import EntraIdentity
from tenantdock.portals import SystemBrowsers
from tenantdock.portals.windows import StartedBrowser

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="chromium is not installed"),
    pytest.mark.skipif(os.name != "posix", reason="the wrapper around chromium is a shell script"),
]


# chromium writes its cookies half a minute later, or after 512 changes: make it write at once
_PAGE = b"""<!doctype html><title>page</title><script>
for (let i = 0; i < 600; i++) document.cookie = "c" + (i % 100) + "=" + i + ";max-age=86400";
new Image().src = "/done";
</script>"""


class Site:
    """A page that sets a cookie and notes the cookies that come."""

    def __init__(self) -> None:
        self.cookies: list[str] = []
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/page":
                    site.cookies.append("seen=1" if "seen=1" in self.headers.get("Cookie", "") else "")
                self.send_response(200)
                self.send_header("Set-Cookie", "seen=1; Max-Age=86400")
                self.end_headers()
                self.wfile.write(_PAGE)

            def log_message(self, *args: object) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://localhost:{self._server.server_address[1]}/page"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def visited(self, times: int) -> str:
        for _ in range(1500):
            if len(self.cookies) >= times:
                return self.cookies[times - 1]
            time.sleep(0.02)
        raise AssertionError("chromium did not come")

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


@pytest.fixture
def chromium(tmp_path: Path) -> str:
    """chromium as it has to be started here: as root, without a display, with a profile of the person's (a later switch wins)."""
    wrapper = tmp_path / "chromium"
    wrapper.write_text(
        f"#!/bin/sh\nexport HOME={tmp_path}\nexport XDG_CONFIG_HOME={tmp_path}/config\n"
        "exec /usr/bin/chromium --no-sandbox --headless=new --disable-gpu --disable-dev-shm-usage"
        f' --ignore-certificate-errors --user-data-dir={tmp_path}/person "$@"\n'
    )
    wrapper.chmod(wrapper.stat().st_mode | stat.S_IXUSR)
    return str(wrapper)


@pytest.fixture
def browsers(tmp_path: Path) -> Iterator[SystemBrowsers]:
    made = SystemBrowsers(profiles=tmp_path / "profiles")
    yield made
    for window in made._started:
        end(window)


def end(window: object) -> None:
    """End a window, whoever it belongs to: the test's own browsers do not outlive it."""
    assert isinstance(window, StartedBrowser)
    window._signal(hard=True)
    window.process.wait(10)


def test_own_profiles_keep_their_cookies_apart(browsers: SystemBrowsers, chromium: str, site: Site) -> None:
    for times, (profile, cookie) in enumerate((("one", ""), ("one", "seen=1"), ("two", "")), start=1):
        window = browsers.open(site.url, BrowserChoice(chromium, OWN_PROFILE + profile))
        try:
            assert site.visited(times) == cookie
            time.sleep(1.5)
        finally:
            end(window)


def test_a_private_window_brings_no_cookie(browsers: SystemBrowsers, chromium: str, site: Site) -> None:
    for times, (private, cookie) in enumerate(((False, ""), (True, ""), (False, "seen=1")), start=1):
        window = browsers.open(site.url, BrowserChoice(chromium), private=private)
        try:
            assert site.visited(times) == cookie
            time.sleep(1.5)
        finally:
            end(window)


def test_the_persons_own_profiles_are_found_and_used(tmp_path: Path, site: Site) -> None:
    program = tmp_path / "bin/chromium"
    program.parent.mkdir()
    program.write_text(
        "#!/bin/sh\nexec /usr/bin/chromium --no-sandbox --headless=new --disable-gpu --disable-dev-shm-usage --no-first-run"
        f' --user-data-dir={tmp_path}/.config/chromium "$@"\n'
    )
    program.chmod(0o755)
    environment = {"PATH": f"{program.parent}:/usr/bin:/bin", "HOME": str(tmp_path)}
    made = SystemBrowsers(profiles=tmp_path / "profiles", environment=environment)
    visits = 0

    def visit(profile: str) -> str:
        nonlocal visits
        visits += 1
        window = made.open(site.url, BrowserChoice("chromium", profile))
        try:
            came = site.visited(visits)
            time.sleep(1.5)
        finally:
            # Ended as a person ends it, so that it writes what it knows of its profiles
            assert isinstance(window, StartedBrowser)
            window._signal(hard=False)
            window.process.wait(15)
        return came

    assert visit("Default") == ""
    # chromium makes a profile of that name; TenantDock starts only those that are there
    with pytest.raises(BrowserTrouble, match="no profile 'Profile 1'"):
        visit("Profile 1")
    visits -= 1
    subprocess.run(
        [program, "--profile-directory=Profile 1", "--dump-dom", "about:blank"], check=True, capture_output=True, env=environment
    )
    state = tmp_path / ".config/chromium/Local State"
    found = json.loads(state.read_text())
    assert {"Default", "Profile 1"} <= set(found["profile"]["info_cache"])
    found["profile"]["info_cache"]["Profile 1"] |= {"name": "Contoso \u00b7 admin", "is_using_default_name": False}
    state.write_text(json.dumps(found))
    offered = next(offer for offer in made.choices() if offer.key == "chromium")
    assert {profile.id: profile.name for profile in offered.profiles}["Profile 1"] == "Contoso \u00b7 admin"
    assert len(offered.profiles) == 2
    assert visit("Profile 1") == "", "the other profile's cookie did not come"
    assert visit("Profile 1") == "seen=1"
    assert visit("Default") == "seen=1"
    assert next(o for o in made.choices() if o.key == "chromium").profiles[-1].name == "Contoso \u00b7 admin", (
        "chromium kept the name"
    )


def test_chromium_signs_in_through_our_listener(browsers: SystemBrowsers, chromium: str) -> None:
    with lying_provider() as provider:
        provider.token = lambda form: with_nonce(provider, provider.honest(form))
        identity = EntraIdentity(vault=FakeVault(), browsers=browsers, clock=TestClock(), sign_in_timeout=30)
        ask = SignInAsk(ask_for(provider.cloud), Rung.OTHER_PROFILE, BrowserChoice(chromium))
        token = identity.interactive(ask, Cancel(), no_progress)
        assert token.username == "anna@contoso.example"
        assert browsers._started[0].process.poll() is None  # it shows the last page, and writes its cookies


def test_a_window_of_our_own_that_is_closed_half_way_is_noticed(browsers: SystemBrowsers, chromium: str) -> None:
    with lying_provider() as provider:
        identity = EntraIdentity(vault=FakeVault(), browsers=browsers, clock=TestClock(), sign_in_timeout=60)
        provider.signs_in = False
        stopper = threading.Timer(4.0, lambda: browsers._started[0]._signal(hard=False))
        stopper.start()
        with pytest.raises(SignInFailed, match="closed before"):
            identity.interactive(
                SignInAsk(ask_for(provider.cloud), Rung.OTHER_PROFILE, BrowserChoice(chromium)), Cancel(), no_progress
            )
        stopper.join()
