"""AADSTS numbers about accounts, tenants, passwords, second factors and federation.

Checked against https://learn.microsoft.com/entra/identity-platform/reference-error-codes (its source in MicrosoftDocs/entra-docs)
in November 2026, and told in our words. 500014, 500083, 500121, 500341 and 501051 are not in it; their texts were taken from
answers of the service that others published.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tenantdock.identity.aadsts_meaning import ANEW, Fix, Meaning

_FEDERATED = "Tell whoever runs the federated sign-in service of the account's domain (AD FS or another)."
_INVITE = "Check the connection's tenant and account, or ask an administrator there to invite the account."
_TENANT = "Check the connection's tenant and cloud."
_AGAIN_SOON = "Try again in a moment."
_RESTRICTED = "Use another network, or ask the administrator of your own network to allow this customer's tenant."

ACCOUNTS: Final[Mapping[int, Meaning]] = {
    16000: Meaning(
        "The browser's account is not in the customer's tenant, or several are signed in and none was chosen.",
        "Sign in again as the account of this connection; a private window helps.",
    ),
    16001: Meaning("The account that was chosen on the sign-in page could not be used.", "Sign in again and choose another one."),
    16002: Meaning("The browser's session is not the one that was asked for.", ANEW),
    16003: Meaning("The account is not in the customer's tenant yet.", _INVITE, Fix.CUSTOMER),
    160021: Meaning("The browser's session that was asked for does not exist any more.", ANEW),
    20001: Meaning("The federated sign-in service gave an answer that cannot be used.", _FEDERATED, Fix.HOME, page=True),
    20012: Meaning("The message of the federated sign-in service is not valid.", _FEDERATED, Fix.HOME, page=True),
    20033: Meaning("The metadata of the federated sign-in service names another tenant.", _FEDERATED, Fix.HOME),
    40008: Meaning("The account's own identity provider failed.", _FEDERATED, Fix.HOME, page=True),
    40009: Meaning("The account's own identity provider refused to renew the sign-in.", ANEW),
    40010: Meaning("The account's own identity provider has a passing fault.", _AGAIN_SOON, Fix.WAIT),
    40015: Meaning("The account's own identity provider refused the sign-in.", _FEDERATED, Fix.HOME, page=True),
    50000: Meaning(
        "The sign-in service could not issue a token.", "Try again; if it stays so, open a case with Microsoft.", Fix.WAIT
    ),
    50001: Meaning("The service is disabled in the customer's tenant, or does not exist there.", "Remove it here.", Fix.CUSTOMER),
    500011: Meaning(
        "The service is not present in the customer's tenant (no licence, or never used).",
        "Remove the service from this connection, or ask an administrator there to set it up.",
        Fix.CUSTOMER,
    ),
    500014: Meaning(
        "The service is switched off in the customer's tenant: a subscription has lapsed, or an administrator disabled it.",
        "Ask an administrator there to renew or enable it, or remove the service from this connection.",
        Fix.CUSTOMER,
    ),
    50002: Meaning(
        "The network that you are on lets you sign in to some tenants only, and not to this one.", _RESTRICTED, Fix.CONNECTION
    ),
    500021: Meaning(
        "The network that you are on does not let you sign in to this tenant (tenant restrictions).", _RESTRICTED, Fix.CONNECTION
    ),
    500022: Meaning(
        "The network that you are on does not let you sign in to this tenant (tenant restrictions).", _RESTRICTED, Fix.CONNECTION
    ),
    50003: Meaning("The app registration has no key that signs its tokens.", "Ask its owner to set one.", Fix.CUSTOMER),
    50005: Meaning(
        "This customer's policy does not admit this kind of computer.", "Ask an administrator there.", Fix.CUSTOMER, page=True
    ),
    50006: Meaning("A signature in the sign-in is not valid.", ANEW),
    50008: Meaning(
        "The federated sign-in service sent a token that is missing, damaged or misconfigured.", _FEDERATED, Fix.HOME, page=True
    ),
    500083: Meaning(
        "The federated sign-in service signs as an issuer that the tenant does not know.",
        "The federation's issuer has to be set anew for the account's domain.",
        Fix.HOME,
    ),
    5000819: Meaning("The federated sign-in service sent no usable e-mail address.", _FEDERATED, Fix.HOME),
    50011: Meaning(
        "The app registration does not allow the address http://localhost.",
        "Add http://localhost as a redirect address for mobile and desktop applications to it.",
        Fix.CONNECTION,
    ),
    50012: Meaning(
        "A certificate in the sign-in is not accepted by the tenant.",
        "Ask an administrator of the account's tenant which one has to be used.",
        Fix.HOME,
        page=True,
    ),
    50013: Meaning("What the sign-in rests on is not valid: expired, malformed, or from elsewhere.", ANEW),
    500133: Meaning("What the sign-in rests on is expired, or not valid yet.", ANEW),
    50014: Meaning("The account does not exist in the tenant, or its invitation was not accepted yet.", _INVITE, Fix.CUSTOMER),
    50015: Meaning("A guardian has to consent to this account first.", "Sign in again and follow the sign-in page.", page=True),
    50017: Meaning(
        "The certificate that you signed in with could not be checked.",
        "Ask an administrator of the account's tenant which certificates it trusts.",
        Fix.HOME,
    ),
    50020: Meaning(
        "This account is not known in the customer's tenant: it is neither a member nor a guest there.", _INVITE, Fix.CUSTOMER
    ),
    500208: Meaning("The customer's tenant does not admit this kind of account.", "Use a work or school account.", Fix.CONNECTION),
    500212: Meaning(
        "The account's own tenant does not let it work in this customer's tenant (cross-tenant access, outbound).",
        "Ask an administrator of the account's tenant to allow it.",
        Fix.HOME,
    ),
    500213: Meaning(
        "This customer does not admit accounts of your tenant (cross-tenant access, inbound).",
        "Ask an administrator of this customer to allow it.",
        Fix.CUSTOMER,
    ),
    50027: Meaning("A token in the sign-in is not valid.", ANEW),
    50029: Meaning("The domain's name has a character that is not allowed.", _TENANT, Fix.CONNECTION),
    50033: Meaning("The sign-in service has a passing fault.", _AGAIN_SOON, Fix.WAIT),
    50034: Meaning(
        "There is no account with this user name in the tenant.",
        "Check the user name and the tenant of this connection.",
        Fix.CONNECTION,
    ),
    500341: Meaning(
        "The account was deleted from the tenant.", "Remove this account here, or have it restored there.", Fix.CUSTOMER
    ),
    50049: Meaning("The sign-in address is not one of Microsoft's.", _TENANT, Fix.CONNECTION),
    50053: Meaning(
        "The account is locked after too many wrong passwords, or the address it comes from is blocked.",
        "Wait some minutes, then sign in again. An administrator can unlock the account.",
    ),
    50055: Meaning("The password has expired.", "Sign in again; the sign-in page asks for a new password."),
    50056: Meaning(
        "The account has no password that is valid for this sign-in.",
        "Sign in again, or ask an administrator there for a new password.",
        Fix.HOME,
    ),
    50057: Meaning("The account is disabled.", "Ask an administrator of the account's home tenant to enable it.", Fix.HOME),
    50058: Meaning("The browser is not signed in, or signed in as somebody else.", ANEW),
    50059: Meaning("The sign-in service could not tell which tenant is meant.", _TENANT, Fix.CONNECTION),
    50064: Meaning("The user name or the password was not accepted.", ANEW),
    50072: Meaning("The account has to register a second factor first.", "Sign in again; the sign-in page leads through it."),
    50074: Meaning("A second factor is needed.", "Sign in again and confirm the second factor."),
    50076: Meaning(
        "A second factor is needed: a policy asks for it, or the place or network changed.", "Sign in again and confirm it."
    ),
    50078: Meaning("The second factor has expired.", "Sign in again and confirm the second factor."),
    50079: Meaning("The account has to register a second factor first.", "Sign in again; the sign-in page leads through it."),
    50085: Meaning("The account's social identity provider wants a new sign-in.", ANEW),
    50086: Meaning("The second factor could not be checked.", "Sign in again with another second factor."),
    50087: Meaning("The second factor could not be checked just now.", _AGAIN_SOON, Fix.WAIT),
    50088: Meaning("Too many calls or text messages were sent for the second factor.", "Try again in a few minutes.", Fix.WAIT),
    50089: Meaning("The sign-in took too long, or was ended.", ANEW),
    50097: Meaning(
        "The customer wants to know this device, and it did not show who it is.",
        "Sign in with a browser that this computer's work account is connected to (Edge, or Chrome with Microsoft's extension).",
        page=True,
    ),
    50105: Meaning(
        "The account is not assigned to this application in the customer's tenant.",
        "Ask an administrator there to assign the account or one of its groups to it.",
        Fix.CUSTOMER,
    ),
    501051: Meaning(
        "The application is not assigned to a role of the service.", "Ask an administrator there to assign it.", Fix.CUSTOMER
    ),
    50107: Meaning(
        "The federation that signed the account in is not known to the tenant.",
        "Its federation has to be set up anew (issuer and domain).",
        Fix.HOME,
    ),
    500121: Meaning("The second factor was not confirmed.", "Sign in again and confirm it in time."),
    50125: Meaning(
        "The password has to be reset, or its recovery registered, first.", "Sign in again; the sign-in page leads through it."
    ),
    50126: Meaning("The user name or the password is wrong.", "Sign in again. If the password is forgotten, reset it."),
    50127: Meaning(
        "This computer has to be registered with the customer first.", "Ask an administrator there how.", Fix.CUSTOMER, page=True
    ),
    50128: Meaning("There is no such tenant.", _TENANT, Fix.CONNECTION),
    50129: Meaning(
        "This computer is not registered with a work account.", "Register it, then sign in again.", Fix.CUSTOMER, page=True
    ),
    50131: Meaning(
        "A policy blocks this sign-in (device, place or risk).",
        "Ask an administrator of this customer which policy applies (the sign-in log names it).",
        Fix.CUSTOMER,
        page=True,
    ),
    50132: Meaning("The sign-in is no longer valid, because the password changed or an administrator ended it.", ANEW),
    50133: Meaning("The sign-in is no longer valid, because the password changed or expired.", ANEW),
    50134: Meaning("The code was typed in another data centre than it was asked for in.", "Connect again to get a new code."),
    50135: Meaning("The password has to be changed, because the account is at risk.", "Sign in again and change it."),
    50140: Meaning('The question "stay signed in?" was not answered.', ANEW),
    50143: Meaning("The browser's session belongs to another tenant than the account's.", "Sign in again in a private window."),
    50144: Meaning(
        "The password of the account's Active Directory has expired.", "Change it there, then sign in again.", Fix.HOME, page=True
    ),
    50155: Meaning("This computer could not show that it is a registered one.", "Sign in again, or register it anew.", page=True),
    50158: Meaning(
        "Another security check is needed (terms of use, or another provider's).", "Sign in again and finish what the page asks."
    ),
    50161: Meaning(
        "The other provider's security check did not say enough.",
        "Ask an administrator of this customer who set it up.",
        Fix.CUSTOMER,
    ),
    50166: Meaning("The other provider's security check is too busy.", _AGAIN_SOON, Fix.WAIT),
    50168: Meaning("The browser could not use this computer's work account.", "Sign in again."),
    50169: Meaning("The sign-in page was asked for a realm that does not exist.", _TENANT, Fix.CONNECTION),
    50173: Meaning("The sign-in is no longer valid, because the password changed or an administrator ended it.", ANEW),
    50177: Meaning(
        "This customer's extra security check does not work for accounts of other tenants.",
        "Ask an administrator of this customer for an exception.",
        Fix.CUSTOMER,
    ),
    50178: Meaning(
        "This customer's session policy does not work for accounts of other tenants.",
        "Ask an administrator of this customer for an exception.",
        Fix.CUSTOMER,
    ),
    50180: Meaning("Windows' own sign-in is needed, and the browser did not offer it.", ANEW),
    50187: Meaning("This computer could not be checked.", ANEW, page=True),
    50192: Meaning(
        "No certificate came with the sign-in; a proxy may have removed it.", "Let the sign-in service past the proxy.", page=True
    ),
    50194: Meaning(
        "The app registration is for its own tenant only.", "Make it multitenant, or choose another one.", Fix.CONNECTION
    ),
    50196: Meaning(
        "The same token was asked for too often in a short time.",
        "Wait five minutes, then try again. Close consoles that loop.",
        Fix.WAIT,
    ),
    50197: Meaning("The account could not be told apart from another one.", ANEW),
    50199: Meaning(
        "The sign-in page wants you to confirm that you mean to sign in to this program.", "Sign in again and confirm it."
    ),
    51000: Meaning("The feature is switched off in the tenant.", "Ask an administrator there.", Fix.CUSTOMER),
    51004: Meaning("The account is not in the customer's tenant.", _INVITE, Fix.CUSTOMER),
    51006: Meaning("Windows' own sign-in is needed.", ANEW),
    120000: Meaning("The old password that was typed to change it is wrong.", "Sign in again and change it once more."),
    120002: Meaning("The new password is too weak.", "Sign in again and choose another one."),
    120003: Meaning("The new password holds a part of the name.", "Sign in again and choose another one."),
    120004: Meaning("The new password does not meet the rules of the account's Active Directory.", "Choose another one."),
    120012: Meaning("The password has to be changed in the account's Active Directory.", "Change it there.", Fix.HOME, page=True),
    120013: Meaning(
        "The account's Active Directory could not be reached to change the password.", "Try again later.", Fix.HOME, page=True
    ),
    120014: Meaning(
        "The account is locked or disabled in its Active Directory.", "Ask an administrator there to unlock it.", Fix.HOME
    ),
    120015: Meaning("An administrator of the account's Active Directory has to change the password.", "Ask one.", Fix.HOME),
    130004: Meaning("Windows Hello is not set up for this account.", "Sign in another way, or set it up.", page=True),
    130005: Meaning("Windows Hello's signature was not accepted.", "Sign in another way.", page=True),
    130006: Meaning("Windows Hello has no key on this computer.", "Sign in another way.", page=True),
    130007: Meaning("This computer is disabled in the tenant.", "Ask an administrator of the account's tenant.", Fix.HOME),
    130008: Meaning("This computer is not known in the tenant any more.", "Register it anew.", Fix.HOME),
    135010: Meaning("The key that the sign-in needs was not found.", "Sign in another way."),
    135011: Meaning("The device that was used to sign in is disabled.", "Ask an administrator of the account's tenant.", Fix.HOME),
}
