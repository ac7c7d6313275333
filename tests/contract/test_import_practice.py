"""An import from the practice cloud, with the real identity, directory and workflow: a partner with a thousand customers."""

from __future__ import annotations

from uuid import uuid4

import pytest

from support.cloud import PracticeCloud, ScriptedPerson
from support.fakes import FakeAgent, FakeClock, FakeProfiles
from support.identity import FakeVault, PersonsBrowser, TestClock
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.customers import CustomerList
from tenantdock.domain.directory import Account, Connection, Tenant
from tenantdock.domain.errors import SignInRequired
from tenantdock.domain.signin import no_progress
from tenantdock.identity.entra import EntraIdentity
from tenantdock.workflows.comparing import What
from tenantdock.workflows.importing import Importing, Stage
from tenantdock.workflows.turns import Turns
from tenantdock.workflows.wanted import Defaults

USER, HOME = "pia@nordlicht.example", "nordlicht.example"


class Desk:
    """A partner's engineer with one customer, signed in nowhere yet."""

    def __init__(self, cloud, folder) -> None:
        self.cloud = cloud
        self.browser = PersonsBrowser(ScriptedPerson(USER))
        self.identity = EntraIdentity(vault=FakeVault(), browsers=self.browser, clock=TestClock(), sign_in_timeout=30)
        self.directory = SqliteDirectory(folder / "d.sqlite3", FakeClock())
        self.importing = Importing(
            directory=self.directory,
            identity=self.identity,
            source=self.identity,
            agent=FakeAgent(FakeClock()),
            profiles=FakeProfiles(),
            clouds=Clouds([cloud.cloud]),
            turns=Turns(),
        )
        account = Account(uuid4().hex, "sandbox", USER, cloud.account(USER)["homeAccountId"])
        tenant = Tenant(cloud.tenant_id("contoso.example"), "sandbox", "contoso.example", "contoso.example")
        self.first = self.directory.add(Connection(uuid4().hex, "My Contoso", tenant, account))

    def read(self, kind, listen=lambda *_told: None):
        return self.importing.preview_list(kind, self.first.account.id, ("graph", "exchange"), Cancel(), listen)

    def everything(self):
        return self.directory.every(), self.directory.rows(), self.directory.accounts()

    def close(self):
        self.browser.finish()
        self.directory.close()


@pytest.fixture
def desk(cloud, tmp_path):
    made = Desk(cloud, tmp_path)
    yield made
    made.close()


def test_a_person_signs_in_and_takes_the_customers(desk):
    before = desk.everything()
    with pytest.raises(SignInRequired):
        desk.read(CustomerList.GDAP)
    desk.importing.sign_in(CustomerList.GDAP, desk.first.account.id, Cancel(), no_progress)
    preview = desk.read(CustomerList.GDAP)
    assert (preview.count(What.NEW), preview.count(What.GONE), preview.problems) == (14, 0, ())
    (contoso,) = [line for line in preview.lines if line.before is not None]
    assert contoso.shown.name == "My Contoso"  # the person's own name stays; the tenant's is learnt
    assert contoso.shown.tenant.name == "Contoso"
    applied = desk.importing.apply(preview, preview.usual(), Cancel())
    assert applied.added == 14
    assert {line.what for line in desk.read(CustomerList.GDAP).lines} == {What.SAME}
    assert {line.what for line in desk.read(CustomerList.CONTRACTS).lines} <= {What.SAME, What.NEW}
    desk.importing.undo(applied)
    assert desk.everything() == before


def test_azures_tenants_need_a_sign_in_of_their_own_or_share_it(desk):
    desk.importing.sign_in(CustomerList.TENANTS, desk.first.account.id, Cancel(), no_progress)
    preview = desk.read(CustomerList.TENANTS)
    desk.importing.apply(preview, preview.usual(), Cancel())
    places = {place["tenantId"] for place in desk.cloud.account(USER)["places"]}
    assert {each.tenant.id for each in desk.directory.every()} == places


def test_a_thousand_customers_come_in_one_go(tmp_path):
    many = PracticeCloud(tmp_path / "many", customers=1000)
    desk = Desk(many, tmp_path)
    try:
        desk.importing.sign_in(CustomerList.GDAP, desk.first.account.id, Cancel(), no_progress)
        told = []
        preview = desk.read(CustomerList.GDAP, lambda *said: told.append(said))
        applied = desk.importing.apply(preview, preview.usual(), Cancel(), lambda *said: told.append(said))
        assert applied.added == 1014
        assert {stage for stage, _, _ in told} == {Stage.READING, Stage.COMPARING, Stage.SAVING}
        assert {line.what for line in desk.read(CustomerList.GDAP).lines} == {What.SAME}
    finally:
        desk.close()
        many.stop()


def test_a_file_of_domains_is_looked_up_at_the_sign_in_service(desk, tmp_path):
    path = tmp_path / "domains.csv"
    path.write_text("Kunde;Domäne\nNorthwind;northwind.example\nFabrikam;fabrikam.example\nNobody;nobody.example\n", "utf-8")
    opened = desk.importing.open(path, Cancel())
    preview = desk.importing.preview_file(opened, opened.columns, Defaults(USER, "sandbox"), Cancel())
    assert {line.shown.tenant.id for line in preview.lines if line.what is What.NEW} == {
        desk.cloud.tenant_id("northwind.example"),
        desk.cloud.tenant_id("fabrikam.example"),
    }
    assert [problem.line for problem in preview.problems] == [4]
