"""Which browser and profile signs in, and the way that is tried first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tenantdock.desktop.fields import Choice, field, paragraph
from tenantdock.desktop.parts import spaced
from tenantdock.desktop.texts import outside, rung, tr
from tenantdock.domain.computer import BrowserOffer
from tenantdock.domain.directory import OWN_PROFILE, BrowserChoice
from tenantdock.domain.signin import Rung

_FIRST = (Rung.BROWSER, Rung.FRESH, Rung.PRIVATE, Rung.OTHER_PROFILE, Rung.DEVICE_CODE)


class BrowserFields(QWidget):
    """Three lists: browser, profile, first way. What was saved stays chosen, also when it is not installed here."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=1)
        self._offers: tuple[BrowserOffer, ...] = ()
        self._saved = BrowserChoice()
        self._own = OWN_PROFILE
        self._filling = False
        self.browser_box = Choice()
        field(column, "detailsBrowser", tr("&Browser that signs in"), self.browser_box)
        self.profile_box = Choice()
        field(column, "detailsProfile", tr("&Profile"), self.profile_box)
        self.rung_box = Choice()
        field(column, "detailsRung", tr("&Way to try first"), self.rung_box)
        self.rung_text = paragraph(column, "")
        for way in _FIRST:
            self.rung_box.addItem(rung(way)[0], way.value)
        self.browser_box.currentIndexChanged.connect(self._browser_chosen)
        self.profile_box.currentIndexChanged.connect(lambda _at: self._tell())
        self.rung_box.currentIndexChanged.connect(lambda _at: self._tell())
        self._fill()

    @property
    def choice(self) -> tuple[BrowserChoice, str]:
        """The browser with its profile, and the key of the first way ("" for the browser, which is the usual one)."""
        way = str(self.rung_box.currentData())
        browser = BrowserChoice(str(self.browser_box.currentData() or ""), str(self.profile_box.currentData() or ""))
        return browser, way

    def show_choice(self, browser: BrowserChoice, way: str, account_id: str) -> None:
        """Show what is saved. *account_id* names the browser profile that TenantDock can keep for the account."""
        self._saved = browser
        self._own = OWN_PROFILE + account_id
        self._fill()
        self._filling = True
        for index in reversed(range(self.rung_box.count())):
            if self.rung_box.itemData(index) not in {each.value for each in _FIRST}:
                self.rung_box.removeItem(index)
        if self.rung_box.findData(way) < 0:
            known = next((each for each in Rung if each.value == way), None)
            self.rung_box.insertItem(0, rung(known)[0] if known else tr("The usual one (the browser)"), way)
        self.rung_box.setCurrentIndex(self.rung_box.findData(way))
        self._filling = False
        self._tell()

    def offer(self, offers: Sequence[BrowserOffer]) -> None:
        """Offer the browsers that are installed. What is chosen stays chosen."""
        chosen = self.choice[0]
        self._offers = tuple(offers)
        self._saved, kept = chosen, self._saved
        self._fill()
        self._saved = kept
        self._tell()

    def _fill(self) -> None:
        self._filling = True
        self.browser_box.clear()
        for each in self._offers:
            self.browser_box.addItem(outside(each.label, 80), each.key)
        if self.browser_box.findData("") < 0:
            self.browser_box.insertItem(0, tr("The system's default browser"), "")
        if self.browser_box.findData(self._saved.browser) < 0:
            self.browser_box.addItem(self._missing(self._saved.browser), self._saved.browser)
        self.browser_box.setCurrentIndex(self.browser_box.findData(self._saved.browser))
        self._fill_profiles(self._saved.profile)
        self._filling = False

    def _fill_profiles(self, chosen: str) -> None:
        offer = next((each for each in self._offers if each.key == self.browser_box.currentData()), None)
        self.profile_box.clear()
        self.profile_box.addItem(tr("The one it opens by itself"), "")
        for profile in offer.profiles if offer is not None else ():
            name, hint = outside(profile.name, 80), outside(profile.hint, 80)
            self.profile_box.addItem(f"{name}  ({hint})" if hint else name, profile.id)
        if offer is not None and offer.private:
            self.profile_box.addItem(tr("One that TenantDock keeps for this account alone"), self._own)
        if self.profile_box.findData(chosen) < 0:
            self.profile_box.addItem(self._missing(chosen), chosen)
        self.profile_box.setCurrentIndex(self.profile_box.findData(chosen))
        self.profile_box.setEnabled(self.profile_box.count() > 1)

    def _missing(self, key: str) -> str:
        return tr("{name} (not found here)", name=outside(key, 60)) if self._offers else outside(key, 60)

    def _browser_chosen(self) -> None:
        if not self._filling:
            self._filling = True
            same = str(self.browser_box.currentData() or "") == self._saved.browser
            self._fill_profiles(self._saved.profile if same else "")
            self._filling = False
            self._tell()

    def _tell(self) -> None:
        if self._filling:
            return
        way = next((each for each in Rung if each.value == self.rung_box.currentData()), Rung.BROWSER)
        self.rung_text.setText(rung(way)[1])
        self.changed.emit()
