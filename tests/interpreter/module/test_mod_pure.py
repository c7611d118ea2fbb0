"""Parts of built-in modules that need no running interpreter."""
import subprocess

import pytest

from interpreter.main import options as options_module
from interpreter.main import paths
from interpreter.typedef import finish_typedefs

finish_typedefs()

from module._codecs import utf7
from module._io.coders import Utf8Decoder, incomplete_tail
from module._io.newlines import NewlineState, find_line_end
from module._io.textio import cookie, split_cookie
from module.posix.files import normpath


def cpython(expression):
    return subprocess.check_output(['build/py311/bin/python', '-c', 'print(%s)' % expression]).rstrip('\n')


@pytest.mark.parametrize('path', ['', '.', '/', '//', '///a', 'a//b/', 'a/./b/../c', '../..', '/../a', 'a/..', '//x/../..', './/.'])
def test_normpath(path):
    assert (normpath(path) or '.') == cpython('__import__("posixpath").normpath(%r)' % path)


def test_newlines_in_pieces():
    for translate in (True, False):
        text = 'a\r\nb\rc\n\r\r\nd\r'
        for size in range(1, len(text) + 1):
            state = NewlineState(translate)
            out = ''.join(state.feed(text[i:i + size], False) for i in range(0, len(text), size)) + state.feed('', True)
            assert out == (text.replace('\r\n', '\n').replace('\r', '\n') if translate else text)
            assert state.seen == 7


@pytest.mark.parametrize('text, start, universal, newline, end', [
    ('ab\ncd', 0, False, '\n', 3), ('ab\ncd', 3, False, '\n', -1), ('a\r\nb', 0, True, '', 3), ('a\rb\n', 0, True, '', 2),
    ('a\r', 0, True, '', 2), ('ab\r\n', 0, False, '\r\n', 4), ('ab', 0, True, '', -1)])
def test_find_line_end(text, start, universal, newline, end):
    assert find_line_end(text, start, universal, newline) == end


def test_utf8_decoder_holds_back_incomplete_sequences():
    text = u'a\xe9\u20ac\U0001f600z'.encode('utf-8')
    for size in range(1, len(text) + 1):
        decoder = Utf8Decoder('strict')
        out = ''.join(decoder.decode(text[i:i + size], i + size >= len(text)) for i in range(0, len(text), size))
        assert out == text
        assert decoder.getstate() == ('', 0)
    assert incomplete_tail('ab\xe2\x82') == 2
    assert incomplete_tail('ab\xe0\x80') == 0
    assert incomplete_tail('\x80') == 0


@pytest.mark.parametrize('numbers', [(0, 0, 0, 0, 0), (5, 0, 0, 0, 0), (10, 1, 2, 1, 3), (2 ** 40, 0, 7, 0, 9)])
def test_cookies(numbers):
    from interpreter.conversions import bigint_w
    assert split_cookie(bigint_w(cookie(*numbers))) == numbers


@pytest.mark.parametrize('text', [u'', u'plain', u'a+b', u'h\xe9llo', u'\u20ac\U0001f600x', u'\xe9-', u'~\\'])
def test_utf7(text):
    encoded = utf7.encode(text.encode('utf-8'))
    assert encoded == cpython('bytes.fromhex("%s").decode("utf-8").encode("utf-7").decode("ascii")' % text.encode('utf-8').encode('hex'))

    class NoErrors(object):
        def decode(self, encoding, data, start, end, reason):
            raise AssertionError(reason)
    assert utf7.decode(encoded, NoErrors(), True) == (text.encode('utf-8'), len(encoded))


@pytest.mark.parametrize('argv, expected', [
    (['-c', 'pass', '-x'], dict(command='pass', arguments=['-x'])),
    (['-OO', '-SEs', 's.py', '-c'], dict(optimize=2, no_site=1, ignore_environment=1, no_user_site=1, script='s.py', arguments=['-c'])),
    (['-mjson.tool', 'f'], dict(module='json.tool', arguments=['f'])),
    (['-Wignore', '-W', 'error', '-'], dict(warnings=['ignore', 'error'], script='-')),
    (['-I', '-uB', '-Xdev'], dict(isolated=1, unbuffered=True, no_bytecode=1, dev_mode=True, warnings=['default'])),
    (['--version'], dict(show_version=1)),
    (['-c'], dict(error='Argument expected for the -c option')),
    (['-Z'], dict(error='Unknown option: -Z'))])
def test_command_line(argv, expected):
    options = options_module.parse(['pypy-stm'] + argv)
    for name, value in expected.items():
        assert getattr(options, name) == value


def test_environment_variables():
    options = options_module.parse(['pypy-stm'])
    options_module.read_environment(options, {'PYTHONOPTIMIZE': '2', 'PYTHONWARNINGS': 'a,b', 'PYTHONUNBUFFERED': 'x', 'PYTHONVERBOSE': ''})
    assert (options.optimize, options.warnings, options.unbuffered, options.verbose) == (2, ['a', 'b'], True, 0)
    options = options_module.parse(['pypy-stm', '-E'])
    options_module.read_environment(options, {'PYTHONOPTIMIZE': '2'})
    assert options.optimize == 0


def test_layout_is_found_beside_the_program_or_installed(tmpdir):
    tmpdir.join('bin', 'prog').write('', ensure=True)
    layout = paths.Layout()
    assert not paths.set_library(layout, str(tmpdir), str(tmpdir))
    tmpdir.join('lib', 'pypy-stm', 'lib-python', '3.11', 'os.py').write('', ensure=True)
    assert paths.set_library(layout, str(tmpdir), str(tmpdir.join('lib', 'pypy-stm')))
    assert layout.stdlib == str(tmpdir.join('lib/pypy-stm/lib-python/3.11'))
    assert layout.ours == str(tmpdir.join('lib/pypy-stm/lib'))
