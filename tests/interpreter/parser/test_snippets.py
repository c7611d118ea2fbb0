"""Small sources: the same trees and the same errors as CPython 3.11."""
from bad_snippets import BAD
from good_snippets import GOOD
from support import check


def test_good_snippets():
    check(GOOD)


def test_bad_snippets():
    check(BAD)


def test_unicode_text():
    check([('exec', 'x = "\xc3\xa9" y\n'), ('exec', '\xef\xbb\xbfx = "\xc3\xa9" y\n'),
           ('exec', '# coding: latin-1\nx = "\xe9" y\n'),
           ('exec', '# coding: latin-1\n\xe9 = "\xe9"\n'),
           ('exec', '\n# -*- coding: utf-8 -*-\n\xc3\xa9 = "\xc3\xa9"\n'),
           ('exec', '\xef\xbc\xa1 = \xef\xac\x81\n'), ('exec', 'a\xcc\x81 = 1'),
           ('exec', '\xf0\x9d\x94\x98 = 1'), ('exec', 'a\xc2\xb7 = \xe2\x84\x98\xe2\x84\xae'),
           ('exec', '\xc2\xb7a'), ('exec', 'a\xe2\x80\x8bb'), ('exec', "'\xff'"),
           ('exec', "'\xc3'"), ('exec', "'\\\xc3 \xe9'"), ('exec', 'x\xff = 1'),
           ('exec', '# \xff is not looked at')])


def test_line_ends():
    check([('exec', 'a\r\nb\r\n'), ('exec', 'a\rb'), ('exec', 'if a:\r\n  b\r\n\r\nc'),
           ('exec', '"""a\r\nb\rc"""'), ('exec', "'a\\\r\nb'"), ('exec', 'a\r\n  b'),
           ('exec', 'a \\\r\n + b'), ('exec', '\r\n\r'), ('exec', 'a\n\f\nb'),
           ('exec', 'if a:\n\f  b\n  c')])
