"""Layerwise's random numbers: what a seed draws here, it draws there too."""

import math

WORD = 0xFFFFFFFF


def _hash(text, start):
    """MurmurHash3's 32-bit finaliser over a text."""
    value = start
    for character in text:
        value = ((value ^ ord(character)) * 0xCC9E2D51) & WORD
        value = ((value << 15) | (value >> 17)) & WORD
        value = (value * 5 + 0xE6546B64) & WORD
    value = ((value ^ (value >> 16)) * 0x85EBCA6B) & WORD
    value = ((value ^ (value >> 13)) * 0xC2B2AE35) & WORD
    return value ^ (value >> 16)


class RandomStream:
    """The stream of this name of a seed: xoroshiro128+."""

    def __init__(self, seed, name):
        starts = (0x9E3779B9, 0x7F4A7C15, 0x94D049BB, 0x133111EB)
        high0, low0, high1, low1 = (_hash(f"{seed}/{name}", start) for start in starts)
        self.first = high0 << 32 | low0
        self.second = high1 << 32 | low1
        self.spare = None

    def _next(self):
        first, second = self.first, self.second
        mixed = first ^ second
        mask = 0xFFFFFFFFFFFFFFFF
        rotated = (first << 24 | first >> 40) & mask
        self.first = rotated ^ mixed ^ ((mixed << 16) & mask)
        self.second = (mixed << 37 | mixed >> 27) & mask
        return (first + second) & WORD

    def uniform(self):
        high = self._next() >> 5
        low = self._next() >> 6
        return (high * 2**26 + low) / 2**53

    def integer_below(self, n):
        return math.floor(self.uniform() * n)

    def normal(self):
        if self.spare is not None:
            value, self.spare = self.spare, None
            return value
        while True:
            x, y = 2 * self.uniform() - 1, 2 * self.uniform() - 1
            square = x * x + y * y
            if 0 < square < 1:
                factor = math.sqrt(-2 * math.log(square) / square)
                self.spare = y * factor
                return x * factor

    def gamma(self, shape):
        """Marsaglia & Tsang 2000."""
        if shape < 1:
            return self.gamma(shape + 1) * self.uniform() ** (1 / shape)
        d = shape - 1 / 3
        c = 1 / math.sqrt(9 * d)
        while True:
            x = self.normal()
            v = (1 + c * x) ** 3
            if v > 0 and math.log(
                1 - self.uniform()
            ) < x * x / 2 + d - d * v + d * math.log(v):
                return d * v

    def beta(self, a, b):
        first, second = self.gamma(a), self.gamma(b)
        return first / (first + second) if first + second > 0 else 1.0


def shuffled(numbers, seed, name):
    """A copy in random order (Durstenfeld 1964)."""
    stream = RandomStream(seed, name)
    order = list(numbers)
    for last in range(len(order) - 1, 0, -1):
        other = stream.integer_below(last + 1)
        order[last], order[other] = order[other], order[last]
    return order
