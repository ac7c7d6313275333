"""A double of pymsalruntime 0.20, openly one: the functions and classes that msal 1.39 uses of it, and a person at its window.

msal's own code (msal/broker.py) runs on it unchanged. It shows what msal and TenantDock do with WAM's answers, and nothing about
how the real WAM behaves.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any

from support.identity import TENANT, UPN, USER, b64, jwt


class CallbackData:
    def __init__(self, is_interactive: bool = False) -> None:
        self.signal = threading.Event()
        self.result: Any = None

    def complete(self, result: Any) -> None:
        self.result = result
        self.signal.set()


class Parameters:
    def __init__(self, client_id: str, authority: str) -> None:
        self.client_id, self.authority = client_id, authority
        self.scopes: list[str] = []
        self.claims = ""
        self.more: dict[str, str] = {}

    def set_requested_scopes(self, scopes: list[str]) -> None:
        self.scopes = scopes

    def set_additional_parameter(self, name: str, value: str) -> None:
        self.more[name] = value

    def set_redirect_uri(self, address: str) -> None:
        pass

    def set_decoded_claims(self, claims: str) -> None:
        self.claims = claims


class Trouble:
    """An MSALRuntimeError."""

    def __init__(self, status: str, context: str = "") -> None:
        self.status, self.context = status, context

    def get_context(self) -> str:
        return self.context

    def get_status(self) -> str:
        return f"Response_Status.Status_{self.status}"

    def get_error_code(self) -> int:
        return 0

    def get_tag(self) -> int:
        return 508


class Signed:
    """An MSALRuntimeAuthResult: a token for one user in one tenant, or an error."""

    def __init__(
        self,
        parameters: Parameters | None = None,
        *,
        oid: str = USER,
        tid: str = TENANT,
        utid: str = TENANT,
        upn: str = UPN,
        error: Trouble | None = None,
        life: int = 3600,
    ) -> None:
        self.error = error
        self.account_id = f"wam-id-of-{oid}"
        self.life = life
        if parameters is not None:
            claims = {"tid": tid, "oid": oid, "preferred_username": upn, "aud": parameters.client_id}
            self.id_token, self.raw = json.dumps(claims), jwt(claims)
            self.token = jwt({"aud": "https://graph.practice.example", "tid": tid, "oid": oid})
            self.client_info = b64({"uid": oid, "utid": utid})

    def get_telemetry_data(self) -> dict[str, str]:
        return {"wam_telemetry": "x"}

    def get_error(self) -> Trouble | None:
        return self.error

    def get_id_token(self) -> str:
        return self.id_token

    def get_raw_id_token(self) -> str:
        return self.raw

    def get_account(self) -> Any:
        return SimpleNamespace(get_client_info=lambda: self.client_info, get_account_id=lambda: self.account_id)

    def is_pop_authorization(self) -> bool:
        return False

    def get_access_token(self) -> str:
        return self.token

    def get_access_token_expiry_time(self) -> int:
        return int(time.time()) + self.life

    def get_granted_scopes(self) -> list[str]:
        return []


class Runtime(ModuleType):
    """The module. *default* answers for the account that Windows is signed in with, *person* at the window, *again* silently."""

    CallbackData = CallbackData
    MSALRuntimeAuthParameters = Parameters
    LogLevel = SimpleNamespace(TRACE=0, DEBUG=1, INFO=2, WARNING=3, ERROR=4, FATAL=5)
    Response_Status = SimpleNamespace(
        Status_AccountUnusable="Response_Status.Status_AccountUnusable",
        Status_InteractionRequired="Response_Status.Status_InteractionRequired",
    )

    def __init__(self) -> None:
        super().__init__("pymsalruntime")
        self.default: Callable[[Parameters], Signed] = lambda _: Signed(error=Trouble("InteractionRequired"))
        self.person: Callable[[Parameters], Signed] = Signed
        self.again: Callable[[Parameters], Signed] = Signed
        self.known: set[str] = {f"wam-id-of-{USER}"}
        self.windows: list[tuple[int, str | None]] = []
        self.asked: list[tuple[str, Parameters]] = []
        self.gate: threading.Event | None = None

    def register_logging_callback(self, callback: Any) -> None:
        pass

    def get_console_window(self) -> int:
        return 11

    def get_desktop_window(self) -> int:
        return 22

    def _answer(self, kind: str, made: Callable[[Parameters], Signed], parameters: Parameters, callback: Any) -> None:
        self.asked.append((kind, parameters))

        def later() -> None:
            if self.gate is not None and kind == "person":
                self.gate.wait(20)
            callback(made(parameters))

        threading.Thread(target=later, name="double-of-wam", daemon=True).start()

    def signin_silently(self, parameters: Parameters, correlation_id: str, callback: Any) -> None:
        self._answer("default", self.default, parameters, callback)

    def signin_interactively(
        self, window: int, parameters: Parameters, correlation_id: str, hint: str | None, callback: Any
    ) -> None:
        self.windows.append((window, hint))
        self._answer("person", self.person, parameters, callback)

    def read_account_by_id(self, account_id: str, correlation_id: str, callback: Any) -> None:
        account = SimpleNamespace(id=account_id) if account_id in self.known else None
        callback(SimpleNamespace(get_error=lambda: None, get_account=lambda: account))

    def acquire_token_silently(self, parameters: Parameters, correlation_id: str, account: Any, callback: Any) -> None:
        self._answer("again", self.again, parameters, callback)
