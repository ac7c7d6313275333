"""Words: translation, and values told in plain language."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, SupportsIndex

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from tenantdock.domain.said import Said, Unstopped
from tenantdock.domain.sessions import numbered
from tenantdock.domain.text import one_line

if TYPE_CHECKING:
    from tenantdock.domain.sessions import SessionInfo
    from tenantdock.domain.signin import Realm, Rung

_MINUTE: Final = 60
_HOUR: Final = 3600
_DAY: Final = 86400
_RUN: Final = 20
_LONG: Final = 28
_END: Final = 8
_POINTS: Final = frozenset("-@./_")


_FILLED_LIMIT: Final = 2048
"""So many texts with values in them are known at a time, the last ones: what a window shows for longer it tells again by itself."""


class Told(str):
    """A text in the person's language that remembers what it was made of, so that it can be told again when that changes.

    *make* returns it from *args* and *values*, each of which may itself be one.
    """

    __slots__ = ("_args", "_make", "_values")

    _make: Callable[..., str]
    _args: tuple[object, ...]
    _values: Mapping[str, object]

    @classmethod
    def of(cls, shown: str, make: Callable[..., str], /, *args: object, **values: object) -> Told:
        """Return *shown*, which *make* gave."""
        told = cls(shown)
        told._make, told._args, told._values = make, args, values
        return told

    @classmethod
    def known(cls, shown: str, make: Callable[..., str], /, *args: object, **values: object) -> Told:
        """Return *shown*, which *make* gave, and have it be found by what it shows."""
        told = cls.of(shown, make, *args, **values)
        if make is tr and not values:
            FIXED[shown] = told
        else:
            FILLED.pop(shown, None)
            FILLED[shown] = told
            if len(FILLED) > _FILLED_LIMIT:
                FILLED.popitem(last=False)
        return told

    def again(self) -> Told:
        """Return it in the language that is spoken now."""
        args, values = tuple(map(again, self._args)), {name: again(value) for name, value in self._values.items()}
        shown = self._make(*args, **values)
        return shown if isinstance(shown, Told) else Told.known(shown, self._make, *args, **values)

    def replace(self, old: str, new: str, _count: SupportsIndex = -1, /) -> str:
        """Return it with *new* for each *old*."""
        return Told.known(str.replace(self, old, new), str.replace, self, old, new)

    def strip(self, characters: str | None = None, /) -> str:
        """Return it without blanks around it."""
        return Told.known(str.strip(self, characters), str.strip, self, characters)


FIXED: Final[dict[str, Told]] = {}
FILLED: Final[OrderedDict[str, Told]] = OrderedDict()
"""What was told, by what is shown, without values in it and with some: Qt's own widgets keep only what they show."""


def again(value: object) -> Any:
    """Return a text that was told in the language that is spoken now, and anything else as it is."""
    return value.again() if isinstance(value, Told) else value


def tr(text: str, /, **values: object) -> str:
    """Return *text*, a literal, in the person's language, with *values* put in. ``dev.py translations`` finds these calls."""
    shown = QCoreApplication.translate("", text)
    return Told.known(_filled(shown, text, values) if values else shown, tr, text, **values)


def retold(make: Callable[..., str], *args: object) -> str:
    """Return what *make* gives for *args*, and can give again in another language: for a text that is put together."""
    return Told.known(make(*args), make, *args)


def joined(between: str, *texts: str) -> str:
    """Return *texts* in one, with *between* between them; empty ones are left out."""
    return Told.known(between.join(text for text in texts if text), joined, between, *texts)


def counted(number: int, one: str, many: str, /, **values: object) -> str:
    """Return *one* or *many* for *number*, which is ``{n}`` in them, in the person's language and in as many forms as it has, with
    *values* put in too.

    Both are English, and literals: languages with other plurals have a form of their own for each kind of number, which Qt chooses.
    """
    shown = _filled(_counted(number, one, many), one if number == 1 else many, {**values, "n": number_text(number)})
    return Told.known(shown, counted, number, one, many, **values)


def number_text(number: float, digits: int = 0) -> str:
    """Return a number as the person's language writes it, with so many *digits* behind the point."""
    shown = QLocale().toString(number) if isinstance(number, int) else QLocale().toString(number, "f", digits)
    return Told.of(shown, number_text, number, digits)


def translated(text: str) -> str:
    """Return a text of our own (:class:`~tenantdock.domain.said.Said`) in the person's language, and any other one as it is."""
    if not isinstance(text, Said):
        return text
    return Told.known(_translated(text), translated, text)


def _translated(text: Said) -> str:
    if text.number is not None:
        counting = {**text.values, "n": number_text(text.number)}
        return _filled(_counted(text.number, text.one, text.template), text.template, counting)
    shown = QCoreApplication.translate("", text.template) if text.template else ""
    if text.values:
        shown = _filled(shown, text.template, text.values)
    return shown.rstrip(".") if isinstance(text, Unstopped) else shown


def _counted(number: int, one: str, many: str) -> str:
    shown = QCoreApplication.translate("", many, "", number)
    return one if shown == many and number == 1 else shown


def _filled(shown: str, source: str, values: Mapping[str, object]) -> str:
    known = {name: translated(value) if isinstance(value, str) else value for name, value in values.items()}
    try:
        return shown.format(**known)
    except (LookupError, ValueError):  # a translation with a wrong brace must not take the text away
        return source.format(**known)


def outside(text: str, limit: int = 500) -> str:
    """Return text from outside, or one of our own from another room, as one line that is fit to be shown."""
    told = translated(text)
    shown = one_line(told, limit)
    return Told.known(shown, outside, told, limit) if isinstance(told, Told) else shown


def console_name(session: SessionInfo, limit: int = 500) -> str:
    """Return what a console is called wherever people see it: the customer, of at most *limit* characters, and its number."""
    return numbered(outside(session.name, limit), session.number)


def breakable(text: str) -> str:
    """Return *text* with invisible places to break (zero-width spaces) in long words: in ids and addresses of more than 28
    characters after punctuation, though not before a short end ("com" alone is no line), and in all others every 20 characters.
    Words that no-break spaces hold together count one by one.
    """
    return " ".join(_broken(word) if any(map(_is_long, word.split("\u00a0"))) else word for word in text.split(" "))


def _is_long(word: str) -> bool:
    return len(word) > (_LONG if _POINTS & set(word) else _RUN)


def _broken(word: str) -> str:
    pieces, run = [], 0
    for at, character in enumerate(word, 1):
        pieces.append(character)
        run += 1
        if run == _RUN or character in "@/" or (character in _POINTS and len(word) - at > _END):
            pieces.append("\u200b")
            run = 0
    return "".join(pieces)


def menu_text(text: str) -> str:
    """Return text from a person for a menu, where a single & would mark a key."""
    return outside(text, 60).replace("&", "&&")


def plain_tip(text: str) -> str:
    """Return *text* for a tool tip, which Qt would take for HTML if it looked like it (``Qt::mightBeRichText``)."""
    escaped = str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    shown = f"<qt>{escaped}</qt>" if "<" in text or "&" in text else text
    return Told.known(shown, plain_tip, text) if isinstance(text, Told) else shown


def last_used(at: float | None, now: float) -> str:
    """Return when a connection was used last, in words. Both in Unix seconds."""
    if at is None:
        return tr("Not used yet")
    ago = max(0.0, now - at)
    if ago < _MINUTE:
        return tr("Used just now")
    if ago < _HOUR:
        return counted(int(ago // _MINUTE), "Used {n} minute ago", "Used {n} minutes ago")
    if ago < _DAY:
        return counted(int(ago // _HOUR), "Used {n} hour ago", "Used {n} hours ago")
    days = int(ago // _DAY)
    if days <= 30:  # noqa: PLR2004 - a month
        return counted(days, "Used yesterday", "Used {n} days ago")
    return tr("Used on {date}", date=_date(at))


def used(at: float | None, now: float) -> str:
    """Return what :func:`last_used` does in a few letters, for under a heading. Both in Unix seconds."""
    if at is None:
        return "\u2013"
    ago = max(0.0, now - at)
    if ago < _MINUTE:
        return tr("just now")
    if ago < _HOUR:
        return counted(int(ago // _MINUTE), "{n} minute ago", "{n} minutes ago")
    if ago < _DAY:
        return counted(int(ago // _HOUR), "{n} hour ago", "{n} hours ago")
    days = int(ago // _DAY)
    if days <= 30:  # noqa: PLR2004 - a month
        return counted(days, "yesterday", "{n} days ago")
    return _date(at)


def _date(at: float) -> str:
    """With the month's name: 10/6/26 is June to one reader and October to the next."""
    locale = QLocale()
    return Told.of(locale.toString(_local(at).date(), _date_format(locale.name())), _date, at)


@lru_cache(maxsize=8)
def _date_format(name: str) -> str:
    """Return how a language writes a date, without the day of the week and with a short month."""
    import re  # noqa: PLC0415 - not needed before an old customer is painted

    return re.sub(r"[ ,\u060c.]*dddd[ ,\u060c.]*", "", QLocale(name).dateFormat(QLocale.FormatType.LongFormat)).replace(
        "MMMM", "MMM"
    )


def clock_time(at: float) -> str:
    """Return the local time of day of *at* (Unix seconds), as the person's language writes it (14:05, 2:05 PM)."""
    return Told.known(_spaced(QLocale().toString(_local(at).time(), QLocale.FormatType.ShortFormat)), clock_time, at)


def moment(at: float) -> str:
    """Return the local date and time of *at* (Unix seconds), as the person's language writes them, the month by its name."""
    return Told.known(f"{_date(at)} {clock_time(at)}", moment, at)


def _spaced(text: str) -> str:
    """Unicode's narrow space before AM and PM is missing in many fonts, and one_line makes a plain one of it."""
    return text.replace("\u202f", " ")


def _local(at: float) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(round(at * 1000))


def duration(seconds: float) -> str:
    """Return a length of time in the largest unit that tells it well."""
    amount = abs(seconds)
    if amount < 2 * _MINUTE:
        return counted(round(amount), "{n} second", "{n} seconds")
    if amount < 2 * _HOUR:
        return counted(round(amount / _MINUTE), "{n} minute", "{n} minutes")
    if amount < 2 * _DAY:
        return counted(round(amount / _HOUR), "{n} hour", "{n} hours")
    return counted(round(amount / _DAY), "{n} day", "{n} days")


def validity(expires_on: float | None, now: float) -> str:
    """Return how long a token is still valid, in words. Both in Unix seconds; None without a token."""
    if expires_on is None or expires_on <= now:
        return tr("None: it is fetched when it is needed")
    return tr("Valid for {time}, until {until}", time=duration(expires_on - now), until=clock_time(expires_on))


def noted(text: str) -> str:
    """Return what an event was noted with. It is kept in English, for any language that comes later; fixed words are told in the
    person's language, the rest (user names, ids) is from outside.
    """
    words = {
        "silently": tr("silently"),
        "by a person": tr("by a person"),
        "signs in with Windows": tr("signs in with Windows"),
        "does not sign in with Windows": tr("does not sign in with Windows"),
    }
    before, comma, last = text.rpartition(", ")
    return one_line(f"{before}{comma}{words.get(last, last)}", 300)


def countdown(until: float | None, now: float) -> str:
    """Return the time left in few letters: 47 min, under a minute 0:41, after it "expired"; "" when nothing is known. Unix seconds.

    Minutes are begun ones, so that the text changes when a whole minute is over.
    """
    if until is None:
        return ""
    left = until - now
    if left <= 0:
        return tr("expired")
    if left <= _MINUTE:
        return elapsed(left)
    minutes = -(-int(left) // _MINUTE)
    if minutes < 2 * _MINUTE:
        return tr("{n} min", n=minutes)
    return tr("{n} h", n=minutes // _MINUTE)


def event(key: str) -> str:
    """Return what a kind of history event is called. One that a newer TenantDock noted is shown by its key."""
    return {
        "signed-in": tr("Signed in"),
        "signed-out": tr("Signed out here"),
        "signed-out-everywhere": tr("Signed out everywhere"),
        "renewed": tr("Tokens renewed"),
        "refused": tr("Refused"),
        "confirmed": tr("Confirmed as the right person"),
        "console-opened": tr("Console opened"),
        "console-failed": tr("Console could not be opened"),
        "edited": tr("Changed"),
        "unpinned": tr("Person forgotten"),
        "portal-opened": tr("Portal opened"),
    }.get(key, one_line(key, 60))


def elapsed(seconds: float) -> str:
    """Return a duration as 0:07."""
    minutes, rest = divmod(int(seconds), _MINUTE)
    return f"{minutes}:{rest:02}"


def realm(found: Realm) -> str:
    """Return who checks the password, in a sentence."""
    from tenantdock.domain.signin import RealmKind  # noqa: PLC0415 - not needed for the first window

    brand, host = one_line(found.brand, 60), one_line(found.sts, 80)
    if found.kind is RealmKind.FEDERATED:
        if host and brand:
            return tr("Signs in through {brand}'s own sign-in service, {host}.", brand=brand, host=host)
        if host:
            return tr("Signs in through the customer's own sign-in service, {host}.", host=host)
        return tr("Signs in through the customer's own sign-in service (federated).")
    if found.kind is RealmKind.MANAGED:
        if brand:
            return tr("Signs in with Microsoft, as an account of {brand}.", brand=brand)
        return tr("Signs in with Microsoft.")
    asked = tr("The sign-in service does not know the domain of this user name. Check its spelling before you go on.")
    return asked if found.known_until else tr("How this user signs in could not be found out now.")


def realm_facts(found: Realm) -> list[tuple[str, str, str]]:
    """Return what is known of a realm, each with a key, a heading and the value as text; what is not known is left out."""
    from tenantdock.domain.signin import RealmKind  # noqa: PLC0415 - not needed for the first window

    kinds = {
        RealmKind.MANAGED: tr("Managed (Microsoft checks the password)"),
        RealmKind.FEDERATED: tr("Federated (the customer checks the password)"),
        RealmKind.UNKNOWN: tr("Unknown (no organisation has this domain)") if found.known_until else tr("Not known now"),
    }
    address = found.sts_url.partition("?")[0] or found.sts
    facts = [
        ("realmKind", tr("Realm"), kinds[found.kind]),
        ("realmBrand", tr("Calls itself"), found.brand),
        ("realmSts", tr("Sign-in service"), address),
        ("realmProtocol", tr("Protocol"), found.protocol),
        ("realmCloud", tr("Cloud instance"), found.cloud_host),
        ("realmTenant", tr("Home tenant"), found.tenant_id),
        ("realmUntil", tr("Looked up anew"), tr("after {time}", time=clock_time(found.known_until)) if found.known_until else ""),
    ]
    return [(key, heading, one_line(value, 300)) for key, heading, value in facts if value]


def rung(way: Rung) -> tuple[str, str]:
    """Return the name of a way to sign in, for a button, and one sentence that says what it does."""
    from tenantdock.domain.signin import Rung  # noqa: PLC0415 - not needed for the first window

    return {
        Rung.SILENT: (tr("Sign in silently"), tr("Uses the saved sign-in, without asking anyone.")),
        Rung.BROKER: (tr("Sign in with Windows"), tr("Asks Windows itself for the account.")),
        Rung.BROWSER: (tr("Sign in with the browser"), tr("Opens the browser with the user name filled in.")),
        Rung.FRESH: (
            tr("Ask for the password again"),
            tr("Opens the browser and asks for the password, whoever is signed in."),
        ),
        Rung.PRIVATE: (tr("Use a private window"), tr("Opens a private window, which knows no other sign-in.")),
        Rung.OTHER_PROFILE: (
            tr("Use another browser profile"),
            tr("Opens a browser profile of its own, where no other account is signed in."),
        ),
        Rung.DEVICE_CODE: (
            tr("Use a code on another device"),
            tr("Shows a code to type on any other device. Many customers block this way, because it is easy to misuse."),
        ),
    }[way]
