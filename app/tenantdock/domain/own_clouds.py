"""Clouds of the person's own, and client ids: what is accepted, and how what is not is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from tenantdock.domain.clouds import BUILT_IN, CLOUD_NAME_LIMIT, OWN_CLOUD, Cloud
from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import said
from tenantdock.domain.text import one_line

_OWN_ID: Final = re.compile(rf"{OWN_CLOUD}[a-z0-9][a-z0-9.-]{{0,99}}")
_KEY: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")
_HOST: Final = re.compile(r"(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9](?:[a-z0-9-]{0,62}))*", re.IGNORECASE)
_API_PATH: Final = re.compile(r"/(?:[A-Za-z0-9._~-]+/)*")
_GUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_APP_URI: Final = re.compile(r"api://[A-Za-z0-9._~/-]{1,200}")


def client_id(text: str) -> str:
    """Return a client id in its usual lower-case form. Raises :class:`BadInput` when *text* is none."""
    found = text.strip().strip("{}").casefold()
    if not _GUID.fullmatch(found):
        raise BadInput(
            said("{text!r} is not a client id.", text=one_line(text, 60)),
            next_step="Copy the Application (client) ID from the registration's overview page; it looks like "
            "1950a258-227b-4e31-a9cf-717495945fc2. Leave the field empty to use Microsoft's own.",
            field="client_id",
        )
    return found


def own_cloud(
    name: str, authority: str, resources: Mapping[str, str], api_roots: Mapping[str, str] | None = None, taken: Iterable[str] = ()
) -> Cloud:
    """Return a cloud from what a person typed, tidied and checked. Empty resources and roots are left out.

    *taken* are the ids of the other clouds of their own. Its id comes from the host of its sign-in service, so that colleagues who
    enter the same cloud can exchange connections. Raises :class:`BadInput` whose ``field`` is ``name``, ``authority``,
    ``resources.<service key>`` or ``api_roots.<service key>``.
    """
    used = set(taken)
    tidy_authority = _origin(authority.strip().rstrip("/"))
    if tidy_authority is None:
        raise _no_authority(authority)
    base = new = OWN_CLOUD + urlsplit(tidy_authority).netloc.replace(":", "-")
    number = 1
    while new in used:
        number += 1
        new = f"{base}-{number}"
    cloud = Cloud(
        new,
        one_line(name, CLOUD_NAME_LIMIT + 1),
        tidy_authority,
        {key: tidy for key, text in resources.items() if (tidy := text.strip().rstrip("/"))},
        {key: tidy.rstrip("/") + "/" for key, text in (api_roots or {}).items() if (tidy := text.strip())},
    )
    _check_own(cloud)
    return cloud


def check_own_clouds(own: Sequence[Cloud]) -> None:
    """Raise :class:`BadInput` unless these clouds can be used beside the built-in ones."""
    for cloud in own:
        _check_own(cloud)
    if len({cloud.id for cloud in own}) != len(own):
        raise BadInput("Two clouds of your own have the same id.", next_step="Remove one of them.", field="clouds")
    names = [cloud.name.casefold() for cloud in (*BUILT_IN, *own)]
    for cloud in own:
        if names.count(cloud.name.casefold()) > 1:
            raise BadInput(
                said("There is more than one cloud called {name!r}.", name=cloud.name),
                next_step="Give each its own name.",
                field="name",
            )


def _check_own(cloud: Cloud) -> None:
    if not _OWN_ID.fullmatch(cloud.id):
        raise BadInput(
            said("{id!r} cannot be the id of a cloud of your own.", id=one_line(cloud.id, 60)),
            next_step="Enter the cloud anew.",
            field="id",
        )
    if _origin(cloud.authority) != cloud.authority:
        raise _no_authority(cloud.authority)
    if cloud.trust_anchor:
        # A settings file must not be able to make the program believe a CA that the system does not
        raise BadInput(
            said("The cloud {name!r} brings its own certificate authority.", name=cloud.name),
            next_step="Have the authority installed in the system's trust store instead.",
            field="trust_anchor",
        )
    if cloud.client_ids:
        raise BadInput("Client ids are set per cloud and service.", next_step="Enter them there.", field="client_ids")
    if not cloud.name or cloud.name != one_line(cloud.name, CLOUD_NAME_LIMIT):
        raise BadInput(
            "The cloud needs a name, in one line.",
            next_step=said("Give it one of at most {cloud_name_limit} characters.", cloud_name_limit=CLOUD_NAME_LIMIT),
            field="name",
        )
    _check_addresses(cloud)


def _check_addresses(cloud: Cloud) -> None:
    if not cloud.resources:
        raise BadInput(
            said("The cloud {name!r} has no service.", name=cloud.name),
            next_step="Enter the resource of at least one service, such as Graph's.",
            field="resources.graph",
        )
    for key, resource in cloud.resources.items():
        if not _KEY.fullmatch(key) or not (
            _origin(resource) == resource or _GUID.fullmatch(resource) or _APP_URI.fullmatch(resource)
        ):
            raise BadInput(
                said("{resource!r} is not a resource.", resource=one_line(resource, 80)),
                next_step="Give the https address of the service without a path, or the id of its application.",
                field=f"resources.{one_line(key, 40)}",
            )
    for key, root in cloud.api_roots.items():
        if not _KEY.fullmatch(key) or not _is_root(root):
            raise BadInput(
                said("{root!r} is not the address of a service.", root=one_line(root, 80)),
                next_step="Give it as https://host/, with a path where the service has one.",
                field=f"api_roots.{one_line(key, 40)}",
            )


def _no_authority(text: str) -> BadInput:
    return BadInput(
        said("{text!r} is not the address of a sign-in service.", text=one_line(text, 80)),
        next_step="Give it as https://host, without a path, such as https://login.microsoftonline.com.",
        field="authority",
    )


def _origin(address: str) -> str | None:
    """Return *address* in lower case if it is a plain https origin (scheme, host, perhaps a port), else None."""
    try:
        parts = urlsplit(address)
        plain = (
            parts.scheme == "https"
            and _HOST.fullmatch(parts.hostname or "") is not None
            and parts.port != 0
            and "@" not in parts.netloc
            and address.casefold() == f"https://{parts.netloc}".casefold()
        )
    except ValueError:
        return None
    return address.casefold() if plain else None


def _is_root(address: str) -> bool:
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return bool(slash) and _origin(f"{scheme}://{host}") == f"{scheme}://{host}" and _API_PATH.fullmatch(f"/{path}") is not None
