"""parse(): Python 3.11 source -> syntax tree.

A recursive-descent parser, in two passes.  The first is plain: it fails at the
first token that does not fit and says nothing about why.  Only then the second
pass (`error_pass`) reads the text again, with the checks of errors.py at the
places where the text may go wrong, and raises the specific error; where no check
knows better it is "invalid syntax" at the token where the first pass ended.

The parser is put together from one mixin a subject.
"""
from rpython.rlib.objectmodel import import_from_mixin
from rpython.rlib.rstackovf import StackOverflow, check_stack_overflow

from interpreter.parser import ast
from interpreter.parser import source as S
from interpreter.parser import tokens as T
from interpreter.parser.arguments import Arguments
from interpreter.parser.callerrors import CallErrors
from interpreter.parser.compound import CompoundStatements
from interpreter.parser.error import ParseError
from interpreter.parser.errors import Errors
from interpreter.parser.expressions import Expressions
from interpreter.parser.patterns import Patterns
from interpreter.parser.statementerrors import StatementErrors
from interpreter.parser.statements import Statements
from interpreter.parser.stream import Backtrack, TokenStream
from interpreter.parser.strings import Strings
from interpreter.parser.targets import Targets
from interpreter.parser.tokenizer import Tokenizer


class Parser(object):
    """One pass over the tokens of one source.

    source       Source
    soft         bool: this is the second pass
    error_pass   bool: look for specific errors; in the second pass, mostly
    barry_as_bdfl   bool: `<>` instead of `!=` (PEP 401)
    minor_version   int: of Python 3; what is newer is an error
    from_file    bool: errors show the line as it is in the file
    warnings     list of ParseWarning
    """
    import_from_mixin(TokenStream)
    import_from_mixin(Expressions)
    import_from_mixin(Targets)
    import_from_mixin(Arguments)
    import_from_mixin(Strings)
    import_from_mixin(Statements)
    import_from_mixin(CompoundStatements)
    import_from_mixin(Patterns)
    import_from_mixin(Errors)
    import_from_mixin(CallErrors)
    import_from_mixin(StatementErrors)

    def __init__(self, source, tokenizer, flags, second_pass, furthest):
        self.flags = flags
        self.barry_as_bdfl = flags & S.CO_FUTURE_BARRY_AS_BDFL != 0
        self.from_file = flags & S.PyCF_FROM_FILE != 0
        version = flags >> S.VERSION_SHIFT
        self.minor_version = version if version > 0 else 11
        self.soft = second_pass
        self.error_pass = second_pass
        self.warnings = []
        self.init_errors()
        self.init_stream(source, tokenizer, furthest)

    def warn(self, warning):
        """Note a warning, once even if the text is parsed twice."""
        for other in self.warnings:
            if other.lineno == warning.lineno and other.msg == warning.msg:
                return
        self.warnings.append(warning)

    # ---- what a whole source may be

    def file(self):
        body = []
        self.statements(body, T.ENDMARKER)
        return ast.Module(body, self.tokenizer.type_ignores)

    def interactive(self):
        """One line of simple statements, or one compound statement and the empty
        line after it."""
        body = []
        if self.tok.type == T.NEWLINE:
            if self.tok.start == self.tokenizer.end_without_newline:
                self.fail()
            self.advance()
            return ast.Interactive(body)
        node = self.compound_statement()
        if node is not None:
            body.append(node)
            # what the user typed ends with an empty line
            if self.tok.type != T.ENDMARKER:
                self.expect(T.NEWLINE)
            elif self.source.newline_added and (
                    self.last.type != T.DEDENT or
                    self.flags & S.PyCF_DONT_IMPLY_DEDENT):
                self.fail()
        else:
            self.simple_statements(body)
        return ast.Interactive(body)

    def check_single_statement(self):
        last = self.last
        while T.NEWLINE <= self.tok.type <= T.DEDENT:
            self.advance()              # of lines with blanks only
        if self.tok.type != T.ENDMARKER:
            raise self.source.error(
                'SyntaxError', 'multiple statements found while compiling a single '
                'statement', last.lineno, last.col_offset, last.end_lineno,
                last.end_col_offset)

    def eval_input(self):
        body = self.expressions()
        self.end_of_input()
        return ast.Expression(body)

    def end_of_input(self):
        while self.tok.type == T.NEWLINE:
            self.advance()
        if self.tok.type != T.ENDMARKER:
            self.fail()

    def function_type(self):
        """`(int, *str, **Any) -> None`: a type comment of a function."""
        self.expect(T.LPAR)
        argtypes = []
        stars = 0                       # of the last argument
        while self.tok.type != T.RPAR:
            if self.accept(T.STAR):
                stars = 1
            elif self.accept(T.DOUBLESTAR):
                stars = 2
            argtypes.append(self.expression())
            if self.tok.type != T.COMMA:
                break
            if stars == 2 or self.peek_type() == T.RPAR or (
                    stars == 1 and self.peek_type() != T.DOUBLESTAR):
                self.fail()
            self.advance()
        self.expect(T.RPAR)
        self.expect(T.RARROW)
        returns = self.expression()
        self.end_of_input()
        return ast.FunctionType(argtypes, returns)

    def fstring_input(self):
        return ast.Expression(self.star_expressions())

    def run(self, mode):
        if mode == 'exec':
            return self.file()
        if mode == 'eval':
            return self.eval_input()
        if mode == 'single':
            return self.interactive()
        if mode == 'fstring':
            return self.fstring_input()
        assert mode == 'func_type'
        return self.function_type()

    def subexpression(self, text, lineno, col_offset, newline_follows):
        """Parse the expression `text` of an f-string, whose '{' is at the given
        position and may be the last thing in its line; returns the node."""
        source = S.Source('(%s)' % text, self.source.filename)
        source.set_origin(lineno, col_offset, newline_follows)
        node, warnings = parse_source(source, 'fstring', self.flags)
        for warning in warnings:
            self.warn(warning)
        assert isinstance(node, ast.Expression)
        return node.body


def parse_source(source, mode, flags):
    """Source -> (mod node, list of ParseWarning)."""
    tokenizer = Tokenizer(source, mode, flags & S.PyCF_TYPE_COMMENTS != 0)
    tokenizer.run()
    if tokenizer.tokens[0].type == T.ERROR:
        raise tokenizer.error
    parser = Parser(source, tokenizer, flags, False, 0)
    try:
        node = parser.run(mode)
        if mode == 'single':
            parser.check_single_statement()
        return node, merged(tokenizer.warnings, parser.warnings)
    except Backtrack:
        error = None
    except ParseError as e:
        error = e
    except StackOverflow:
        check_stack_overflow()
        error = parser.too_deep()
    found = merged(tokenizer.warnings, parser.warnings)
    if error is not None:
        found = found + error.warnings          # of an expression in an f-string
    error = find_error(source, tokenizer, mode, flags, error, parser)
    error.warnings = found
    raise error


def merged(first, second):
    """Two lists of ParseWarnings, each in the order of the text, as one."""
    result = []
    i = 0
    for warning in second:
        while i < len(first) and (first[i].lineno < warning.lineno or (
                first[i].lineno == warning.lineno and first[i].error.offset < warning.error.offset)):
            result.append(first[i])
            i += 1
        result.append(warning)
    while i < len(first):
        result.append(first[i])
        i += 1
    return result


def find_error(source, tokenizer, mode, flags, error, first_pass):
    """The ParseError to raise after `first_pass` raised `error`, or gave up if
    that is None."""
    failed_at = first_pass.last_looked_at()
    last = failed_at
    is_layout = False
    if error is None:
        parser = Parser(source, tokenizer, flags, True, first_pass.furthest)
        try:
            parser.run(mode)
        except Backtrack:
            pass
        except ParseError as e:
            error = e
        except StackOverflow:
            check_stack_overflow()
            error = parser.too_deep()
        last = parser.last_looked_at()
        if error is None:
            error = parser.invalid_syntax(failed_at)
            is_layout = failed_at.type == T.INDENT or failed_at.type == T.DEDENT
    if error is not tokenizer.error and not is_layout:
        error = tokenizer.overriding_error(error, last.lineno)
    if failed_at.start >= source.length or (
            failed_at.start == tokenizer.end_without_newline):
        error.incomplete = True
    if source.newline_added and mode != 'exec' and mode != 'fstring':
        error.hide_newline(source.last_lineno())
        if source.length == 1:
            error.lineno = error.end_lineno = 0     # no line was read at all
    if error.incomplete and flags & S.PyCF_ALLOW_INCOMPLETE_INPUT:
        error.msg = 'incomplete input'
    return error


def parse(source_bytes, filename, mode, flags=0, warnings=None):
    """Parse a source text.

    source_bytes   str: the bytes of a source file; UTF-8 text if `flags` has
                   PyCF_IGNORE_COOKIE
    filename       str
    mode           str: 'exec', 'eval', 'single' or 'func_type'
    flags          int: PyCF_* and CO_FUTURE_* constants of source.py
    warnings       None, or a list to which ParseWarnings are appended

    Returns the mod node; raises ParseError.
    """
    source = S.decode_source(source_bytes, filename, flags)
    try:
        node, found = parse_source(source, mode, flags)
    except ParseError as e:
        if warnings is not None:
            for warning in e.warnings:
                warnings.append(warning)
        raise
    if warnings is not None:
        for warning in found:
            warnings.append(warning)
    return node
