"""make_encoder: writes any JSON document without line breaks."""
from __future__ import absolute_import

from rpython.rlib.rfloat import isinf, isnan
from rpython.rlib.rstring import StringBuilder

from interpreter import errors, ops
from interpreter.eval.executioncontext import getrecursionlimit
from interpreter.gateway import getter, new
from interpreter.objects.dict import W_Dict
from interpreter.objects.float import W_Float
from interpreter.objects.floatstr import float_repr
from interpreter.objects.function import W_BuiltinFunction
from interpreter.objects.instance import allocate_instance
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.intstr import int_to_decimal
from interpreter.objects.list import W_List
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import newbool, newstr, newtuple, w_False, w_True
from interpreter.typedef import TypeDef
from module._json.decoder import DEEPEST
from module._json.strings import append_string, two_arguments

CALLED, PLAIN, ASCII = 0, 1, 2              # how strings are written: by the given function, or by one of ours


def kind_of_encoder(w_encoder):
    if isinstance(w_encoder, W_BuiltinFunction) and w_encoder.modulename == '_json':
        if w_encoder.code.name == 'encode_basestring_ascii':
            return ASCII
        if w_encoder.code.name == 'encode_basestring':
            return PLAIN
    return CALLED


class W_Encoder(W_Root):
    """_json.Encoder: the settings of a json.JSONEncoder, and the call that writes a value."""
    _attrs_ = ['w_markers', 'w_default', 'w_encoder', 'kind', 'w_indent', 'w_key_separator', 'w_item_separator', 'sort_keys', 'skipkeys',
               'allow_nan']

    @new('(cls, markers, default, encoder, indent, key_separator, item_separator, sort_keys: bool, skipkeys: bool, allow_nan: bool)')
    def descr_new(w_cls, w_markers, w_default, w_encoder, w_indent, w_key_separator, w_item_separator, sort_keys, skipkeys, allow_nan):
        if w_markers is not w_None and not isinstance(w_markers, W_Dict):
            raise errors.type_error("make_encoder() argument 1 must be dict or None, not %s" % w_markers.gettype().name)
        w_self = allocate_instance(W_Encoder, w_cls)
        w_self.w_markers = w_markers
        w_self.w_default = w_default
        w_self.w_encoder = w_encoder
        w_self.kind = kind_of_encoder(w_encoder)
        w_self.w_indent = w_indent
        w_self.w_key_separator = separator(5, w_key_separator)
        w_self.w_item_separator = separator(6, w_item_separator)
        w_self.sort_keys = sort_keys
        w_self.skipkeys = skipkeys
        w_self.allow_nan = allow_nan
        return w_self

    def is_callable(self):
        return True

    def op_call(self, args_w, kwnames):
        """(obj, _current_indent_level): a tuple with the JSON text of the object."""
        arguments_w = two_arguments('_iterencode', args_w, kwnames, 'obj', '_current_indent_level')
        ops.int_w(arguments_w[1])
        builder = StringBuilder()
        self.write(builder, arguments_w[0], 0)
        return newtuple([newstr(builder.build())])

    def write(self, builder, w_object, depth):
        if w_object is w_None:
            builder.append('null')
        elif w_object is w_True:
            builder.append('true')
        elif w_object is w_False:
            builder.append('false')
        elif isinstance(w_object, W_Str):
            self.write_string(builder, w_object)
        elif isinstance(w_object, W_AbstractInt):
            builder.append(int_to_decimal(w_object))
        elif isinstance(w_object, W_Float):
            builder.append(self.float_text(w_object.floatval))
        else:
            if depth >= DEEPEST or depth > getrecursionlimit():
                raise errors.recursion_error("maximum recursion depth exceeded while encoding a JSON object")
            if isinstance(w_object, W_List) or isinstance(w_object, W_Tuple):
                self.write_list(builder, w_object, depth + 1)
            elif isinstance(w_object, W_Dict):
                self.write_dict(builder, w_object, depth + 1)
            else:
                w_id = self.enter(w_object)
                self.write(builder, self.w_default.call1(w_object), depth + 1)
                self.leave(w_id)

    def enter(self, w_object):
        """Notes that the object is being written: it must not contain itself.  Returns the key for leave()."""
        w_markers = self.w_markers
        if not isinstance(w_markers, W_Dict):
            return w_None
        w_id = ops.id(w_object)
        if w_markers.getitem(w_id) is not None:
            raise errors.value_error("Circular reference detected")
        w_markers.setitem(w_id, w_object)
        return w_id

    def leave(self, w_id):
        w_markers = self.w_markers
        if isinstance(w_markers, W_Dict):
            w_markers.delitem(w_id)

    def float_text(self, value):
        if isinf(value) or isnan(value):
            if not self.allow_nan:
                raise errors.value_error("Out of range float values are not JSON compliant")
            if isnan(value):
                return 'NaN'
            return 'Infinity' if value > 0.0 else '-Infinity'
        return float_repr(value)

    def write_string(self, builder, w_string):
        kind = self.kind
        if kind == CALLED:
            w_result = self.w_encoder.call1(w_string)
            if not isinstance(w_result, W_Str):
                raise errors.type_error("encoder() must return a string, not %s" % w_result.gettype().name)
            builder.append(w_result._utf8)
        else:
            append_string(builder, w_string._utf8, kind == ASCII)

    def write_list(self, builder, w_list, depth):
        w_items = w_list if isinstance(w_list, W_List) else W_List(ops.listview(w_list))
        if len(w_items.items) == 0:
            builder.append('[]')
            return
        w_id = self.enter(w_list)
        builder.append('[')
        i = 0
        while i < len(w_items.items):           # default() may change the list
            if i > 0:
                builder.append(self.w_item_separator._utf8)
            self.write(builder, w_items.items[i], depth)
            i += 1
        builder.append(']')
        self.leave(w_id)

    def write_dict(self, builder, w_dict, depth):
        if ops.len(w_dict) == 0:
            builder.append('{}')
            return
        w_id = self.enter(w_dict)
        w_items = ops.call1(W_List.typedef.w_type, ops.call_method0(w_dict, 'items'))
        if self.sort_keys:
            ops.call_method0(w_items, 'sort')
        builder.append('{')
        first = True
        for w_item in ops.listview(w_items):
            if not isinstance(w_item, W_Tuple) or len(ops.tuple_items(w_item)) != 2:
                raise errors.value_error("items must return 2-tuples")
            pair_w = ops.tuple_items(w_item)
            w_key = self.key_text(pair_w[0])
            if w_key is None:
                continue
            if first:
                first = False
            else:
                builder.append(self.w_item_separator._utf8)
            self.write_string(builder, w_key)
            builder.append(self.w_key_separator._utf8)
            self.write(builder, pair_w[1], depth)
        builder.append('}')
        self.leave(w_id)

    def key_text(self, w_key):
        """The str that stands for a key; None if it is to be left out."""
        if isinstance(w_key, W_Str):
            return w_key
        if isinstance(w_key, W_Float):
            return newstr(self.float_text(w_key.floatval))
        if w_key is w_True:
            return newstr('true')
        if w_key is w_False:
            return newstr('false')
        if w_key is w_None:
            return newstr('null')
        if isinstance(w_key, W_AbstractInt):
            return newstr(int_to_decimal(w_key))
        if self.skipkeys:
            return None
        raise errors.type_error("keys must be str, int, float, bool or None, not %s" % w_key.gettype().name)

    @getter('markers')
    def get_markers(self):
        """The containers being written by their id(), to detect circles, or None."""
        return self.w_markers

    @getter('default')
    def get_default(self):
        """What turns an object of an unknown type into one that can be written."""
        return self.w_default

    @getter('encoder')
    def get_encoder(self):
        """What writes a str."""
        return self.w_encoder

    @getter('indent')
    def get_indent(self):
        """The indentation, or None."""
        return self.w_indent

    @getter('key_separator')
    def get_key_separator(self):
        """What stands between a key and its value."""
        return self.w_key_separator

    @getter('item_separator')
    def get_item_separator(self):
        """What stands between two items."""
        return self.w_item_separator

    @getter('sort_keys')
    def get_sort_keys(self):
        """Are keys written in order?"""
        return newbool(self.sort_keys)

    @getter('skipkeys')
    def get_skipkeys(self):
        """Are keys that JSON cannot have left out?"""
        return newbool(self.skipkeys)


def separator(number, w_separator):
    if not isinstance(w_separator, W_Str):
        raise errors.type_error("make_encoder() argument %d must be str, not %s" % (number, w_separator.gettype().name))
    return w_separator


W_Encoder.typedef = TypeDef('Encoder', W_Encoder, module='_json', doc="Writes JSON values.")
