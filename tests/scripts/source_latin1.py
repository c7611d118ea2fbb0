# -*- coding: latin-1 -*-
"""A source file in Latin-1."""
text = "café ü"
été = len(text)
print(text, été, ascii(text), b"bytes stay".decode(), [c for c in text if ord(c) > 127])

for coding, data in (("utf-8", "é".encode()), ("latin-1", b"\xe9"), ("cp1252", b"\x80"), ("ascii", b"e"), ("utf-8-sig", b"s"), ("iso-8859-15", b"\xa4"), ("koi8-r", b"\xc1")):
    print(coding, ascii(eval(b"# coding: " + coding.encode() + b"\n'" + data + b"'")))
for bad in (b"# coding: nope\n1", b"'\xff'", b"# coding: ascii\n'\xe9'", b"\xef\xbb\xbf# coding: latin-1\n1"):
    try:
        print(eval(bad))
    except SyntaxError as e:
        print(type(e).__name__, str(e).split(" (")[0])
