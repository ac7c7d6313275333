"""The practice cloud's pages in a real chromium: keys, content policy, redirects, profiles."""
# fixtures are imported, and then asked for by name

from __future__ import annotations

import queue
import shutil
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support import expected_conditions as until
from selenium.webdriver.support.ui import WebDriverWait

from support.signing_in import GRAPH_SCOPE, app

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed"),
    pytest.mark.filterwarnings("ignore:response_mode='form_post':UserWarning"),
]
_WITHIN = 15


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(argument)
    options.binary_location = CHROMIUM
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def listener():
    """A client's loopback listener, on a port of its own; gives what arrives."""
    arrived: queue.Queue[dict[str, str]] = queue.Queue()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self._answer(urlsplit(self.path).query)

        def do_POST(self):
            self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def _answer(self, told):
            if urlsplit(self.path).path == "/":
                arrived.put(dict(parse_qsl(told)))
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>done</title><link rel=icon href=data:,>")

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    yield f"http://localhost:{server.server_port}", arrived
    server.shutdown()
    serving.join()
    server.server_close()


class Driven:
    """One sign-in in the browser."""

    def __init__(self, chromium, cloud, listener, tenant, **asked) -> None:
        self.address, self.arrived = listener
        self.chromium = chromium
        self.client = app(cloud, tenant)
        self.flow = self.client.initiate_auth_code_flow([GRAPH_SCOPE], redirect_uri=self.address, **asked)
        chromium.get(self.flow["auth_uri"])

    def on(self, page):
        where = (By.CSS_SELECTOR, f"main[data-page={page}]")
        WebDriverWait(self.chromium, _WITHIN).until(until.presence_of_element_located(where))
        return self

    def type(self, name, text, *, enter=True):
        field = WebDriverWait(self.chromium, _WITHIN).until(until.element_to_be_clickable((By.NAME, name)))
        field.clear()
        field.send_keys(text + (Keys.ENTER if enter else ""))
        return self

    def user(self):
        result = self.client.acquire_token_by_auth_code_flow(self.flow, self.arrived.get(timeout=_WITHIN))
        severe = [entry["message"] for entry in self.chromium.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
        assert severe == []
        return result["id_token_claims"]["preferred_username"]


@pytest.fixture
def browse(chromium, cloud, listener):
    chromium.get(cloud.page)
    chromium.delete_all_cookies()
    chromium.get_log("browser")
    return lambda tenant, **asked: Driven(chromium, cloud, listener, tenant, **asked)


@pytest.mark.parametrize("mode", ["query", "form_post"])
def test_a_person_signs_in_with_the_keyboard(browse, mode):
    driven = browse("northwind.example", response_mode=mode)
    driven.on("username").type("login", "mfa@northwind.example").on("password").type("passwd", "practice")
    assert driven.on("factor").type("otc", "123456").user() == "mfa@northwind.example"
    assert browse("northwind.example", response_mode=mode).user() == "mfa@northwind.example"


@pytest.mark.parametrize("mode", ["query", "form_post"])
def test_fabrikams_machine_user_comes_through_every_hop(browse, mode):
    driven = browse("fabrikam.example", login_hint="admin@fabrikam.example", response_mode=mode)
    assert driven.user() == "kiosk@fabrikam.example"


def test_the_wrong_user_stays_until_a_password_is_asked_for(browse, chromium, cloud):
    chromium.get(f"{cloud.page}machine/join")
    hint = {"login_hint": "admin@fabrikam.example", "response_mode": "form_post"}
    assert browse("fabrikam.example", **hint).user() == "kiosk@fabrikam.example"
    driven = browse("fabrikam.example", prompt="login", **hint).on("sts").type("passwd", "practice")
    assert driven.user() == "admin@fabrikam.example"


def test_a_session_and_its_picker(browse):
    for user in ("admin@northwind.example", "mfa@northwind.example"):
        driven = browse("northwind.example", login_hint=user, response_mode="query").type("passwd", "practice")
        if user.startswith("mfa"):
            driven.on("factor").type("otc", "123456")
        assert driven.user() == user
    driven = browse("northwind.example", response_mode="query").on("picker")
    driven.chromium.find_element(By.CSS_SELECTOR, '[data-username="admin@northwind.example"]').click()
    assert driven.user() == "admin@northwind.example"
