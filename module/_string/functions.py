"""The functions of _string."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.fields import FieldName, Parser, read_index
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newbool, newint, newlist, newstr, newtuple
from interpreter.typedef import TypeDef
from interpreter.unicode import utf8


class W_FormatterIterator(W_Root):
    """Yields (literal, field name, format spec, conversion) of a format string."""
    _attrs_ = ['parser']

    def __init__(self, text):
        self.parser = Parser(text)

    def op_iter(self):
        return self

    def is_iterator(self):
        return True

    def op_next(self):
        parser = self.parser
        if not parser.next():
            return None
        w_literal = newstr(parser.literal)
        if not parser.has_field:
            return newtuple([w_literal, w_None, w_None, w_None])
        w_conversion = w_None
        if parser.conversion:
            w_conversion = newstr(utf8.encode(parser.conversion))
        return newtuple([w_literal, newstr(parser.name), newstr(parser.spec), w_conversion])


W_FormatterIterator.typedef = TypeDef('formatteriterator', W_FormatterIterator, module='_string', subclassable=False)


class W_FieldNameIterator(W_Root):
    """Yields (is it an attribute, name or index) of a field name."""
    _attrs_ = ['field']

    def __init__(self, field):
        self.field = field

    def op_iter(self):
        return self

    def is_iterator(self):
        return True

    def op_next(self):
        field = self.field
        if not field.next():
            return None
        w_part = newstr(field.part)
        if not field.is_attribute:
            index = read_index(field.part)
            if index >= 0:
                w_part = newint(index)
        return newtuple([newbool(field.is_attribute), w_part])


W_FieldNameIterator.typedef = TypeDef('fieldnameiterator', W_FieldNameIterator, module='_string', subclassable=False)


def _text(w_text):
    if not isinstance(w_text, W_Str):
        raise errors.type_error("expected str, got %s" % w_text.gettype().name)
    return w_text._utf8


@function('formatter_parser(format, /)')
def formatter_parser(w_format):
    """The pieces of a format string."""
    return W_FormatterIterator(_text(w_format))


@function('formatter_field_name_split(name, /)')
def formatter_field_name_split(w_name):
    """The first part of a field name, and an iterator over the others."""
    field = FieldName(_text(w_name))
    index = read_index(field.first)
    w_first = newint(index) if index >= 0 else newstr(field.first)
    return newtuple([w_first, W_FieldNameIterator(field)])
