"""The interface of the parser: nodes, visitors, flags, limits, warnings."""
import threading

import pytest

from interpreter.objects import wrap
from interpreter.parser import ast
from interpreter.parser import source as S
from interpreter.parser.error import ParseError
from interpreter.parser.parser import parse
from support import TestDumper, ours


def error_of(text, mode='exec', flags=0):
    with pytest.raises(ParseError) as info:
        parse(text, '<test>', mode, flags)
    return info.value


def test_nodes():
    module = parse('x = a + 1\n', '<test>', 'exec')
    assert isinstance(module, ast.Module)
    assign = module.body[0]
    assert isinstance(assign, ast.Assign)
    assert (assign.lineno, assign.col_offset) == (1, 0)
    assert (assign.end_lineno, assign.end_col_offset) == (1, 9)
    assert assign.targets[0].id == 'x' and assign.targets[0].ctx == ast.Store
    assert assign.value.op == ast.Add
    assert assign.value.left.ctx == ast.Load
    assert assign.type_comment is None


def test_constants_are_wrapped():
    values = [node.value for node in
              parse('None, True, False, ...', '<test>', 'eval').body.elts]
    assert values == [wrap.w_None, wrap.w_True, wrap.w_False, wrap.w_Ellipsis]


class NameCollector(ast.GenericASTVisitor):
    def __init__(self):
        self.names = []

    def visit_Name(self, node):
        self.names.append(node.id)


def test_generic_visitor():
    collector = NameCollector()
    parse('def f(a=b, *c: d):\n  with e as g: return {h: [i for j in k], **l}',
          '<test>', 'exec').walkabout(collector)
    assert sorted(collector.names) == list('bdeghijkl')


class Adder(ast.ValueVisitor):
    """Computes sums of names, each of which counts as its length plus `arg`."""

    def value_Name(self, node, arg):
        return len(node.id) + arg

    def value_BinOp(self, node, arg):
        return (node.left.walkabout_value(self, arg) +
                node.right.walkabout_value(self, arg))


def test_value_visitor():
    tree = parse('a + bb + ccc', '<test>', 'eval')
    assert tree.body.walkabout_value(Adder(), 10) == 36
    with pytest.raises(NotImplementedError):
        parse('a * -b', '<test>', 'eval').body.walkabout_value(Adder(), 0)


def test_every_node_class_has_its_parts():
    for cls in ast.NODE_CLASSES:
        fields = ast.NODE_FIELDS[cls.__name__]
        values = ['v%d' % i for i in range(len(fields))]
        location = list(range(4)) if cls._attributes else []
        node = cls(*(values + location))
        assert [getattr(node, name) for name in cls._fields] == values
        assert [getattr(node, name) for name in cls._attributes] == location
        assert hasattr(ast.ASTVisitor, 'visit_' + cls.__name__)


def test_text_flag_ignores_the_cookie():
    text = '# coding: latin-1\nx = "\xc3\xa9"'
    assert "value='\xc3\xa9'" in dump_of(text, S.PyCF_IGNORE_COOKIE)
    assert "value='\xc3\x83\xc2\xa9'" in dump_of(text, 0)


def dump_of(text, flags):
    return ours('exec', text, flags).encode('utf-8')


def test_barry():
    flags = S.CO_FUTURE_BARRY_AS_BDFL
    assert 'NotEq' in dump_of('a <> b', flags)
    error = error_of('a != b', flags=flags)
    assert error.msg == "with Barry as BDFL, use '<>' instead of '!='"


def test_script_that_is_not_utf8():
    error = error_of('a = 1\nb = "\xe9"\n', flags=S.PyCF_FROM_FILE)
    assert error.msg == (
        "Non-UTF-8 code starting with '\\xe9' in file <test> on line 2, but no encoding "
        'declared; see https://peps.python.org/pep-0263/ for details')


class Rot13(S.SourceDecoder):
    def decode(self, encoding, data, filename):
        return data.decode('rot13').encode('utf-8') if encoding == 'my-rot' else None


def test_decoder_hook():
    old = S.decoder_hook.decoder
    S.decoder_hook.decoder = Rot13()
    try:
        assert "id='x'" in dump_of('# coding: my-rot\nk', 0)
        assert error_of('# coding: other').msg == 'unknown encoding: other'
    finally:
        S.decoder_hook.decoder = old


def test_incomplete():
    for text in ['if a:\n', 'if a:', '(', 'def f(', '"""', 'try:\n  a\n', 'a \\\n', '@a\n',
                 'class A:\n  def f(self):\n', 'for x in', 'x = [1,\n']:
        assert error_of(text, 'single').incomplete, text
    for text in ['a b', 'if a b:\n', ')', 'if a:\nb\n', '"a', 'x = = 1', ' (']:
        assert not error_of(text, 'single').incomplete, text
    flags = S.PyCF_ALLOW_INCOMPLETE_INPUT
    assert error_of('if a:\n', 'single', flags).msg == 'incomplete input'


def test_dedent_is_not_implied_on_demand():
    text = 'if a:\n  b'
    assert isinstance(parse(text, '<test>', 'single'), ast.Interactive)
    flags = S.PyCF_DONT_IMPLY_DEDENT
    assert error_of(text, 'single', flags).incomplete
    assert isinstance(parse(text + '\n', '<test>', 'single', flags), ast.Interactive)


def in_big_stack(function):
    """Run function() in a thread with room for deep recursion; returns its result."""
    results = []
    old = threading.stack_size(256 << 20)
    try:
        thread = threading.Thread(target=lambda: results.append(function()))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(old)
    return results[0]


def test_chains_are_not_recursive():
    for text in ['-' * 2900 + '1', 'not ' * 2900 + '1', 'lambda:' * 2900 + '1',
                 'a if b else ' * 2900 + '1', 'a' + '.b' * 5000, '1' + '+1' * 5000,
                 'a' + '()' * 5000, '1,' * 5000,
                 'if a: b\n' + 'elif a: b\n' * 5000]:
        assert isinstance(parse(text, '<test>', 'exec'), ast.Module)


def test_too_deep():
    for text in ['-' * 9000 + '1', 'not ' * 9000 + '1', 'lambda:' * 9000 + '1',
                 'a if b else ' * 9000 + '1', '-+' * 9000]:
        assert error_of(text).kind == 'MemoryError', text[:10]
    nested = in_big_stack(lambda: parse('(' * 190 + 'a' + ')' * 190, '<test>', 'eval'))
    assert nested.body.id == 'a'
    assert error_of('[' * 300).msg == 'too many nested parentheses'


def test_second_pass_is_not_exponential():
    for opening, closing in ['()', '[]', '{}']:
        text = opening * 60 + 'a b' + closing * 60
        error = in_big_stack(lambda: error_of(text))
        assert error.msg == 'invalid syntax. Perhaps you forgot a comma?'
    error = in_big_stack(lambda: error_of('f(' * 60 + ')' * 59 + ' +'))
    assert error.msg == "'(' was never closed"


def test_null_bytes():
    error = error_of('a\0b')
    assert error.msg == 'source code string cannot contain null bytes'
    assert error.kind == 'SyntaxError' and error.lineno == -1


def test_digit_limit():
    from interpreter.parser.numbers import digit_limit
    text = 'x = ' + '7' * 5000
    assert error_of(text).msg.startswith('Exceeds the limit (4300 digits) for integer '
                                         'string conversion: value has 5000 digits')
    digit_limit.max_digits = 0
    try:
        assert '7' * 5000 in dump_of(text, 0)
    finally:
        digit_limit.max_digits = 4300


def test_warnings():
    warnings = []
    parse('a = "\\d"\nb = """\n\\q"""\nwith (c, "\\w"): pass\nf"\\{d}"\nr"\\d"\n1if e else 2',
          '<test>', 'exec', 0, warnings)
    assert sorted([(w.lineno, w.category, w.msg) for w in warnings]) == [
        (1, 'DeprecationWarning', "invalid escape sequence '\\d'"),
        (2, 'DeprecationWarning', "invalid escape sequence '\\q'"),
        (4, 'DeprecationWarning', "invalid escape sequence '\\w'"),
        (5, 'DeprecationWarning', "invalid escape sequence '\\{'"),
        (7, 'SyntaxWarning', 'invalid decimal literal')]


def test_dumper_needs_constants():
    from interpreter.parser.dump import Dumper, dump
    with pytest.raises(NotImplementedError):
        dump(parse('1', '<test>', 'eval'), Dumper())
    assert dump(parse('a', '<test>', 'eval'), TestDumper()) == (
        "Expression(body=Name(id='a', ctx=Load(), lineno=1, col_offset=0, end_lineno=1, "
        'end_col_offset=1))')
