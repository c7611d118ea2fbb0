"""Mixin for built-in types whose exact instances have a `__dict__` and weak references: import_from_mixin(HasDict) in the RPython class,
which must list (or inherit) the attributes `w_dict` and `lifeline`, both None at first."""
from __future__ import absolute_import


class HasDict(object):
    """Instance attributes in a dictionary that is made when first needed."""
    w_dict = None
    lifeline = None

    def getdict(self):
        from interpreter.objects.wrap import newdict
        if self.w_dict is None:
            self.w_dict = newdict()
        return self.w_dict

    def setdict(self, w_dict):
        from interpreter.errors import type_error
        from interpreter.objects.dict import W_Dict
        if not isinstance(w_dict, W_Dict):
            raise type_error("__dict__ must be set to a dictionary, not a '%s'" % w_dict.gettype().name)
        self.w_dict = w_dict

    def getdictvalue(self, name):
        if self.w_dict is None:
            return None
        return self.w_dict.getitem_str(name)

    def setdictvalue(self, name, w_value):
        self.getdict().setitem_str(name, w_value)
        return True

    def deldictvalue(self, name):
        if self.w_dict is None:
            return False
        return self.w_dict.delitem_str(name)

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline
