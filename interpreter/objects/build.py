"""From TypeDef to W_Type, before translation.  Not RPython."""

from interpreter import gateway
from interpreter.errors import type_error
from interpreter.objects import wrappers
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.slottable import slot_number


# what sequence and mapping patterns match (PEP 634), beside what is registered with collections.abc
SEQUENCE_TYPES = ('list', 'tuple', 'range', 'memoryview', 'array.array', 'collections.deque')
MAPPING_TYPES = ('dict', 'mappingproxy')


# attributes that CPython keeps in a field, by the name of their type: `member_descriptor`, with its messages
_UNICODE_ERROR = ('encoding', 'object', 'start', 'end', 'reason')
_DESCRIPTION = ('__name__', '__objclass__')
MEMBERS = {
    'property': ('fget', 'fset', 'fdel'), 'complex': ('real', 'imag'), 'slice': ('start', 'stop', 'step'), 'range': ('start', 'stop', 'step'),
    'super': ('__thisclass__', '__self__', '__self_class__'), 'staticmethod': ('__func__', '__wrapped__'), 'classmethod': ('__func__', '__wrapped__'),
    'function': ('__closure__', '__globals__', '__builtins__', '__doc__', '__module__'), 'method': ('__func__', '__self__'),
    'builtin_function_or_method': ('__module__',), 'method_descriptor': _DESCRIPTION, 'wrapper_descriptor': _DESCRIPTION,
    'classmethod_descriptor': _DESCRIPTION, 'getset_descriptor': _DESCRIPTION, 'member_descriptor': _DESCRIPTION, 'method-wrapper': ('__self__',),
    'code': ('co_argcount', 'co_consts', 'co_exceptiontable', 'co_filename', 'co_firstlineno', 'co_flags', 'co_kwonlyargcount', 'co_linetable', 'co_name',
             'co_names', 'co_nlocals', 'co_posonlyargcount', 'co_qualname', 'co_stacksize'),
    'generator': ('gi_code',), 'coroutine': ('cr_code', 'cr_origin'), 'async_generator': ('ag_code', 'ag_running'), 'traceback': ('tb_frame', 'tb_lasti'),
    'frame': ('f_trace_lines', 'f_trace_opcodes'),
    'types.GenericAlias': ('__origin__', '__args__', '__unpacked__'), 'types.UnionType': ('__args__',), 'weakref.ReferenceType': ('__callback__',),
    'BaseException': ('__suppress_context__',), 'BaseExceptionGroup': ('message', 'exceptions'), 'AttributeError': ('name', 'obj'), 'NameError': ('name',),
    'ImportError': ('msg', 'name', 'path'), 'StopIteration': ('value',), 'SystemExit': ('code',),
    'OSError': ('errno', 'strerror', 'filename', 'filename2'),
    'SyntaxError': ('msg', 'filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', 'print_file_and_line'),
    'UnicodeDecodeError': _UNICODE_ERROR, 'UnicodeEncodeError': _UNICODE_ERROR, 'UnicodeTranslateError': _UNICODE_ERROR,
    're.Pattern': ('pattern', 'flags', 'groups'), 're.Match': ('string', 're', 'pos', 'endpos'), 'collections.defaultdict': ('default_factory',),
    'functools.partial': ('func', 'args', 'keywords'),
    '_contextvars.ContextVar': ('name',), 'posix.DirEntry': ('name', 'path')}


def make_unhashable(typedef):
    """Objects of a type without a hash refuse to be hashed, also where nobody asks the type."""
    if typedef.unhashable and '_layout_' not in typedef.cls.__dict__:
        for cls in wrappers.layouts_of(typedef.cls):
            cls.op_hash = _op_hash(cls)


def _op_hash(cls):
    def op_hash(self):
        raise type_error("unhashable type: '%s'" % self.gettype().name)
    return op_hash


def build_type(typedef):
    """The W_Type of a TypeDef, made with those of its bases if it is not there yet."""
    if typedef.w_type is not None:
        return typedef.w_type
    from interpreter.objects.object import W_Object
    from interpreter.objects.type import W_Type
    if typedef.base is None and typedef is not W_Object.typedef:
        typedef.base = W_Object.typedef
    bases = [typedef.base] if typedef.base is not None else []
    bases += getattr(typedef, 'more_bases', [])
    bases_w = [build_type(base) for base in bases]
    w_type = W_Type()
    w_type.name = typedef.name
    w_type.qualname = typedef.name.split('.')[-1]
    w_type.typedef_ = typedef
    w_type.bases_w = bases_w
    typedef.w_type = w_type
    _lay_out(w_type, typedef)
    _compute_mro(w_type)
    w_type.is_sequence = typedef.name in SEQUENCE_TYPES
    w_type.is_mapping = typedef.name in MAPPING_TYPES
    for w_base in bases_w:
        w_base.add_subclass(w_type)
        w_type.is_sequence = w_type.is_sequence or w_base.is_sequence
        w_type.is_mapping = w_type.is_mapping or w_base.is_mapping
    _fill(w_type, typedef)
    return w_type


def _lay_out(w_type, typedef):
    cls = wrappers.layout_class(typedef)
    owner = typedef
    while wrappers.layout_class(owner) is not owner.cls or owner.cls is not cls:
        owner = owner.base
    w_type.layout = owner.w_type
    w_type.solid = w_type if _adds_fields(typedef) else typedef.base.w_type.solid
    w_type.has_dict = typedef.has_dict or (typedef.base is not None and typedef.base.w_type.has_dict)
    w_type.has_weakref = typedef.weakrefable or (typedef.base is not None and typedef.base.w_type.has_weakref)
    w_type.acceptable_base = typedef.subclassable


def _adds_fields(typedef):
    """Do instances have another RPython class than those of the base?"""
    from interpreter.objects.object import W_Object
    if typedef is W_Object.typedef:
        return True
    return wrappers.layout_class(typedef) is not wrappers.layout_class(typedef.base)


def _compute_mro(w_type):
    from interpreter.objects.mro import compute_mro
    w_type.mro_w = compute_mro(w_type)[:]


def _fill(w_type, typedef):
    from interpreter.objects.dict import newdict
    from interpreter.objects.list import W_List, list_append
    from interpreter.objects.object import W_Object
    from interpreter.objects.str import newstr
    w_type.w_dict = newdict()
    is_object = typedef is W_Object.typedef
    for name, w_value in _slot_wrappers(w_type, typedef, is_object):
        w_type.w_dict.setitem_str(name, w_value)
    if typedef.unhashable:
        w_type.w_dict.setitem_str('__hash__', w_None)
        typedef.cls.op_hash = _raise_unhashable()
    for name, w_value in _exposed(w_type, typedef):
        w_type.w_dict.setitem_str(name, w_value)
    for name, w_value in sorted(typedef.attributes.items()):
        w_type.w_dict.setitem_str(name, w_value)
    if w_type.w_dict.getitem_str('__doc__') is None:
        w_type.w_dict.setitem_str('__doc__', w_None if typedef.doc is None else newstr(typedef.doc))
    if typedef.has_dict and w_type.w_dict.getitem_str('__dict__') is None and not (
            typedef.base is not None and typedef.base.w_type.has_dict):
        from interpreter.objects.typenew import dict_getset
        w_type.w_dict.setitem_str('__dict__', dict_getset(w_type))
    if is_object:
        from interpreter.objects.object import object_new, object_init
        object_new.w_function = w_type.w_dict.getitem_str('__new__')
        object_init.w_function = w_type.w_dict.getitem_str('__init__')
    if typedef.cls is W_List:
        list_append.w_function = w_type.w_dict.getitem_str('append')


def _slot_wrappers(w_type, typedef, is_object):
    from interpreter.objects.function import W_SlotWrapper, W_MethodDescr
    result = []
    for name, code, as_method in wrappers.slot_codes(typedef, is_object):
        result.append((name, W_MethodDescr(w_type, code) if as_method else W_SlotWrapper(w_type, code)))
    return result


def _exposed(w_type, typedef):
    """The (name, object) pairs of what the class body marks with the decorators of interpreter.gateway, in order of definition."""
    from interpreter.objects.descriptor import W_StaticMethod
    from interpreter.objects.function import W_BuiltinFunction, W_MethodDescr, W_ClassMethodDescr, W_SlotWrapper
    from interpreter.objects.object import W_Object
    owner = typedef.cls
    if typedef is W_Object.typedef:
        owner = W_Root            # every object has the methods of object
    elif '_layout_' in owner.__dict__:
        owner = owner.__dict__['_layout_']
    marked = []
    for function in typedef.cls.__dict__.values():
        for kind, line, doc in getattr(function, '__dict__', {}).get('_exposed', []):
            marked.append((function.func_code.co_firstlineno, kind, line, doc, function))
    result = []
    getsets = {}
    for _, kind, line, doc, function in sorted(marked):
        if kind in ('getter', 'setter', 'deleter'):
            getsets.setdefault(line, {})[kind] = function
            continue
        if kind == 'new' and line.lstrip().startswith('('):
            line = '__new__' + line
        if kind in ('raw_method', 'raw_new'):
            code = gateway.build_raw_code(function, line, doc, kind, owner)
        elif kind == 'staticmethod':
            code = gateway.build_code(function, line, None, 'function', doc)
        else:
            code = gateway.build_code(function, line, owner, kind, doc)
        code.qualname = '%s.%s' % (w_type.qualname, code.name)
        if kind in ('method', 'raw_method'):
            if code.name == '__init__' or kind == 'raw_method' and code.name in slot_number:
                w_value = W_SlotWrapper(w_type, code)
            else:
                w_value = W_MethodDescr(w_type, code)
        elif kind == 'classmethod':
            w_value = W_ClassMethodDescr(w_type, code)
        elif kind == 'staticmethod':
            w_function = W_BuiltinFunction(code, None, None)
            w_function.w_module = w_type
            w_value = W_StaticMethod(w_function)
        else:
            w_value = W_BuiltinFunction(code, None, None)
            w_value.w_module = w_type
        result.append((code.name, w_value))
    for name in sorted(getsets):
        result.append((name, _getset(w_type, owner, name, getsets[name])))
    return result


_GETTER = '''
def fget(w_obj):
    if not isinstance(w_obj, owner):
        raise errors.self_error(name, owner, w_obj)
    return function(w_obj)
'''
_SETTER = '''
def fset(w_obj, w_value):
    if not isinstance(w_obj, owner):
        raise errors.self_error(name, owner, w_obj)
    function(w_obj, w_value)
'''
_DELETER = '''
def fdel(w_obj):
    if not isinstance(w_obj, owner):
        raise errors.self_error(name, owner, w_obj)
    function(w_obj)
'''


def _getset(w_type, owner, name, functions):
    from interpreter.objects.descriptor import W_BuiltinMember, W_GetSet
    doc = None
    if 'getter' in functions:
        marked = [doc for kind, line, doc in functions['getter']._exposed if kind == 'getter' and line == name]
        doc = marked[0] or functions['getter'].__doc__
    if name in MEMBERS.get(w_type.name, ()):
        return W_BuiltinMember(name, doc, w_type, _accessor(_GETTER, 'fget', owner, name, functions['getter']),
                               _accessor(_SETTER, 'fset', owner, name, functions.get('setter')),
                               _accessor(_DELETER, 'fdel', owner, name, functions.get('deleter')))
    return W_GetSet(name, doc, w_type, _accessor(_GETTER, 'fget', owner, name, functions.get('getter')),
                    _accessor(_SETTER, 'fset', owner, name, functions.get('setter')),
                    _accessor(_DELETER, 'fdel', owner, name, functions.get('deleter')))


def _accessor(source, kind, owner, name, function):
    if function is None:
        return None
    from interpreter import errors
    namespace = {'owner': owner, 'name': name, 'function': function, 'errors': errors}
    exec compile(source, '<%s %s of %s>' % (kind, name, owner.__name__), 'exec') in namespace
    accessor = namespace[kind]
    accessor.func_name = '%s_%s_%s' % (kind, name, owner.__name__)
    return accessor


# ____________________________________________________________
# the RPython classes


def complete_class(cls):
    """Sets in an RPython class what follows from the slots that it overrides."""
    own = cls.__dict__
    if 'op_call' in own and 'is_callable' not in own:
        cls.is_callable = _true('is_callable')
    if 'op_next' in own and 'is_iterator' not in own:
        cls.is_iterator = _true('is_iterator')
    if 'op_len' in own and 'has_len' not in own:
        cls.has_len = _true('has_len')
    if 'op_getattribute' in own and 'op_findattr' not in own:
        cls.op_findattr = _findattr_by_getattribute(own['op_getattribute'])
    if ('op_set' in own or 'op_delete' in own) and 'is_data_descr' not in own:
        cls.is_data_descr = _true('is_data_descr')
    if 'op_get' in own and 'is_descr' not in own:
        cls.is_descr = _true('is_descr')


def _true(name):
    namespace = {}
    exec 'def %s(self):\n    return True\n' % name in namespace
    return namespace[name]


def _raise_unhashable():
    def op_hash(self):
        from interpreter.errors import type_error
        raise type_error("unhashable type: '%s'" % self.gettype().name)
    return op_hash


def _findattr_by_getattribute(op_getattribute):
    """Calls the class's own op_getattribute: a user class's one calls op_findattr of its base in turn."""
    def op_findattr(self, name):
        from interpreter.errors import OperationError
        from interpreter.objects.type import is_attribute_error
        try:
            return op_getattribute(self, name)
        except OperationError as e:
            if not is_attribute_error(e):
                raise
            return None
    return op_findattr


def complete_classes(base):
    """complete_class for every subclass, bases first; user classes are complete."""
    for cls in base.__subclasses__():
        if not cls.__dict__.get('is_user_instance', False):
            complete_class(cls)
        complete_classes(cls)
