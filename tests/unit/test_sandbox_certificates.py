"""The practice cloud's CA and certificate: made once, renewed in time, nobody left who could sign another."""

from __future__ import annotations

import datetime as dt

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tenantdock.sandbox.certificates import CA, CERTIFICATE, KEY, certificates
from tenantdock.sandbox.folder import Folder

NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "cloud")


def content(folder):
    return {name: folder.read(name) for name in (CA, CERTIFICATE, KEY)}


def test_a_second_start_changes_nothing(folder):
    certificates(folder, NOW)
    first = content(folder)
    certificates(folder, NOW + dt.timedelta(days=300))
    assert content(folder) == first


@pytest.mark.parametrize("days", [367, 1000])
def test_it_is_renewed_before_it_expires(folder, days):
    certificates(folder, NOW)
    first = content(folder)
    later = NOW + dt.timedelta(days=days)
    certificates(folder, later)
    assert not set(content(folder).values()) & set(first.values())
    leaf = x509.load_pem_x509_certificate(folder.read(CERTIFICATE))
    assert leaf.not_valid_after_utc > later + dt.timedelta(days=300)


def test_a_clock_that_was_set_back_makes_it_anew(folder):
    certificates(folder, NOW)
    first = content(folder)
    certificates(folder, NOW - dt.timedelta(days=30))
    assert content(folder) != first


@pytest.mark.parametrize("name", [CA, CERTIFICATE, KEY])
@pytest.mark.parametrize("damage", [None, b"", b"nonsense", "other"])
def test_what_is_missing_damaged_or_swapped_is_made_anew(folder, tmp_path, name, damage):
    other = Folder(tmp_path / "other")
    certificates(other, NOW)
    certificates(folder, NOW)
    if damage is None:
        (folder.path / name).unlink()
    else:
        folder.write(name, other.read(name) if damage == "other" else damage)
    certificates(folder, NOW)
    ca, leaf = (x509.load_pem_x509_certificate(folder.read(one)) for one in (CA, CERTIFICATE))
    leaf.verify_directly_issued_by(ca)
    assert serialization.load_pem_private_key(folder.read(KEY), None).public_key() == leaf.public_key()


def test_the_certificate_is_for_loopback_only_and_the_cas_key_is_gone(folder):
    certificates(folder, NOW)
    leaf = x509.load_pem_x509_certificate(folder.read(CERTIFICATE))
    names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert [str(name.value) for name in names] == ["localhost", "127.0.0.1", "::1"]
    assert not leaf.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    ca = x509.load_pem_x509_certificate(folder.read(CA))
    constraint = ca.extensions.get_extension_for_class(x509.BasicConstraints)
    assert (constraint.critical, constraint.value.ca, constraint.value.path_length) == (True, True, 0)
    keys = [serialization.load_pem_private_key(path.read_bytes(), None) for path in folder.path.iterdir() if path.name == KEY]
    assert len(list(folder.path.iterdir())) == 3
    assert isinstance(keys[0], ec.EllipticCurvePrivateKey)
    assert keys[0].public_key() != ca.public_key()
