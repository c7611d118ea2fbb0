"""Compound statements (The Python Language Reference 3.11, chapter 8); `match`
is in patterns.py."""
from interpreter.parser import ast
from interpreter.parser import tokens as T
from interpreter.parser.stream import Backtrack


class CompoundStatements(object):
    """Mixed into Parser."""

    def statements(self, body, closing):
        """Statements up to the token type `closing`, appended to `body`."""
        while self.tok.type != closing:
            self.statement(body)

    def statement(self, body):
        """One compound statement or one line of simple ones, appended to `body`."""
        node = self.compound_statement()
        if node is not None:
            body.append(node)
        else:
            self.simple_statements(body)

    def compound_statement(self):
        """The compound statement that begins here, or None if there is none."""
        type = self.tok.type
        if type == T.NAME:
            if self.tok.text == 'match':
                return self.match_statement()
            return None
        if type < T.FIRST_KEYWORD:
            if type == T.AT:
                return self.decorated()
            return None
        if type == T.KW_IF:
            return self.if_statement()
        if type == T.KW_DEF:
            return self.function(self.tok, [], False)
        if type == T.KW_FOR:
            return self.for_statement(self.tok, False)
        if type == T.KW_TRY:
            return self.try_statement()
        if type == T.KW_WITH:
            return self.with_statement(self.tok, False)
        if type == T.KW_WHILE:
            return self.while_statement()
        if type == T.KW_CLASS:
            return self.class_definition([])
        if type == T.KW_ASYNC:
            start = self.advance()
            if self.tok.type == T.KW_DEF:
                return self.function(start, [], True)
            if self.tok.type == T.KW_FOR:
                return self.for_statement(start, True)
            if self.tok.type == T.KW_WITH:
                return self.with_statement(start, True)
            self.fail()
        return None

    def block(self, what, keyword):
        """What follows the ':' of `what` ("'if' statement"), whose keyword is
        the token `keyword`: a list of statements."""
        body = []
        if self.tok.type != T.NEWLINE:
            self.simple_statements(body)
            return body
        self.advance()
        if self.tok.type != T.INDENT:
            if self.error_pass:
                raise self.missing_block(what, keyword)
            self.fail()
        self.advance()
        self.statements(body, T.DEDENT)
        self.advance()
        return body

    def colon(self):
        """The ':' that ends a header."""
        if self.tok.type != T.COLON:
            if self.error_pass and self.tok.type == T.NEWLINE:
                raise self.error_here("expected ':'")
            self.fail()
        self.advance()

    def forced(self, type):
        """A token without which nothing else is possible; the error says so."""
        if self.tok.type != type:
            raise self.error_at_token("expected '%s'" % T.SPELLING[type], self.tok)
        self.advance()

    # ---- if, while, for

    def if_statement(self):
        # each elif is an If in the orelse of the one before it
        branches = []
        orelse = []
        what = "'if' statement"
        while True:
            start = self.advance()
            test = self.named_expression()
            self.colon()
            body = self.block(what, start)
            branches.append(ast.If(test, body, orelse, start.lineno, start.col_offset,
                                   0, 0))
            if self.tok.type != T.KW_ELIF:
                break
            what = "'elif' statement"
        orelse = self.else_block()
        end = self.end_token()
        i = len(branches) - 1
        while True:
            branch = branches[i]
            branch.orelse = orelse
            branch.end_lineno = end.end_lineno
            branch.end_col_offset = end.end_col_offset
            if i == 0:
                return branch
            orelse = [branch]
            i -= 1

    def else_block(self):
        """`else: ...` if it is there; returns a list of statements."""
        if self.tok.type != T.KW_ELSE:
            return []
        start = self.advance()
        self.forced(T.COLON)
        return self.block("'else' statement", start)

    def while_statement(self):
        start = self.advance()
        test = self.named_expression()
        self.colon()
        body = self.block("'while' statement", start)
        orelse = self.else_block()
        end = self.end_token()
        return ast.While(test, body, orelse, start.lineno, start.col_offset,
                         end.end_lineno, end.end_col_offset)

    def for_statement(self, start, is_async):
        keyword = self.advance()
        target = self.for_target()
        self.expect(T.KW_IN)
        iter = self.star_expressions()
        self.colon()
        type_comment = self.type_comment()
        body = self.block("'for' statement", keyword)
        orelse = self.else_block()
        end = self.end_token()
        if is_async:
            self.require(5, 'Async for loops are')
            return ast.AsyncFor(target, iter, body, orelse, type_comment, start.lineno,
                                start.col_offset, end.end_lineno, end.end_col_offset)
        return ast.For(target, iter, body, orelse, type_comment, start.lineno,
                       start.col_offset, end.end_lineno, end.end_col_offset)

    # ---- with

    def with_statement(self, start, is_async):
        keyword = self.advance()
        items = []
        parenthesized = False
        if self.tok.type == T.LPAR:
            pos = self.pos
            try:
                items = self.parenthesized_items()
                parenthesized = True
            except Backtrack:
                self.reset(pos)
        if not parenthesized:
            pos = self.pos
            try:
                items = [self.with_item()]
                while self.accept(T.COMMA):
                    items.append(self.with_item())
                self.colon()
            except Backtrack:
                if self.error_pass:
                    self.check_items(pos)
                raise
        type_comment = None
        if not parenthesized:
            type_comment = self.type_comment()
        body = self.block("'with' statement", keyword)
        if parenthesized:
            self.require(9, 'Parenthesized context managers are')
        if is_async:
            self.require(5, 'Async with statements are')
        end = self.end_token()
        if is_async:
            return ast.AsyncWith(items, body, type_comment, start.lineno, start.col_offset,
                                 end.end_lineno, end.end_col_offset)
        return ast.With(items, body, type_comment, start.lineno, start.col_offset,
                        end.end_lineno, end.end_col_offset)

    def parenthesized_items(self):
        """`(item, item as target, ...):`, parentheses around all the items."""
        self.advance()
        items = [self.with_item()]
        while self.accept(T.COMMA):
            if self.tok.type == T.RPAR:
                break
            items.append(self.with_item())
        self.expect(T.RPAR)
        self.expect(T.COLON)
        if self.tok.type == T.TYPE_COMMENT:
            self.fail()         # only the other form may have one
        return items

    def with_item(self):
        value = self.expression()
        target = None
        if self.tok.type == T.KW_AS:
            target = self.with_target()
        return ast.withitem(value, target)

    def with_target(self):
        """At the 'as' of an item."""
        pos = self.pos
        try:
            self.advance()
            target = self.one_star_target()
            type = self.tok.type
            if type != T.COMMA and type != T.RPAR and type != T.COLON:
                self.fail()
            return target
        except Backtrack:
            if self.error_pass:
                self.check_with_target(pos)
            raise

    # ---- try

    def try_statement(self):
        start = self.advance()
        self.forced(T.COLON)
        body = self.block("'try' statement", start)
        handlers = []
        is_star = False
        while self.tok.type == T.KW_EXCEPT:
            except_tok = self.advance()
            if handlers and (self.tok.type == T.STAR) != is_star:
                self.mixed_handlers(except_tok)
            is_star = self.accept(T.STAR)
            handlers.append(self.except_handler(except_tok, is_star))
        orelse = []
        if handlers:
            orelse = self.else_block()
        finalbody = []
        if self.tok.type == T.KW_FINALLY:
            keyword = self.advance()
            self.forced(T.COLON)
            finalbody = self.block("'finally' statement", keyword)
        elif not handlers:
            if self.error_pass:
                raise self.error_here("expected 'except' or 'finally' block")
            self.fail()
        end = self.end_token()
        if is_star:
            self.require(11, 'Exception groups are')
            return ast.TryStar(body, handlers, orelse, finalbody, start.lineno,
                               start.col_offset, end.end_lineno, end.end_col_offset)
        return ast.Try(body, handlers, orelse, finalbody, start.lineno,
                       start.col_offset, end.end_lineno, end.end_col_offset)

    def mixed_handlers(self, start):
        if self.error_pass:
            end = start
            if self.tok.type == T.STAR:
                end = self.advance()
                if self.tok.type == T.COLON or self.tok.type == T.NEWLINE:
                    raise self.error_here('expected one or more exception types')
            if self.tok.type != T.COLON:
                self.expression()
                if self.accept(T.KW_AS):
                    self.expect(T.NAME)
            if self.tok.type == T.COLON:
                raise self.error_tokens("cannot have both 'except' and 'except*' on "
                                        "the same 'try'", start, end)
        self.fail()

    def except_handler(self, start, is_star):
        """After `except` or `except*`."""
        type = None
        name = None
        if self.error_pass:
            self.check_except_header()
        if is_star or self.tok.type != T.COLON:
            type = self.expression()
            if self.accept(T.KW_AS):
                name = self.expect(T.NAME).text
        self.colon()
        body = self.block("'except*' statement" if is_star else "'except' statement",
                          start)
        end = self.end_token()
        return ast.ExceptHandler(type, name, body, start.lineno, start.col_offset,
                                 end.end_lineno, end.end_col_offset)

    # ---- functions and classes

    def decorated(self):
        decorators = []
        while self.accept(T.AT):
            decorators.append(self.named_expression())
            self.expect(T.NEWLINE)
        if self.tok.type == T.KW_CLASS:
            return self.class_definition(decorators)
        start = self.tok
        is_async = self.accept(T.KW_ASYNC)
        if self.tok.type != T.KW_DEF:
            self.fail()
        return self.function(start, decorators, is_async)

    def function(self, start, decorators, is_async):
        """At `def`; `start` is the `async` before it, or the same token."""
        keyword = self.advance()
        name = self.expect(T.NAME).text
        self.forced(T.LPAR)
        args = self.function_parameters()
        self.expect(T.RPAR)
        returns = None
        if self.tok.type == T.RARROW:
            pos = self.pos
            try:
                self.advance()
                returns = self.expression()
            except Backtrack:
                # the ':' is missing at the end of what is an expression
                self.reset(pos)
                self.soft = True
                try:
                    self.advance()
                    self.expression()
                except Backtrack:
                    self.reset(pos)
        self.forced(T.COLON)
        type_comment = self.function_type_comment()
        body = self.block('function definition', keyword)
        end = self.end_token()
        if is_async:
            self.require(5, 'Async functions are')
            return ast.AsyncFunctionDef(
                name, args, body, decorators, returns, type_comment, start.lineno,
                start.col_offset, end.end_lineno, end.end_col_offset)
        return ast.FunctionDef(
            name, args, body, decorators, returns, type_comment, start.lineno,
            start.col_offset, end.end_lineno, end.end_col_offset)

    def function_type_comment(self):
        """The type comment (str or None) after the ':' of a function, or in the
        line below it."""
        pos = self.pos
        if self.tok.type == T.TYPE_COMMENT:
            type_comment = self.type_comment()
            if self.tok.type == T.NEWLINE and self.peek_type() == T.TYPE_COMMENT:
                self.advance()
                self.advance()
                if self.tok.type == T.NEWLINE and self.peek_type() == T.INDENT:
                    raise self.error_here('Cannot have two type comments on def')
                self.reset(pos)
                self.advance()
            return type_comment
        if self.tok.type == T.NEWLINE and self.peek_type() == T.TYPE_COMMENT:
            self.advance()
            type_comment = self.type_comment()
            if self.tok.type == T.NEWLINE and self.peek_type() == T.INDENT:
                return type_comment
            self.reset(pos)
        return None

    def class_definition(self, decorators):
        start = self.advance()
        name = self.expect(T.NAME).text
        bases = []
        keywords = []
        if self.tok.type == T.LPAR:
            self.advance()
            bases, keywords = self.call_arguments(None)
            self.expect(T.RPAR)
        self.colon()
        body = self.block('class definition', start)
        end = self.end_token()
        return ast.ClassDef(name, bases, keywords, body, decorators, start.lineno,
                            start.col_offset, end.end_lineno, end.end_col_offset)
