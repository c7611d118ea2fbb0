"""The checks of the second pass in statements and patterns."""
from interpreter.parser import ast
from interpreter.parser import tokens as T
from interpreter.parser.errors import DEL_TARGETS, STAR_TARGETS, expression_name
from interpreter.parser.statements import AUGMENTED, is_single_target
from interpreter.parser.stream import Backtrack
from interpreter.parser.targets import make_target


class StatementErrors(object):
    """Mixed into Parser."""

    # ---- expression statements and assignments

    def checked_expression_statement(self):
        start = self.tok
        pos = self.pos
        node = self.try_annotated(start)
        if node is not None:
            return node
        self.reset(pos)
        node = self.try_assignment(start)
        if node is not None:
            return node
        self.reset(pos)
        if self.at_augmented_target():
            node = self.try_augmented(pos, start)
            if node is not None:
                return node
        else:
            self.reset(pos)
            self.check_assignment(pos)
        self.reset(pos)
        value = self.yield_or_star_expressions()
        return ast.Expr(value, start.lineno, start.col_offset, self.last.end_lineno,
                        self.last.end_col_offset)

    def try_annotated(self, start):
        pos = self.pos
        try:
            target = self.primary()
            if self.tok.type != T.COLON or not is_single_target(target):
                return None
            return self.annotated_assignment(target, start, pos)
        except Backtrack:
            return None

    def try_target_and_equal(self):
        """Move over `targets =`; returns the targets, or None and stays."""
        pos = self.pos
        try:
            target = self.star_targets()
            self.expect(T.EQUAL)
            return target
        except Backtrack:
            self.reset(pos)
            return None

    def try_assignment(self, start):
        targets = []
        while True:
            target = self.try_target_and_equal()
            if target is None:
                break
            targets.append(target)
        if not targets:
            return None
        try:
            value = self.yield_or_star_expressions()
        except Backtrack:
            return None
        if self.tok.type == T.EQUAL:
            return None
        return ast.Assign(targets, value, self.type_comment(), start.lineno, start.col_offset,
                          self.last.end_lineno, self.last.end_col_offset)

    def at_augmented_target(self):
        """Whether a single target and an augmented assignment are at the cursor."""
        try:
            return is_single_target(self.primary()) and AUGMENTED[self.tok.type] != 0
        except Backtrack:
            return False

    def try_augmented(self, pos, start):
        try:
            self.reset(pos)
            target = self.primary()
            make_target(target, ast.Store)
            op = AUGMENTED[self.advance().type]
            value = self.yield_or_star_expressions()
            return ast.AugAssign(target, op, value, start.lineno, start.col_offset,
                                 self.last.end_lineno, self.last.end_col_offset)
        except Backtrack:
            return None

    def check_assignment(self, pos):
        """What is wrong with the assignment that begins at index `pos`, if it is
        one at all."""
        self.check_annotation(pos)
        self.reset(pos)
        while self.try_target_and_equal() is not None:
            pass
        after = self.pos
        value = self.try_star_expressions()
        if value is not None and self.tok.type == T.EQUAL:
            self.check_target(value, STAR_TARGETS)
        self.reset(after)
        if self.tok.type == T.KW_YIELD:
            try:
                value = self.yield_expression()
            except Backtrack:
                value = None
            if value is not None and self.tok.type == T.EQUAL:
                raise self.error_in_node('assignment to yield expression not possible',
                                         value)
        self.reset(pos)
        value = self.try_star_expressions()
        if value is not None and AUGMENTED[self.tok.type] != 0:
            self.advance()
            try:
                self.yield_or_star_expressions()
            except Backtrack:
                return
            raise self.error_in_node("'%s' is an illegal expression for augmented "
                                     "assignment" % expression_name(value), value)

    def followed_by_annotation(self):
        if self.tok.type != T.COLON:
            return False
        self.advance()
        return self.try_expression() is not None

    def check_annotation(self, pos):
        display = self.display_in_parentheses()
        if display is not None and self.followed_by_annotation():
            name = 'list' if isinstance(display, ast.List) else 'tuple'
            raise self.error_in_node('only single target (not %s) can be annotated'
                                     % name, display)
        self.reset(pos)
        first = self.try_star_named_expression()
        if first is not None and self.tok.type == T.COMMA:
            self.advance()
            # as in CPython, lists may follow one another without a comma
            while self.at_star_expression():
                first_of_list = self.try_star_named_expression()
                if first_of_list is None:
                    break
                self.more_elements(first_of_list)
            if self.followed_by_annotation():
                raise self.error_in_node('only single target (not tuple) can be '
                                         'annotated', first)
        self.reset(pos)
        value = self.try_expression()
        if value is not None and self.followed_by_annotation():
            raise self.error_in_node('illegal target for annotation', value)

    def display_in_parentheses(self):
        """The list or tuple at the cursor, alone or in parentheses; or None."""
        type = self.tok.type
        if type != T.LPAR and type != T.LSQB:
            return None
        try:
            node = self.atom()
        except Backtrack:
            return None
        if isinstance(node, ast.List) or isinstance(node, ast.Tuple):
            return node
        return None

    def check_del_statement(self):
        pos = self.pos
        self.advance()
        try:
            self.del_targets()
            if self.tok.type == T.SEMI or self.tok.type == T.NEWLINE:
                self.reset(pos)
                return
        except Backtrack:
            pass
        self.reset(pos)
        self.advance()
        value = self.try_star_expressions()
        if value is not None:
            self.check_target(value, DEL_TARGETS)
        self.reset(pos)

    # ---- with and except

    def check_with_target(self, pos):
        """At the `as` with index `pos`."""
        self.reset(pos)
        self.advance()
        value = self.try_expression()
        type = self.tok.type
        if value is not None and (type == T.COMMA or type == T.RPAR or
                                  type == T.COLON):
            self.check_target(value, STAR_TARGETS)
        self.reset(pos)

    def check_items(self, pos):
        """`with a as b` or `with (a as b)` without its colon; the cursor goes to
        index `pos`, after the `with`."""
        self.reset(pos)
        try:
            self.with_items_before_newline(False)
        except Backtrack:
            pass
        self.reset(pos)
        if not self.accept(T.LPAR):
            return
        try:
            self.with_items_before_newline(True)
        except Backtrack:
            pass
        self.reset(pos)

    def with_items_before_newline(self, parenthesized):
        while True:
            if parenthesized:
                self.expressions()
            else:
                self.expression()
            if self.accept(T.KW_AS):
                self.one_star_target()
            if not self.accept(T.COMMA) or self.tok.type == T.RPAR:
                break
        if parenthesized:
            self.expect(T.RPAR)
        if self.tok.type == T.NEWLINE:
            raise self.error_here("expected ':'")

    def check_except_header(self):
        """After `except` or `except *`."""
        pos = self.pos
        is_star = self.last.type == T.STAR
        if is_star and (self.tok.type == T.NEWLINE or self.tok.type == T.COLON):
            raise self.error_here('expected one or more exception types')
        if self.tok.type == T.NEWLINE:
            raise self.error_here("expected ':'")
        value = self.try_expression()
        if value is not None and self.tok.type == T.COMMA:
            self.advance()
            try:
                self.expressions()
                if self.accept(T.KW_AS):
                    self.expect(T.NAME)
                if self.tok.type != T.COLON:
                    self.fail()
            except Backtrack:
                self.reset(pos)
                return
            raise self.error_from_node('multiple exception types must be parenthesized',
                                       value)
        self.reset(pos)

    # ---- patterns

    def check_as_target(self):
        """After the `as` of a pattern."""
        if self.at_name('_'):
            raise self.error_at_token("cannot use '_' as a target", self.tok)
        if self.tok.type != T.NAME:
            pos = self.pos
            value = self.try_expression()
            if value is not None:
                raise self.error_in_node('invalid pattern target', value)
            self.reset(pos)

    def check_positional_after_keyword(self):
        """At a positional pattern after a keyword pattern, in a class pattern."""
        first = self.pattern()
        last = first
        while self.tok.type == T.COMMA:
            pos = self.pos
            try:
                self.advance()
                if self.tok.type == T.NAME and self.peek_type() == T.EQUAL:
                    self.fail()
                last = self.pattern()
            except Backtrack:
                self.reset(pos)
                break
        raise self.error_range('positional patterns follow keyword patterns', first,
                               last)
