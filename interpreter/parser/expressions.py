"""Expressions (The Python Language Reference 3.11, chapter 6).

Operators are parsed by precedence climbing; chains of prefix operators,
conditional expressions and lambdas by loops, so that the C stack grows with
the parentheses only, whose number the tokenizer limits.

In the second pass (`soft`) what fails after an operator makes the expression end
before the operator, as in a PEG parser: give_up() goes back there.  In the first
pass nothing could come of that, and give_up() lets the failure through.
"""
from interpreter.parser import ast
from interpreter.parser import tokens as T
from interpreter.parser.numbers import parse_number
from interpreter.parser.stream import Backtrack
from interpreter.objects.wrap import w_None, w_True, w_False, w_Ellipsis

MAX_CHAIN = 3000        # prefix operators, powers, lambdas ... nested in one another


def type_table(pairs):
    """[(token type, int)] -> a list indexed by token type; 0 for the others."""
    table = [0] * T.NUM_TYPES
    for type, value in pairs:
        table[type] = value
    return table


# Precedence of binary operators (0: not one), and their ast constants.
BIT_OR_PRECEDENCE = 1
PRECEDENCE = type_table([
    (T.VBAR, 1), (T.CIRCUMFLEX, 2), (T.AMPER, 3), (T.LEFTSHIFT, 4), (T.RIGHTSHIFT, 4),
    (T.PLUS, 5), (T.MINUS, 5), (T.STAR, 6), (T.SLASH, 6), (T.DOUBLESLASH, 6),
    (T.PERCENT, 6), (T.AT, 6)])
BINARY_OPERATORS = type_table([
    (T.VBAR, ast.BitOr), (T.CIRCUMFLEX, ast.BitXor), (T.AMPER, ast.BitAnd),
    (T.LEFTSHIFT, ast.LShift), (T.RIGHTSHIFT, ast.RShift), (T.PLUS, ast.Add),
    (T.MINUS, ast.Sub), (T.STAR, ast.Mult), (T.SLASH, ast.Div),
    (T.DOUBLESLASH, ast.FloorDiv), (T.PERCENT, ast.Mod), (T.AT, ast.MatMult)])
UNARY_OPERATORS = type_table([
    (T.PLUS, ast.UAdd), (T.MINUS, ast.USub), (T.TILDE, ast.Invert)])
# `not in` and `is not` take two tokens: see comparison_operator()
COMPARISONS = type_table([
    (T.EQEQUAL, ast.Eq), (T.NOTEQUAL, ast.NotEq), (T.LTGT, ast.NotEq),
    (T.LESS, ast.Lt), (T.LESSEQUAL, ast.LtE), (T.GREATER, ast.Gt),
    (T.GREATEREQUAL, ast.GtE), (T.KW_IN, ast.In), (T.KW_IS, ast.Is),
    (T.KW_NOT, ast.NotIn)])
STARTS_EXPRESSION = type_table([(_type, 1) for _type in [
    T.NAME, T.NUMBER, T.STRING, T.LPAR, T.LSQB, T.LBRACE, T.ELLIPSIS, T.PLUS, T.MINUS,
    T.TILDE, T.KW_NOT, T.KW_LAMBDA, T.KW_AWAIT, T.KW_NONE, T.KW_TRUE, T.KW_FALSE]])


class Expressions(object):
    """Mixed into Parser."""

    # ---- lists of expressions

    def at_expression(self):
        return STARTS_EXPRESSION[self.tok.type] != 0

    def at_star_expression(self):
        return STARTS_EXPRESSION[self.tok.type] != 0 or self.tok.type == T.STAR

    def make_tuple(self, elts, start):
        return ast.Tuple(elts, ast.Load, start.lineno, start.col_offset,
                         self.last.end_lineno, self.last.end_col_offset)

    def star_expressions(self):
        """One expression, or a tuple without parentheses; stars may occur."""
        start = self.tok
        first = self.star_expression()
        if self.tok.type != T.COMMA:
            return first
        elts = [first]
        while self.tok.type == T.COMMA:
            self.advance()
            if not self.at_star_expression():
                break
            pos = self.pos
            try:
                elts.append(self.star_expression())
            except Backtrack:
                self.give_up(pos)
                break
        return self.make_tuple(elts, start)

    def expressions(self):
        """One expression, or a tuple without parentheses; no stars."""
        start = self.tok
        first = self.expression()
        if self.tok.type != T.COMMA:
            return first
        elts = [first]
        while self.tok.type == T.COMMA:
            self.advance()
            if not self.at_expression():
                break
            pos = self.pos
            try:
                elts.append(self.expression())
            except Backtrack:
                self.give_up(pos)
                break
        return self.make_tuple(elts, start)

    def yield_or_star_expressions(self):
        if self.tok.type == T.KW_YIELD:
            return self.yield_expression()
        return self.star_expressions()

    def star_expression(self):
        if self.tok.type == T.STAR:
            return self.starred(False)
        return self.expression()

    def star_named_expression(self):
        if self.tok.type == T.STAR:
            return self.starred(False)
        return self.named_expression()

    def starred(self, any_expression):
        """`*x` at a '*': x is an operand of `|`, or any expression."""
        start = self.advance()
        if any_expression:
            value = self.expression()
        else:
            value = self.bitwise_or()
        return ast.Starred(value, ast.Load, start.lineno, start.col_offset,
                           self.last.end_lineno, self.last.end_col_offset)

    def yield_expression(self):
        start = self.expect(T.KW_YIELD)
        if self.tok.type == T.KW_FROM:
            self.advance()
            value = self.expression()
            return ast.YieldFrom(value, start.lineno, start.col_offset,
                                 self.last.end_lineno, self.last.end_col_offset)
        value = None
        if self.at_star_expression():
            value = self.star_expressions()
        return ast.Yield(value, start.lineno, start.col_offset,
                         self.last.end_lineno, self.last.end_col_offset)

    # ---- one expression

    def named_expression(self):
        if self.error_pass:
            return self.checked_named_expression()
        if self.tok.type == T.NAME and self.peek_type() == T.COLONEQUAL:
            return self.assignment_expression()
        value = self.plain_expression()
        if self.tok.type == T.COLONEQUAL:
            self.fail()
        return value

    def assignment_expression(self):
        name = self.advance()
        self.advance()
        target = self.name_node(name, ast.Store)
        value = self.expression()
        self.require(8, 'Assignment expressions are')
        return ast.NamedExpr(target, value, name.lineno, name.col_offset,
                             self.last.end_lineno, self.last.end_col_offset)

    def expression(self):
        if self.soft:
            return self.memoised_expression()
        return self.plain_expression()

    def plain_expression(self):
        if self.tok.type == T.KW_LAMBDA:
            return self.chained_expression(None, self.tok)
        start = self.tok
        value = self.disjunction()
        if self.tok.type == T.KW_IF:
            return self.chained_expression(value, start)
        return value

    def chained_expression(self, value, start):
        """At a lambda, or after the first operand `value` of a conditional
        expression that began at token `start`: the rest of it.  What ends in an
        expression again, the last operand and the lambda's body, is collected
        in a list and put together backwards."""
        chain = []
        while True:
            if value is None and self.tok.type == T.KW_LAMBDA:
                start = self.advance()
                args = self.lambda_parameters()
                self.lambda_colon()
                chain.append(ChainLink(start, None, None, args))
                start = self.tok
                if self.soft:
                    value = self.expression()
                    break
                if self.tok.type != T.KW_LAMBDA:
                    value = self.disjunction()
            elif self.tok.type == T.KW_IF:
                pos = self.pos
                try:
                    self.advance()
                    test = self.disjunction()
                    self.expect(T.KW_ELSE)
                    after = self.tok
                    following = None
                    if self.soft:
                        following = self.expression()
                    elif self.tok.type != T.KW_LAMBDA:
                        following = self.disjunction()
                except Backtrack:
                    self.give_up(pos)
                    break
                chain.append(ChainLink(start, value, test, None))
                start = after
                value = following
                if self.soft:
                    break
            else:
                break
            if len(chain) > MAX_CHAIN:
                raise self.too_deep()
        i = len(chain) - 1
        end = self.last
        while i >= 0:
            link = chain[i]
            if link.args is not None:
                value = ast.Lambda(link.args, value, link.start.lineno,
                                   link.start.col_offset, end.end_lineno,
                                   end.end_col_offset)
            else:
                value = ast.IfExp(link.test, link.body, value, link.start.lineno,
                                  link.start.col_offset, end.end_lineno,
                                  end.end_col_offset)
            i -= 1
        return value

    def lambda_colon(self):
        self.expect(T.COLON)

    def disjunction(self):
        start = self.tok
        first = self.conjunction()
        if self.tok.type != T.KW_OR:
            return first
        values = [first]
        while self.tok.type == T.KW_OR:
            pos = self.pos
            try:
                self.advance()
                values.append(self.conjunction())
            except Backtrack:
                self.give_up(pos)
                break
        if len(values) == 1:
            return first
        return ast.BoolOp(ast.Or, values, start.lineno, start.col_offset,
                          self.last.end_lineno, self.last.end_col_offset)

    def conjunction(self):
        start = self.tok
        first = self.inversion()
        if self.tok.type != T.KW_AND:
            return first
        values = [first]
        while self.tok.type == T.KW_AND:
            pos = self.pos
            try:
                self.advance()
                values.append(self.inversion())
            except Backtrack:
                self.give_up(pos)
                break
        if len(values) == 1:
            return first
        return ast.BoolOp(ast.And, values, start.lineno, start.col_offset,
                          self.last.end_lineno, self.last.end_col_offset)

    def inversion(self):
        if self.tok.type != T.KW_NOT:
            return self.comparison()
        first = self.pos
        while self.tok.type == T.KW_NOT:
            self.advance()
        stop = self.pos
        if stop - first > MAX_CHAIN:
            raise self.too_deep()
        value = self.comparison()
        while stop > first:
            stop -= 1
            assert stop >= 0
            tok = self.tokens[stop]
            value = ast.UnaryOp(ast.Not, value, tok.lineno, tok.col_offset,
                                self.last.end_lineno, self.last.end_col_offset)
        return value

    def comparison(self):
        start = self.tok
        left = self.bitwise_or()
        op = COMPARISONS[self.tok.type]
        if op == 0:
            return left
        ops = []
        comparators = []
        while op != 0:
            pos = self.pos
            op = self.comparison_operator(op)
            if op == 0:
                break
            try:
                right = self.bitwise_or()
            except Backtrack:
                self.give_up(pos)
                break
            ops.append(op)
            comparators.append(right)
            op = COMPARISONS[self.tok.type]
        if not ops:
            return left
        return ast.Compare(left, ops, comparators, start.lineno, start.col_offset,
                           self.last.end_lineno, self.last.end_col_offset)

    def comparison_operator(self, op):
        """Move over the operator that the current token begins; returns it, or 0
        when it is none after all."""
        type = self.tok.type
        if type == T.KW_NOT:
            if self.peek_type() != T.KW_IN:
                return 0
            self.advance()
        elif type == T.NOTEQUAL:
            if self.barry_as_bdfl:
                raise self.error_here(
                    "with Barry as BDFL, use '<>' instead of '!='")
        elif type == T.LTGT and not self.barry_as_bdfl:
            return 0
        self.advance()
        if type == T.KW_IS and self.tok.type == T.KW_NOT:
            self.advance()
            return ast.IsNot
        return op

    # ---- operators

    def bitwise_or(self):
        return self.binary(BIT_OR_PRECEDENCE)

    def binary(self, lowest):
        """Operands joined by operators of precedence `lowest` or more."""
        start = self.tok
        left = self.unary(0)
        while True:
            type = self.tok.type
            precedence = PRECEDENCE[type]
            if precedence < lowest or precedence == 0:
                return left
            pos = self.pos
            try:
                self.advance()
                right = self.binary(precedence + 1)
            except Backtrack:
                self.give_up(pos)
                return left
            if type == T.AT:
                self.require(5, "The '@' operator is")
            left = ast.BinOp(left, BINARY_OPERATORS[type], right, start.lineno,
                             start.col_offset, self.last.end_lineno,
                             self.last.end_col_offset)

    def unary(self, depth):
        if UNARY_OPERATORS[self.tok.type] == 0:
            return self.power(depth)
        first = self.pos
        while UNARY_OPERATORS[self.tok.type] != 0:
            self.advance()
        stop = self.pos
        depth += stop - first
        if depth > MAX_CHAIN:
            raise self.too_deep()
        value = self.power(depth)
        while stop > first:
            stop -= 1
            assert stop >= 0
            tok = self.tokens[stop]
            value = ast.UnaryOp(UNARY_OPERATORS[tok.type], value, tok.lineno,
                                tok.col_offset, self.last.end_lineno,
                                self.last.end_col_offset)
        return value

    def power(self, depth):
        start = self.tok
        if start.type == T.KW_AWAIT:
            self.advance()
            value = self.primary()
            self.require(5, 'Await expressions are')
            left = ast.Await(value, start.lineno, start.col_offset,
                             self.last.end_lineno, self.last.end_col_offset)
        else:
            left = self.primary()
        if self.tok.type != T.DOUBLESTAR:
            return left
        pos = self.pos
        if depth > MAX_CHAIN:
            raise self.too_deep()
        try:
            self.advance()
            right = self.unary(depth + 1)
        except Backtrack:
            self.give_up(pos)
            return left
        return ast.BinOp(left, ast.Pow, right, start.lineno, start.col_offset,
                         self.last.end_lineno, self.last.end_col_offset)

    # ---- primaries

    def primary(self):
        if self.soft:
            return self.memoised_primary()
        return self.plain_primary()

    def plain_primary(self):
        start = self.tok
        value = self.atom()
        while True:
            type = self.tok.type
            if type != T.DOT and type != T.LPAR and type != T.LSQB:
                if type == T.LBRACE and self.error_pass:
                    self.check_comprehension_here()
                return value
            pos = self.pos
            try:
                if type == T.DOT:
                    self.advance()
                    attr = self.expect(T.NAME).text
                    value = ast.Attribute(value, attr, ast.Load, start.lineno,
                                          start.col_offset, self.last.end_lineno,
                                          self.last.end_col_offset)
                elif type == T.LPAR:
                    value = self.call(value, start)
                else:
                    if self.error_pass:
                        self.check_comprehension_here()
                    self.advance()
                    index = self.slices()
                    self.expect(T.RSQB)
                    value = ast.Subscript(value, index, ast.Load, start.lineno,
                                          start.col_offset, self.last.end_lineno,
                                          self.last.end_col_offset)
            except Backtrack:
                self.give_up(pos)
                return value

    def slices(self):
        start = self.tok
        if start.type == T.STAR:
            first = self.starred(True)
        else:
            first = self.slice()
            if self.tok.type != T.COMMA:
                return first
        elts = [first]
        while self.tok.type == T.COMMA:
            self.advance()
            if self.tok.type == T.STAR:
                elts.append(self.starred(True))
            elif self.at_expression() or self.tok.type == T.COLON:
                elts.append(self.slice())
            else:
                break
        return self.make_tuple(elts, start)

    def slice(self):
        start = self.tok
        lower = None
        if start.type != T.COLON:
            lower = self.named_expression()
            if self.tok.type != T.COLON:
                return lower
            if isinstance(lower, ast.NamedExpr) and start.type == T.NAME:
                self.fail()         # without parentheses: not a bound
        self.advance()
        upper = None
        step = None
        if self.at_expression():
            upper = self.expression()
        if self.tok.type == T.COLON:
            self.advance()
            if self.at_expression():
                step = self.expression()
        return ast.Slice(lower, upper, step, start.lineno, start.col_offset,
                         self.last.end_lineno, self.last.end_col_offset)

    # ---- atoms

    def name_node(self, tok, ctx):
        return ast.Name(tok.text, ctx, tok.lineno, tok.col_offset, tok.end_lineno,
                        tok.end_col_offset)

    def constant(self, w_value, tok):
        return ast.Constant(w_value, None, tok.lineno, tok.col_offset,
                            tok.end_lineno, tok.end_col_offset)

    def atom(self):
        tok = self.tok
        type = tok.type
        if type == T.NAME:
            self.advance()
            return self.name_node(tok, ast.Load)
        if type == T.STRING:
            return self.strings()
        if type == T.NUMBER:
            self.advance()
            return self.constant(parse_number(self.source.text, tok.start, tok.end,
                                              self), tok)
        if type == T.LPAR:
            return self.parenthesized()
        if type == T.LSQB:
            return self.list_display()
        if type == T.LBRACE:
            return self.brace_display()
        if type == T.KW_NONE:
            self.advance()
            return self.constant(w_None, tok)
        if type == T.KW_TRUE:
            self.advance()
            return self.constant(w_True, tok)
        if type == T.KW_FALSE:
            self.advance()
            return self.constant(w_False, tok)
        if type == T.ELLIPSIS:
            self.advance()
            return self.constant(w_Ellipsis, tok)
        self.fail()

    def parenthesized(self):
        """A group, a tuple or a generator expression."""
        if self.error_pass:
            return self.checked_parenthesized()
        return self.plain_parenthesized()

    def plain_parenthesized(self):
        start = self.advance()
        if self.tok.type == T.RPAR:
            self.advance()
            return self.make_tuple([], start)
        if self.tok.type == T.KW_YIELD:
            value = self.yield_expression()
            self.expect(T.RPAR)
            return value
        first = self.star_named_expression()
        type = self.tok.type
        if type == T.COMMA:
            elts = self.more_elements(first)
            self.expect(T.RPAR)
            return self.make_tuple(elts, start)
        if isinstance(first, ast.Starred):
            self.fail()
        if type == T.RPAR:
            self.advance()
            return first
        generators = self.comprehension_clauses()
        self.expect(T.RPAR)
        return ast.GeneratorExp(first, generators, start.lineno, start.col_offset,
                                self.last.end_lineno, self.last.end_col_offset)

    def more_elements(self, first):
        """The list of expressions that `first` begins; a comma may end it."""
        elts = [first]
        while self.tok.type == T.COMMA:
            self.advance()
            if not self.at_star_expression():
                break
            pos = self.pos
            try:
                elts.append(self.star_named_expression())
            except Backtrack:
                self.give_up(pos)
                break
        return elts

    def list_display(self):
        if self.error_pass:
            return self.checked_list_display()
        return self.plain_list_display()

    def plain_list_display(self):
        start = self.advance()
        elts = []
        if self.tok.type != T.RSQB:
            first = self.star_named_expression()
            if self.at_comprehension():
                if isinstance(first, ast.Starred):
                    self.fail()
                generators = self.comprehension_clauses()
                self.expect(T.RSQB)
                return ast.ListComp(first, generators, start.lineno,
                                    start.col_offset, self.last.end_lineno,
                                    self.last.end_col_offset)
            elts = self.more_elements(first)
        self.expect(T.RSQB)
        return ast.List(elts, ast.Load, start.lineno, start.col_offset,
                        self.last.end_lineno, self.last.end_col_offset)

    def brace_display(self):
        """A dict or a set, or a comprehension of one."""
        if self.error_pass:
            return self.checked_brace_display()
        pos = self.pos
        try:
            return self.plain_brace_display()
        except Backtrack:
            # CPython makes these checks in its first pass too
            self.reset(pos)
            soft = self.soft
            self.soft = True
            self.advance()
            self.check_dict_items()
            self.soft = soft
            self.reset(pos)
            raise

    def plain_brace_display(self):
        start = self.advance()
        if self.tok.type == T.RBRACE or self.tok.type == T.DOUBLESTAR:
            return self.dict_display(start, None)
        first_pos = self.pos
        first = self.star_named_expression()
        if self.tok.type == T.COLON and not isinstance(first, ast.Starred):
            if (isinstance(first, ast.NamedExpr) and
                    self.tokens[first_pos].type == T.NAME):
                self.fail()         # a key needs parentheses for that
            return self.dict_display(start, first)
        if self.at_comprehension():
            if isinstance(first, ast.Starred):
                self.fail()
            generators = self.comprehension_clauses()
            self.expect(T.RBRACE)
            return ast.SetComp(first, generators, start.lineno, start.col_offset,
                               self.last.end_lineno, self.last.end_col_offset)
        elts = self.more_elements(first)
        self.expect(T.RBRACE)
        return ast.Set(elts, start.lineno, start.col_offset,
                       self.last.end_lineno, self.last.end_col_offset)

    def dict_display(self, start, key):
        """The rest of a dict; `key` is the first key, if it was parsed already."""
        keys = []
        values = []
        while self.tok.type != T.RBRACE:
            if key is None and self.tok.type == T.DOUBLESTAR:
                self.advance()
                keys.append(None)
                values.append(self.bitwise_or())
            else:
                if key is None:
                    key = self.expression()
                self.expect(T.COLON)
                value = self.expression()
                if not keys and self.at_comprehension():
                    generators = self.comprehension_clauses()
                    self.expect(T.RBRACE)
                    return ast.DictComp(key, value, generators, start.lineno,
                                        start.col_offset, self.last.end_lineno,
                                        self.last.end_col_offset)
                keys.append(key)
                values.append(value)
                key = None
            if self.tok.type != T.COMMA:
                break
            self.advance()
        self.expect(T.RBRACE)
        return ast.Dict(keys, values, start.lineno, start.col_offset,
                        self.last.end_lineno, self.last.end_col_offset)

    # ---- comprehensions

    def at_comprehension(self):
        return self.tok.type == T.KW_FOR or self.tok.type == T.KW_ASYNC

    def comprehension_clauses(self):
        """One or more `for` clauses, each with its `if`s."""
        clauses = []
        while self.at_comprehension() or not clauses:
            is_async = 0
            if self.tok.type == T.KW_ASYNC:
                self.advance()
                is_async = 1
            self.expect(T.KW_FOR)
            target = self.for_target()
            self.expect(T.KW_IN)
            iter = self.disjunction()
            ifs = []
            while self.tok.type == T.KW_IF:
                self.advance()
                ifs.append(self.disjunction())
            if is_async:
                self.require(6, 'Async comprehensions are')
            clauses.append(ast.comprehension(target, iter, ifs, is_async))
        return clauses


class ChainLink(object):
    """One `body if test else` (args is None) or one `lambda args:`."""

    def __init__(self, start, body, test, args):
        self.start = start
        self.body = body
        self.test = test
        self.args = args
