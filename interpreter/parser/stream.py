"""The parser's view of the tokens: a cursor with look-ahead and backtracking."""
from interpreter.parser import tokens as T


class Backtrack(Exception):
    """The text does not fit here; the parser may try something else."""


class TokenStream(object):
    """Mixed into Parser.

    tokens     list of Token; the last one is ENDMARKER or ERROR
    pos        int, index of the current token
    tok        the current token
    last       the token before it
    furthest   int, the highest index looked at before the last backtracking
    soft       bool: this is the second pass
    """

    def init_stream(self, source, tokenizer, furthest):
        self.source = source
        self.tokenizer = tokenizer
        self.tokens = tokenizer.tokens
        self.furthest = furthest
        self.pos = 0
        self.tok = self.tokens[0]
        self.last = self.tokens[0]
        if self.tok.type == T.ERROR:
            raise tokenizer.error

    def advance(self):
        """Move on; returns the token left behind."""
        last = self.tok
        self.last = last
        pos = self.pos + 1
        assert pos > 0
        self.pos = pos
        self.tok = self.tokens[pos]
        if self.tok.type == T.ERROR:
            raise self.tokenizer.error
        return last

    def reset(self, pos):
        """Go back to the token at index `pos`."""
        if self.pos > self.furthest:
            self.furthest = self.pos
        self.pos = pos
        assert pos >= 0
        self.tok = self.tokens[pos]
        self.last = self.tok
        if pos > 0:
            self.last = self.tokens[pos - 1]

    def peek_type(self):
        """The type of the token after the current one."""
        pos = self.pos + 1
        if pos > self.furthest:
            self.furthest = pos
        if pos == len(self.tokens):
            return T.ENDMARKER
        tok = self.tokens[pos]
        if tok.type == T.ERROR:
            raise self.tokenizer.error
        return tok.type

    def last_looked_at(self):
        """The last token, in the order of the text, that the parser has looked at."""
        if self.pos > self.furthest:
            self.furthest = self.pos
        furthest = self.furthest
        if furthest >= len(self.tokens):
            furthest = len(self.tokens) - 1
        assert furthest >= 0
        return self.tokens[furthest]

    def fail(self):
        """The current token does not fit."""
        raise Backtrack

    def give_up(self, pos):
        """Inside `except Backtrack`: end the construct before the token at `pos`
        in the second pass; go on failing in the first."""
        if not self.soft:
            raise Backtrack
        self.reset(pos)

    def expect(self, type):
        """Move over a token of that type; returns it."""
        if self.tok.type != type:
            raise Backtrack
        return self.advance()

    def accept(self, type):
        """Move over a token if it has that type; returns whether it had."""
        if self.tok.type != type:
            return False
        self.advance()
        return True

    def type_comment(self):
        """Move over a type comment, if one is there; returns its text or None."""
        tok = self.tok
        if tok.type != T.TYPE_COMMENT:
            return None
        self.advance()
        start = tok.start
        end = tok.end
        assert 0 <= start <= end
        return self.source.text[start:end]

    def at_name(self, text):
        """Whether the current token is the soft keyword `text`."""
        return self.tok.type == T.NAME and self.tok.text == text

    def end_token(self):
        """The last token before the cursor that is not mere layout."""
        pos = self.pos - 1
        while pos > 0 and T.NEWLINE <= self.tokens[pos].type <= T.DEDENT:
            pos -= 1
        assert pos >= 0
        return self.tokens[pos]
