"""Settings as a JSON document, and back: each declared setting at its key; clouds and client ids in their own way."""

from __future__ import annotations

import enum
import json
from collections.abc import Mapping
from typing import Any

from tenantdock.domain.clouds import Cloud, CloudSettings
from tenantdock.domain.declaring import made_of, value_of
from tenantdock.domain.settings import Settings, settings_by_key


class NewerFormat(Exception):
    """The document is in a format of a newer TenantDock."""


def to_document(settings: Settings) -> dict[str, Any]:
    """Return *settings* as JSON has it."""
    document: dict[str, Any] = {"clouds": _clouds_document(settings.clouds)}
    for each in settings_by_key().values():
        if each.kind is not dict:
            value = value_of(settings, each.key)
            *groups, name = each.key.split(".")
            part = document
            for group in groups:
                part = part.setdefault(group, {})
            part[name] = value.value if isinstance(value, enum.Enum) else list(value) if isinstance(value, tuple) else value
    return document


def _clouds_document(clouds: CloudSettings) -> dict[str, Any]:
    return {
        "own": [
            {
                "id": cloud.id,
                "name": cloud.name,
                "authority": cloud.authority,
                "resources": dict(cloud.resources),
                "api_roots": dict(cloud.api_roots),
            }
            for cloud in clouds.own
        ],
        "client_ids": [
            {"cloud": cloud, "service": service, "client_id": client}
            for (cloud, service), client in sorted(clouds.client_ids.items())
        ],
    }


def from_bytes(data: bytes, newest: int) -> tuple[Settings, dict[str, Any]]:
    """Return the settings of a file and its whole document. *newest* is the newest format that is understood.

    Raises :class:`NewerFormat`, and ``ValueError`` or :class:`BadInput` for what are no settings.
    """
    try:
        document = json.loads(data.decode("utf-8"))
    except RecursionError:
        raise ValueError("nested too deeply") from None
    found = _Part(document, "settings")
    version = found.number("format", -1)
    if version > newest:
        raise NewerFormat
    if version < 1:
        raise ValueError("no format number")
    clouds = _clouds(found.part("clouds"))
    values: dict[str, object] = {"clouds.own": clouds.own, "clouds.client_ids": clouds.client_ids}
    for each in settings_by_key().values():
        if each.kind is not dict:
            *groups, name = each.key.split(".")
            part = found
            for group in groups:
                part = part.part(group)
            values |= {each.key: part.value(name)} if part.has(name) else {}
    return made_of(Settings, values), document


def merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return *new* with the keys that only *old* has, in objects inside objects too. Lists are as in *new*."""
    result = dict(new)
    for key, value in old.items():
        if key not in new:
            result[key] = value
        elif isinstance(value, dict) and isinstance(new[key], dict):
            result[key] = merged(value, new[key])
    return result


def _clouds(part: _Part) -> CloudSettings:
    own = [
        Cloud(each.text("id"), each.text("name"), each.text("authority"), each.mapping("resources"), each.mapping("api_roots"))
        for each in part.parts("own")
    ]
    clients = {(each.text("cloud"), each.text("service")): each.text("client_id") for each in part.parts("client_ids")}
    return CloudSettings(tuple(own), clients)


class _Part:
    """An object in the document. Missing keys have defaults; wrong types raise ``ValueError`` that names the key."""

    def __init__(self, found: object, name: str) -> None:
        if not isinstance(found, dict):
            raise ValueError(f"{name} is no object")  # noqa: TRY004 - one kind of error for all that is damaged
        self._found = found
        self._name = name

    def part(self, key: str) -> _Part:
        return _Part(self._found.get(key, {}), key)

    def parts(self, key: str) -> list[_Part]:
        return [_Part(each, key) for each in self._list(key)]

    def has(self, key: str) -> bool:
        return key in self._found

    def value(self, key: str) -> object:
        return self._found[key]

    def text(self, key: str, default: str = "") -> str:
        value = self._found.get(key, default)
        if not isinstance(value, str):
            raise self._wrong(key)
        return value

    def number(self, key: str, default: int) -> int:
        value = self._found.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._wrong(key)
        return value

    def mapping(self, key: str) -> dict[str, str]:
        values = self._found.get(key, {})
        if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
            raise self._wrong(key)
        return dict(values)

    def _list(self, key: str) -> list[Any]:
        values = self._found.get(key, [])
        if not isinstance(values, list):
            raise self._wrong(key)
        return values

    def _wrong(self, key: str) -> ValueError:
        return ValueError(f"{self._name}.{key} has the wrong type")
