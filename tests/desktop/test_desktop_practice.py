"""The windows of signing in over the real workflows and the practice cloud: only the person at the browser is a double."""

from __future__ import annotations

import pytest
import requests

from support.fakes import MemoryKeyStore
from tenantdock import composition, folders, rooms
from tenantdock.desktop.app import Desktop
from tenantdock.desktop.confirming import ConfirmDialog
from tenantdock.desktop.details import DetailsDialog
from tenantdock.desktop.trouble import QuestionDialog, RefusalDialog
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.signin import Rung
from tenantdock.tour import PracticePerson
from tenantdock.vault import KeyringVault
from tenantdock.workflows.adding import Draft

WAIT = 20_000


@pytest.fixture(params=[0.0, 0.6], ids=["quick", "slow"])
def house(tmp_path, qapp, monkeypatch, request):
    """The program over the practice cloud; once more with a cloud that takes its time for every answer: nothing may freeze then."""
    # This process goes on after the test: it stays as it is
    monkeypatch.setattr(composition, "_keep_secrets_out_of_dumps", lambda: None)
    # Nor does it touch the keyring of whoever runs the tests
    monkeypatch.setattr(rooms, "vault", lambda folder, clock, *_: KeyringVault(folder / "vault", MemoryKeyStore(), clock))
    folders.settle(tmp_path, sandbox=True)
    person = PracticePerson()
    with composition.open_house(tmp_path, sandbox=True, browsers=person) as found:
        if request.param:
            for tenant in ("proseware.example", "fabrikam.example"):
                slow = {"tenant": tenant, "fault": "slow", "seconds": request.param, "at": "all"}
                requests.post(f"{found.workflows.sandbox_page}faults", json=slow, timeout=20).raise_for_status()
        # Not as composition makes it: its first paint freezes the collector for the whole process
        desktop = Desktop(found.workflows, practice=True, tray=lambda _parent: None)
        try:
            yield found.workflows, desktop, person
        finally:
            assert desktop.close(5.0), "a worker was left behind"
            desktop.window.deleteLater()


def add(workflows, desktop, qtbot, username, name):
    found = workflows.adding.look_up(username, "", "sandbox", Cancel())
    saved = workflows.adding.add(Draft(found, "sandbox", name))
    desktop.read_rows()
    qtbot.waitUntil(lambda: desktop.window.model.entry(saved.id) is not None, timeout=WAIT)
    return saved.id


def window(desktop, qtbot, kind):
    def found():
        return next((each for each in desktop.windows.all() if isinstance(each, kind) and each.isVisible()), None)

    qtbot.waitUntil(lambda: found() is not None, timeout=WAIT)
    return found()


def test_an_alias_is_confirmed_then_signed_out_everywhere_and_enrolled_anew(house, qtbot):
    workflows, desktop, person = house
    desktop.start()
    key = add(workflows, desktop, qtbot, "patti@proseware.example", "Proseware")
    person.username = "patti@proseware.example"
    desktop.window.sign_in_requested.emit(key)
    refused = window(desktop, qtbot, RefusalDialog)
    assert refused.refusal.candidate.username == "admin@proseware.example"
    assert "admin@proseware.example" in refused.evidence.text.toPlainText()
    refused.same_button.click()
    asked = window(desktop, qtbot, ConfirmDialog)
    assert not workflows.directory.connection(key).account.enrolled
    asked.typed_edit.setText("admin@proseware.example")
    asked.yes_button.click()
    qtbot.waitUntil(lambda: "signed in as admin@proseware.example" in desktop.window.status_label.text(), timeout=WAIT)
    assert workflows.directory.connection(key).account.enrolled

    desktop.window.details_requested.emit(key)
    details = window(desktop, qtbot, DetailsDialog)
    qtbot.waitUntil(lambda: details.realm_facts.value("realmKind").startswith("Managed"), timeout=WAIT)
    qtbot.waitUntil(lambda: details.token_facts.value("token-Graph").startswith("Valid for"), timeout=WAIT)
    details.everywhere_button.click()
    window(desktop, qtbot, QuestionDialog).yes_button.click()
    qtbot.waitUntil(lambda: details.token_facts.value("token-Graph").startswith("None"), timeout=WAIT)
    assert any("Signed out everywhere" in line for line in details._history_lines())
    details.anew_button.click()
    window(desktop, qtbot, QuestionDialog).yes_button.click()
    qtbot.waitUntil(lambda: "first sign-in decides" in details.account_facts.value("accountNobody"), timeout=WAIT)
    assert not workflows.directory.connection(key).account.enrolled


def test_a_wrong_user_of_a_federated_domain_cannot_be_confirmed(house, qtbot):
    workflows, desktop, person = house
    desktop.start()
    key = add(workflows, desktop, qtbot, "admin@fabrikam.example", "Fabrikam")
    person.username = "admin@fabrikam.example"
    desktop.window.sign_in_requested.emit(key)
    refused = window(desktop, qtbot, RefusalDialog)
    assert refused.refusal.got == "kiosk@fabrikam.example"
    assert refused.same_button is None
    assert next(iter(refused.rung_buttons)) is Rung.FRESH
    refused.rung_buttons[Rung.FRESH].click()
    qtbot.waitUntil(lambda: "signed in as admin@fabrikam.example" in desktop.window.status_label.text(), timeout=WAIT)
