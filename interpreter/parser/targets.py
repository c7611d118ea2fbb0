"""Targets: what may be assigned to, deleted or annotated.

They are parsed as expressions, checked, and turned from Load to Store or Del.
"""
from interpreter.parser import ast
from interpreter.parser import tokens as T


def make_target(node, ctx):
    """Set the context of the target `node` to Store or Del, in its parts too;
    returns False when it is none."""
    if isinstance(node, ast.Name):
        node.ctx = ctx
        return True
    if isinstance(node, ast.Attribute):
        node.ctx = ctx
        return True
    if isinstance(node, ast.Subscript):
        node.ctx = ctx
        return True
    if isinstance(node, ast.Tuple):
        node.ctx = ctx
        return make_targets(node.elts, ctx)
    if isinstance(node, ast.List):
        node.ctx = ctx
        return make_targets(node.elts, ctx)
    if isinstance(node, ast.Starred) and ctx == ast.Store:
        node.ctx = ctx
        return not isinstance(node.value, ast.Starred) and make_target(node.value, ctx)
    return False


def make_targets(nodes, ctx):
    for node in nodes:
        if not make_target(node, ctx):
            return False
    return True


class Targets(object):
    """Mixed into Parser."""

    def store(self, node):
        if not make_target(node, ast.Store):
            self.fail()
        return node

    def at_target(self):
        type = self.tok.type
        return (type == T.NAME or type == T.LPAR or type == T.LSQB or type == T.STAR or
                type == T.LBRACE or type == T.STRING or type == T.NUMBER or
                type == T.ELLIPSIS or T.KW_FALSE <= type <= T.KW_TRUE)

    def one_star_target(self):
        if self.tok.type == T.STAR:
            start = self.advance()
            value = self.primary()
            node = ast.Starred(value, ast.Load, start.lineno, start.col_offset,
                               self.last.end_lineno, self.last.end_col_offset)
            return self.store(node)
        return self.store(self.primary())

    def star_targets(self):
        """The targets of a `for`, before its `in`."""
        start = self.tok
        first = self.one_star_target()
        if self.tok.type != T.COMMA:
            return first
        elts = [first]
        while self.tok.type == T.COMMA:
            self.advance()
            if not self.at_target():
                break
            elts.append(self.one_star_target())
        return ast.Tuple(elts, ast.Store, start.lineno, start.col_offset,
                         self.last.end_lineno, self.last.end_col_offset)

    def for_target(self):
        if self.error_pass:
            return self.checked_for_target()
        return self.star_targets()

    def del_targets(self):
        targets = []
        while True:
            target = self.primary()
            if not make_target(target, ast.Del):
                self.fail()
            targets.append(target)
            if self.tok.type != T.COMMA:
                break
            self.advance()
            if self.tok.type == T.SEMI or self.tok.type == T.NEWLINE:
                break
        return targets
