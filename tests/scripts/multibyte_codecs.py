"""The Chinese, Japanese and Korean encodings: random text and bytes, whole and in pieces, with each error handler."""
import codecs
import hashlib
import io
import os
import random

ENCODINGS = ('gb2312 gbk gb18030 hz big5 big5hkscs cp932 cp949 cp950 euc_jp euc_jis_2004 euc_jisx0213 shift_jis shift_jis_2004 shift_jisx0213 '
             'euc_kr johab iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr').split()
ESCAPES = [b'\x1b(B', b'\x1b(J', b'\x1b(I', b'\x1b$B', b'\x1b$@', b'\x1b$(D', b'\x1b$(C', b'\x1b$A', b'\x1b$(O', b'\x1b$(P', b'\x1b$(Q', b'\x1b.A',
           b'\x1b.F', b'\x1bN', b'\x1b$)C', b'\x0e', b'\x0f', b'\n', b'\x1b&@\x1b$B', b'~{', b'~}', b'~~', b'~\n', b'\x1b', b'\x1b$']
PIECES = [range(0x20, 0x7F), range(0xA0, 0x180), range(0x370, 0x460), range(0x2010, 0x2600), range(0x3000, 0x3300), range(0x4E00, 0xA000),
          range(0xAC00, 0xD7A4), range(0xFF00, 0xFFF0), range(0x20000, 0x2A000), (0x300, 0x301, 0x309A, 0xE6, 0x254, 0x5C, 0x7E, 0xD800)]
rng = random.Random(int(os.environ.get('TEST_SEED', '7')))


def outcome(f, *args):
    try:
        return f(*args)
    except UnicodeError as e:
        return type(e).__name__, getattr(e, 'start', None), getattr(e, 'end', None), getattr(e, 'reason', str(e))


def text():
    return ''.join(chr(rng.choice(rng.choice(PIECES))) for _ in range(rng.randrange(1, 8)))


def damaged(encoding):
    kind = rng.randrange(3)
    if kind == 0:
        return bytes(rng.randrange(256) for _ in range(rng.randrange(1, 9)))
    if kind == 1:
        return b''.join(rng.choice(ESCAPES) if rng.random() < 0.4 else bytes(rng.randrange(0x20, 0x80) for _ in range(rng.randrange(1, 4)))
                        for _ in range(rng.randrange(1, 9)))
    data = bytearray((text() + text()).encode(encoding, 'ignore'))
    for _ in range(rng.randrange(3)):
        if data:
            data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data)


def in_pieces(step, whole):
    """The results of a coder fed with pieces, up to the first error."""
    i = 0
    while i < len(whole):
        size = rng.randrange(1, 4)
        result = outcome(step, whole[i:i + size], i + size >= len(whole))
        yield result
        if isinstance(result, tuple):
            return
        i += size


for encoding in ENCODINGS:
    codec = codecs.lookup(encoding)
    results = []
    for _ in range(120):
        t, b = text(), damaged(encoding)
        for errors in ('strict', 'replace', 'ignore', 'backslashreplace', 'xmlcharrefreplace'):
            results.append((t, errors, outcome(codec.encode, t, errors)))
        for errors in ('strict', 'replace', 'ignore', 'backslashreplace'):
            results.append((b, errors, outcome(codec.decode, b, errors)))
        decoder, encoder = codec.incrementaldecoder(), codec.incrementalencoder('replace')
        results.append([(r, decoder.getstate() if isinstance(r, str) else None) for r in in_pieces(decoder.decode, b)])
        results.append([(r, encoder.getstate() if isinstance(r, bytes) else None) for r in in_pieces(encoder.encode, t)])
        reader = codec.streamreader(io.BytesIO(b), 'replace')
        results.append(outcome(reader.read, 2))
        if isinstance(results[-1], str):
            results.append([outcome(reader.readline), outcome(reader.read)])
        stream = io.BytesIO()
        writer = codec.streamwriter(stream, 'ignore')
        writer.writelines([t, t])
        writer.reset()
        results.append(stream.getvalue())
    print(encoding, codec.name, hashlib.sha256(ascii(results).encode()).hexdigest()[:16], ascii(results[-1])[:60])

for name in ('shift-jis', 'SJIS', 'ujis', 'cp936', 'big5-tw', 'ks_c-5601', 'csiso2022kr', 'ms932'):
    print(name, codecs.lookup(name).name)
print('日本語'.encode('sjis'), b'\x93\xfa\x96{'.decode('ms932'))
with io.TextIOWrapper(io.BytesIO('한국어\n두 줄\n'.encode('euc-kr')), encoding='euc-kr') as f:
    print(f.readline(), f.tell(), f.read())
for bad in (lambda: codecs.getincrementalencoder('gbk')(5), lambda: codecs.getincrementaldecoder('gbk')().setstate(3),
            lambda: codecs.getincrementaldecoder('gbk')().decode('x'), lambda: 'x'.encode('euc_jp', 'no such handler') and '\xff'.encode('gbk', 'nope')):
    try:
        print(bad())
    except (TypeError, LookupError) as e:
        print(type(e).__name__, e)
