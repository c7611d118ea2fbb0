"""Where the carets of a traceback line go: `~~^~~` under the expression that failed, the operator or subscript set off.

Columns are counted in code points; those of the position table in UTF-8 bytes.
"""

from interpreter.parser import ast
from interpreter.parser.error import ParseError


def char_offset(line, byte_offset):
    """How many code points the first byte_offset bytes hold."""
    count = 0
    stop = min(byte_offset, len(line))
    for i in range(stop):
        if ord(line[i]) & 0xC0 != 0x80:
            count += 1
    return count


def char_length(line):
    return char_offset(line, len(line))


def is_blank(ch):
    return ch == ' ' or ch == '\t' or ch == '\x0c'


def indentation(line):
    """The number of blank characters at the beginning."""
    i = 0
    while i < len(line) and is_blank(line[i]):
        i += 1
    return i


class Anchors(object):
    """The part to set off within an expression, in bytes from its start."""

    def __init__(self, left, right):
        self.left = left
        self.right = right


def find_anchors(segment):
    """The Anchors of the source text of one expression on one line; None for those that have none."""
    from interpreter.parser.parser import parse
    try:
        tree = parse(segment, '<traceback>', 'exec', 0x100)      # PyCF_IGNORE_COOKIE
    except ParseError:
        return None
    if not isinstance(tree, ast.Module) or len(tree.body) != 1:
        return None
    stmt = tree.body[0]
    if not isinstance(stmt, ast.Expr):
        return None
    expr = stmt.value
    if isinstance(expr, ast.BinOp):
        return operator_anchors(segment, expr.left.end_col_offset, expr.right.col_offset)
    if isinstance(expr, ast.Subscript):
        return subscript_anchors(segment, expr.value.end_col_offset, expr.slice.end_col_offset)
    return None


def operator_anchors(segment, start, stop):
    """The operator between the operands."""
    i = start
    while i < stop and (is_blank(segment[i]) or segment[i] == ')' or segment[i] == '\\' or segment[i] == '\n'):
        i += 1
    if i >= stop:
        return None
    right = i + 1
    if right < stop and not is_blank(segment[right]) and segment[right] != '(':
        right += 1
    return Anchors(i, right)


def subscript_anchors(segment, start, stop):
    """The brackets and what is in them."""
    left = start
    while left < len(segment) and segment[left] != '[':
        left += 1
    right = stop
    while right < len(segment) and segment[right] != ']':
        right += 1
    if right < len(segment):
        right += 1
    return Anchors(left, right)


def caret_line(line, lineno, end_lineno, col, end_col):
    """The line of carets for a source line that is shown without its indentation; '' where there is nothing to point out."""
    if col < 0 or end_col < 0 or lineno < 0 or end_lineno < 0:
        return ''
    start = char_offset(line, col)
    indent = indentation(line)
    left = right = -1
    if lineno == end_lineno:
        end = char_offset(line, end_col)
        first = min(col, len(line))
        last = min(end_col, len(line))
        assert first >= 0
        if last > first:
            segment = line[first:last]
            anchors = find_anchors(segment)
            if anchors is not None:
                left = start + char_offset(segment, anchors.left)
                right = start + char_offset(segment, anchors.right)
    else:
        i = len(line)
        while i > 0 and (is_blank(line[i - 1]) or line[i - 1] == '\n' or line[i - 1] == '\r'):
            i -= 1
        end = char_offset(line, i)
    if left < 0 and end - start == char_length(line) - indent:
        return ''
    parts = []
    for column in range(indent, end):
        if column < start:
            parts.append(' ')
        elif left < 0:
            parts.append('^')
        elif left <= column < right:
            parts.append('^')
        else:
            parts.append('~')
    return ''.join(parts)
