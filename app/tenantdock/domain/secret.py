"""Secret values that do not print."""

from __future__ import annotations

from typing import Final

MASK: Final = "***"


class Secret:
    """A string that must not reach a log, an exception, a window or a command line.

    Printing, formatting and ``repr`` give ``***``. It cannot be pickled or hashed, compares in constant time, and gives its
    value only to a call of :meth:`reveal`, so that every use is easy to find.
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the value. Call it as late as possible and keep no copy."""
        return self._value

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        import hmac  # noqa: PLC0415 - with it comes OpenSSL's library, 3 MB that no window needs

        return hmac.compare_digest(self._value.encode("utf-8", "surrogatepass"), other._value.encode("utf-8", "surrogatepass"))

    __hash__ = None  # type: ignore[assignment]  # a secret must not become a dictionary key, where it would be listed

    def __repr__(self) -> str:
        return f"Secret({MASK})"

    def __str__(self) -> str:
        return MASK

    def __format__(self, spec: str) -> str:
        return format(MASK, spec)

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("a Secret cannot be pickled or copied")
