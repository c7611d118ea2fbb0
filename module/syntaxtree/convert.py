"""Between the parser's nodes (interpreter.parser.ast) and instances of the classes of the Python module `_ast`.

The functions for each class are generated from interpreter.parser.ast.NODE_FIELDS before translation.
"""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.eval.executioncontext import limits
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.list import W_List
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.str import W_Str
from interpreter.objects.type import W_Type
from interpreter.objects.wrap import newint, newlist, newstr
from interpreter.parser import ast
from module.syntaxtree.validate import validate

NAMES = [cls.__name__ for cls in ast.NODE_CLASSES]
INDEX = dict((name, i) for i, name in enumerate(NAMES))
BASES = {}              # class name -> name of its sum, or of itself for a product
for _cls in ast.NODE_CLASSES:
    _base = _cls.__bases__[0].__name__
    BASES[_cls.__name__] = _cls.__name__ if _base == 'AST' else _base


class Classes(object):
    """The Python classes of the nodes, by index in NAMES; filled when `_ast` is first needed."""

    def __init__(self):
        self.types_w = []
        self.index = {}             # W_Type -> index
        self.enums_w = {}           # name such as 'Load' -> its one instance
        self.w_ast = None

    def _cleanup_(self):
        self.types_w = []
        self.index = {}
        self.enums_w = {}
        self.w_ast = None

    def load(self):
        if self.w_ast is None:
            from module._imp.importing import import_module
            w_module = import_module('_ast')
            types_w = []
            for i in range(len(NAMES)):
                w_type = ops.getattr(w_module, NAMES[i])
                assert isinstance(w_type, W_Type)
                types_w.append(w_type)
                self.index[w_type] = i
            for name in ENUM_NAMES:
                self.enums_w[name] = ops.getattr(ops.getattr(w_module, name), '_singleton')
            self.types_w = types_w
            self.w_ast = ops.getattr(w_module, 'AST')


classes = Classes()
ENUM_NAMES = []
for _names in sorted(ast.ENUMS):
    ENUM_NAMES += ast.ENUMS[_names]


def is_ast(w_obj):
    """Is it an instance of _ast.AST?"""
    classes.load()
    return ops.isinstance(w_obj, classes.w_ast)


# ____________________________________________________________
# nodes to objects


class ToObject(ast.ASTVisitor):
    """Makes the object of a node; it is left in w_result."""

    def __init__(self):
        classes.load()
        self.w_result = None

    def node(self, node):
        if node is None:
            return w_None
        node.walkabout(self)
        return self.w_result

    def start(self, index):
        return classes.types_w[index].new_instance()

    def locate(self, w_obj, node):
        ops.setattr(w_obj, 'lineno', newint(node.lineno))
        ops.setattr(w_obj, 'col_offset', newint(node.col_offset))
        ops.setattr(w_obj, 'end_lineno', newint(node.end_lineno))
        ops.setattr(w_obj, 'end_col_offset', newint(node.end_col_offset))


def text_object(text):
    if text is None:
        return w_None
    return newstr(text)


def enum_object(names, number):
    return classes.enums_w[names[number - 1]]


def _value_source(field, expression):
    """The source of the object for the value `expression` of a field."""
    if field.is_node:
        return 'self.node(%s)' % expression
    if field.is_enum:
        return 'enum_object(ENUM_%s, %s)' % (field.type, expression)
    if field.type == 'constant':
        return expression
    if field.type == 'int':
        return 'newint(%s)' % expression
    return 'text_object(%s)' % expression


def _make_to_object(name, fields, located):
    lines = ['def visit_%s(self, node):' % name, '    w_obj = self.start(%d)' % INDEX[name]]
    for field in fields:
        if field.is_list:
            lines += ['    items_w = []', '    for item in node.%s:' % field.name,
                      '        items_w.append(%s)' % _value_source(field, 'item'),
                      '    ops.setattr(w_obj, %r, newlist(items_w))' % field.name]
        else:
            lines.append('    ops.setattr(w_obj, %r, %s)' % (field.name, _value_source(field, 'node.' + field.name)))
    if located:
        lines.append('    self.locate(w_obj, node)')
    lines.append('    self.w_result = w_obj')
    namespace = {'ops': ops, 'newlist': newlist, 'newint': newint, 'text_object': text_object, 'enum_object': enum_object}
    for enum, names in ast.ENUMS.items():
        namespace['ENUM_' + enum] = names
    exec '\n'.join(lines) in namespace
    setattr(ToObject, 'visit_' + name, namespace['visit_' + name])


for _cls in ast.NODE_CLASSES:
    _make_to_object(_cls.__name__, ast.NODE_FIELDS[_cls.__name__], bool(_cls._attributes))


def to_object(tree):
    """(node) -> W_Root"""
    return ToObject().node(tree)


# ____________________________________________________________
# objects to nodes


def class_index(w_obj):
    """Which node class the object is an instance of: an index of NAMES, or -1."""
    for w_type in w_obj.gettype().mro_w:
        index = classes.index.get(w_type, -1)
        if index >= 0:
            return index
    return -1


def get_field(w_obj, name, class_name, optional):
    """The attribute; w_None if it is not there and may be absent; TypeError else."""
    w_value = ops.getattr_or_none(w_obj, name)
    if w_value is None:
        if not optional:
            raise errors.type_error('required field "%s" missing from %s' % (name, class_name))
        return w_None
    return w_value


def get_list(w_obj, name, class_name):
    w_value = get_field(w_obj, name, class_name, False)
    if not isinstance(w_value, W_List):
        raise errors.type_error('%s field "%s" must be a list, not a %s' % (class_name, name, w_value.gettype().name))
    return ops.listview(w_value)


def get_int(w_value):
    if w_value is w_None or not isinstance(w_value, W_AbstractInt):
        raise errors.value_error("invalid integer value: %s" % ops.repr_w(w_value))
    return ops.int_w(w_value)


def get_identifier(w_value, name, class_name):
    if w_value is w_None:
        raise errors.value_error("field '%s' is required for %s" % (name, class_name))
    if not isinstance(w_value, W_Str):
        raise errors.type_error("AST identifier must be of type str")
    return w_value._utf8


def get_optional_identifier(w_value):
    if w_value is w_None:
        return None
    if not isinstance(w_value, W_Str):
        raise errors.type_error("AST identifier must be of type str")
    return w_value._utf8


def get_optional_string(w_value):
    if w_value is w_None:
        return None
    if isinstance(w_value, W_Str):
        return w_value._utf8
    data = w_value.buffer_str()
    if data is None:
        raise errors.type_error("AST string must be of type str")
    return data


def get_string(w_value, name, class_name):
    text = get_optional_string(w_value)
    if text is None:
        raise errors.value_error("field '%s' is required for %s" % (name, class_name))
    return text


def get_enum(w_value, names, enum):
    for i in range(len(names)):
        if ops.isinstance(w_value, classes.enums_w[names[i]].gettype()):
            return i + 1
    raise errors.type_error("expected some sort of %s, but got %s" % (enum, ops.repr_w(w_value)))


def location(w_obj, name, class_name, default):
    """A position attribute: default -1 for a required one."""
    w_value = ops.getattr_or_none(w_obj, name)
    if w_value is None or (w_value is w_None and default >= 0):
        if default < 0:
            raise errors.type_error('required field "%s" missing from %s' % (name, class_name))
        return default
    return get_int(w_value)


def check_depth(depth, kind):
    if depth > limits.recursion_limit:
        raise errors.recursion_error("maximum recursion depth exceeded while traversing '%s' node" % kind)


def unexpected(w_obj, kind):
    return errors.type_error("expected some sort of %s, but got %s" % (kind, ops.repr_w(w_obj)))


_namespace = dict(globals())


def _read_source(field, class_name):
    """The lines that set f_<name> from w_obj."""
    name = field.name
    if field.is_list:
        lines = ['        f_%s = []' % name, '        for w_item in get_list(w_obj, %r, %r):' % (name, class_name)]
        if field.is_node:
            if field.type in ('expr', 'stmt'):           # where None is not allowed, the validation says so
                lines += ['            if w_item is w_None:', '                f_%s.append(None)' % name, '            else:',
                          '                f_%s.append(read_%s(w_item, depth + 1))' % (name, field.type)]
            else:
                lines.append('            f_%s.append(read_%s(w_item, depth + 1))' % (name, field.type))
        elif field.is_enum:
            lines.append('            f_%s.append(get_enum(w_item, ENUM_%s, %r))' % (name, field.type, field.type))
        else:
            lines.append('            f_%s.append(get_identifier(w_item, %r, %r))' % (name, name, class_name))
        return lines
    # an int that is absent is 0 where CPython lets it be
    optional = field.is_optional or (field.type == 'int' and name in ('level',))
    lines = ['        w_value = get_field(w_obj, %r, %r, %r)' % (name, class_name, optional)]
    if field.is_node:
        if field.is_optional:
            lines += ['        f_%s = None' % name, '        if w_value is not w_None:',
                      '            f_%s = read_%s(w_value, depth + 1)' % (name, field.type)]
        else:
            lines += ['        if w_value is w_None:',
                      '            raise errors.value_error("field \'%s\' is required for %s")' % (name, class_name),
                      '        f_%s = read_%s(w_value, depth + 1)' % (name, field.type)]
    elif field.is_enum:
        lines.append('        f_%s = get_enum(w_value, ENUM_%s, %r)' % (name, field.type, field.type))
    elif field.type == 'constant':
        lines.append('        f_%s = w_value' % name)
    elif field.type == 'int':
        if optional:
            lines.append('        f_%s = 0 if w_value is w_None else get_int(w_value)' % name)
        else:
            lines.append('        f_%s = get_int(w_value)' % name)
    elif field.type == 'identifier' and not field.is_optional:
        lines.append('        f_%s = get_identifier(w_value, %r, %r)' % (name, name, class_name))
    elif field.type == 'identifier':
        lines.append('        f_%s = get_optional_identifier(w_value)' % name)
    elif field.is_optional:
        lines.append('        f_%s = get_optional_string(w_value)' % name)
    else:
        lines.append('        f_%s = get_string(w_value, %r, %r)' % (name, name, class_name))
    return lines


def _make_reader(kind):
    """read_<kind>(w_obj) -> node."""
    lines = ['def read_%s(w_obj, depth):' % kind, '    check_depth(depth, %r)' % kind, '    index = class_index(w_obj)']
    for cls in ast.NODE_CLASSES:
        name = cls.__name__
        if BASES[name] != kind:
            continue
        lines.append('    if index == %d:' % INDEX[name])
        arguments = []
        located = ['        lineno = location(w_obj, "lineno", %r, -1)' % kind,
                   '        col_offset = location(w_obj, "col_offset", %r, -1)' % kind,
                   '        end_lineno = location(w_obj, "end_lineno", %r, lineno)' % kind,
                   '        end_col_offset = location(w_obj, "end_col_offset", %r, col_offset)' % kind]
        is_sum = BASES[name] != name
        if cls._attributes and is_sum:              # the order tells which error comes first
            lines += located
        for field in ast.NODE_FIELDS[name]:
            lines += _read_source(field, name)
            arguments.append('f_' + field.name)
        if cls._attributes:
            if not is_sum:
                lines += located
            arguments += ['lineno', 'col_offset', 'end_lineno', 'end_col_offset']
        lines.append('        return ast.%s(%s)' % (name, ', '.join(arguments)))
    lines.append('    raise unexpected(w_obj, %r)' % kind)
    for enum, names in ast.ENUMS.items():
        _namespace['ENUM_' + enum] = names
    exec '\n'.join(lines) in _namespace


for _kind in sorted(set(BASES.values())):
    _make_reader(_kind)
read_mod = _namespace['read_mod']
_EXPECTED = {'exec': 'Module', 'eval': 'Expression', 'single': 'Interactive'}


def from_object(w_obj, mode):
    """(W_Root, mode of compile) -> node.  TypeError, ValueError for what is no proper tree."""
    classes.load()
    index = class_index(w_obj)
    expected = 'Module'
    if mode == 'eval':
        expected = 'Expression'
    elif mode == 'single':
        expected = 'Interactive'
    if index < 0 or NAMES[index] != expected:
        raise errors.type_error("expected %s node, got %s" % (expected, w_obj.gettype().name))
    tree = read_mod(w_obj, 0)
    validate(tree)
    return tree
