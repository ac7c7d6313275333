"""A user name or a customer of another cloud: said, offered, never switched to by itself."""

from __future__ import annotations

import pytest

from support.directory import CONTOSO
from support.fakes import FakeClock, FakeIdentity, MemoryDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import PUBLIC, US_GOV, Clouds
from tenantdock.domain.errors import OtherCloud, UnknownDomain
from tenantdock.domain.signin import Realm, RealmKind
from tenantdock.workflows import Adding

US, CHINA = "login.microsoftonline.us", "login.partner.microsoftonline.cn"


@pytest.fixture
def identity():
    return FakeIdentity(FakeClock())


def look_up(identity, cloud="public", customer="treasury.gov", clouds=None):
    adding = Adding(clouds=clouds or Clouds(), directory=MemoryDirectory(), identity=identity)
    return adding.look_up("anna@contoso.com", customer, cloud, Cancel())


@pytest.mark.parametrize(
    ("cloud", "host", "sub_scope", "offered"),
    [
        ("public", US, "DODCON", ("usgov",)),
        ("public", US, "DOD", ("usdod",)),
        ("public", US, "", ("usgov", "usdod")),
        ("public", US, "NEW", ("usgov", "usdod")),
        ("public", CHINA, "", ("china",)),
        ("public", "login.nowhere.example", "", ()),
        ("usgov", US, "DOD", ("usdod",)),
        ("usdod", US, "", ("usgov",)),
        ("usgov", "login.microsoftonline.com", "GCC", ("public",)),
    ],
)
def test_the_clouds_it_can_be_are_offered(identity, cloud, host, sub_scope, offered):
    found = OtherCloud("treasury.gov belongs elsewhere.", next_step="Choose.", host=host, sub_scope=sub_scope, details="d")
    identity.tenants["treasury.gov"] = found
    with pytest.raises(OtherCloud) as told:
        look_up(identity, cloud)
    error = told.value
    assert error.clouds == offered
    assert (error.host, error.sub_scope, error.details) == (host, sub_scope, "d")
    assert isinstance(error, UnknownDomain)
    names = [Clouds().get(known).name for known in offered]
    assert all(name in error.message and name in error.next_step for name in names)
    assert offered or "Add it in the settings" in error.next_step
    assert identity.looked_up == ["treasury.gov"]


def test_the_person_chooses_and_looks_there(identity):
    identity.tenants["treasury.gov"] = CONTOSO
    assert look_up(identity, "usgov").tenant_id == CONTOSO


def test_only_clouds_of_this_process_are_offered(identity):
    identity.tenants["treasury.gov"] = OtherCloud("It belongs elsewhere.", next_step="x", host=US)
    with pytest.raises(OtherCloud) as told:
        look_up(identity, clouds=Clouds((PUBLIC,)))
    assert told.value.clouds == ()


@pytest.mark.parametrize(
    ("host", "said"),
    [("microsoftonline.us", US_GOV.name), ("microsoftonline.com", ""), ("practice.example", ""), ("", "")],
)
def test_a_user_of_another_cloud_at_a_customer_of_this_one_is_remarked(identity, host, said):
    identity.tenants = {"treasury.gov": CONTOSO, "contoso.com": CONTOSO}
    identity.realm_answer = Realm("contoso.com", RealmKind.MANAGED, "Contoso", cloud_host=host)
    remark = look_up(identity).remark
    assert said in remark
    assert bool(remark) is bool(said)
    assert look_up(identity, customer="").remark == ""
