"""SHA-3 and SHAKE (FIPS 202) for hashlib."""

__all__ = ['sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256']

implementation = 'pure Python'
_MASK = (1 << 64) - 1
_LONGEST = 1 << 29


def _round_constants():
    """The constants of the 24 rounds, from the standard's shift register."""
    constants = []
    register = 1
    for _ in range(24):
        value = 0
        for j in range(7):
            if register & 1:
                value |= 1 << ((1 << j) - 1)
            register <<= 1
            if register & 0x100:
                register ^= 0x171
        constants.append(value)
    return constants


def _moves():
    """Where each lane goes, and how far it is rotated: (from, to, bits), lanes numbered x + 5 * y."""
    moves = [(0, 0, 0)]
    x, y = 1, 0
    for t in range(24):
        moves.append((x + 5 * y, y + 5 * ((2 * x + 3 * y) % 5), (t + 1) * (t + 2) // 2 % 64))
        x, y = y, (2 * x + 3 * y) % 5
    return moves


_CONSTANTS = _round_constants()
_MOVES = _moves()


def _permute(lanes):
    """Keccak-f[1600], in place."""
    moved = [0] * 25
    for constant in _CONSTANTS:
        c0, c1, c2, c3, c4 = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
        parity = (c4 ^ ((c1 << 1 | c1 >> 63) & _MASK), c0 ^ ((c2 << 1 | c2 >> 63) & _MASK), c1 ^ ((c3 << 1 | c3 >> 63) & _MASK),
                  c2 ^ ((c4 << 1 | c4 >> 63) & _MASK), c3 ^ ((c0 << 1 | c0 >> 63) & _MASK))
        for source, target, bits in _MOVES:
            lane = lanes[source] ^ parity[source % 5]
            moved[target] = (lane << bits | lane >> (64 - bits)) & _MASK
        for y in range(0, 25, 5):
            b0, b1, b2, b3, b4 = moved[y:y + 5]
            lanes[y:y + 5] = (b0 ^ (~b1 & b2), b1 ^ (~b2 & b3), b2 ^ (~b3 & b4), b3 ^ (~b4 & b0), b4 ^ (~b0 & b1))
        lanes[0] ^= constant


def _bytes_of(data):
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    try:
        view = memoryview(data)
    except TypeError:
        raise TypeError("object supporting the buffer API required") from None
    if view.ndim > 1:
        raise BufferError("Buffer must be single dimension")
    return view.tobytes()


class _Sponge:
    """What all have in common; the classes below give the rate, the suffix and the size of the digest, in bytes."""
    __slots__ = ('_lanes', '_rest')

    def __init_subclass__(cls, final=False):
        if not final:
            raise TypeError("type '_sha3.%s' is not an acceptable base type" % cls.__base__.__name__)

    def __new__(cls, data=b'', /, *, usedforsecurity=True):
        self = object.__new__(cls)
        self._lanes = [0] * 25
        self._rest = b''
        if data != b'':
            self.update(data)
        return self

    def update(self, data, /):
        """Adds bytes to what is hashed."""
        data = self._rest + _bytes_of(data)
        rate = self._rate
        end = len(data) - len(data) % rate
        for start in range(0, end, rate):
            self._absorb(self._lanes, data[start:start + rate])
        self._rest = data[end:]

    @staticmethod
    def _absorb(lanes, block):
        for i in range(0, len(block), 8):
            lanes[i >> 3] ^= int.from_bytes(block[i:i + 8], 'little')
        _permute(lanes)

    def _squeeze(self, length):
        rate = self._rate
        block = bytearray(self._rest + self._padding)
        block.extend(bytes(rate - len(block)))
        block[-1] |= 0x80
        lanes = self._lanes[:]
        self._absorb(lanes, bytes(block))
        result = bytearray()
        while True:
            for lane in lanes[:rate >> 3]:
                result += lane.to_bytes(8, 'little')
            if len(result) >= length:
                return bytes(result[:length])
            _permute(lanes)

    def copy(self):
        """A second hash object in the same state."""
        other = object.__new__(type(self))
        other._lanes = self._lanes[:]
        other._rest = self._rest
        return other

    @property
    def name(self):
        return type(self).__name__

    @property
    def block_size(self):
        return self._rate

    @property
    def _capacity_bits(self):
        return 1600 - 8 * self._rate

    @property
    def _rate_bits(self):
        return 8 * self._rate

    @property
    def _suffix(self):
        return self._padding


class _Hash(_Sponge, final=True):
    __slots__ = ()
    _padding = b'\x06'

    @property
    def digest_size(self):
        return self._size

    def digest(self):
        """The hash of all bytes so far."""
        return self._squeeze(self._size)

    def hexdigest(self):
        """The same in hexadecimal."""
        return self._squeeze(self._size).hex()


def _length(length):
    length = length.__index__()
    if length < 0:
        raise ValueError("value must be positive")
    if length >= _LONGEST:
        raise ValueError("length is too large")
    return length


class _Shake(_Sponge, final=True):
    __slots__ = ()
    _padding = b'\x1f'

    @property
    def digest_size(self):
        return 0

    def digest(self, length):
        """The hash of all bytes so far."""
        return self._squeeze(_length(length))

    def hexdigest(self, length):
        """The same in hexadecimal."""
        return self._squeeze(_length(length)).hex()


class sha3_224(_Hash, final=True):
    """A SHA-3 hash object with a digest of 28 bytes."""
    __slots__ = ()
    _rate, _size = 144, 28


class sha3_256(_Hash, final=True):
    """A SHA-3 hash object with a digest of 32 bytes."""
    __slots__ = ()
    _rate, _size = 136, 32


class sha3_384(_Hash, final=True):
    """A SHA-3 hash object with a digest of 48 bytes."""
    __slots__ = ()
    _rate, _size = 104, 48


class sha3_512(_Hash, final=True):
    """A SHA-3 hash object with a digest of 64 bytes."""
    __slots__ = ()
    _rate, _size = 72, 64


class shake_128(_Shake, final=True):
    """A SHAKE hash object, whose digest may have any length."""
    __slots__ = ()
    _rate = 168


class shake_256(_Shake, final=True):
    """A SHAKE hash object, whose digest may have any length."""
    __slots__ = ()
    _rate = 136
