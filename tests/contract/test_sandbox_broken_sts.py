"""The practice cloud's sign-in servers that are dead, slow, behind a proxy, or show a blank page: by plain HTTP."""
# fixtures are imported, and then asked for by name

from __future__ import annotations

import contextlib
import http.client
import time
from urllib.parse import urlsplit

import pytest
import requests

from support.cloud import PracticeCloud


def sign_in_page(cloud: PracticeCloud, user: str) -> str:
    with cloud.trusting() as trusting:
        return trusting.get(f"{cloud.authority}/common/userrealm/{user}?api-version=2.1").json()["AuthURL"]


def metadata(cloud: PracticeCloud, user: str) -> str:
    with cloud.trusting() as trusting:
        return trusting.get(f"{cloud.authority}/common/userrealm/{user}?api-version=1.0").json()["federation_metadata_url"]


def test_nobody_listens_at_the_dead_one(cloud):
    with pytest.raises(requests.ConnectionError, match="refused"):
        cloud.http.get(sign_in_page(cloud, "admin@citypower.example"), timeout=5)


def test_the_slow_one_takes_its_time_and_answers(cloud):
    began = time.monotonic()
    answer = cloud.http.get(sign_in_page(cloud, "admin@lamna.example"), timeout=20)
    assert answer.status_code == 200
    assert "Lamna Healthcare sign-in server" in answer.text
    assert time.monotonic() - began >= 4


def test_the_one_behind_a_proxy_is_found_by_the_proxy_alone(cloud):
    page = sign_in_page(cloud, "admin@consolidated.example")
    assert page.startswith("http://sts.consolidated.example/sts/")
    through = cloud.http.get(page, proxies={"http": cloud.page}, timeout=5)
    assert through.status_code == 200
    assert "Consolidated Messenger sign-in server" in through.text
    past = page.replace("http://sts.consolidated.example/", cloud.page)
    assert "sign-in server" not in cloud.http.get(past, timeout=5).text
    stolen = cloud.http.get(past, headers={"host": "sts.consolidated.example"}, timeout=5)
    assert stolen.status_code == 400


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("GET", "http://localhost:1/"),
        ("GET", "http://example.com/sts/consolidated.example/ls"),
        ("GET", "http://sts.consolidated.example/"),
        ("POST", "http://sts.consolidated.example/reset"),
        ("GET", "http://[/"),
        ("GET", "*"),
        ("CONNECT", "login.example:443"),
    ],
)
def test_the_proxy_lets_nobody_through_to_elsewhere(cloud, method, address):
    parts = urlsplit(cloud.page)
    with contextlib.closing(http.client.HTTPConnection(parts.hostname, parts.port, timeout=5)) as connection:
        connection.putrequest(method, address, skip_host=True)
        connection.putheader("Host", parts.netloc)
        connection.endheaders()
        assert connection.getresponse().status == 403


def test_the_blank_one_has_no_word_and_a_script_from_elsewhere(cloud):
    answer = cloud.http.get(sign_in_page(cloud, "admin@humongous.example"), timeout=5)
    assert answer.status_code == 200
    assert 'src="http://cdn.humongous.example/app.js"' in answer.text
    assert "sign-in server" not in answer.text


def test_a_server_that_takes_the_machines_user_asks_for_him_first(cloud):
    answer = cloud.http.get(sign_in_page(cloud, "admin@fabrikam.example"), timeout=5)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Negotiate")
    assert cloud.http.get(sign_in_page(cloud, "admin@tailspin.example"), timeout=5).status_code == 200


@pytest.mark.parametrize("domain", ["fabrikam.example", "tailspin.example", "humongous.example"])
def test_federation_metadata(cloud, domain):
    answer = cloud.http.get(metadata(cloud, f"admin@{domain}"), timeout=5)
    assert answer.status_code == 200
    assert "http://schemas.xmlsoap.org/ws/2004/09/mex" in answer.text


def test_a_managed_domain_has_no_metadata(cloud):
    assert cloud.http.get(f"{cloud.page}sts/northwind.example/mex", timeout=5).status_code == 404
