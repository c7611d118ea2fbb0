"""The SyntaxWarnings of CPython 3.11's compiler."""

from interpreter.objects.bytes import W_Bytes
from interpreter.objects.complex import W_Complex
from interpreter.objects.float import W_Float
from interpreter.objects.int import W_AbstractInt, W_Bool
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import w_Ellipsis, w_None
from interpreter.parser import ast


class CompileWarning(object):
    """A SyntaxWarning: its text and the node at which it points."""

    def __init__(self, msg, node):
        self.msg = msg
        self.node = node


class Checks(object):
    """A part of the Compiler."""

    def warn(self, msg):
        self.warnings.append(CompileWarning(msg, self.u.position))

    def check_compare(self, node):
        """`is` with a literal."""
        left = may_be_compared_by_identity(node.left)
        for i in range(len(node.ops)):
            right = may_be_compared_by_identity(node.comparators[i])
            op = node.ops[i]
            if (op == ast.Is or op == ast.IsNot) and not (left and right):
                if op == ast.Is:
                    self.warn('"is" with a literal. Did you mean "=="?')
                else:
                    self.warn('"is not" with a literal. Did you mean "!="?')
                return
            left = right

    def check_caller(self, func):
        """A display or literal that is called."""
        if (isinstance(func, ast.Constant) or isinstance(func, ast.Tuple) or isinstance(func, ast.List) or
                isinstance(func, ast.ListComp) or isinstance(func, ast.Dict) or isinstance(func, ast.DictComp) or
                isinstance(func, ast.Set) or isinstance(func, ast.SetComp) or isinstance(func, ast.GeneratorExp) or
                isinstance(func, ast.JoinedStr) or isinstance(func, ast.FormattedValue)):
            self.warn("'%s' object is not callable; perhaps you missed a comma?" % inferred_type(func))

    def check_subscripter(self, value):
        if isinstance(value, ast.Constant):
            w_value = value.value
            if not (w_value is w_None or w_value is w_Ellipsis or isinstance(w_value, W_AbstractInt) or
                    isinstance(w_value, W_Float) or isinstance(w_value, W_Complex)):
                return
        elif not (isinstance(value, ast.Set) or isinstance(value, ast.SetComp) or isinstance(value, ast.GeneratorExp) or
                  isinstance(value, ast.Lambda)):
            return
        self.warn("'%s' object is not subscriptable; perhaps you missed a comma?" % inferred_type(value))

    def check_index(self, value, index):
        kind = inferred_type(index)
        if kind == '' or kind == 'int' or kind == 'bool' or kind == 'slice':
            return
        if isinstance(value, ast.Constant):
            w_value = value.value
            if not (isinstance(w_value, W_Str) or isinstance(w_value, W_Bytes) or isinstance(w_value, W_Tuple)):
                return
        elif not (isinstance(value, ast.Tuple) or isinstance(value, ast.List) or isinstance(value, ast.ListComp) or
                  isinstance(value, ast.JoinedStr) or isinstance(value, ast.FormattedValue)):
            return
        self.warn("%s indices must be integers or slices, not %s; perhaps you missed a comma?" % (
            inferred_type(value), kind))


def may_be_compared_by_identity(node):
    if not isinstance(node, ast.Constant):
        return True
    w_value = node.value
    return w_value is w_None or w_value is w_Ellipsis or isinstance(w_value, W_Bool)


def inferred_type(node):
    """The name of the type of the value, '' if it is not known."""
    if isinstance(node, ast.Constant):
        return node.value.typedef.name
    if isinstance(node, ast.Tuple):
        return 'tuple'
    if isinstance(node, ast.List) or isinstance(node, ast.ListComp):
        return 'list'
    if isinstance(node, ast.Dict) or isinstance(node, ast.DictComp):
        return 'dict'
    if isinstance(node, ast.Set) or isinstance(node, ast.SetComp):
        return 'set'
    if isinstance(node, ast.GeneratorExp):
        return 'generator'
    if isinstance(node, ast.Lambda):
        return 'function'
    if isinstance(node, ast.JoinedStr) or isinstance(node, ast.FormattedValue):
        return 'str'
    return ''
