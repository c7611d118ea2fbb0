"""The objects of the hash modules: update, digest, hexdigest, copy.

`hash_type` makes a class for one algorithm from three functions, so that no common base class ties the modules together."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import getter, method
from interpreter.objects.root import W_Root
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newint, newstr
from interpreter.typedef import TypeDef


def hex_of(data):
    """The bytes in hexadecimal."""
    digits = '0123456789abcdef'
    result = []
    for c in data:
        result.append(digits[ord(c) >> 4])
        result.append(digits[ord(c) & 15])
    return ''.join(result)


def hashed_bytes(w_data):
    """The content of a bytes-like object; TypeError for a str, whose encoding nobody knows."""
    if isinstance(w_data, W_Str):
        raise errors.type_error("Strings must be encoded before hashing")
    return ops.bufferstr_w(w_data)


def hash_type(module_name, name, algorithm, block_size, digest_size):
    """A W_Root class around `algorithm`, an RPython class with update(str), digest() -> str and copy()."""

    class W_Hash(W_Root):
        _attrs_ = ['state']
        _immutable_fields_ = ['state']

        def __init__(self, state):
            self.state = state

        @method('update(self, data, /) -> None')
        def m_update(self, w_data):
            """Adds bytes to what is hashed."""
            self.state.update(hashed_bytes(w_data))

        @method('digest(self, /) -> bytes')
        def m_digest(self):
            """The hash of all bytes so far."""
            return self.state.digest()

        @method('hexdigest(self, /) -> str')
        def m_hexdigest(self):
            """The same in hexadecimal."""
            return hex_of(self.state.digest())

        @method('copy(self, /)')
        def m_copy(self):
            """A second hash object in the same state."""
            return W_Hash(self.state.copy())

        @getter('name')
        def get_name(self):
            return newstr(name)

        @getter('block_size')
        def get_block_size(self):
            return newint(block_size)

        @getter('digest_size')
        def get_digest_size(self):
            return newint(digest_size)

    W_Hash.__name__ = 'W_' + name.upper()
    W_Hash.typedef = TypeDef(name, W_Hash, module=module_name, subclassable=False)

    def start(w_data):
        """A new hash object, with its first bytes."""
        w_hash = W_Hash(algorithm())
        if w_data is not None:
            w_hash.state.update(hashed_bytes(w_data))
        return w_hash
    start.func_name = name
    return W_Hash, start
