"""How long a passphrase would stand against somebody who has the file, told honestly. Nothing is refused but none."""

from __future__ import annotations

import math
from enum import Enum
from typing import NamedTuple

#: As much as the estimator looks at; what follows only makes it stronger.
_LOOKED_AT = 72


class Strength(Enum):
    """How strong a passphrase is; the value is the key of its sentence in ``content/<language>/strength.json``."""

    NONE = "none"
    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"


class Estimate(NamedTuple):
    """``strength`` as a word, and ``guesses``: the decimal logarithm of how many guesses a good guesser needs."""

    strength: Strength
    guesses: float

    @property
    def sentence(self) -> str:
        """The key of the sentence that tells it."""
        return self.strength.value


#: Up to so many guesses (as a decimal logarithm). At N = 2^17 scrypt needs 128 MB for each guess: a machine made for
#: guessing does some hundreds a second. 10^7 are then an afternoon, 10^10 a year, 10^13 a thousand years.
_STEPS = ((7.0, Strength.WEAK), (10.0, Strength.FAIR), (13.0, Strength.GOOD))


def estimate(passphrase: str) -> Estimate:
    """How strong ``passphrase`` is, by zxcvbn (Wheeler 2016): words, names, keyboard rows, dates, what repeats."""
    import unicodedata

    text = unicodedata.normalize("NFKC", passphrase)
    if not text:
        return Estimate(Strength.NONE, 0.0)
    from zxcvbn import zxcvbn

    guesses = math.log10(max(1, int(zxcvbn(text[:_LOOKED_AT])["guesses"])))
    return Estimate(next((word for limit, word in _STEPS if guesses < limit), Strength.STRONG), guesses)
