"""Keys that sort as strings, with room for another between any two: the order of boards and the pile of notes.

A key is an integer part that says its own length (`a0`..`az`, `b00`..`bzz`, ..., and downwards `Zz`..`Z0`, `Yzz`..)
and an optional fraction that never ends in the lowest digit. Scheme: fractional indexing as described by
David Greenspan (2020), "Implementing fractional indexing".
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
FIRST = "a0"


def key_between(low: str | None, high: str | None) -> str:
    """A key over `low` and under `high`; None is the open end. Raises ValueError unless low < high."""
    if low is not None and high is not None and low >= high:
        raise ValueError(f"no key lies between {low!r} and {high!r}")
    if low is None:
        return _key_below(high)
    whole, fraction = _split(low)
    if high is None:
        above = _step(whole, +1)
        return above if above is not None else whole + _middle(fraction, None)
    high_whole, high_fraction = _split(high)
    if whole == high_whole:
        return whole + _middle(fraction, high_fraction)
    above = _step(whole, +1)
    return above if above is not None and above < high else whole + _middle(fraction, None)


def keys_between(low: str | None, high: str | None, count: int) -> list[str]:
    """`count` keys in rising order over `low` and under `high`."""
    if count == 0:
        return []
    if high is None:
        keys = []
        for _ in range(count):
            low = key_between(low, None)
            keys.append(low)
        return keys
    middle = key_between(low, high)
    left = (count - 1) // 2
    return [
        *keys_between(low, middle, left),
        middle,
        *keys_between(middle, high, count - 1 - left),
    ]


def _key_below(high: str | None) -> str:
    if high is None:
        return FIRST
    whole, fraction = _split(high)
    if fraction:
        return whole
    below = _step(whole, -1)
    if below is None:
        raise ValueError(f"no key lies under {high!r}")
    return below


def _split(key: str) -> tuple[str, str]:
    """The integer part and the fraction of `key`."""
    head = key[:1]
    if "a" <= head <= "z":
        length = ord(head) - ord("a") + 2
    elif "A" <= head <= "Z":
        length = ord("Z") - ord(head) + 2
    else:
        raise ValueError(f"{key!r} is no order key")
    if len(key) < length or any(digit not in DIGITS for digit in key) or key[length:].endswith("0"):
        raise ValueError(f"{key!r} is no order key")
    return key[:length], key[length:]


def _step(whole: str, by: int) -> str | None:
    """The next integer part up (+1) or down (-1); None past the ends."""
    head, digits = whole[0], list(whole[1:])
    wrap = DIGITS[0] if by > 0 else DIGITS[-1]
    for place in reversed(range(len(digits))):
        value = DIGITS.index(digits[place]) + by
        if 0 <= value < len(DIGITS):
            digits[place] = DIGITS[value]
            return head + "".join(digits)
        digits[place] = wrap
    return _longer_or_shorter(head, by, wrap)


def _longer_or_shorter(head: str, by: int, wrap: str) -> str | None:
    if head == ("Z" if by > 0 else "a"):
        return FIRST if by > 0 else "Z" + DIGITS[-1]
    if head == ("z" if by > 0 else "A"):
        return None
    head = chr(ord(head) + by)
    length = ord(head) - ord("a") + 1 if head >= "a" else ord("Z") - ord(head) + 1
    return head + wrap * length


def _middle(low: str, high: str | None) -> str:
    """The shortest fraction near the middle of `low` and `high`, both without their integer part."""
    if high is not None:
        shared = 0
        while shared < len(high) and (low[shared : shared + 1] or DIGITS[0]) == high[shared]:
            shared += 1
        if shared:
            return high[:shared] + _middle(low[shared:], high[shared:])
    first = DIGITS.index(low[0]) if low else 0
    last = DIGITS.index(high[0]) if high else len(DIGITS)
    if last - first > 1:
        return DIGITS[(first + last + 1) // 2]
    if high and len(high) > 1:
        return high[0]
    return DIGITS[first] + _middle(low[1:], None)
