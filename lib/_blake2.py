"""BLAKE2b and BLAKE2s (RFC 7693) for hashlib, with keys, salts, personalisation and trees."""

__all__ = ['blake2b', 'blake2s']

_ORDERS = ((0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), (14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3),
           (11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4), (7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8),
           (9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13), (2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9),
           (12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11), (13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10),
           (6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5), (10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0))
# the words that one step mixes: the columns, then the diagonals
_MIXES = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))


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


def _buffer(data):
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__) from None


def _unsigned(value):
    value = value.__index__()
    if value < 0:
        raise ValueError("value must be positive")
    return value


class _Blake2:
    """What both have in common; the classes below give the sizes in bytes, the rotations and the start values."""
    __slots__ = ('_state', '_rest', '_count', '_size', '_last_node')

    def __new__(cls, data=b'', /, *, digest_size=None, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0,
                node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        longest = cls.MAX_DIGEST_SIZE
        if digest_size is None:
            digest_size = longest
        if not 0 < digest_size <= longest:
            raise ValueError("digest_size must be between 1 and %d bytes" % longest)
        salt, person, key = _buffer(salt), _buffer(person), _buffer(key)
        if len(salt) > cls.SALT_SIZE:
            raise ValueError("maximum salt length is %d bytes" % cls.SALT_SIZE)
        if len(person) > cls.PERSON_SIZE:
            raise ValueError("maximum person length is %d bytes" % cls.PERSON_SIZE)
        if not 0 <= fanout <= 255:
            raise ValueError("fanout must be between 0 and 255")
        if not 0 < depth <= 255:
            raise ValueError("depth must be between 1 and 255")
        leaf_size, node_offset = _unsigned(leaf_size), _unsigned(node_offset)
        if leaf_size > 0xFFFFFFFF:
            raise OverflowError("leaf_size is too large")
        if node_offset >> 8 * cls._offset_size:
            raise OverflowError("node_offset is too large")
        if not 0 <= node_depth <= 255:
            raise ValueError("node_depth must be between 0 and 255")
        if not 0 <= inner_size <= longest:
            raise ValueError("inner_size must be between 0 and is %d" % longest)
        if len(key) > cls.MAX_KEY_SIZE:
            raise ValueError("maximum key length is %d bytes" % cls.MAX_KEY_SIZE)
        parameters = bytes((digest_size, len(key), fanout, depth)) + leaf_size.to_bytes(4, 'little')
        parameters += node_offset.to_bytes(cls._offset_size, 'little') + bytes((node_depth, inner_size))
        parameters = parameters.ljust(longest // 2, b'\0') + salt.ljust(cls.SALT_SIZE, b'\0') + person.ljust(cls.PERSON_SIZE, b'\0')
        self = object.__new__(cls)
        width = cls._width
        self._state = [start ^ int.from_bytes(parameters[i * width:(i + 1) * width], 'little') for i, start in enumerate(cls._start)]
        self._rest = key.ljust(cls._block, b'\0') if key else b''
        self._count = 0
        self._size = digest_size
        self._last_node = bool(last_node)
        if data != b'':
            self.update(data)
        return self

    def update(self, data, /):
        """Adds bytes to what is hashed."""
        data = self._rest + _bytes_of(data)
        size = self._block
        end = max(len(data) - 1, 0) // size * size          # the last block, even if it is full, waits for the end
        for start in range(0, end, size):
            self._count += size
            self._state = self._compressed(data[start:start + size], 0, 0)
        self._rest = data[end:]

    def _compressed(self, block, last, last_node):
        """The state after one more block; `last` and `last_node` are 0 or all ones."""
        width, mask = self._width, self._mask
        bits = 8 * width
        r1, r2, r3, r4 = self._rotations
        l1, l2, l3, l4 = bits - r1, bits - r2, bits - r3, bits - r4
        words = [int.from_bytes(block[i:i + width], 'little') for i in range(0, 16 * width, width)]
        state = self._state
        v = state + list(self._start)
        v[12] ^= self._count & mask
        v[13] ^= self._count >> bits & mask
        v[14] ^= last
        v[15] ^= last_node
        for turn in range(self._turns):
            order = _ORDERS[turn % 10]
            k = 0
            for a, b, c, d in _MIXES:
                va, vb, vc = v[a], v[b], v[c]
                va = va + vb + words[order[k]] & mask
                x = v[d] ^ va
                x = (x >> r1 | x << l1) & mask
                vc = vc + x & mask
                vb ^= vc
                vb = (vb >> r2 | vb << l2) & mask
                va = va + vb + words[order[k + 1]] & mask
                x ^= va
                x = (x >> r3 | x << l3) & mask
                vc = vc + x & mask
                vb ^= vc
                v[a], v[b], v[c], v[d] = va, (vb >> r4 | vb << l4) & mask, vc, x
                k += 2
        return [state[i] ^ v[i] ^ v[i + 8] for i in range(8)]

    def digest(self):
        """The hash of all bytes so far."""
        final = self.copy()
        final._count += len(self._rest)
        words = final._compressed(self._rest.ljust(self._block, b'\0'), self._mask, self._mask if self._last_node else 0)
        return b''.join([word.to_bytes(self._width, 'little') for word in words])[:self._size]

    def hexdigest(self):
        """The same in hexadecimal."""
        return self.digest().hex()

    def copy(self):
        """A second hash object in the same state."""
        other = object.__new__(type(self))
        other._state = self._state[:]
        other._rest = self._rest
        other._count = self._count
        other._size = self._size
        other._last_node = self._last_node
        return other

    @property
    def name(self):
        return self._name

    @property
    def block_size(self):
        return self._block

    @property
    def digest_size(self):
        return self._size


class blake2b(_Blake2):
    """A BLAKE2b hash object: 64-bit words."""
    __slots__ = ()
    SALT_SIZE = PERSON_SIZE = 16
    MAX_KEY_SIZE = MAX_DIGEST_SIZE = 64
    _name, _width, _block, _turns, _offset_size = 'blake2b', 8, 128, 12, 8
    _mask = (1 << 64) - 1
    _rotations = 32, 24, 16, 63
    _start = (0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
              0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179)


class blake2s(_Blake2):
    """A BLAKE2s hash object: 32-bit words."""
    __slots__ = ()
    SALT_SIZE = PERSON_SIZE = 8
    MAX_KEY_SIZE = MAX_DIGEST_SIZE = 32
    _name, _width, _block, _turns, _offset_size = 'blake2s', 4, 64, 10, 6
    _mask = (1 << 32) - 1
    _rotations = 16, 12, 8, 7
    _start = tuple([word >> 32 for word in blake2b._start])


BLAKE2B_SALT_SIZE, BLAKE2B_PERSON_SIZE = blake2b.SALT_SIZE, blake2b.PERSON_SIZE
BLAKE2B_MAX_KEY_SIZE, BLAKE2B_MAX_DIGEST_SIZE = blake2b.MAX_KEY_SIZE, blake2b.MAX_DIGEST_SIZE
BLAKE2S_SALT_SIZE, BLAKE2S_PERSON_SIZE = blake2s.SALT_SIZE, blake2s.PERSON_SIZE
BLAKE2S_MAX_KEY_SIZE, BLAKE2S_MAX_DIGEST_SIZE = blake2s.MAX_KEY_SIZE, blake2s.MAX_DIGEST_SIZE
