"""Struct sequences: tuples with named fields, such as os.stat_result, time.struct_time, sys.version_info.

    W_StatResult = make_structseq('stat_result', 'os', ['st_mode', ..., None, None, None, 'st_atime', ...], visible=10,
                                  doc="What is known of a file.", docs=["The kind and the permissions.", ...])
    w_result = W_StatResult.build([w_mode, ...])

The first `visible` fields are the tuple's items, the others are reachable by name only; None stands for an unnamed item.
"""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import getter, method, new
from interpreter.objects.dict import W_Dict
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.tuple import W_Tuple
from interpreter.objects import wrap
from interpreter.typedef import TypeDef


class W_StructSequence(W_Tuple):
    """An instance of any struct sequence type."""
    _attrs_ = ['hidden_w']
    _immutable_fields_ = ['hidden_w']


class W_FieldDescriptor(W_Root):
    """The descriptor of one field."""
    _attrs_ = ['name', 'doc', 'index', 'visible']
    _immutable_fields_ = ['name', 'doc', 'index', 'visible']

    def __init__(self, name, doc, index, visible):
        self.name = name
        self.doc = doc                    # None: it has none
        self.index = index
        self.visible = visible

    def is_descr(self):
        return True

    def is_data_descr(self):
        return True

    def op_get(self, w_obj, w_type):
        if w_obj is None:
            return self
        if not isinstance(w_obj, W_StructSequence):
            raise errors.type_error("descriptor '%s' doesn't apply to a '%s' object" % (self.name, w_obj.gettype().name))
        if self.index < self.visible:
            return ops.tuple_items(w_obj)[self.index]
        return w_obj.hidden_w[self.index - self.visible]

    def op_set(self, w_obj, w_value):
        raise errors.attribute_error_message(w_obj, self.name, "readonly attribute")

    def op_delete(self, w_obj):
        raise errors.attribute_error_message(w_obj, self.name, "readonly attribute")

    def op_repr(self):
        return wrap.newstr("<member '%s'>" % self.name)

    @getter('__doc__')
    def get_doc(self):
        if self.doc is None:
            return w_None
        return wrap.newstr(self.doc)


W_FieldDescriptor.typedef = TypeDef('member_descriptor', W_FieldDescriptor, subclassable=False)


def make_structseq(name, modulename, fields, visible=-1, doc=None, docs=None, makes='sequence', copies=0):
    """The RPython class of a new struct sequence type; before translation.

    copies: how many of the first hidden fields are those of the last items where the constructor is not given them.
    docs: the docstrings of the fields, in their order, without the unnamed ones.
    makes: what the constructor takes: a 'sequence', the only 'item', or 'nothing' (there is none)."""
    if visible < 0:
        visible = len(fields)
    total = len(fields)
    fullname = modulename + '.' + name
    names = [field or '' for field in fields]
    named = [field for field in fields if field]
    assert docs is None or len(docs) == len(named)
    field_docs = dict(zip(named, docs or [None] * len(named)))
    shown_names = [field for field in fields if field][:visible]        # as CPython shows them: unnamed items take the next names

    class W_Sequence(W_StructSequence):
        _attrs_ = ()

        def __init__(self, items_w, hidden_w):
            W_StructSequence.__init__(self, items_w[:])
            self.hidden_w = hidden_w

        @staticmethod
        def build(fields_w):
            assert len(fields_w) == total
            return W_Sequence(fields_w[:visible], fields_w[visible:])

        if makes == 'item':
            @new('(cls, %s)' % fields[0])
            def descr_new(w_cls, w_item):
                return W_Sequence([w_item], [])
        elif makes == 'nothing':
            @new('(cls, *args, **kwds)')
            def descr_new(w_cls, args_w, w_kwds):
                raise errors.type_error("cannot create '%s' instances" % fullname)
        else:
            @new('(cls, sequence, dict=?)')
            def descr_new(w_cls, w_sequence, w_dict):
                if w_dict is not None and not isinstance(w_dict, W_Dict):
                    raise errors.type_error("%s() takes a dict as second arg, if any" % fullname)
                items_w = ops.items_or_error(w_sequence, "constructor requires a sequence")
                given = len(items_w)
                if given < visible:
                    if total == visible:
                        raise errors.type_error("%s() takes a %d-sequence (%d-sequence given)" % (fullname, visible, given))
                    raise errors.type_error("%s() takes an at least %d-sequence (%d-sequence given)" % (fullname, visible, given))
                if given > total:
                    if total == visible:
                        raise errors.type_error("%s() takes a %d-sequence (%d-sequence given)" % (fullname, visible, given))
                    raise errors.type_error("%s() takes an at most %d-sequence (%d-sequence given)" % (fullname, total, given))
                rest_w = items_w[visible:]
                for i in range(given, total):
                    w_value = w_None
                    if i < visible + copies:
                        w_value = items_w[i - copies]
                    if w_dict is not None:
                        w_found = w_dict.getitem_str(names[i])
                        if w_found is not None:
                            w_value = w_found
                    rest_w.append(w_value)
                return W_Sequence(items_w[:visible], rest_w)

        @method('__reduce__(self)')
        def m_reduce(self):
            if makes == 'item':
                return wrap.newtuple([self.gettype(), wrap.newtuple(ops.tuple_items(self))])
            w_dict = wrap.newdict()
            for i in range(total - visible):
                w_dict.setitem_str(names[visible + i], self.hidden_w[i])
            return wrap.newtuple([self.gettype(), wrap.newtuple([wrap.newtuple(ops.tuple_items(self)), w_dict])])

        def op_repr(self):
            parts = []
            items_w = ops.tuple_items(self)
            for i in range(visible):
                text = ops.repr_w(items_w[i])
                parts.append("%s=%s" % (shown_names[i], text))
            return wrap.newstr("%s(%s)" % (fullname, ', '.join(parts)))

    attributes = {}
    for i, field in enumerate(fields):
        if field is not None:
            attributes[field] = W_FieldDescriptor(field, field_docs[field], i, visible)
    attributes['n_fields'] = wrap.newint(total)
    attributes['n_sequence_fields'] = wrap.newint(visible)
    attributes['n_unnamed_fields'] = wrap.newint(len([field for field in fields if field is None]))
    attributes['__match_args__'] = wrap.newtuple([wrap.newstr(field) for field in fields[:visible] if field])
    W_Sequence.__name__ = 'W_' + name
    W_Sequence.typedef = TypeDef(fullname, W_Sequence, base=W_Tuple.typedef, doc=doc, module=modulename, subclassable=False,
                                 attributes=attributes)
    return W_Sequence
