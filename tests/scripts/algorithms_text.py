"""Text programs: Huffman, text statistics, a JSON parser, run-length, Caesar and Vigenere, word wrap, anagrams, trie, LRU cache."""
import heapq
import re
import string
from collections import Counter, OrderedDict, defaultdict
TEXT = '''It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the season of Darkness.'''


def huffman(text):
    heap = [(n, i, c) for i, (c, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    i = len(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], i, (a[2], b[2])))
        i += 1
    codes = {}

    def walk(node, code):
        if isinstance(node, str):
            codes[node] = code or '0'
        else:
            walk(node[0], code + '0')
            walk(node[1], code + '1')
    walk(heap[0][2], '')
    return codes


codes = huffman(TEXT)
bits = ''.join(codes[c] for c in TEXT)
back, out, cur = {v: k for k, v in codes.items()}, [], ''
for b in bits:
    cur += b
    if cur in back:
        out.append(back[cur])
        cur = ''
print(len(bits), ''.join(out) == TEXT, sorted(codes.items(), key=lambda kv: (len(kv[1]), kv[0]))[:5])
words = re.findall(r'[a-z]+', TEXT.lower())
print(Counter(words).most_common(6), len(set(words)), max(words, key=len), sum(map(len, words)) / len(words), Counter(map(len, words)).most_common(3))
bigrams = Counter(zip(words, words[1:]))
print(bigrams.most_common(4), sorted(w for w in set(words) if w == w[::-1]), ''.join(sorted(set(string.ascii_lowercase) - set(TEXT.lower()))))
index = defaultdict(list)
for n, w in enumerate(words):
    index[w].append(n)
print({w: v for w, v in sorted(index.items()) if len(v) == 2})


def parse(s):
    def value(i):
        i = space(i)
        c = s[i:i + 1]
        if c == '{':
            out = {}
            i = space(i + 1)
            while s[i] != '}':
                k, i = value(i)
                i = space(i)
                if s[i] != ':':
                    raise ValueError('expected : at %d' % i)
                out[k], i = value(i + 1)
                i = space(i)
                if s[i] == ',':
                    i = space(i + 1)
            return out, i + 1
        if c == '[':
            out = []
            i = space(i + 1)
            while s[i] != ']':
                v, i = value(i)
                out.append(v)
                i = space(i)
                if s[i] == ',':
                    i = space(i + 1)
            return out, i + 1
        if c == '"':
            m = re.compile(r'"((?:[^"\\]|\\.)*)"').match(s, i)
            return re.sub(r'\\(u[0-9a-f]{4}|.)', lambda k: chr(int(k[1][1:], 16)) if k[1][0] == 'u' and len(k[1]) > 1 else {'n': '\n', 't': '\t'}.get(k[1], k[1]), m[1]), m.end()
        for word, v in (('true', True), ('false', False), ('null', None)):
            if s.startswith(word, i):
                return v, i + len(word)
        m = re.compile(r'-?\d+(\.\d+)?([eE][-+]?\d+)?').match(s, i)
        if not m:
            raise ValueError('unexpected %r at %d' % (c, i))
        return (float if m[1] or m[2] else int)(m[0]), m.end()

    def space(i):
        while i < len(s) and s[i] in ' \n\t':
            i += 1
        return i
    return value(0)[0]


source = '{"name": "x\\ty\\u00e9", "list": [1, -2.5, 1e3, true, null, []], "nested": {"a": {"b": "\\"q\\""}}}'
import json
print(parse(source), parse(source) == json.loads(source), parse(json.dumps(parse(source))) == parse(source))
for bad in ('?', '[1, ?]', '{"a" 1}'):
    try:
        parse(bad)
    except ValueError as e:
        print(e)
rle = lambda s: ''.join('%s%d' % (m[1], len(m[0])) for m in re.finditer(r'(.)\1*', s))
print(rle('aaabccdddd'), re.sub(r'(\D)(\d+)', lambda m: m[1] * int(m[2]), rle('aaabccdddd')))
caesar = lambda s, k: s.translate(str.maketrans(string.ascii_lowercase, string.ascii_lowercase[k:] + string.ascii_lowercase[:k]))
vigenere = lambda s, key, sign=1: ''.join(chr((ord(c) - 97 + sign * (ord(key[i % len(key)]) - 97)) % 26 + 97) for i, c in enumerate(s))
print(caesar('hello, world', 3), caesar(caesar('hello', 3), 23), vigenere('attackatdawn', 'lemon'), vigenere(vigenere('attackatdawn', 'lemon'), 'lemon', -1))
groups = defaultdict(list)
for w in 'listen silent enlist google elbow below inlets'.split():
    groups[''.join(sorted(w))].append(w)
print([g for g in groups.values() if len(g) > 1])
trie = {}
for w in words:
    node = trie
    for c in w:
        node = node.setdefault(c, {})
    node['$'] = w


def complete(prefix):
    node = trie
    for c in prefix:
        node = node.get(c, {})
    stack, found = [node], []
    while stack:
        for k, v in stack.pop().items():
            found.append(v) if k == '$' else stack.append(v)
    return sorted(found)


print(complete('s'), complete('wo'), complete('zz'))


class LRU:
    def __init__(self, n):
        self.n, self.d, self.log = n, OrderedDict(), []

    def get(self, k, make):
        if k in self.d:
            self.d.move_to_end(k)
        else:
            self.d[k] = make(k)
            if len(self.d) > self.n:
                self.log.append(self.d.popitem(last=False)[0])
        return self.d[k]


lru = LRU(3)
print([lru.get(k, str.upper) for k in 'abcabdea'], list(lru.d), lru.log)
roman = lambda n, table=((1000, 'M'), (900, 'CM'), (100, 'C'), (90, 'XC'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')): next((s + roman(n - v) for v, s in table if n >= v), '')
print(roman(2900), ' '.join(w.capitalize() for w in words[:4]), '|'.join(l.center(20) for l in ('a', 'bb')), TEXT.split(',')[0].swapcase(), sorted(TEXT.split(), key=lambda w: (-len(w), w))[:3])
