"""The places of syntax errors, and the warnings about numbers that touch a keyword."""

import warnings

for source in ('if x:', 'try: pass', 'x = (1,', '  x', 'a b', '"abc', '0777', 'def f(:', 'x=1\n  y', 'class A:\nz', '$', 'f"{"', '(', '1if x else y', '0xfor x in y',
               '[0x1for x in y]', '0b1and x', '1_000or 1', '1jin x', '0o7is x', '1.5not in y', '1spam', '0_7', 'x = "\\d"', '1 is x', '()()', 'assert (x, 1)'):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            compile(source, 'F', 'exec')
            print(ascii(source), 'compiled')
        except SyntaxError as e:
            print(ascii(source), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, ascii(e.text))
    print([(w.category.__name__, str(w.message), w.lineno) for w in caught])
for source in ['é = 01', 'x = "é" + 012', '"日本" + 0_7', '\n\n  é = 0009\n', 'x = (1,\n "é", 08)', 'a = 00_1']:
    try:
        compile(source, 'zeros', 'exec')
    except SyntaxError as e:
        print(ascii(source), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
