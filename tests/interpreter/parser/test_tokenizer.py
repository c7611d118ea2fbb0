"""The tokenizer alone: types, positions, levels, errors, warnings."""
from interpreter.parser import tokens as T
from interpreter.parser.source import decode_source
from interpreter.parser.tokenizer import Tokenizer


def tokenize(text, mode='exec'):
    tokenizer = Tokenizer(decode_source(text, '<test>', 0), mode)
    tokenizer.run()
    return tokenizer


def spelled(text):
    """The tokens in short: what they spell, or their type."""
    result = []
    tokenizer = tokenize(text)
    for tok in tokenizer.tokens:
        if tok.start < tok.end and tok.type != T.NEWLINE:
            result.append(tokenizer.text[tok.start:tok.end])
        else:
            result.append(T.SPELLING[tok.type].upper())
    return ' '.join(result)


def test_operators():
    text = ' '.join([spelling for _, spelling in T.OPERATORS if spelling not in '()[]{}'])
    assert spelled(text) == text + ' NEWLINE END OF FILE'
    assert spelled('a<<=b>>=c**=d//=e->f:=g...h') == (
        'a <<= b >>= c **= d //= e -> f := g ... h NEWLINE END OF FILE')
    assert spelled('a<-b==-c') == 'a < - b == - c NEWLINE END OF FILE'


def test_types():
    types = [tok.type for tok in tokenize('if x1 None match 5 "s" $').tokens]
    assert types == [T.KW_IF, T.NAME, T.KW_NONE, T.NAME, T.NUMBER, T.STRING, T.BAD_OP,
                     T.NEWLINE, T.ENDMARKER]


def test_indentation():
    assert spelled('if a:\n  b\n\n # c\n  d\ne') == (
        'if a : NEWLINE INDENT b NEWLINE d NEWLINE DEDENT e NEWLINE END OF FILE')
    assert spelled('a:\n b:\n  c') == (
        'a : NEWLINE INDENT b : NEWLINE INDENT c NEWLINE DEDENT DEDENT END OF FILE')
    assert spelled('a:\n\tb\n        c').startswith('a : NEWLINE INDENT b NEWLINE ERROR')
    assert spelled('(a\n  b\n c)') == '( a b c ) NEWLINE END OF FILE'


def test_positions():
    tokens = tokenize('a = """x\n y""" + \\\n  \xc3\xa9z').tokens
    positions = [(tok.lineno, tok.col_offset, tok.end_lineno, tok.end_col_offset)
                 for tok in tokens]
    assert positions == [(1, 0, 1, 1), (1, 2, 1, 3), (1, 4, 2, 5), (2, 6, 2, 7),
                         (3, 2, 3, 5), (3, 5, 3, 5), (3, -1, 3, -1)]


def test_levels():
    assert [tok.level for tok in tokenize('a([b]){}').tokens] == [
        0, 1, 2, 2, 1, 0, 1, 0, 0, 0]


def test_names_are_normalised():
    tokens = tokenize('\xef\xac\x81 \xe2\x84\xab if').tokens
    assert [tok.text for tok in tokens[:3]] == ['fi', '\xc3\x85', 'if']
    assert tokens[2].type == T.KW_IF


def test_error_ends_the_tokens():
    tokenizer = tokenize('a 0x b')
    assert [tok.type for tok in tokenizer.tokens] == [T.NAME, T.ERROR]
    assert tokenizer.error.msg == 'invalid hexadecimal literal'
    assert not tokenizer.error.incomplete


def test_incomplete_input():
    for text in ['(a', '"""a', 'a \\', '[\n', 'f(a,\n\n']:
        assert tokenize(text).error.incomplete, text
    assert not tokenize('"a').error.incomplete


def test_limits():
    assert tokenize('(' * 200 + ')' * 200).error is None
    assert tokenize('(' * 201).error.msg == 'too many nested parentheses'
    deep = ''.join([' ' * i + 'if a:\n' for i in range(101)])
    assert tokenize(deep).error.msg == 'too many levels of indentation'


def test_warnings():
    warnings = tokenize('a = 1if b else 0x1for\n1or 2').warnings
    assert [(w.category, w.msg, w.lineno) for w in warnings] == [
        ('SyntaxWarning', 'invalid decimal literal', 1),
        ('SyntaxWarning', 'invalid hexadecimal literal', 1),
        ('SyntaxWarning', 'invalid decimal literal', 2)]
