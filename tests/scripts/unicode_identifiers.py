"""Identifiers beyond ASCII: normalisation, classes, keywords, attributes, errors."""
café, 名前, ñ_1, _é = 1, 'name', 2.5, None
ﬁ = 'ligature'
print(café, 名前, ñ_1, _é, fi, 'ﬁ' in globals(), 'fi' in globals())


class Größe:
    π = 3.14
    ª = 'normalised to a'

    def μέθοδος(self, ключ=5, **других):
        return ключ, других


g = Größe()
print(g.π, g.a, Größe.ª, g.μέθοδος(ключ=1, другой=2), Größe.__name__, g.μέθοδος.__name__, [k for k in vars(Größe) if not k.startswith('__')])
setattr(g, 'ﬁeld', 'kept as given')
print(getattr(g, 'ﬁeld'), hasattr(g, 'field'), 'ﬁeld' in vars(g))
𝐱 = 'mathematical x'
print(x, [変数 for 変数 in range(2)], (lambda ß: ß * 2)('s'), {**dict(ü=1)}, f'{café} {名前=}')
for name in ('a', 'é', '1a', 'a1', '℘', '·a', 'a·', '²', 'x²', 'a b', '😀', 'µ', 'ℵ', '_', '', 'def', 'None', 'e\u0301', '\u0301e', '℮', '٣', 'a٣', '゛'):
    try:
        ok = compile(name + ' = 1', 's', 'exec') and True
    except SyntaxError as e:
        ok = e.msg
    print(ascii(name), name.isidentifier(), ok)
