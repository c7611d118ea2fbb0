"""String and bytes literals: escapes, prefixes and concatenation."""
from interpreter.objects.wrap import newbytes, newstr
from interpreter.parser import ast
from interpreter.parser import tokens as T
from interpreter.parser import utf8
from interpreter.parser.error import ParseWarning
from interpreter.parser.fstrings import FString
from interpreter.parser.identifiers import unicode_hook

SIMPLE_ESCAPES = {'\\': '\\', "'": "'", '"': '"', 'a': '\a', 'b': '\b', 'f': '\f',
                  'n': '\n', 'r': '\r', 't': '\t', 'v': '\v'}


class EscapeError(Exception):
    """A bad escape; `msg` says which, as CPython's SyntaxError does."""

    def __init__(self, msg):
        self.msg = msg


class Literal(object):
    """The prefix of a STRING token, and where its body is (ints, in the text)."""

    def __init__(self, text, tok):
        i = tok.start
        self.is_bytes = False
        self.is_fstring = False
        self.is_raw = False
        while True:
            c = text[i]
            if c == '"' or c == "'":
                break
            if c == 'b' or c == 'B':
                self.is_bytes = True
            elif c == 'f' or c == 'F':
                self.is_fstring = True
            elif c == 'r' or c == 'R':
                self.is_raw = True
            i += 1
        quotes = 1
        if tok.end - i >= 6 and text[i + 1] == c and text[i + 2] == c:
            quotes = 3
        self.start = i + quotes
        self.end = tok.end - quotes


class Strings(object):
    """Mixed into Parser."""

    def strings(self):
        """At a STRING: all adjacent ones together, as one expression."""
        first = self.advance()
        if self.tok.type != T.STRING:
            literal = Literal(self.source.text, first)
            if not literal.is_fstring:
                value = self.decode_literal(literal, first)
                if literal.is_bytes:
                    return self.constant(newbytes(value), first)
                return ast.Constant(newstr(value), self.kind_of(first), first.lineno,
                                    first.col_offset, first.end_lineno,
                                    first.end_col_offset)
        toks = [first]
        while self.tok.type == T.STRING:
            toks.append(self.advance())
        last = toks[-1]
        parts = []
        fstring = None
        is_bytes = False
        for i in range(len(toks)):
            tok = toks[i]
            literal = Literal(self.source.text, tok)
            if literal.is_fstring:
                if fstring is None:
                    fstring = FString(self, first, last, self.kind_of(first))
                    for part in parts:
                        fstring.add_text(part)
                fstring.parse(literal, tok)
            else:
                value = self.decode_literal(literal, tok)
                if fstring is not None:
                    fstring.add_text(value)
                else:
                    parts.append(value)
            if i > 0 and is_bytes != literal.is_bytes:
                raise self.error_here('cannot mix bytes and nonbytes literals')
            is_bytes = literal.is_bytes
        if fstring is not None:
            return fstring.finish()
        value = ''.join(parts)
        kind = None
        if is_bytes:
            w_value = newbytes(value)
        else:
            w_value = newstr(value)
            kind = self.kind_of(first)
        return ast.Constant(w_value, kind, first.lineno, first.col_offset,
                            last.end_lineno, last.end_col_offset)

    def kind_of(self, tok):
        if self.source.text[tok.start] == 'u':
            return 'u'
        return None

    def decode_literal(self, literal, tok):
        """The value (str: bytes, or UTF-8) of a literal that is no f-string."""
        if literal.is_bytes:
            text = self.source.text
            for i in range(literal.start, literal.end):
                if ord(text[i]) >= 0x80:
                    raise self.error_at_token('bytes can only contain ASCII literal '
                                              'characters', tok)
        return self.decode_part(literal.start, literal.end, literal.is_raw,
                                literal.is_bytes, tok)

    def decode_part(self, start, end, is_raw, is_bytes, tok):
        """The value of text[start:end], a part of the STRING token `tok`."""
        if tok.start in self.tokenizer.bad_strings and not is_bytes:
            self.check_utf8(start, end, is_raw)
        assert 0 <= start <= end
        body = self.source.text[start:end]
        if is_raw or '\\' not in body:
            return body
        decoder = EscapeDecoder(body, is_bytes)
        try:
            value = decoder.decode()
        except EscapeError as e:
            raise self.error_here(e.msg)
        if decoder.first_invalid:
            self.warn_invalid_escape(decoder.first_invalid, tok)
        return value

    def warn_invalid_escape(self, invalid, tok):
        kind = 'octal ' if '4' <= invalid[0] <= '7' else ''
        message = "invalid %sescape sequence '\\%s'" % (kind, invalid)
        self.warn(ParseWarning('DeprecationWarning', message, tok.lineno, self.error_at_token(message, tok)))

    def check_utf8(self, start, end, is_raw):
        """Raise if text[start:end], the body of a literal, is not UTF-8."""
        text = self.source.text
        assert start >= 0 and end >= 0
        if is_raw or text.find('\\', start, end) < 0:
            problem = utf8.find_problem(text, start, end)
            if problem is not None:
                raise self.error_here(utf8.problem_message(text, problem, start))
            return
        # with escapes, CPython decodes each run of bytes outside ASCII by itself
        while start < end:
            stop = start
            while stop < end and ord(text[stop]) >= 0x80:
                stop += 1
            problem = utf8.find_problem(text, start, stop)
            if problem is not None:
                raise self.error_here(utf8.problem_message(text, problem, start))
            start = stop + 1


class EscapeDecoder(object):
    """Replaces the escapes in the body of a literal.

    first_invalid   str: what follows the backslash of the first sequence that is
                    no escape (a character) or no byte (three octal digits), or ''
    """

    def __init__(self, body, is_bytes):
        self.body = body
        self.is_bytes = is_bytes
        self.first_invalid = ''
        self.parts = []

    def decode(self):
        body = self.body
        start = 0
        while True:
            i = body.find('\\', start)
            if i < 0:
                self.parts.append(body[start:])
                return ''.join(self.parts)
            assert 0 <= start <= i
            self.parts.append(body[start:i])
            start = self.escape(i)
            assert start >= 0

    def escape(self, i):
        """At a backslash: append what it stands for; returns the position after."""
        body = self.body
        c = body[i + 1]             # the tokenizer ends no literal in a backslash
        if c == '\n':
            return i + 2
        if c in SIMPLE_ESCAPES:
            self.parts.append(SIMPLE_ESCAPES[c])
            return i + 2
        if '0' <= c <= '7':
            return self.octal(i + 1)
        if c == 'x':
            return self.hexadecimal(i, 2, 'truncated \\xXX escape')
        if not self.is_bytes:
            if c == 'u':
                return self.hexadecimal(i, 4, 'truncated \\uXXXX escape')
            if c == 'U':
                return self.hexadecimal(i, 8, 'truncated \\UXXXXXXXX escape')
            if c == 'N':
                return self.named(i)
        if not self.first_invalid:
            end = i + 2
            if ord(c) >= 0x80:
                end = i + 1 + utf8.sequence_length(ord(c))
            assert 0 <= i < end
            self.first_invalid = body[i + 1:end]
        self.parts.append('\\')
        return i + 1

    def octal(self, i):
        body = self.body
        value = 0
        start = i
        stop = i + 3
        while i < stop and i < len(body) and '0' <= body[i] <= '7':
            value = value * 8 + ord(body[i]) - ord('0')
            i += 1
        if value > 0xFF and not self.first_invalid:
            assert 0 <= start <= i
            self.first_invalid = body[start:i]
        self.append_code(value)
        return i

    def append_code(self, code):
        if self.is_bytes:
            self.parts.append(chr(code & 0xFF))
        else:
            self.parts.append(utf8.encode(code))

    def hexadecimal(self, i, count, problem):
        body = self.body
        value = 0
        start = i + 2
        k = start
        while k < start + count:
            c = body[k] if k < len(body) else ' '
            if '0' <= c <= '9':
                digit = ord(c) - ord('0')
            elif 'a' <= c <= 'f':
                digit = ord(c) - ord('a') + 10
            elif 'A' <= c <= 'F':
                digit = ord(c) - ord('A') + 10
            else:
                if self.is_bytes:
                    raise EscapeError('(value error) invalid \\x escape at position '
                                      '%d' % i)
                raise self.unicode_error(i, k, problem)
            value = value * 16 + digit
            k += 1
        if value > 0x10FFFF:
            raise self.unicode_error(i, k, 'illegal Unicode character')
        self.append_code(value)
        return k

    def named(self, i):
        body = self.body
        problem = 'malformed \\N character escape'
        start = i + 3
        if i + 2 >= len(body) or body[i + 2] != '{':
            raise self.unicode_error(i, i + 2, problem)
        end = body.find('}', start)
        if end < 0:
            raise self.unicode_error(i, len(body), problem)
        if end == start:
            raise self.unicode_error(i, end, problem)
        assert 0 <= start <= end
        value = unicode_hook.database.lookup(body[start:end])
        if value is None:
            raise self.unicode_error(i, end + 1, 'unknown Unicode character name')
        self.parts.append(value)
        return end + 1

    def unicode_error(self, start, end, problem):
        """The error that CPython's unicode-escape codec raises for body[start:end].

        It numbers the bytes of a text in which every character outside ASCII is
        written as ten bytes, \\UXXXXXXXX, and a backslash before one as six.
        """
        first = self.escaped_position(start)
        last = self.escaped_position(end) - 1
        return EscapeError("(unicode error) 'unicodeescape' codec can't decode bytes "
                           "in position %d-%d: %s" % (first, last, problem))

    def escaped_position(self, position):
        body = self.body
        n = 0
        i = 0
        while i < position:
            byte = ord(body[i])
            if byte < 0x80:
                n += 1
                i += 1
                if byte == ord('\\') and i < len(body):
                    if ord(body[i]) >= 0x80:
                        n += 5
                    elif i < position:
                        n += 1
                        i += 1
            else:
                n += 10
                i += utf8.sequence_length(byte)
        return n
