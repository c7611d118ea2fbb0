"""The checks of the second pass in the arguments of calls and in parameters."""
from interpreter.parser import ast
from interpreter.parser import tokens as T
from interpreter.parser.stream import Backtrack

MAYBE_EQUAL = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
NEEDS_PARENTHESES = 'Generator expression must be parenthesized'


class ParsedArguments(object):
    """As many arguments of a call as could be read.

    args       list of expressions
    keywords   list of keyword nodes
    has_kwargs bool: from some point on only keywords and unpackings were read
    """

    def __init__(self):
        self.args = []
        self.keywords = []
        self.has_kwargs = False

    def may_be_kwargs(self):
        """Whether the last arguments are none that a keyword must not precede."""
        if self.has_kwargs:
            return True
        for arg in self.args:
            if not isinstance(arg, ast.Starred):
                return False
        return True

    def unpacks_mapping(self):
        for keyword in self.keywords:
            if keyword.arg is None:
                return True
        return False


def last_comprehension_node(clauses):
    clause = clauses[-1]
    if clause.ifs:
        return clause.ifs[-1]
    return clause.iter


class CallErrors(object):
    """Mixed into Parser."""

    # ---- calls

    def checked_call_arguments(self, paren):
        first = self.pos
        if paren is not None:
            generator = self.try_generator_argument(paren)
            if generator is not None:
                return [generator], []
            self.reset(first - 1)
            self.check_comprehension()
            self.reset(first)
        if self.tok.type == T.RPAR:
            return [], []
        arguments = self.some_arguments()
        if arguments is not None:
            self.accept(T.COMMA)
            if self.tok.type == T.RPAR:
                return arguments.args, arguments.keywords
        self.reset(first)
        self.check_arguments(first)
        self.reset(first)
        self.fail()

    def try_generator_argument(self, paren):
        try:
            value = self.named_argument()
            if not self.at_comprehension():
                return None
            clauses = self.comprehension_clauses()
            if self.tok.type != T.RPAR:
                return None
            return self.generator_argument(value, clauses, paren)
        except Backtrack:
            return None

    def some_arguments(self):
        """Arguments, positional ones first, up to what does not fit; None if there
        is not even one."""
        result = ParsedArguments()
        found = False
        while True:
            pos = self.pos
            try:
                if found:
                    self.expect(T.COMMA)
                if self.tok.type == T.STAR:
                    value = self.starred(True)
                else:
                    value = self.named_argument()
                    if self.tok.type == T.EQUAL:
                        self.fail()
            except Backtrack:
                self.reset(pos)
                break
            result.args.append(value)
            found = True
        for stars in [T.STAR, T.DOUBLESTAR]:
            while True:
                pos = self.pos
                try:
                    if found:
                        self.expect(T.COMMA)
                    self.keyword_or_stars(stars, result)
                except Backtrack:
                    self.reset(pos)
                    break
                found = True
                result.has_kwargs = True
        if not found:
            return None
        return result

    def keyword_or_stars(self, stars, result):
        """`name=value`, or an unpacking with the token type `stars`."""
        self.check_keyword()
        tok = self.tok
        if tok.type == T.NAME and self.peek_type() == T.EQUAL:
            self.keyword_argument(result.keywords)
        elif tok.type != stars:
            self.fail()
        elif stars == T.STAR:
            result.args.append(self.starred(True))
        else:
            self.advance()
            value = self.expression()
            result.keywords.append(ast.keyword(
                None, value, tok.lineno, tok.col_offset, self.last.end_lineno,
                self.last.end_col_offset))

    def check_keyword(self):
        pos = self.pos
        tok = self.tok
        type = tok.type
        if ((type == T.KW_TRUE or type == T.KW_FALSE or type == T.KW_NONE) and
                self.peek_type() == T.EQUAL):
            self.advance()
            raise self.error_tokens('cannot assign to %s' % tok.text, tok, self.tok)
        if type == T.NAME and self.peek_type() == T.EQUAL:
            self.check_generator_keyword()
        else:
            value = self.try_expression()
            if value is not None and self.tok.type == T.EQUAL:
                raise self.make_error(
                    'SyntaxError', 'expression cannot contain assignment, perhaps you '
                    'meant "=="?', value.lineno, value.col_offset, self.tok.end_lineno,
                    self.tok.end_col_offset)
        self.reset(pos)

    def check_generator_keyword(self):
        """At `name =`: it must not be followed by a bare generator expression."""
        name = self.advance()
        equal = self.advance()
        if self.try_expression() is not None and self.try_clauses() is not None:
            raise self.error_tokens(MAYBE_EQUAL, name, equal)

    def check_arguments(self, first):
        """What is wrong with the arguments that begin at index `first`."""
        arguments = self.some_arguments()
        if (arguments is not None and arguments.may_be_kwargs() and
                self.tok.type == T.COMMA and self.peek_type() == T.STAR):
            self.advance()
            raise self.error_at_token('iterable argument unpacking follows keyword '
                                      'argument unpacking', self.tok)
        self.reset(first)
        self.check_first_generator()
        self.reset(first)
        if self.tok.type == T.NAME and self.peek_type() == T.EQUAL:
            self.check_generator_keyword()
            self.reset(first)
        arguments = self.some_arguments()
        if arguments is None:
            return
        after = self.pos
        clauses = self.try_clauses()
        if clauses is not None and len(arguments.args) > 1:
            raise self.error_range(NEEDS_PARENTHESES, arguments.args[-1],
                                   last_comprehension_node(clauses))
        self.reset(after)
        if self.tok.type != T.COMMA:
            return
        self.advance()
        after = self.pos
        value = self.try_expression()
        if value is not None:
            clauses = self.try_clauses()
            if clauses is not None:
                raise self.error_range(NEEDS_PARENTHESES, value,
                                       last_comprehension_node(clauses))
        self.reset(after)
        if self.some_arguments() is not None:
            if arguments.unpacks_mapping():
                raise self.error_here('positional argument follows keyword argument '
                                      'unpacking')
            raise self.error_here('positional argument follows keyword argument')

    def check_first_generator(self):
        """`f(x for x in y, ...)`."""
        value = self.try_expression()
        if value is None:
            return
        clauses = self.try_clauses()
        if clauses is None or not self.accept(T.COMMA):
            return
        pos = self.pos
        if self.some_arguments() is None:
            self.reset(pos)
            if self.try_expression() is not None:
                self.try_clauses()
        raise self.error_range(NEEDS_PARENTHESES, value,
                               last_comprehension_node(clauses))

    # ---- parameters

    def check_parameters(self, closing, annotated):
        pos = self.pos
        try:
            self.scan_parameters(closing, annotated)
        except Backtrack:
            pass
        self.reset(pos)

    def parameter_ends(self, closing):
        return self.tok.type == T.COMMA or self.tok.type == closing

    def scan_parameters(self, closing, annotated):
        """Read parameters until something is wrong: raise its error, or return."""
        any = False
        seen_default = False
        # whether a parameter without default, after one with, gets its own error:
        # CPython's rule matches one sequence of parameters only
        default_rule = True
        after_slash = False
        seen_slash = False
        seen_star = False
        while self.tok.type != closing:
            tok = self.tok
            if tok.type == T.SLASH:
                self.check_slash(any, seen_slash, seen_star)
                self.advance()
                seen_slash = True
                if not seen_default:
                    default_rule = False
                after_slash = True
                if self.tok.type == T.STAR:
                    raise self.error_at_token('expected comma between / and *',
                                              self.tok)
            elif tok.type == T.LPAR:
                if not seen_default and not seen_star and not seen_slash:
                    self.check_parenthesized_parameters(closing, annotated)
                return
            elif tok.type == T.STAR:
                self.advance()
                if seen_star:
                    if self.tok.type != T.COMMA:
                        self.parameter(annotated, annotated)
                        if not self.parameter_ends(closing):
                            return
                    raise self.error_at_token('* argument may appear only once', tok)
                self.check_star(tok, closing, annotated)
                seen_star = True
            elif tok.type == T.DOUBLESTAR:
                self.advance()
                self.check_double_star(closing, annotated)
                return
            else:
                param = self.parameter(annotated, False)
                if self.tok.type == T.EQUAL:
                    equal = self.advance()
                    if self.tok.type == T.COMMA or self.tok.type == T.RPAR:
                        raise self.error_at_token('expected default value expression',
                                                  equal)
                    self.expression()
                    seen_default = True
                    if after_slash:
                        default_rule = False
                elif seen_default and not seen_star and default_rule:
                    if self.parameter_ends(closing):
                        raise self.error_in_node('non-default argument follows default '
                                                 'argument', param)
                any = True
            if not self.accept(T.COMMA):
                return

    def check_slash(self, any, seen_slash, seen_star):
        if not any and not seen_star:
            if self.peek_type() == T.COMMA:
                raise self.error_at_token('at least one argument must precede /',
                                          self.tok)
            self.fail()
        if seen_star:
            raise self.error_at_token('/ must be ahead of *', self.tok)
        if seen_slash:
            raise self.error_at_token('/ may appear only once', self.tok)

    def check_parenthesized_parameters(self, closing, annotated):
        start = self.advance()
        count = 0
        while self.tok.type == T.NAME:
            self.parameter(annotated, False)
            count += 1
            if not self.accept(T.COMMA):
                break
        end = self.tok
        if count == 0 or end.type != T.RPAR:
            return
        what = 'Lambda expression' if closing == T.COLON else 'Function'
        raise self.error_tokens('%s parameters cannot be parenthesized' % what, start,
                                end)

    def check_star(self, star, closing, annotated):
        """After the first '*'."""
        if self.tok.type == T.COMMA:
            type = self.peek_type()
            if type == closing or type == T.DOUBLESTAR:
                raise self.bare_star(star, annotated)
        elif self.tok.type == closing:
            raise self.bare_star(star, annotated)
        else:
            node = self.parameter(annotated, annotated)
            if self.tok.type == T.EQUAL and not isinstance(node.annotation, ast.Starred):
                raise self.error_at_token('var-positional argument cannot have default '
                                          'value', self.tok)

    def bare_star(self, star, annotated):
        msg = 'named arguments must follow bare *'
        if annotated:
            return self.error_at_token(msg, star)
        return self.error_here(msg)

    def check_double_star(self, closing, annotated):
        self.parameter(annotated, False)
        if self.tok.type == T.EQUAL:
            raise self.error_at_token('var-keyword argument cannot have default value',
                                      self.tok)
        if not self.accept(T.COMMA):
            return
        tok = self.tok
        if tok.type == T.NAME:
            param = self.parameter(annotated, False)
            raise self.error_in_node('arguments cannot follow var-keyword argument',
                                     param)
        if tok.type == T.STAR or tok.type == T.DOUBLESTAR or tok.type == T.SLASH:
            raise self.error_at_token('arguments cannot follow var-keyword argument',
                                      tok)
