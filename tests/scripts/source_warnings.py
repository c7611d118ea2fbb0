"""Warnings about source text, also where it is wrong further on."""
import warnings
SOURCES = ["1or x", "0xfor x", "0xfand x", "1in x $", "$ 1in x", "'\\e' $", "x = '\\e'\nx = (1in x\n", "1is x", "0b1not in x", "'\\d' '\\e' f'{x' ", "f'\\d{1if x else 0}' f'{1+}'", "[0xfor x in ()]", "f'\\d{x!}'", "x = '\\d'\ny = 1if 2 else 3\nz = = '\\e'"]
for src in SOURCES:
    for mode in ['exec', 'eval']:
        with warnings.catch_warnings(record=True) as w:
            warnings.simplefilter('always')
            try:
                compile(src, "<t>", mode)
                what = 'ok'
            except SyntaxError as e:
                what = e.args[0]
        print(repr(src), mode, what, [(i.category.__name__, str(i.message), i.lineno) for i in w])
