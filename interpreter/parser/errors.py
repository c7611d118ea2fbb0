"""Syntax errors: making them, and the checks of the second pass in expressions.

Each method checked_X() stands for X() in the second pass.  It tries what may
stand there and what is known to go wrong there, in the order in which CPython
3.11's parser tries its rules, because the first rule that matches is the error
that the user sees.
"""
from interpreter.objects import wrap
from interpreter.parser import ast
from interpreter.parser import tokens as T
from interpreter.parser.error import ParseError
from interpreter.parser.stream import Backtrack

STAR_TARGETS, DEL_TARGETS, FOR_TARGETS = range(3)


class Memo(object):
    """What parsing at one position gave: a node and the position after it, or
    a failure (node is None)."""

    def __init__(self, node, end):
        self.node = node
        self.end = end


class NameOfExpression(ast.ASTVisitor):
    """What error messages call an expression."""

    def __init__(self):
        self.name = ''

    def visit_Constant(self, node):
        w_value = node.value
        if w_value is wrap.w_None:
            self.name = 'None'
        elif w_value is wrap.w_True:
            self.name = 'True'
        elif w_value is wrap.w_False:
            self.name = 'False'
        elif w_value is wrap.w_Ellipsis:
            self.name = 'ellipsis'
        else:
            self.name = 'literal'


def _name_all():
    names = {
        'attribute': 'Attribute', 'subscript': 'Subscript', 'starred': 'Starred',
        'name': 'Name', 'list': 'List', 'tuple': 'Tuple', 'lambda': 'Lambda',
        'function call': 'Call', 'expression': 'BoolOp BinOp UnaryOp',
        'generator expression': 'GeneratorExp', 'yield expression': 'Yield YieldFrom',
        'await expression': 'Await', 'list comprehension': 'ListComp',
        'set comprehension': 'SetComp', 'dict comprehension': 'DictComp',
        'dict literal': 'Dict', 'set display': 'Set',
        'f-string expression': 'JoinedStr FormattedValue', 'comparison': 'Compare',
        'conditional expression': 'IfExp', 'named expression': 'NamedExpr',
    }
    for name, classes in names.items():
        for cls in classes.split():
            source = 'def visit(self, node):\n    self.name = %r\n' % name
            setattr(NameOfExpression, 'visit_' + cls, ast.define(source, 'visit'))


_name_all()


def expression_name(node):
    """What error messages call `node` (str)."""
    visitor = NameOfExpression()
    node.walkabout(visitor)
    return visitor.name


def invalid_target(node, purpose):
    """The part of `node` that cannot be a target, or None if all of it can."""
    if isinstance(node, ast.List):
        return first_invalid_target(node.elts, purpose)
    if isinstance(node, ast.Tuple):
        return first_invalid_target(node.elts, purpose)
    if isinstance(node, ast.Starred):
        if purpose == DEL_TARGETS:
            return node
        return invalid_target(node.value, purpose)
    if isinstance(node, ast.Compare) and purpose == FOR_TARGETS:
        # `x in y` was read as one expression
        if node.ops[0] == ast.In:
            return invalid_target(node.left, purpose)
        return None
    if (isinstance(node, ast.Name) or isinstance(node, ast.Attribute) or
            isinstance(node, ast.Subscript)):
        return None
    return node


def first_invalid_target(nodes, purpose):
    for node in nodes:
        found = invalid_target(node, purpose)
        if found is not None:
            return found
    return None


class Errors(object):
    """Mixed into Parser."""

    def init_errors(self):
        self.expression_memo = {}
        self.primary_memo = {}
        self.named_checked = {}

    # ---- making errors

    def make_error(self, kind, msg, lineno, col, end_lineno, end_col):
        """A ParseError at byte columns col..end_col (-1: unknown)."""
        if self.source.is_fstring:
            msg = 'f-string: ' + msg
        error = self.source.error(kind, msg, lineno, col, end_lineno, end_col)
        if col < 0:
            error.end_offset = 0
        # the line is complete in CPython's tokenizer buffer, newline included,
        # unless it has gone on to another line
        text = error.text
        if text is not None and not self.from_file:
            if self.last_looked_at().end_lineno > lineno:
                error.text = text.rstrip('\n')
            else:
                self.tokenizer.show_joined_lines(error)
        return error

    def error_range(self, msg, start, end):
        """At the nodes from `start` to `end`."""
        return self.make_error('SyntaxError', msg, start.lineno, start.col_offset,
                               end.end_lineno, end.end_col_offset)

    def error_in_node(self, msg, node):
        return self.error_range(msg, node, node)

    def error_at_token(self, msg, tok):
        return self.error_tokens(msg, tok, tok)

    def error_tokens(self, msg, start, end):
        return self.make_error('SyntaxError', msg, start.lineno, start.col_offset,
                               end.end_lineno, end.end_col_offset)

    def error_here(self, msg):
        """At the last token that was looked at."""
        tok = self.last_looked_at()
        if tok.col_offset < 0:
            return self.error_at_layout('SyntaxError', msg, tok)
        return self.error_at_token(msg, tok)

    def require(self, minor, what):
        """Behind `what` ("Pattern matching is"), which Python 3.`minor` brought."""
        if self.minor_version < minor:
            raise self.error_here('%s only supported in Python 3.%d and greater'
                                  % (what, minor))

    def error_at_layout(self, kind, msg, tok):
        """At a token without a text: where the tokenizer stood then."""
        col = tok.start - self.source.line_start(tok.lineno) - 1
        if tok.lineno == self.source.first_lineno:
            col += self.source.first_col
        error = self.make_error(kind, msg, tok.lineno, col, tok.lineno, -1)
        error.end_offset = -1
        return error

    def indentation_error(self, msg):
        tok = self.last_looked_at()
        if tok.col_offset < 0:
            return self.error_at_layout('IndentationError', msg, tok)
        return self.make_error('IndentationError', msg, tok.lineno, tok.col_offset,
                               tok.end_lineno, tok.end_col_offset)

    def missing_block(self, what, keyword):
        return self.indentation_error('expected an indented block after %s on line %d'
                                      % (what, keyword.lineno))

    def invalid_syntax(self, tok):
        """The error for a token that does not fit, when nothing is known."""
        if tok.type == T.INDENT:
            return self.indentation_error('unexpected indent')
        if tok.type == T.DEDENT:
            return self.indentation_error('unexpected unindent')
        return self.error_at_token('invalid syntax', tok)

    def too_deep(self):
        return ParseError('MemoryError', '', self.source.filename, -1, -1, None, -1, -1)

    def check_underscores(self, text, start, end):
        """Behind the number text[start:end], with an old grammar."""
        for i in range(start, end):
            if text[i] == '_':
                raise self.error_at_token('Underscores in numeric literals are only supported '
                                          'in Python 3.6 and greater', self.last)

    def too_many_digits(self, count, limit):
        tok = self.last
        msg = ('Exceeds the limit (%d digits) for integer string conversion: value '
               'has %d digits; use sys.set_int_max_str_digits() to increase the limit '
               '- Consider hexadecimal for huge integer literals to avoid decimal '
               'conversion limits.' % (limit, count))
        error = self.make_error('SyntaxError', msg, tok.lineno, 0, tok.end_lineno, -1)
        error.offset = 0
        error.end_offset = 0
        return error

    def check_target(self, node, purpose):
        """Raise if `node` cannot be assigned to, or deleted."""
        bad = invalid_target(node, purpose)
        if bad is not None:
            if purpose == DEL_TARGETS:
                raise self.error_in_node('cannot delete %s' % expression_name(bad), bad)
            raise self.error_in_node('cannot assign to %s' % expression_name(bad), bad)

    # ---- trying: None instead of Backtrack, and the cursor back where it was

    def try_expression(self):
        pos = self.pos
        try:
            return self.expression()
        except Backtrack:
            self.reset(pos)
            return None

    def try_disjunction(self):
        pos = self.pos
        try:
            return self.disjunction()
        except Backtrack:
            self.reset(pos)
            return None

    def try_bitwise_or(self):
        pos = self.pos
        try:
            return self.bitwise_or()
        except Backtrack:
            self.reset(pos)
            return None

    def try_star_named_expression(self):
        pos = self.pos
        try:
            return self.star_named_expression()
        except Backtrack:
            self.reset(pos)
            return None

    def try_star_expressions(self):
        pos = self.pos
        try:
            return self.star_expressions()
        except Backtrack:
            self.reset(pos)
            return None

    def try_clauses(self):
        """The clauses of a comprehension, or None."""
        if not self.at_comprehension():
            return None
        pos = self.pos
        try:
            return self.comprehension_clauses()
        except Backtrack:
            self.reset(pos)
            return None

    def expression_without_checks(self):
        """An expression, or None; nothing in it is checked.  As in CPython, what
        is remembered of it holds for the checks that come later."""
        pos = self.pos
        self.error_pass = False
        try:
            node = self.plain_expression()
        except Backtrack:
            self.reset(pos)
            node = None
        self.error_pass = True
        return node

    # ---- expressions

    def memoised_expression(self):
        pos = self.pos
        memo = self.expression_memo.get(pos, None)
        if memo is not None:
            if memo.node is None:
                self.fail()
            self.reset(memo.end)
            return memo.node
        try:
            if self.error_pass:
                node = self.checked_expression()
            else:
                node = self.plain_expression()
        except Backtrack:
            self.reset(pos)
            self.expression_memo[pos] = Memo(None, pos)
            raise
        self.expression_memo[pos] = Memo(node, self.pos)
        return node

    def checked_expression(self):
        if self.tok.type == T.KW_LAMBDA:
            return self.chained_expression(None, self.tok)
        pos = self.pos
        self.check_juxtaposition()
        self.reset(pos)
        left = self.try_disjunction()
        if left is not None and self.tok.type == T.KW_IF:
            self.advance()
            test = self.try_disjunction()
            if (test is not None and self.tok.type != T.KW_ELSE and
                    self.tok.type != T.COLON):
                raise self.error_range("expected 'else' after 'if' expression", left,
                                       test)
        self.reset(pos)
        self.check_legacy_statement()
        self.reset(pos)
        return self.plain_expression()

    def is_legacy(self, node):
        return isinstance(node, ast.Name) and (node.id == 'print' or node.id == 'exec')

    def check_juxtaposition(self):
        """Two expressions side by side, inside parentheses."""
        if self.tok.type == T.NAME:
            name = self.tok.text
            # CPython takes every beginning of a soft keyword for one
            if ('match'.startswith(name) or 'case'.startswith(name) or name == '_'):
                return
            if self.peek_type() == T.STRING:
                return          # perhaps a bad prefix of a string
        left = self.try_disjunction()
        if left is None or not (self.at_expression()):
            return
        right = self.expression_without_checks()
        if right is None or self.is_legacy(left) or self.last.level == 0:
            return
        raise self.error_range('invalid syntax. Perhaps you forgot a comma?', left,
                               right)

    def check_legacy_statement(self):
        """`print x` and `exec x`."""
        if self.tok.type != T.NAME:
            return
        name = self.tok
        if name.text != 'print' and name.text != 'exec':
            # what follows is tried all the same, and may be an error in itself
            if self.peek_type() == T.LPAR:
                return
            self.advance()
            if self.at_star_expression():
                self.try_star_expressions()
            return
        if self.peek_type() == T.LPAR:
            return
        self.advance()
        if not self.at_star_expression():
            return
        right = self.try_star_expressions()
        if right is not None:
            raise self.make_error(
                'SyntaxError', "Missing parentheses in call to '%s'. Did you mean "
                '%s(...)?' % (name.text, name.text), name.lineno, name.col_offset,
                right.end_lineno, right.end_col_offset)

    def checked_named_expression(self):
        pos = self.pos
        if self.tok.type == T.NAME and self.peek_type() == T.COLONEQUAL:
            return self.assignment_expression()
        if pos not in self.named_checked:
            self.check_named_expression()
            self.reset(pos)
            self.named_checked[pos] = True
        value = self.expression()
        if self.tok.type == T.COLONEQUAL:
            self.fail()
        return value

    def check_named_expression(self):
        pos = self.pos
        start = self.tok
        value = self.try_expression()
        if value is not None and self.tok.type == T.COLONEQUAL:
            self.advance()
            if self.try_expression() is not None:
                raise self.error_in_node('cannot use assignment expressions with %s'
                                         % expression_name(value), value)
        self.reset(pos)
        if start.type == T.NAME and self.peek_type() == T.EQUAL:
            self.advance()
            self.advance()
            value = self.try_bitwise_or()
            if value is not None and not self.at_assignment():
                raise self.make_error(
                    'SyntaxError', "invalid syntax. Maybe you meant '==' or ':=' "
                    "instead of '='?", start.lineno, start.col_offset,
                    value.end_lineno, value.end_col_offset)
            self.reset(pos)
        type = start.type
        if type == T.KW_NONE or type == T.KW_TRUE or type == T.KW_FALSE:
            return
        if type == T.LPAR or type == T.LSQB:
            # a display of targets may be meant for an assignment
            if self.is_target_display():
                return
        value = self.try_bitwise_or()
        if value is not None and self.tok.type == T.EQUAL:
            self.advance()
            if self.try_bitwise_or() is not None and not self.at_assignment():
                raise self.error_in_node(
                    "cannot assign to %s here. Maybe you meant '==' instead of '='?"
                    % expression_name(value), value)

    def at_assignment(self):
        return self.tok.type == T.EQUAL or self.tok.type == T.COLONEQUAL

    def is_target_display(self):
        """Whether a list, a tuple or a generator expression is at the cursor; it
        stays there."""
        pos = self.pos
        is_display = False
        try:
            node = self.atom()
            is_display = (isinstance(node, ast.List) or isinstance(node, ast.Tuple) or
                          isinstance(node, ast.GeneratorExp))
            if is_display and node.col_offset != self.tokens[pos].col_offset:
                is_display = False      # it is inside a group
        except Backtrack:
            pass
        self.reset(pos)
        return is_display

    # ---- primaries and displays

    def memoised_primary(self):
        pos = self.pos
        memo = self.primary_memo.get(pos, None)
        if memo is not None:
            if memo.node is None:
                self.fail()
            self.reset(memo.end)
            return memo.node
        try:
            node = self.plain_primary()
        except Backtrack:
            self.reset(pos)
            self.primary_memo[pos] = Memo(None, pos)
            raise
        self.primary_memo[pos] = Memo(node, self.pos)
        return node

    def checked_parenthesized(self):
        pos = self.pos
        try:
            return self.plain_parenthesized()
        except Backtrack:
            self.reset(pos)
        self.advance()
        self.check_group()
        self.reset(pos)
        self.check_comprehension()
        self.reset(pos)
        self.fail()

    def check_group(self):
        """After a '(': a starred expression alone."""
        tok = self.tok
        if tok.type == T.STAR:
            value = self.try_starred()
            if value is not None and self.tok.type == T.RPAR:
                raise self.error_in_node('cannot use starred expression here', value)
        elif tok.type == T.DOUBLESTAR:
            self.advance()
            if self.try_expression() is not None and self.tok.type == T.RPAR:
                raise self.error_at_token('cannot use double starred expression here',
                                          tok)

    def try_starred(self):
        pos = self.pos
        try:
            return self.starred(True)
        except Backtrack:
            self.reset(pos)
            return None

    def check_comprehension_here(self):
        """The same, and the cursor stays there: CPython takes any bracket after an
        operand for that of a generator expression."""
        pos = self.pos
        self.check_comprehension()
        self.reset(pos)

    def check_comprehension(self):
        """At the opening bracket of what may be meant as a comprehension."""
        opening = self.advance()
        pos = self.pos
        if self.tok.type == T.STAR:
            value = self.try_starred()
            if value is not None and self.try_clauses() is not None:
                raise self.error_in_node('iterable unpacking cannot be used in '
                                         'comprehension', value)
            self.reset(pos)
        if opening.type == T.LPAR:
            return
        first = self.try_star_named_expression()
        if first is None or self.tok.type != T.COMMA:
            return
        comma = self.advance()
        pos = self.pos
        second = self.try_star_named_expression()
        if second is not None:
            elts = self.more_elements(second)
            if self.try_clauses() is not None:
                raise self.error_range('did you forget parentheses around the '
                                       'comprehension target?', first, elts[-1])
        self.reset(pos)
        if self.try_clauses() is not None:
            raise self.make_error(
                'SyntaxError', 'did you forget parentheses around the comprehension '
                'target?', first.lineno, first.col_offset, comma.end_lineno,
                comma.end_col_offset)

    def checked_list_display(self):
        pos = self.pos
        try:
            return self.plain_list_display()
        except Backtrack:
            self.reset(pos)
        self.check_comprehension()
        self.reset(pos)
        self.fail()

    def checked_brace_display(self):
        pos = self.pos
        start = self.advance()
        after = self.pos
        try:
            return self.dict_display(start, None)
        except Backtrack:
            self.reset(after)
        self.check_dict_items()
        self.reset(pos)
        try:
            return self.plain_brace_display()
        except Backtrack:
            self.reset(after)
        if self.tok.type == T.DOUBLESTAR:
            stars = self.advance()
            if self.try_bitwise_or() is not None and self.try_clauses() is not None:
                if self.tok.type == T.RBRACE:
                    raise self.error_at_token('dict unpacking cannot be used in dict '
                                              'comprehension', stars)
        self.reset(pos)
        self.check_comprehension()
        self.reset(pos)
        self.fail()

    def check_dict_items(self):
        """After '{': the first item of a dict that is not right."""
        while True:
            pos = self.pos
            if not self.skip_dict_item():
                self.reset(pos)
                break
            if self.tok.type != T.COMMA:
                self.reset(pos)
                self.check_dict_value()
                return
            self.advance()
        if pos > 0 and self.tokens[pos - 1].type == T.COMMA:
            key = self.try_expression()
            if key is not None and self.tok.type != T.COLON:
                error = self.make_error(
                    'SyntaxError', "':' expected after dictionary key", key.lineno,
                    key.end_col_offset - 1, key.end_lineno, -1)
                error.end_offset = 0
                raise error
            self.reset(pos)
        self.check_dict_value()

    def skip_dict_item(self):
        """Move over `key: value` or `**dict`; returns whether it was there."""
        try:
            if self.accept(T.DOUBLESTAR):
                self.bitwise_or()
            else:
                self.expression()
                self.expect(T.COLON)
                self.expression()
            return True
        except Backtrack:
            return False

    def check_dict_value(self):
        """At a key: its value may be missing or starred."""
        if self.try_expression() is None or self.tok.type != T.COLON:
            return
        colon = self.advance()
        if self.tok.type == T.STAR:
            star = self.advance()
            if self.try_bitwise_or() is not None:
                raise self.error_from_token(
                    'cannot use a starred expression in a dictionary value', star)
        elif self.tok.type == T.RBRACE or self.tok.type == T.COMMA:
            raise self.error_at_token("expression expected after dictionary key and "
                                      "':'", colon)

    def error_from_token(self, msg, tok):
        """From `tok` to the end of the last token that was looked at; CPython's
        caret is one short there."""
        last = self.last_looked_at()
        return self.make_error('SyntaxError', msg, tok.lineno, tok.col_offset,
                               last.end_lineno, last.end_col_offset - 1)

    def error_from_node(self, msg, node):
        last = self.last_looked_at()
        return self.make_error('SyntaxError', msg, node.lineno, node.col_offset,
                               last.end_lineno, last.end_col_offset - 1)

    def checked_for_target(self):
        """The target after `for`; `in` must follow."""
        pos = self.pos
        try:
            target = self.star_targets()
            if self.tok.type == T.KW_IN:
                return target
        except Backtrack:
            pass
        self.reset(pos)
        value = self.try_star_expressions()
        if value is not None:
            self.check_target(value, FOR_TARGETS)
        self.reset(pos)
        self.fail()
