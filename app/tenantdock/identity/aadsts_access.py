"""AADSTS numbers about Conditional Access, consent, applications, tokens and the service.

Checked against https://learn.microsoft.com/entra/identity-platform/reference-error-codes (its source in MicrosoftDocs/entra-docs)
in November 2026, and told in our words. 530001 to 530003, 530021, 53008, 53009, 700003, 700024, 70044 and 650051 are not in it;
their texts were taken from answers of the service that others published.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tenantdock.domain.said import sentences
from tenantdock.identity.aadsts_meaning import ANEW, POLICY, Fix, Meaning

_AGAIN_SOON = "Try again in a moment."
_TENANT = "Check the connection's tenant and cloud."
_CLIENT = "Check the client id that is set for this service."
_CONSENT = "Ask an administrator of this customer to consent to the application."
_AGENTS = "Tell whoever runs the account's Active Directory and its authentication agents."
_SEAMLESS = "Sign in again and type the user name and password; whoever runs seamless sign-on should look at it."
_COMPLIANT = sentences("Have this device enrolled and made compliant, or sign in from one that is.", POLICY)
_REPORT = "Update TenantDock. If it stays so, report it with the details."
_CODE = "Connect again to get a new code."

ACCESS: Final[Mapping[int, Meaning]] = {
    53000: Meaning("This customer admits compliant devices only, and this one is not.", _COMPLIANT, Fix.CUSTOMER, page=True),
    53001: Meaning("This customer admits domain-joined devices only, and this one is not.", POLICY, Fix.CUSTOMER, page=True),
    53002: Meaning("This customer admits approved applications only, and this one is not.", POLICY, Fix.CUSTOMER, page=True),
    53003: Meaning("A Conditional Access policy of this customer blocks this sign-in.", POLICY, Fix.CUSTOMER, page=True),
    53004: Meaning("A second factor has to be registered, and the risk is too high for that now.", POLICY, Fix.HOME, page=True),
    53008: Meaning(
        "This customer does not admit this browser.", "Sign in with Edge, or another one that its policy names.", page=True
    ),
    53009: Meaning("This customer admits applications with Intune protection only.", POLICY, Fix.CUSTOMER, page=True),
    53010: Meaning(
        "A second factor has to be registered, and that is allowed from certain places or devices only.",
        POLICY,
        Fix.HOME,
        page=True,
    ),
    53011: Meaning("The account is blocked in its own tenant, because it is at risk.", "Ask an administrator there.", Fix.HOME),
    530001: Meaning(
        "This customer does not admit this browser.", "Sign in with Edge, or another one that its policy names.", page=True
    ),
    530002: Meaning("This customer admits compliant devices only, and this one is not.", _COMPLIANT, Fix.CUSTOMER, page=True),
    530003: Meaning("This customer admits managed devices only, and this one is not.", _COMPLIANT, Fix.CUSTOMER, page=True),
    530021: Meaning("This customer admits approved applications only, and this one is not.", POLICY, Fix.CUSTOMER, page=True),
    530032: Meaning("A security policy of this customer's tenant blocks this sign-in.", POLICY, Fix.CUSTOMER, page=True),
    530034: Meaning(
        "The delegated administration (GDAP) of this account is blocked, because the account is at risk at home.",
        "Ask an administrator of the account's own tenant to look at the risk.",
        Fix.HOME,
    ),
    530035: Meaning("The security defaults of this customer's tenant block this sign-in.", POLICY, Fix.CUSTOMER, page=True),
    54000: Meaning("The account belongs to a minor, and the customer does not admit those.", "Use another account.", Fix.CUSTOMER),
    54005: Meaning("The answer of the sign-in page was used twice.", ANEW),
    65001: Meaning(
        "Nobody has consented to this application in the customer's tenant yet.",
        "Sign in again and accept what the page asks for, or ask an administrator of this customer to consent for all.",
    ),
    65002: Meaning(
        "This application is not allowed to use that service: Microsoft has not authorised the pair.",
        "Choose another client id for this service, or an app registration of your own.",
        Fix.CONNECTION,
    ),
    65004: Meaning("The consent was declined on the sign-in page.", "Sign in again and accept, or remove the service."),
    65005: Meaning(
        "The app registration does not list the permissions that this service needs.", "Add them to it.", Fix.CONNECTION
    ),
    650051: Meaning("The application could not be added to the customer's tenant just now.", _AGAIN_SOON, Fix.WAIT),
    650052: Meaning(
        "The customer has no subscription to the service that the application needs.",
        "Remove the service from this connection, or ask an administrator there.",
        Fix.CUSTOMER,
    ),
    650054: Meaning("The service that the application asks for was removed.", "Remove it here.", Fix.CUSTOMER),
    650056: Meaning(
        "The app registration lists no permissions, or nobody has consented to them.", _CONSENT, Fix.CUSTOMER, page=True
    ),
    650057: Meaning("The app registration does not list this service among its permissions.", "Add it there.", Fix.CONNECTION),
    70000: Meaning("The saved sign-in is not valid any more.", ANEW),
    70001: Meaning(
        "The application is disabled in the customer's tenant.", "Ask an administrator there to enable it.", Fix.CUSTOMER
    ),
    700003: Meaning("This device is no longer registered.", "Register it anew, then sign in again.", page=True),
    700005: Meaning("The answer of the sign-in page was for another tenant.", ANEW),
    700011: Meaning("The application is not known in the customer's tenant.", _CONSENT, Fix.CUSTOMER, page=True),
    700016: Meaning(
        "The application is not known in the customer's tenant.",
        "Check the client id, or have an administrator consent to the application there.",
        Fix.CUSTOMER,
    ),
    70002: Meaning(
        "The app registration wants a secret that TenantDock does not have.", "Make it a public client.", Fix.CONNECTION
    ),
    700020: Meaning("A person has to sign in.", ANEW),
    700022: Meaning("Tokens for several services were asked for at once.", _REPORT, Fix.CONNECTION),
    700023: Meaning("No service was named for the token.", _REPORT, Fix.CONNECTION),
    700024: Meaning("What the application shows to prove itself is expired, or not valid yet.", ANEW),
    700025: Meaning("The app registration is a public client and was shown a secret.", _CLIENT, Fix.CONNECTION),
    700027: Meaning("The signature of what the application shows to prove itself is not valid.", _CLIENT, Fix.CONNECTION),
    70003: Meaning("The app registration does not allow this way to sign in.", _CLIENT, Fix.CONNECTION),
    70004: Meaning(
        "The redirect address is not one that the app registration allows.", "Add http://localhost to it.", Fix.CONNECTION
    ),
    70005: Meaning("The app registration does not allow the kind of answer that was asked for.", _CLIENT, Fix.CONNECTION),
    700054: Meaning("The app registration does not allow id tokens from the sign-in page.", _CLIENT, Fix.CONNECTION),
    70007: Meaning("The sign-in page was asked to answer in a way that it does not know.", _REPORT, Fix.CONNECTION),
    70008: Meaning("The saved sign-in, or the answer of the sign-in page, has expired.", ANEW),
    700082: Meaning("The saved sign-in was not used for too long and has expired.", ANEW),
    700084: Meaning("The saved sign-in has reached its longest life and has expired.", ANEW),
    70011: Meaning("The service that was asked for is not known to the sign-in service.", _CLIENT, Fix.CONNECTION),
    70012: Meaning("Microsoft's sign-in for personal accounts failed.", "Use a work account, or try again.", Fix.WAIT),
    70016: Meaning("The code was not typed yet.", "Type the code at the address that is shown.", page=True),
    70018: Meaning("Another code than the one shown was typed.", _CODE),
    70019: Meaning("The code was not used in time.", _CODE),
    70043: Meaning("A policy limits how long a sign-in lasts, and it is over.", ANEW),
    70044: Meaning("A policy limits how long a browser session lasts, and it is over.", ANEW),
    7000112: Meaning(
        "The application is disabled in the customer's tenant.", "Ask an administrator there to enable it.", Fix.CUSTOMER
    ),
    7000114: Meaning("The application may not act for others.", _CLIENT, Fix.CONNECTION),
    7000215: Meaning(
        "The app registration was shown a wrong secret.", "Make it a public client; TenantDock uses none.", Fix.CONNECTION
    ),
    7000218: Meaning(
        "The app registration is not a public client.", 'Switch on "Allow public client flows" for it.', Fix.CONNECTION
    ),
    7000222: Meaning(
        "The app registration's secret has expired.", "Make it a public client; TenantDock uses none.", Fix.CONNECTION
    ),
    75003: Meaning("The federated sign-in service was asked in a way that it does not know.", _AGENTS, Fix.HOME),
    75008: Meaning("The federated sign-in service refused the request.", _AGENTS, Fix.HOME),
    75011: Meaning(
        "The account was signed in by another method than the one that was asked for.",
        "Sign in again in a private window, so that the browser's own sign-in is not used.",
    ),
    75016: Meaning("The federated sign-in service was asked for a name in a form that is not valid.", _AGENTS, Fix.HOME),
    76026: Meaning("The request to the federated sign-in service is too old.", ANEW),
    80001: Meaning("The authentication agents cannot reach the account's Active Directory.", _AGENTS, Fix.HOME, page=True),
    80002: Meaning("The account's Active Directory did not answer in time.", _AGENTS, Fix.HOME, page=True),
    80005: Meaning("The authentication agents gave an answer that cannot be used.", _AGENTS, Fix.HOME, page=True),
    80007: Meaning("The authentication agents could not check the password.", _AGENTS, Fix.HOME, page=True),
    80010: Meaning("The authentication agents could not read the password.", _AGENTS, Fix.HOME, page=True),
    80012: Meaning(
        "The account may not sign in at this hour.", "Ask an administrator of its Active Directory for other hours.", Fix.HOME
    ),
    80013: Meaning("The clocks of the authentication agents and of the Active Directory differ.", _AGENTS, Fix.HOME),
    80014: Meaning("The authentication agents answered too late.", _AGENTS, Fix.HOME, page=True),
    81004: Meaning("Seamless sign-on failed: Kerberos was not accepted.", _SEAMLESS),
    81005: Meaning("Seamless sign-on failed: the browser offered another kind of sign-in.", _SEAMLESS),
    81006: Meaning("Seamless sign-on failed: the browser offered nothing.", _SEAMLESS),
    81007: Meaning("Seamless sign-on is not switched on in the tenant.", _SEAMLESS),
    81009: Meaning("Seamless sign-on failed: the Kerberos ticket cannot be read.", _SEAMLESS),
    81010: Meaning("Seamless sign-on failed: the Kerberos ticket is expired or not valid.", _SEAMLESS),
    81011: Meaning("Seamless sign-on failed: the ticket's user is not in the tenant.", _SEAMLESS),
    81012: Meaning(
        "This computer's own user is somebody else than the account that was named.",
        "Sign in again in a private window or another browser profile, as the account of this connection.",
    ),
    90002: Meaning("There is no such tenant in this cloud.", _TENANT, Fix.CONNECTION),
    90004: Meaning("The request was not formed as it has to be.", _REPORT, Fix.CONNECTION),
    90006: Meaning("The sign-in service is not available just now.", _AGAIN_SOON, Fix.WAIT),
    90008: Meaning("Nobody has consented to this application in the customer's tenant yet.", _CONSENT, Fix.CUSTOMER, page=True),
    90010: Meaning("The sign-in service does not support what was asked for.", _REPORT, Fix.CONNECTION),
    90012: Meaning("The sign-in took too long.", ANEW),
    90013: Meaning("What was typed on the sign-in page cannot be used.", ANEW),
    90014: Meaning("A part of the request is missing.", _REPORT, Fix.CONNECTION),
    900144: Meaning("A part of the request is missing.", _REPORT, Fix.CONNECTION),
    90015: Meaning("The address of the sign-in page is too long.", _REPORT, Fix.CONNECTION),
    90019: Meaning("The sign-in service could not tell which tenant is meant.", _TENANT, Fix.CONNECTION),
    900021: Meaning("There is no such tenant in this cloud.", _TENANT, Fix.CONNECTION),
    90020: Meaning("The federated sign-in service does not say who the account is.", _AGENTS, Fix.HOME),
    90023: Meaning("The sign-in service did not accept the request.", _REPORT, Fix.CONNECTION),
    9002313: Meaning("The sign-in service did not accept the request; something on the way may have changed it.", ANEW),
    90024: Meaning("The sign-in service has a passing fault.", _AGAIN_SOON, Fix.WAIT),
    90033: Meaning("Microsoft's directory is not available just now.", _AGAIN_SOON, Fix.WAIT),
    90036: Meaning("Microsoft's directory failed.", "Try again later; if it stays so, open a case with Microsoft.", Fix.WAIT),
    90038: Meaning("The tenant is in another Microsoft cloud.", "Choose that cloud for this customer.", Fix.CONNECTION),
    900382: Meaning("The application cannot be used across clouds.", "Choose the customer's cloud.", Fix.CONNECTION),
    900432: Meaning("The application cannot be used across clouds.", "Choose the customer's cloud.", Fix.CONNECTION),
    90043: Meaning("The account is in another Microsoft cloud.", "Choose the account's cloud.", Fix.CONNECTION),
    90051: Meaning("The cloud that was named does not exist.", _TENANT, Fix.CONNECTION),
    90055: Meaning("The customer's tenant gets too many requests just now.", "Try again in some minutes.", Fix.WAIT),
    900561: Meaning("The sign-in page was left by the browser's back button.", ANEW),
    90072: Meaning(
        "The account that signed in comes from another tenant and is no guest of this customer.",
        "Sign in as the account of this connection (a private window helps), or have the account invited.",
    ),
    90081: Meaning("The federated sign-in service sent a message that is not valid.", _AGENTS, Fix.HOME, page=True),
    90082: Meaning("The way to sign in that was chosen is not supported for this account.", "Sign in another way.", page=True),
    90084: Meaning("Guests are not admitted there.", "Use a member of the tenant.", Fix.CUSTOMER),
    90085: Meaning("The customer's tenant is not ready yet.", "Try again in some minutes.", Fix.WAIT),
    90086: Meaning("The account's earlier sign-in has expired.", ANEW),
    90090: Meaning("Microsoft's directory is not available just now.", _AGAIN_SOON, Fix.WAIT),
    90091: Meaning("Microsoft's directory cannot be reached just now.", _AGAIN_SOON, Fix.WAIT),
    90093: Meaning("The account may not consent to this application.", _CONSENT, Fix.CUSTOMER),
    90094: Meaning("An administrator of this customer has to consent to this application.", "Ask one to consent.", Fix.CUSTOMER),
    90095: Meaning("An administrator of this customer has to approve this application.", "Ask one to approve it.", Fix.CUSTOMER),
    90099: Meaning(
        "The application is not authorised in the customer's tenant, and delegated administrators cannot do that by signing in.",
        "Consent to it for this customer in Partner Center, or ask an administrator of the customer to consent.",
        Fix.CUSTOMER,
    ),
    90100: Meaning("A part of the request is empty or not valid.", _REPORT, Fix.CONNECTION),
    901002: Meaning("The request names its service in an old way.", _REPORT, Fix.CONNECTION),
    90119: Meaning("No code was typed.", _CODE),
    90120: Meaning("The code was used or declined already.", _CODE),
    90123: Meaning("The account's identity provider refused the sign-in.", _AGENTS, Fix.HOME, page=True),
    1000000: Meaning("The account has to sign in to another identity provider first.", ANEW),
    1000002: Meaning("The account was bound to another identity provider; the sign-in page tells more.", ANEW),
    1000031: Meaning("The application cannot be used just now.", "Ask an administrator of this customer.", Fix.CUSTOMER),
    1000104: Meaning("The account's tenant does not let it work in that cloud.", "Ask an administrator there.", Fix.HOME),
    140000: Meaning("A part of the sign-in with this device's key is missing.", ANEW),
    140001: Meaning("This device's session key is not valid.", ANEW),
    165900: Meaning("The sign-in service did not accept the request.", ANEW),
    220450: Meaning("The browser inside an app is too old for the sign-in page.", "Use an up-to-date browser.", page=True),
    220501: Meaning(
        "The list of revoked certificates could not be fetched.", "Sign in without a certificate.", Fix.HOME, page=True
    ),
    240001: Meaning("The account may not register devices.", "Ask an administrator of its tenant.", Fix.HOME),
    240002: Meaning("A token cannot be used the way it was.", ANEW),
}
