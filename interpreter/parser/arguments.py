"""The arguments of calls, and the parameters of functions and lambdas."""
from interpreter.parser import ast
from interpreter.parser import tokens as T


class Arguments(object):
    """Mixed into Parser."""

    # ---- calls

    def call(self, func, start):
        """At the '(' of a call of `func`, whose first token is `start`."""
        paren = self.advance()
        args, keywords = self.call_arguments(paren)
        self.expect(T.RPAR)
        return ast.Call(func, args, keywords, start.lineno, start.col_offset,
                        self.last.end_lineno, self.last.end_col_offset)

    def call_arguments(self, paren):
        """After the '(' token `paren`: the arguments, up to ')'.  `paren` is None
        for the bases of a class, where a bare generator expression is wrong.

        Returns a list of expressions and a list of keywords.
        """
        if self.error_pass:
            return self.checked_call_arguments(paren)
        return self.plain_call_arguments(paren)

    def plain_call_arguments(self, paren):
        args = []
        keywords = []
        seen_double_star = False
        while self.tok.type != T.RPAR:
            tok = self.tok
            if tok.type == T.STAR:
                if seen_double_star:
                    self.fail()
                args.append(self.starred(True))
            elif tok.type == T.DOUBLESTAR:
                self.advance()
                value = self.expression()
                keywords.append(ast.keyword(
                    None, value, tok.lineno, tok.col_offset, self.last.end_lineno,
                    self.last.end_col_offset))
                seen_double_star = True
            elif tok.type == T.NAME and self.peek_type() == T.EQUAL:
                self.keyword_argument(keywords)
            else:
                if keywords:
                    self.fail()
                value = self.named_argument()
                if self.at_comprehension() and not args and paren is not None:
                    generators = self.comprehension_clauses()
                    # the only argument, with nothing after it
                    if self.tok.type != T.RPAR:
                        self.fail()
                    args.append(self.generator_argument(value, generators, paren))
                    break
                args.append(value)
            if self.tok.type != T.COMMA:
                break
            self.advance()
        return args, keywords

    def named_argument(self):
        """A positional argument: an expression, or `name := expression`."""
        if self.tok.type == T.NAME and self.peek_type() == T.COLONEQUAL:
            return self.assignment_expression()
        value = self.expression()
        if self.tok.type == T.COLONEQUAL:
            self.fail()
        return value

    def generator_argument(self, value, generators, paren):
        """The parentheses of the call are those of the generator expression."""
        return ast.GeneratorExp(value, generators, paren.lineno, paren.col_offset,
                                self.tok.end_lineno, self.tok.end_col_offset)

    def keyword_argument(self, keywords):
        """At `name=`: parse it and append it to the list `keywords`."""
        name = self.advance()
        self.advance()
        value = self.expression()
        keywords.append(ast.keyword(name.text, value, name.lineno, name.col_offset,
                                    self.last.end_lineno, self.last.end_col_offset))

    # ---- parameters

    def lambda_parameters(self):
        return self.parameters(T.COLON, False)

    def function_parameters(self):
        return self.parameters(T.RPAR, True)

    def parameters(self, closing, annotated):
        """Parameters up to the token type `closing`; returns ast.arguments."""
        if self.error_pass:
            self.check_parameters(closing, annotated)
        return self.plain_parameters(closing, annotated)

    def plain_parameters(self, closing, annotated):
        posonlyargs = []
        args = []
        defaults = []
        vararg = None
        kwonlyargs = []
        kw_defaults = []
        kwarg = None
        seen_slash = False
        seen_star = False
        while self.tok.type != closing:
            type = self.tok.type
            if type == T.SLASH:
                if seen_slash or seen_star or not args:
                    self.fail()
                self.advance()
                self.require(8, 'Positional-only parameters are')
                seen_slash = True
                posonlyargs = args
                args = []
            elif type == T.STAR:
                if seen_star:
                    self.fail()
                self.advance()
                seen_star = True
                if self.tok.type == T.COMMA:
                    # a bare star needs a name after it
                    type = self.peek_type()
                    if type != T.NAME and type != T.TYPE_COMMENT:
                        self.advance()
                        self.fail()
                else:
                    vararg = self.parameter(annotated, annotated)
            elif type == T.DOUBLESTAR:
                self.advance()
                kwarg = self.parameter(annotated, False)
                self.accept(T.COMMA)
                kwarg.type_comment = self.type_comment()
                if self.tok.type != closing:
                    self.fail()
                break
            else:
                param = self.parameter(annotated, False)
                if self.tok.type == T.EQUAL:
                    self.advance()
                    default = self.expression()
                    if seen_star:
                        kw_defaults.append(default)
                    else:
                        defaults.append(default)
                elif seen_star:
                    kw_defaults.append(None)
                elif defaults:
                    self.fail()
                if seen_star:
                    kwonlyargs.append(param)
                else:
                    args.append(param)
            if self.tok.type != T.COMMA:
                break
            self.advance()
            if annotated and self.tok.type == T.TYPE_COMMENT:
                self.comment_parameter(args, seen_star, vararg, kwonlyargs)
        if annotated and self.tok.type == T.TYPE_COMMENT:
            self.comment_parameter(args, seen_star, vararg, kwonlyargs)
        return ast.arguments(posonlyargs, args, vararg, kwonlyargs, kw_defaults,
                             kwarg, defaults)

    def comment_parameter(self, args, seen_star, vararg, kwonlyargs):
        """At a type comment: it belongs to the parameter before it."""
        if kwonlyargs:
            kwonlyargs[-1].type_comment = self.type_comment()
        elif vararg is not None:
            vararg.type_comment = self.type_comment()
        elif seen_star:
            if self.error_pass:
                raise self.error_here('bare * has associated type comment')
            self.fail()
        elif args:
            args[-1].type_comment = self.type_comment()
        else:
            self.fail()         # after a '/'

    def parameter(self, annotated, star_annotation):
        """`name`, with its annotation if there may be one; `*args: *Ts` may
        have a star there."""
        name = self.expect(T.NAME)
        annotation = None
        if annotated and self.tok.type == T.COLON:
            self.advance()
            if star_annotation:
                annotation = self.star_expression()
            else:
                annotation = self.expression()
        return ast.arg(name.text, annotation, None, name.lineno, name.col_offset,
                       self.last.end_lineno, self.last.end_col_offset)
