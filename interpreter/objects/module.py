"""Modules."""

from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newstr, newlist
from interpreter.objects.dict import newmoduledict, W_Dict
from interpreter.errors import type_error, attribute_error, attribute_error_message, add_attribute_context, OperationError
from interpreter.gateway import method, getter, setter, deleter, raw_new, raw_method
from interpreter.typedef import TypeDef


class W_Module(W_Root):
    """A module: w_dict is a W_Dict with cells.  w_class: the class that was assigned to its `__class__`, or None."""
    _attrs_ = ['w_dict', 'lifeline', 'w_class']
    lifeline = None
    w_class = None
    _hidden_slots_ = ['__call__', '__setattr__', '__delattr__']      # of the class that was assigned only

    def __init__(self, name):
        self.w_dict = newmoduledict()
        if name is not None:
            self.init_attributes(newstr(name), w_None)

    def init_attributes(self, w_name, w_doc):
        w_dict = self.w_dict
        w_dict.setitem_str('__name__', w_name)
        w_dict.setitem_str('__doc__', w_doc)
        w_dict.setitem_str('__package__', w_None)
        w_dict.setitem_str('__loader__', w_None)
        w_dict.setitem_str('__spec__', w_None)

    def name(self):
        """`__name__` as UTF-8, or None."""
        from interpreter.objects.str import W_Str
        w_name = self.w_dict.getitem_str('__name__')
        if isinstance(w_name, W_Str):
            return w_name._utf8
        return None

    def gettype(self):
        if self.w_class is not None:
            return self.w_class
        return W_Module.typedef.w_type

    def settype(self, w_type):
        """`module.__class__ = C`, for a module that is no instance of a Python class from the start."""
        w_module_type = W_Module.typedef.w_type
        if w_type is w_module_type:
            self.w_class = None
        elif w_type.heap and w_type.layout is w_module_type:
            if w_type.nslots > 0:
                raise type_error("__class__ assignment: '%s' object layout differs from '%s'" % (w_type.name, self.gettype().name))
            self.w_class = w_type
        else:
            raise type_error("__class__ assignment only supported for mutable types or ModuleType subclasses")

    def special(self, name):
        """The special method of the class that was assigned; None where it has none of its own."""
        if self.w_class is None:
            return None
        w_found = self.w_class.lookup(name)
        if w_found is None or w_found is W_Module.typedef.w_type.lookup(name):
            return None
        return w_found

    def is_callable(self):
        return self.special('__call__') is not None

    def op_call(self, args_w, kwnames):
        from interpreter import ops
        w_call = self.special('__call__')
        if w_call is None:
            raise type_error("'%s' object is not callable" % self.gettype().name)
        return ops.call_special(self, w_call, args_w, kwnames)

    def op_setattr(self, name, w_value):
        from interpreter import ops
        from interpreter.objects.object import generic_setattr
        w_setattr = self.special('__setattr__')
        if w_setattr is None:
            generic_setattr(self, name, w_value)
        else:
            ops.call_special2(self, w_setattr, newstr(name), w_value)

    def op_delattr(self, name):
        from interpreter import ops
        from interpreter.objects.object import generic_delattr
        w_delattr = self.special('__delattr__')
        if w_delattr is None:
            generic_delattr(self, name)
        else:
            ops.call_special1(self, w_delattr, newstr(name))

    def getdict(self):
        return self.w_dict

    def getdictvalue(self, name):
        return self.w_dict.getitem_str(name)

    def setdictvalue(self, name, w_value):
        self.w_dict.setitem_str(name, w_value)
        return True

    def deldictvalue(self, name):
        return self.w_dict.delitem_str(name)

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        from interpreter.errors import check_type_argument
        from interpreter.objects.instance import allocate_instance
        w_class = check_type_argument('__new__', W_Module, args_w[0])
        if w_class is W_Module.typedef.w_type:
            return W_Module(None)
        w_module = allocate_instance(W_Module, w_class)
        w_module.w_dict = newmoduledict()
        return w_module

    @method('__init__(self, name, doc=None)')
    def m_init(self, w_name, w_doc):
        from interpreter.objects.str import W_Str
        if not isinstance(w_name, W_Str):
            raise type_error("module() argument 'name' must be str, not %s" % w_name.gettype().name)
        self.init_attributes(w_name, w_doc)
        return w_None

    @getter('__dict__')
    def get_dict(self):
        return self.w_dict

    @method('__dir__(self, /)')
    def m_dir(self):
        from interpreter import ops
        w_dict = self.w_dict
        w_shown = ops.getattr(self, '__dict__')
        if not isinstance(w_shown, W_Dict):
            raise type_error("<module>.__dict__ is not a dictionary")
        w_custom = w_dict.getitem_str('__dir__')
        if w_custom is not None:
            return w_custom.call0()
        return newlist(ops.listview(w_dict))

    @getter('__annotations__')
    def get_annotations(self):
        from interpreter.objects.dict import newdict
        w_annotations = self.w_dict.getitem_str('__annotations__')
        if w_annotations is None:
            w_annotations = newdict()
            self.w_dict.setitem_str('__annotations__', w_annotations)
        return w_annotations

    @setter('__annotations__')
    def set_annotations(self, w_value):
        self.w_dict.setitem_str('__annotations__', w_value)

    @deleter('__annotations__')
    def delete_annotations(self):
        if not self.w_dict.delitem_str('__annotations__'):
            raise attribute_error_message(self, '__annotations__', '__annotations__')

    def op_getattribute(self, name):
        from interpreter.objects.object import generic_getattribute
        w_value = self.w_dict.getitem_str(name)
        if w_value is not None and not self.type_has_data_descr(name):
            return w_value
        w_value = self.find_in_type(name)
        if w_value is not None:
            return w_value
        w_getattr = self.w_dict.getitem_str('__getattr__')       # PEP 562
        if w_getattr is not None:
            try:
                return w_getattr.call1(newstr(name))
            except OperationError as e:
                add_attribute_context(e, self, name)
                raise
        w_getattr = self.special('__getattr__')
        if w_getattr is not None:
            from interpreter import ops
            return ops.call_special1(self, w_getattr, newstr(name))
        raise attribute_error(self, name)

    def type_has_data_descr(self, name):
        w_descr = self.gettype().lookup(name)
        return w_descr is not None and w_descr.is_data_descr()

    def find_in_type(self, name):
        w_descr = self.gettype().lookup(name)
        if w_descr is None:
            return None
        if w_descr.is_descr():
            return w_descr.op_get(self, self.gettype())
        return w_descr

    def missing_attribute_message(self, name):
        """The words of the AttributeError for a missing `name`."""
        from interpreter import ops
        modulename = self.name()
        if modulename is None:
            return "module has no attribute '%s'" % name
        w_spec = self.w_dict.getitem_str('__spec__')
        if w_spec is not None and w_spec is not w_None:
            w_initializing = ops.getattr_or_none(w_spec, '_initializing')
            if w_initializing is not None and ops.is_true(w_initializing):
                return "partially initialized module '%s' has no attribute '%s' (most likely due to a circular import)" % (
                    modulename, name)
        return "module '%s' has no attribute '%s'" % (modulename, name)

    def op_repr(self):
        from interpreter import ops
        from interpreter.objects.str import W_Str
        modulename = self.name()
        quoted = '?' if modulename is None else ops.text_w(ops.repr(newstr(modulename)))
        if modulename is None:
            quoted = "'?'"
        w_spec = self.w_dict.getitem_str('__spec__')
        w_file = self.w_dict.getitem_str('__file__')
        if w_spec is not None and w_spec is not w_None:
            w_name = ops.getattr_or_none(w_spec, 'name')
            if w_name is not None:
                quoted = ops.text_w(ops.repr(w_name))
            w_origin = ops.getattr_or_none(w_spec, 'origin')
            if w_origin is None or w_origin is w_None:
                w_loader = ops.getattr_or_none(w_spec, 'loader')
                if w_loader is None or w_loader is w_None:
                    return newstr("<module %s>" % quoted)
                return newstr("<module %s (%s)>" % (quoted, ops.text_w(ops.repr(w_loader))))
            w_has_location = ops.getattr_or_none(w_spec, 'has_location')
            if w_has_location is not None and ops.is_true(w_has_location):
                return newstr("<module %s from %s>" % (quoted, ops.text_w(ops.repr(w_origin))))
            return newstr("<module %s (%s)>" % (quoted, ops.text_w(ops.str(w_origin))))
        if w_file is not None and isinstance(w_file, W_Str):
            return newstr("<module %s from %s>" % (quoted, ops.text_w(ops.repr(w_file))))
        w_loader = self.w_dict.getitem_str('__loader__')
        if w_loader is not None and w_loader is not w_None:
            return newstr("<module %s (%s)>" % (quoted, ops.text_w(ops.repr(w_loader))))
        return newstr("<module %s>" % quoted)


W_Module.typedef = TypeDef('module', W_Module, text_signature='(name, doc=None)', weakrefable=True, has_dict=True, doc="A namespace with a name.")
