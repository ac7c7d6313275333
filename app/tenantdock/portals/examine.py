"""The browser's part of the connectivity test: is there the one that the connection wants, with its profile? Nothing is opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Check, Finding, Outcome, Subject
from tenantdock.domain.computer import BrowserOffer, Browsers
from tenantdock.domain.directory import OWN_PROFILE, BrowserChoice
from tenantdock.domain.said import as_said, said, sentences
from tenantdock.domain.text import one_line
from tenantdock.portals.known import is_file

_INSTALL = "Install Microsoft Edge, Google Chrome, Chromium, Brave or Firefox."
_EDIT = "Edit the connection and choose its browser again."


class BrowserExaminer:
    """The :class:`~tenantdock.domain.ports.Examiner` of the browsers."""

    def __init__(self, browsers: Browsers) -> None:
        self._browsers = browsers

    def checks(self, subject: Subject) -> Sequence[Check]:
        """The browser and its profile. *instant*."""
        choice = subject.connection.browser if subject.connection is not None else BrowserChoice()
        return [Check("browser", "Browser and profile", lambda cancel, _facts: self._check(choice, cancel))]

    def _check(self, choice: BrowserChoice, cancel: Cancel) -> Finding:
        offers = self._browsers.choices()
        cancel.check()
        installed = [offer for offer in offers if offer.key]
        evidence = tuple(_told(offer) for offer in installed) or ("None of the browsers that TenantDock knows was found.",)
        default = next((offer for offer in installed if offer.default), None)
        if not choice.browser:
            return _by_default(choice, installed, default, evidence)
        if Path(choice.browser).is_absolute():
            found = is_file(Path(choice.browser))
            name = one_line(choice.browser)
            if found:
                return Finding(Outcome.PASS, said("The connection's browser is the program {name}.", name=name), evidence)
            return Finding(
                Outcome.FAIL,
                said("The connection's browser is the program {name}, which is not there.", name=name),
                evidence,
                _EDIT,
            )
        wanted = next((offer for offer in installed if offer.key == choice.browser), None)
        if wanted is None:
            return Finding(
                Outcome.FAIL,
                said("The connection's browser ({browser}) is not installed.", browser=one_line(choice.browser, 60)),
                evidence,
                _EDIT,
            )
        return _with_profile(wanted, choice, evidence)


def _by_default(
    choice: BrowserChoice, installed: Sequence[BrowserOffer], default: BrowserOffer | None, evidence: tuple[str, ...]
) -> Finding:
    if not installed:
        return Finding(
            Outcome.WARN,
            "No browser was found that can open a private window or a profile of its own.",
            evidence,
            sentences(as_said(_INSTALL), said("With another default browser plain sign-ins work.")),
        )
    if default is None:
        used = installed[0]
        told = said(
            "The default browser is not one that TenantDock knows; private windows and profiles are opened in {label}.",
            label=used.label,
        )
        if choice.profile:
            return _with_profile(used, choice, evidence)
        return Finding(
            Outcome.WARN,
            told,
            evidence,
            said("Choose a browser for the connection, or make {label} the default one.", label=used.label),
        )
    if choice.profile:
        return _with_profile(default, choice, evidence)
    return Finding(Outcome.PASS, said("Sign-ins open in the default browser, {label}.", label=default.label), evidence)


def _with_profile(offer: BrowserOffer, choice: BrowserChoice, evidence: tuple[str, ...]) -> Finding:
    if not choice.profile:
        return Finding(Outcome.PASS, said("Sign-ins open in {label}.", label=offer.label), evidence)
    if choice.profile.startswith(OWN_PROFILE):
        return Finding(
            Outcome.PASS, said("Sign-ins open in {label}, in a profile of TenantDock's own.", label=offer.label), evidence
        )
    profile = next((each for each in offer.profiles if each.id == choice.profile), None)
    if profile is None:
        text = said(
            "The profile {profile} of {label} is not there (any more).", profile=one_line(choice.profile, 60), label=offer.label
        )
        return Finding(Outcome.FAIL, text, evidence, _EDIT)
    return Finding(
        Outcome.PASS, said("Sign-ins open in {label}, in the profile {name}.", label=offer.label, name=profile.name), evidence
    )


def _told(offer: BrowserOffer) -> str:
    names = ", ".join(profile.name for profile in offer.profiles)
    default = " (default)" if offer.default else ""
    return f"{offer.label}{default}: {one_line(offer.path)}{f', profiles {names}' if names else ''}"
