# Text that grows by +, in every order of growing, branching and looking.
import random


def long_loop():
    s = ''
    for i in range(400000):
        s += '0123456789'
    return s


s = long_loop()
print(len(s), s[:12], s[-3:], s.count('9'), hash(s) == hash('0123456789' * 400000))


class Page:
    def __init__(self):
        self.text = ''

    def write(self, text):
        self.text = self.text + text


page = Page()
for i in range(100000):
    page.write('<%d>' % (i % 7))
print(len(page.text), page.text == ''.join('<%d>' % (i % 7) for i in range(100000)))


def branches(seed, alphabet):
    """Each text grows from any earlier one; some are looked at between."""
    rand = random.Random(seed)
    texts, parts = ['x' * 500], [['x' * 500]]
    seen = 0
    for i in range(300):
        k = rand.choice([len(texts) - 1, len(texts) - 1, rand.randrange(len(texts))])
        tail = ''.join(rand.choice(alphabet) for j in range(rand.randrange(30)))
        if rand.random() < 0.05:
            tail = texts[rand.randrange(len(texts))][-rand.randrange(1, 700):]
        texts.append(texts[k] + tail)
        parts.append(parts[k] + [tail])
        if rand.random() < 0.2:
            text = rand.choice(texts)
            seen += len(text.encode('utf-8', 'surrogatepass')) + text.count('a') + ord(text[len(text) // 3]) + ('b' in text[-5:])
    good = all(text == ''.join(part) and len(text) == len(''.join(part)) for text, part in zip(texts, parts))
    return seen, good, len(texts[-1])


print(branches(1, 'abc'), branches(2, 'aé€😀'), branches(3, 'b'), branches(4, '\ud800a'))

s = 'ab' * 400
for i in range(4):
    s += s
    s += 'é'
print(len(s), s == s + '', s.index('é'), sorted({s: 1, s + 'x': 2}.values()), s.isascii(), (s + 'z').endswith('éz'))


class Text(str):
    pass


t = Text('t' * 600)
u = t + 'u'
u += Text('v')
u += 'w'
print(type(u) is str, u[-4:], type(t) is Text, len(Text(u)), Text(u) == u, {u} == {Text(u)}, f'{u:.3}', u.upper()[-2:])
u += 'x'
v = u
u += 'y'
v += 'z'
print(u[-3:], v[-3:], u > v, u != v, len(u) == len(v), (u + v)[600:], eval(repr(u + v)) == u + v)
