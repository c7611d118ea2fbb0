"""f-strings, as Python 3.11 has them: a literal whose text is scanned for
expressions after it was tokenized; each expression is parsed by a parser of its
own, as if it stood in parentheses.
"""
from interpreter.objects.wrap import newstr
from interpreter.parser import ast

MAX_NESTING = 2         # a format specification may have expressions, no deeper
MAX_PARENTHESES = 200


class FString(object):
    """Collects the parts of one string expression with an f-string in it.

    parser        the parser of the text around it
    first, last   the first and last STRING token: they give all positions
    kind          str or None: what the constants get
    """

    def __init__(self, parser, first, last, kind):
        self.parser = parser
        self.text = parser.source.text
        self.first = first
        self.last = last
        self.kind = kind
        self.values = []
        self.pending = []           # text that was not added to `values` yet
        self.pos = 0                # of the scan

    def add_text(self, text):
        if text:
            self.pending.append(text)

    def flush(self, values, first, last):
        if self.pending:
            text = ''.join(self.pending)
            values.append(ast.Constant(newstr(text), self.kind, first.lineno,
                                       first.col_offset, last.end_lineno,
                                       last.end_col_offset))
            self.pending = []

    def joined(self, values, first, last):
        return ast.JoinedStr(values, first.lineno, first.col_offset, last.end_lineno,
                             last.end_col_offset)

    def finish(self):
        self.flush(self.values, self.first, self.last)
        return self.joined(self.values, self.first, self.last)

    def error(self, msg):
        return self.parser.error_here('f-string: ' + msg)

    # ---- literal text

    def parse(self, literal, tok):
        """Add the f-string `literal`, the STRING token `tok`."""
        self.parser.require(6, 'Format strings are')
        self.pos = literal.start
        self.parts(literal, tok, 0, self.values)

    def parts(self, literal, tok, depth, values):
        """Text and expressions up to the end of the literal, or of the format
        specification when `depth` is more than 0; appended to `values`."""
        while True:
            self.literal_text(literal, tok, depth)
            if self.pos >= literal.end or self.text[self.pos] == '}':
                return
            # an expression text `x=` goes to the text before it
            self.expression(literal, tok, depth, values)

    def literal_text(self, literal, tok, depth):
        """Add the text up to the next single brace or the end."""
        text = self.text
        end = literal.end
        start = self.pos
        i = start
        while i < end:
            c = text[i]
            i += 1
            if c == '\\' and not literal.is_raw and i < end:
                c = text[i]
                i += 1
                if c == 'N':
                    if i < end and text[i] == '{':
                        while i < end and text[i] != '}':
                            i += 1
                        if i < end:
                            i += 1
                    continue
                if c == '{':
                    self.parser.warn_invalid_escape('{', tok)
            if c == '{' or c == '}':
                if depth == 0:
                    if i < end and text[i] == c:
                        # doubled: one brace is text, the other is skipped
                        self.decode(start, i, literal, tok)
                        i += 1
                        start = i
                        continue
                    if c == '}':
                        raise self.error("single '}' is not allowed")
                i -= 1
                break
        self.decode(start, i, literal, tok)
        self.pos = i

    def decode(self, start, end, literal, tok):
        if start < end:
            if self.text[end - 1] == '\\' and not literal.is_raw:
                # a backslash before a brace is text, and escapes nothing
                if self.backslashes_before(start, end) % 2 == 1:
                    self.add_text(self.parser.decode_part(start, end - 1, False,
                                                          False, tok))
                    self.add_text('\\')
                    return
            self.add_text(self.parser.decode_part(start, end, literal.is_raw, False,
                                                  tok))

    def backslashes_before(self, start, end):
        n = 0
        while end > start and self.text[end - 1] == '\\':
            n += 1
            end -= 1
        return n

    # ---- expressions

    def expression(self, literal, tok, depth, values):
        """At a '{': parse the replacement field and append it to `values`."""
        if depth >= MAX_NESTING:
            raise self.error('expressions nested too deeply')
        text = self.text
        end = literal.end
        start = self.pos + 1
        self.pos = start
        self.skip_expression(end)
        stop = self.pos
        if stop >= end:
            raise self.expecting_brace()
        value = self.compile(start, stop, tok)
        is_debug = False
        debug_text = ''
        if text[self.pos] == '=':
            self.parser.require(8, 'f-string: self documenting expressions are')
            self.pos += 1
            while self.pos < end and text[self.pos].isspace():
                self.pos += 1
            if self.pos >= end:
                raise self.expecting_brace()
            is_debug = True
            after = self.pos
            assert 0 <= start <= after
            debug_text = text[start:after]
        conversion = -1
        if text[self.pos] == '!':
            self.pos += 1
            if self.pos >= end:
                raise self.expecting_brace()
            conversion = ord(text[self.pos])
            self.pos += 1
            if conversion != ord('s') and conversion != ord('r') and \
                    conversion != ord('a'):
                raise self.error("invalid conversion character: expected 's', 'r', or "
                                 "'a'")
        if self.pos >= end:
            raise self.expecting_brace()
        # the text of `x=` belongs before this field, not into its specification
        self.add_text(debug_text)
        self.flush(values, self.first, self.last)
        spec = None
        if text[self.pos] == ':':
            self.pos += 1
            spec_values = []
            self.parts(literal, tok, depth + 1, spec_values)
            # the end of a specification has the position of its token
            self.flush(spec_values, tok, tok)
            spec = self.joined(spec_values, tok, tok)
        if self.pos >= end or text[self.pos] != '}':
            raise self.expecting_brace()
        self.pos += 1
        if is_debug and spec is None and conversion == -1:
            conversion = ord('r')
        values.append(ast.FormattedValue(
            value, conversion, spec, self.first.lineno, self.first.col_offset,
            self.last.end_lineno, self.last.end_col_offset))

    def expecting_brace(self):
        return self.error("expecting '}'")

    def skip_expression(self, end):
        """Move to the end of the expression that begins at the current position:
        past nested brackets and strings, to a '}', '!', ':' or '='."""
        text = self.text
        i = self.pos
        quote = '\0'
        quotes = 0                  # 1 or 3 inside a string
        brackets = []
        while i < end:
            c = text[i]
            if c == '\\':
                raise self.parser.error_here(
                    'f-string expression part cannot include a backslash')
            if quotes:
                if c == quote:
                    if quotes == 1:
                        quotes = 0
                    elif i + 2 < end and text[i + 1] == c and text[i + 2] == c:
                        i += 2
                        quotes = 0
            elif c == "'" or c == '"':
                quote = c
                quotes = 1
                if i + 2 < end and text[i + 1] == c and text[i + 2] == c:
                    quotes = 3
                    i += 2
            elif c == '(' or c == '[' or c == '{':
                if len(brackets) >= MAX_PARENTHESES:
                    raise self.error('too many nested parenthesis')
                brackets.append(c)
            elif c == '#':
                raise self.parser.error_here(
                    "f-string expression part cannot include '#'")
            elif not brackets and (c == '!' or c == ':' or c == '}' or c == '=' or
                                   c == '<' or c == '>'):
                if i + 1 < end and text[i + 1] == '=' and (
                        c == '!' or c == '=' or c == '<' or c == '>'):
                    i += 2          # a comparison
                    continue
                if c != '<' and c != '>':
                    break
            elif c == ')' or c == ']' or c == '}':
                if not brackets:
                    raise self.error("unmatched '%s'" % c)
                opening = brackets.pop()
                if not (opening == '(' and c == ')' or opening == '[' and c == ']' or
                        opening == '{' and c == '}'):
                    raise self.error("closing parenthesis '%s' does not match opening "
                                     "parenthesis '%s'" % (c, opening))
            i += 1
        self.pos = i
        if quotes:
            raise self.error('unterminated string')
        if brackets:
            raise self.error("unmatched '%s'" % brackets[-1])

    def compile(self, start, stop, tok):
        """The expression node for text[start:stop]."""
        text = self.text
        i = start
        while i < stop and text[i] in ' \t\n\014\r\v':
            i += 1
        if i == stop:
            following = text[stop]
            if following == '!' or following == ':' or following == '=':
                raise self.error("expression required before '%s'" % following)
            raise self.error('empty expression not allowed')
        # the position of the brace, which counts as the opening parenthesis
        lineno = tok.lineno
        line_start = tok.start - tok.col_offset
        for k in range(tok.start, start):
            if text[k] == '\n':
                lineno += 1
                line_start = k + 1
        assert 0 <= start <= stop
        i = start
        while i < stop and text[i] in ' \t\014':
            i += 1
        return self.parser.subexpression(text[start:stop], lineno,
                                         start - 1 - line_start, text[i] == '\n')
