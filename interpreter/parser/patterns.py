"""The match statement and its patterns (PEP 634)."""
from interpreter.parser import ast
from interpreter.parser import tokens as T
from interpreter.parser.numbers import parse_number, is_imaginary
from interpreter.parser.stream import Backtrack
from interpreter.objects.wrap import w_None, w_True, w_False


class Patterns(object):
    """Mixed into Parser."""

    # ---- the statement

    def match_statement(self):
        """At the name `match`: the statement, or None (and nothing consumed)
        where `match` is an ordinary name."""
        following = self.peek_type()
        if not self.can_begin_subject(following):
            return None
        pos = self.pos
        start = self.advance()
        try:
            subject = self.subject()
            if self.error_pass and self.tok.type == T.NEWLINE:
                raise self.error_here("expected ':'")
            self.expect(T.COLON)
            self.expect(T.NEWLINE)
            if self.tok.type != T.INDENT:
                if self.error_pass:
                    raise self.missing_block("'match' statement", start)
                self.fail()
            self.advance()
            if not self.at_name('case'):
                self.fail()
            cases = []
            while self.at_name('case'):
                cases.append(self.case_block())
            self.expect(T.DEDENT)
        except Backtrack:
            self.reset(pos)
            return None
        self.require(10, 'Pattern matching is')
        end = self.end_token()
        return ast.Match(subject, cases, start.lineno, start.col_offset,
                         end.end_lineno, end.end_col_offset)

    def can_begin_subject(self, type):
        return (T.NAME <= type <= T.STRING or type == T.LPAR or type == T.LSQB or
                type == T.LBRACE or type == T.STAR or type == T.MINUS or
                type == T.PLUS or type == T.TILDE or type == T.ELLIPSIS or
                type == T.KW_NOT or type == T.KW_LAMBDA or type == T.KW_AWAIT or
                T.KW_FALSE <= type <= T.KW_TRUE)

    def subject(self):
        start = self.tok
        first = self.star_named_expression()
        if self.tok.type == T.COMMA:
            return self.make_tuple(self.more_elements(first), start)
        if isinstance(first, ast.Starred):
            self.fail()
        return first

    def case_block(self):
        start = self.advance()
        pattern = self.patterns()
        guard = None
        if self.accept(T.KW_IF):
            guard = self.named_expression()
        self.colon()
        body = self.block("'case' statement", start)
        return ast.match_case(pattern, guard, body)

    # ---- patterns

    def patterns(self):
        """The pattern of a case; a sequence may lack its brackets."""
        start = self.tok
        if start.type == T.STAR:
            first = self.star_pattern()
            if self.tok.type != T.COMMA:
                self.fail()
        else:
            first = self.pattern()
            if self.tok.type != T.COMMA:
                return first
        patterns = self.more_patterns(first)
        return ast.MatchSequence(patterns, start.lineno, start.col_offset,
                                 self.last.end_lineno, self.last.end_col_offset)

    def at_pattern(self):
        type = self.tok.type
        return (T.NAME <= type <= T.STRING or type == T.LPAR or type == T.LSQB or
                type == T.LBRACE or type == T.STAR or type == T.MINUS or
                T.KW_FALSE <= type <= T.KW_TRUE)

    def more_patterns(self, first):
        patterns = [first]
        while self.accept(T.COMMA):
            if not self.at_pattern():
                break
            patterns.append(self.maybe_star_pattern())
        return patterns

    def maybe_star_pattern(self):
        if self.tok.type == T.STAR:
            return self.star_pattern()
        return self.pattern()

    def star_pattern(self):
        start = self.advance()
        name = None
        if self.at_name('_'):
            self.advance()
        else:
            name = self.capture_target()
        return ast.MatchStar(name, start.lineno, start.col_offset,
                             self.last.end_lineno, self.last.end_col_offset)

    def capture_target(self):
        """A name (str) to bind; not `_`, and not the start of something longer."""
        if self.tok.type != T.NAME or self.tok.text == '_':
            self.fail()
        name = self.advance().text
        type = self.tok.type
        if type == T.DOT or type == T.LPAR or type == T.EQUAL:
            self.fail()
        return name

    def pattern(self):
        start = self.tok
        pattern = self.or_pattern()
        if self.tok.type != T.KW_AS:
            return pattern
        self.advance()
        if self.error_pass:
            self.check_as_target()
        name = self.capture_target()
        return ast.MatchAs(pattern, name, start.lineno, start.col_offset,
                           self.last.end_lineno, self.last.end_col_offset)

    def or_pattern(self):
        start = self.tok
        first = self.closed_pattern()
        if self.tok.type != T.VBAR:
            return first
        patterns = [first]
        while self.accept(T.VBAR):
            patterns.append(self.closed_pattern())
        return ast.MatchOr(patterns, start.lineno, start.col_offset,
                           self.last.end_lineno, self.last.end_col_offset)

    def closed_pattern(self):
        start = self.tok
        type = start.type
        if type == T.NAME:
            return self.name_pattern()
        if type == T.LPAR:
            return self.parenthesized_pattern()
        if type == T.LSQB:
            self.advance()
            patterns = []
            if self.tok.type != T.RSQB:
                patterns = self.more_patterns(self.maybe_star_pattern())
            self.expect(T.RSQB)
            return self.sequence(patterns, start)
        if type == T.LBRACE:
            return self.mapping_pattern()
        if type == T.KW_NONE or type == T.KW_TRUE or type == T.KW_FALSE:
            self.advance()
            w_value = w_None
            if type == T.KW_TRUE:
                w_value = w_True
            elif type == T.KW_FALSE:
                w_value = w_False
            return ast.MatchSingleton(w_value, start.lineno, start.col_offset,
                                      start.end_lineno, start.end_col_offset)
        value = self.literal()
        return ast.MatchValue(value, start.lineno, start.col_offset,
                              self.last.end_lineno, self.last.end_col_offset)

    def sequence(self, patterns, start):
        return ast.MatchSequence(patterns, start.lineno, start.col_offset,
                                 self.last.end_lineno, self.last.end_col_offset)

    def literal(self):
        """A string, or a number, perhaps negative, perhaps `real +- imaginary`."""
        start = self.tok
        if start.type == T.STRING:
            return self.strings()
        left = self.signed_number()
        op = self.tok.type
        if op != T.PLUS and op != T.MINUS:
            return left
        number = self.last
        if is_imaginary(self.source.text, number.start, number.end):
            raise self.error_in_node('real number required in complex literal', left)
        self.advance()
        tok = self.expect(T.NUMBER)
        right = self.constant(parse_number(self.source.text, tok.start, tok.end, self),
                              tok)
        if not is_imaginary(self.source.text, tok.start, tok.end):
            raise self.error_in_node('imaginary number required in complex literal',
                                     right)
        return ast.BinOp(left, ast.Add if op == T.PLUS else ast.Sub, right,
                         start.lineno, start.col_offset, self.last.end_lineno,
                         self.last.end_col_offset)

    def signed_number(self):
        start = self.tok
        negative = self.accept(T.MINUS)
        tok = self.expect(T.NUMBER)
        value = self.constant(parse_number(self.source.text, tok.start, tok.end, self),
                              tok)
        if not negative:
            return value
        return ast.UnaryOp(ast.USub, value, start.lineno, start.col_offset,
                           tok.end_lineno, tok.end_col_offset)

    def dotted_value(self):
        """`name` or `name.attr...` as an expression."""
        start = self.tok
        tok = self.expect(T.NAME)
        value = self.name_node(tok, ast.Load)
        return self.attributes_of(value, start)

    def attributes_of(self, value, start):
        while self.tok.type == T.DOT:
            self.advance()
            attr = self.expect(T.NAME).text
            value = ast.Attribute(value, attr, ast.Load, start.lineno,
                                  start.col_offset, self.last.end_lineno,
                                  self.last.end_col_offset)
        return value

    def name_pattern(self):
        """A capture, the wildcard, a value or a class."""
        start = self.tok
        value = self.dotted_value()
        type = self.tok.type
        if type == T.LPAR:
            return self.class_pattern(value, start)
        if isinstance(value, ast.Attribute):
            return ast.MatchValue(value, start.lineno, start.col_offset,
                                  self.last.end_lineno, self.last.end_col_offset)
        if type == T.EQUAL:
            self.fail()
        name = start.text
        if name == '_':
            name = None
        return ast.MatchAs(None, name, start.lineno, start.col_offset,
                           start.end_lineno, start.end_col_offset)

    def parenthesized_pattern(self):
        """A group or a sequence."""
        start = self.advance()
        if self.accept(T.RPAR):
            return self.sequence([], start)
        starred = self.tok.type == T.STAR
        first = self.maybe_star_pattern()
        if self.tok.type == T.COMMA:
            patterns = self.more_patterns(first)
            self.expect(T.RPAR)
            return self.sequence(patterns, start)
        if starred:
            self.fail()
        self.expect(T.RPAR)
        return first

    def mapping_pattern(self):
        start = self.advance()
        keys = []
        patterns = []
        rest = None
        while self.tok.type != T.RBRACE:
            if self.accept(T.DOUBLESTAR):
                rest = self.capture_target()
                self.accept(T.COMMA)
                break
            keys.append(self.mapping_key())
            self.expect(T.COLON)
            patterns.append(self.pattern())
            if not self.accept(T.COMMA):
                break
        self.expect(T.RBRACE)
        return ast.MatchMapping(keys, patterns, rest, start.lineno, start.col_offset,
                                self.last.end_lineno, self.last.end_col_offset)

    def mapping_key(self):
        """A literal or a dotted name, as an expression."""
        tok = self.tok
        type = tok.type
        if type == T.NAME:
            if self.peek_type() != T.DOT:
                self.advance()
                self.fail()
            return self.dotted_value()
        if type == T.KW_NONE or type == T.KW_TRUE or type == T.KW_FALSE:
            return self.atom()
        return self.literal()

    def class_pattern(self, cls, start):
        """At the '(' after the class."""
        self.advance()
        patterns = []
        kwd_attrs = []
        kwd_patterns = []
        while self.tok.type != T.RPAR:
            if self.tok.type == T.NAME and self.peek_type() == T.EQUAL:
                kwd_attrs.append(self.advance().text)
                self.advance()
                kwd_patterns.append(self.pattern())
            else:
                if kwd_attrs:
                    if self.error_pass:
                        self.check_positional_after_keyword()
                    self.fail()
                patterns.append(self.pattern())
            if not self.accept(T.COMMA):
                break
        self.expect(T.RPAR)
        return ast.MatchClass(cls, patterns, kwd_attrs, kwd_patterns, start.lineno,
                              start.col_offset, self.last.end_lineno,
                              self.last.end_col_offset)
