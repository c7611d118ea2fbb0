"""Simple statements (The Python Language Reference 3.11, chapter 7)."""
from interpreter.parser import ast
from interpreter.parser import tokens as T
from interpreter.parser.expressions import type_table
from interpreter.parser.stream import Backtrack
from interpreter.parser.targets import make_target

AUGMENTED = type_table([
    (T.PLUSEQUAL, ast.Add), (T.MINEQUAL, ast.Sub), (T.STAREQUAL, ast.Mult),
    (T.ATEQUAL, ast.MatMult), (T.SLASHEQUAL, ast.Div), (T.PERCENTEQUAL, ast.Mod),
    (T.AMPEREQUAL, ast.BitAnd), (T.VBAREQUAL, ast.BitOr),
    (T.CIRCUMFLEXEQUAL, ast.BitXor), (T.LEFTSHIFTEQUAL, ast.LShift),
    (T.RIGHTSHIFTEQUAL, ast.RShift), (T.DOUBLESTAREQUAL, ast.Pow),
    (T.DOUBLESLASHEQUAL, ast.FloorDiv)])


class Statements(object):
    """Mixed into Parser."""

    def simple_statements(self, body):
        """A line of statements separated by ';': append them to `body`."""
        while True:
            body.append(self.simple_statement())
            if self.tok.type == T.NEWLINE:
                break
            if self.tok.type != T.SEMI:
                self.fail()
            self.advance()
            if self.tok.type == T.NEWLINE:
                break
        self.advance()

    def simple_statement(self):
        start = self.tok
        type = start.type
        if type < T.FIRST_KEYWORD:
            return self.expression_statement()
        if type == T.KW_RETURN:
            self.advance()
            value = None
            if self.at_star_expression():
                value = self.star_expressions()
            return ast.Return(value, start.lineno, start.col_offset,
                              self.last.end_lineno, self.last.end_col_offset)
        if type == T.KW_IMPORT:
            return self.import_name()
        if type == T.KW_FROM:
            return self.import_from()
        if type == T.KW_PASS:
            self.advance()
            return ast.Pass(start.lineno, start.col_offset, start.end_lineno,
                            start.end_col_offset)
        if type == T.KW_RAISE:
            return self.raise_statement()
        if type == T.KW_BREAK:
            self.advance()
            return ast.Break(start.lineno, start.col_offset, start.end_lineno,
                             start.end_col_offset)
        if type == T.KW_CONTINUE:
            self.advance()
            return ast.Continue(start.lineno, start.col_offset, start.end_lineno,
                                start.end_col_offset)
        if type == T.KW_ASSERT:
            return self.assert_statement()
        if type == T.KW_DEL:
            return self.del_statement()
        if type == T.KW_GLOBAL:
            self.advance()
            names = self.plain_names()
            return ast.Global(names, start.lineno, start.col_offset,
                              self.last.end_lineno, self.last.end_col_offset)
        if type == T.KW_NONLOCAL:
            self.advance()
            names = self.plain_names()
            return ast.Nonlocal(names, start.lineno, start.col_offset,
                                self.last.end_lineno, self.last.end_col_offset)
        return self.expression_statement()

    def plain_names(self):
        names = [self.expect(T.NAME).text]
        while self.accept(T.COMMA):
            names.append(self.expect(T.NAME).text)
        return names

    # ---- expressions and assignments

    def expression_statement(self):
        """An expression, or any kind of assignment."""
        if self.error_pass:
            return self.checked_expression_statement()
        return self.plain_expression_statement()

    def plain_expression_statement(self):
        start = self.tok
        start_pos = self.pos
        value = self.yield_or_star_expressions()
        type = self.tok.type
        if type == T.NEWLINE or type == T.SEMI:
            return ast.Expr(value, start.lineno, start.col_offset,
                            self.last.end_lineno, self.last.end_col_offset)
        if type == T.EQUAL:
            return self.assignment(value, start)
        if type == T.COLON:
            return self.annotated_assignment(value, start, start_pos)
        if AUGMENTED[type]:
            if not is_single_target(value):
                self.fail()
            make_target(value, ast.Store)
            if type == T.ATEQUAL:
                self.require(5, "The '@' operator is")
            self.advance()
            right = self.yield_or_star_expressions()
            return ast.AugAssign(value, AUGMENTED[type], right, start.lineno,
                                 start.col_offset, self.last.end_lineno,
                                 self.last.end_col_offset)
        return ast.Expr(value, start.lineno, start.col_offset,
                        self.last.end_lineno, self.last.end_col_offset)

    def assignment(self, value, start):
        """At the first '=' after `value`, which began at token `start`."""
        targets = []
        while self.tok.type == T.EQUAL:
            targets.append(self.store(value))
            self.advance()
            value = self.yield_or_star_expressions()
        type_comment = self.type_comment()
        return ast.Assign(targets, value, type_comment, start.lineno, start.col_offset,
                          self.last.end_lineno, self.last.end_col_offset)

    def annotated_assignment(self, target, start, start_pos):
        """At the ':' after `target`, which begins at the token `start`."""
        if not is_single_target(target):
            self.fail()
        if start.type == T.LPAR and self.begins_with_group(start_pos):
            self.fail()
        make_target(target, ast.Store)
        self.advance()
        annotation = self.expression()
        value = None
        if self.tok.type == T.EQUAL:
            pos = self.pos
            try:
                self.advance()
                value = self.yield_or_star_expressions()
            except Backtrack:
                self.give_up(pos)
        self.require(6, 'Variable annotation syntax is')
        simple = int(isinstance(target, ast.Name) and start.type == T.NAME)
        return ast.AnnAssign(target, annotation, value, simple, start.lineno,
                             start.col_offset, self.last.end_lineno,
                             self.last.end_col_offset)

    def begins_with_group(self, start_pos):
        """Whether the target before the cursor is more than a target in parentheses
        but begins with one, as in `(a).b: int`; the grammar refuses that."""
        colon = self.pos
        self.reset(start_pos)
        self.advance()
        try:
            found = (is_single_target(self.primary()) and self.tok.type == T.RPAR and
                     self.pos + 1 != colon)
        except Backtrack:
            found = False
        self.reset(colon)
        return found

    # ---- del, raise, assert

    def del_statement(self):
        if self.error_pass:
            self.check_del_statement()
        start = self.advance()
        targets = self.del_targets()
        if self.tok.type != T.SEMI and self.tok.type != T.NEWLINE:
            self.fail()
        return ast.Delete(targets, start.lineno, start.col_offset,
                          self.last.end_lineno, self.last.end_col_offset)

    def raise_statement(self):
        start = self.advance()
        exc = None
        cause = None
        if self.at_expression():
            exc = self.expression()
            if self.accept(T.KW_FROM):
                cause = self.expression()
        return ast.Raise(exc, cause, start.lineno, start.col_offset,
                         self.last.end_lineno, self.last.end_col_offset)

    def assert_statement(self):
        start = self.advance()
        test = self.expression()
        msg = None
        if self.accept(T.COMMA):
            msg = self.expression()
        return ast.Assert(test, msg, start.lineno, start.col_offset,
                          self.last.end_lineno, self.last.end_col_offset)

    # ---- imports

    def dotted_name(self):
        first = self.expect(T.NAME)
        if self.tok.type != T.DOT:
            return first.text
        parts = [first.text]
        while self.accept(T.DOT):
            parts.append(self.expect(T.NAME).text)
        return '.'.join(parts)

    def import_name(self):
        start = self.advance()
        names = []
        while True:
            first = self.tok
            name = self.dotted_name()
            asname = None
            if self.accept(T.KW_AS):
                asname = self.expect(T.NAME).text
            names.append(ast.alias(name, asname, first.lineno, first.col_offset,
                                   self.last.end_lineno, self.last.end_col_offset))
            if not self.accept(T.COMMA):
                break
        return ast.Import(names, start.lineno, start.col_offset,
                          self.last.end_lineno, self.last.end_col_offset)

    def import_from(self):
        start = self.advance()
        level = 0
        while True:
            if self.accept(T.DOT):
                level += 1
            elif self.accept(T.ELLIPSIS):
                level += 3
            else:
                break
        module = None
        if level == 0 or self.tok.type != T.KW_IMPORT:
            module = self.dotted_name()
        self.expect(T.KW_IMPORT)
        names = []
        first = self.tok
        if self.accept(T.STAR):
            names.append(ast.alias('*', None, first.lineno, first.col_offset,
                                   first.end_lineno, first.end_col_offset))
        elif self.accept(T.LPAR):
            self.imported_names(names, T.RPAR)
            self.expect(T.RPAR)
        else:
            self.imported_names(names, T.NUM_TYPES)
        return ast.ImportFrom(module, names, level, start.lineno, start.col_offset,
                              self.last.end_lineno, self.last.end_col_offset)

    def imported_names(self, names, closing):
        """`name [as name], ...`, appended to `names`; a comma may stand before
        the token type `closing`."""
        while True:
            first = self.expect(T.NAME)
            asname = None
            if self.accept(T.KW_AS):
                asname = self.expect(T.NAME).text
            names.append(ast.alias(first.text, asname, first.lineno, first.col_offset,
                                   self.last.end_lineno, self.last.end_col_offset))
            if not self.accept(T.COMMA):
                return
            if self.tok.type == closing:
                return
            if self.error_pass and self.tok.type == T.NEWLINE:
                raise self.error_here('trailing comma not allowed without '
                                      'surrounding parentheses')


def is_single_target(node):
    return (isinstance(node, ast.Name) or isinstance(node, ast.Attribute) or
            isinstance(node, ast.Subscript))
