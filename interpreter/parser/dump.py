"""A syntax tree as text, character for character what CPython's
ast.dump(tree, include_attributes=True) gives."""
from interpreter.parser import ast
from interpreter.parser import utf8
from interpreter.parser.identifiers import unicode_hook


def hex_digits(value, count):
    digits = ''
    for _ in range(count):
        digits = '0123456789abcdef'[value & 15] + digits
        value >>= 4
    return digits


def str_repr(text):
    """repr() of a Python 3 string, given and returned in UTF-8 (str)."""
    quote = "'"
    if "'" in text and '"' not in text:
        quote = '"'
    out = [quote]
    i = 0
    while i < len(text):
        c = text[i]
        code = utf8.codepoint_at(text, i)
        start = i
        i += utf8.sequence_length(ord(c))
        if c == quote or c == '\\':
            out.append('\\' + c)
        elif c == '\n':
            out.append('\\n')
        elif c == '\r':
            out.append('\\r')
        elif c == '\t':
            out.append('\\t')
        elif code < 0x20 or code == 0x7F:
            out.append('\\x' + hex_digits(code, 2))
        elif code < 0x7F:
            out.append(c)
        elif unicode_hook.database.is_printable(code):
            out.append(text[start:i])
        elif code < 0x100:
            out.append('\\x' + hex_digits(code, 2))
        elif code < 0x10000:
            out.append('\\u' + hex_digits(code, 4))
        else:
            out.append('\\U' + hex_digits(code, 8))
    out.append(quote)
    return ''.join(out)


class Dumper(ast.ASTVisitor):
    """Visits a tree; `out` collects the pieces of text.

    A subclass defines constant_repr(w_value) -> str.
    """

    def __init__(self):
        self.out = []

    def constant_repr(self, w_value):
        raise NotImplementedError

    def name(self, text):
        if text is None:
            self.out.append('None')
        else:
            self.out.append(str_repr(text))


def _visit_source(cls):
    """The source of Dumper.visit_X for one node class."""
    lines = ['def visit(self, node):',
             '    out = self.out',
             '    separator = ""',
             '    out.append("%s(")' % cls.__name__]

    def prefix(name, indent):
        lines.append('%sout.append(separator + "%s=")' % (indent, name))
        lines.append('%sseparator = ", "' % indent)

    for field in ast.NODE_FIELDS[cls.__name__]:
        value = 'node.%s' % field.name
        indent = '    '
        if field.is_optional:
            lines.append('    if %s is not None:' % value)
            indent = '        '
        prefix(field.name, indent)
        if field.is_enum:
            names = 'NAMES_OF_%s' % field.type
            if field.is_list:
                lines.append('    out.append("[" + ", ".join([%s[k] + "()" for k in %s]) '
                             '+ "]")' % (names, value))
            else:
                lines.append('    out.append(%s[%s] + "()")' % (names, value))
        elif field.is_list:
            lines += ['    out.append("[")',
                      '    first = True',
                      '    for child in %s:' % value,
                      '        if not first:',
                      '            out.append(", ")',
                      '        first = False',
                      '        if child is None:',
                      '            out.append("None")',
                      '        else:',
                      '            %s' % ('child.walkabout(self)' if field.is_node
                                          else 'self.name(child)'),
                      '    out.append("]")']
        elif field.is_node:
            lines += ['%schild_%s = %s' % (indent, field.name, value),
                      '%sassert child_%s is not None' % (indent, field.name),
                      '%schild_%s.walkabout(self)' % (indent, field.name)]
        elif field.type == 'constant':
            lines.append('    out.append(self.constant_repr(%s))' % value)
        elif field.type == 'int':
            lines.append('    out.append(str(%s))' % value)
        else:
            lines.append('%sself.name(%s)' % (indent, value))
    for name in cls._attributes:
        lines.append('    out.append(separator + "%s=" + str(node.%s))' % (name, name))
        lines.append('    separator = ", "')
    lines.append('    out.append(")")')
    return '\n'.join(lines)


def _add_visits():
    namespace = {}
    for type, names in ast.ENUMS.items():
        namespace['NAMES_OF_' + type] = [''] + names
    for cls in ast.NODE_CLASSES:
        scope = dict(namespace)
        exec _visit_source(cls) in scope
        setattr(Dumper, 'visit_' + cls.__name__, scope['visit'])


_add_visits()


def dump(node, dumper):
    """The text (str, UTF-8) of the tree `node`, by a fresh Dumper."""
    node.walkabout(dumper)
    return ''.join(dumper.out)
