"""hashlib: every guaranteed algorithm, keys, salts and trees of BLAKE2, lengths of SHAKE, and bad arguments."""
import hashlib
import hmac


def attempt(f, *args, **kwds):
    try:
        print(f(*args, **kwds).hexdigest())
    except Exception as e:
        print(type(e).__name__, e)


print(sorted(hashlib.algorithms_guaranteed))
data = bytes(range(256)) * 2
for name in sorted(hashlib.algorithms_guaranteed):
    for size in 0, 1, 64, 136, 137, 512:
        h = hashlib.new(name)
        h.update(data[:size // 2])
        other = h.copy()
        other.update(b'other')
        h.update(memoryview(data)[size // 2:size])
        length = (40,) if name.startswith('shake') else ()
        print(name, size, h.name, h.digest_size, h.block_size, h.hexdigest(*length), h.digest(*length) == bytes.fromhex(h.hexdigest(*length)))

print(hashlib.blake2b(b'data', digest_size=20, key=b'secret', salt=b'salt', person=b'me').hexdigest())
print(hashlib.blake2s(b'data', digest_size=9, key=b'k' * 32, salt=b'salt', person=b'me').hexdigest())
print(hashlib.blake2b(b'leaf', fanout=2, depth=2, leaf_size=4096, node_offset=1, node_depth=0, inner_size=64, last_node=True).hexdigest())
print(hashlib.blake2b.MAX_DIGEST_SIZE, hashlib.blake2b.SALT_SIZE, hashlib.blake2s.MAX_KEY_SIZE, hashlib.blake2s.PERSON_SIZE)
print(hmac.new(b'key', b'message', 'sha256').hexdigest(), hmac.new(b'key', b'message', 'sha3_256').hexdigest())
for kwds in {'digest_size': 0}, {'digest_size': 65}, {'salt': b'x' * 17}, {'person': b'x' * 17}, {'key': b'x' * 65}, {'fanout': 256}, {'depth': 0}:
    attempt(hashlib.blake2b, **kwds)
for kwds in {'leaf_size': -1}, {'leaf_size': 1 << 32}, {'node_offset': 1 << 48}, {'node_depth': -1}, {'inner_size': 33}, {'key': 'text'}:
    attempt(hashlib.blake2s, **kwds)
for f in hashlib.blake2b, hashlib.sha3_224:
    attempt(f, 'text')
    attempt(f, 5)
attempt(hashlib.new, 'nonsense')
for name in ('md5', 'sha1', 'sha256', 'sha512', 'sha3_256', 'blake2b'):
    for call in (lambda: hashlib.new(name, 'text'), lambda: getattr(hashlib, name)('text'), lambda: hashlib.new(name).update('text')):
        try:
            call()
        except TypeError as e:
            print(name, e)
