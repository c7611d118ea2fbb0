from interpreter.fscodec import fsdecode, fsencode


def test_valid_utf8_is_unchanged():
    for s in ['', 'abc', 'h\xc3\xa9', '\xe2\x82\xac', '\xf0\x9f\x98\x80']:
        assert fsdecode(s) == s
        assert fsencode(s) == s


def test_bad_bytes_become_surrogates_and_come_back():
    assert fsdecode('a\xff') == 'a\xed\xb3\xbf'
    assert fsdecode('\x80') == '\xed\xb2\x80'
    for s in ['\xff\xfe', 'a\xc3', '\xe2\x82', '\xf0\x9f\x98', '\xc0\x80', '\xed\xa0\x80', '\xf5\x80\x80\x80', '\xe0\x80\x80',
              '\xf0\x80\x80\x80', '\xf4\x90\x80\x80']:
        decoded = fsdecode(s)
        assert decoded != s
        assert fsencode(decoded) == s
