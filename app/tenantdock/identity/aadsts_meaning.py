"""What an error of the provider is made of, in our words."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final


class Fix(enum.Enum):
    """Who can help. The value is told to the person."""

    SIGN_IN = "you, by signing in again"
    CONNECTION = "you, by changing the connection or the settings here"
    CUSTOMER = "an administrator of the customer's tenant"
    HOME = "an administrator of the account's own tenant"
    WAIT = "nobody has to: it passes"


@dataclass(frozen=True, slots=True)
class Meaning:
    """An error in plain words. *text* says what happened, *next_step* what to do, *fix* who can. *page* is whether the sign-in page
    leads on, or says more, when a person goes through it; where only a person's sign-in helps it always does.
    """

    text: str
    next_step: str
    fix: Fix = Fix.SIGN_IN
    page: bool = False

    @property
    def by_signing_in(self) -> bool:
        """Whether to send the person to the sign-in page."""
        return self.page or self.fix is Fix.SIGN_IN


ANEW: Final = "Sign in again."
PROVIDER: Final = "Sign in again. If it comes back, look the number up or ask an administrator."
POLICY: Final = "Ask an administrator of this customer which Conditional Access policy applies (the sign-in log names it)."
"""Next steps that many errors share."""
