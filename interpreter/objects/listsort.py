"""list.sort: stable, with key functions, and without Python-level calls where all keys are int, float or str."""

from rpython.annotator import model as annmodel
from rpython.rlib.listsort import make_timsort_class
from rpython.rtyper.extregistry import ExtRegistryEntry
from rpython.rtyper.lltypesystem import lltype
from rpython.rtyper.lltypesystem.lloperation import llop

from interpreter import ops
from interpreter.errors import value_error
from interpreter.objects.float import W_Float
from interpreter.objects.int import W_Int
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.str import W_Str


class Keyed(object):
    """An item with the key that it is sorted by."""
    def __init__(self, w_key, w_item):
        self.w_key = w_key
        self.w_item = w_item


def _general_less(a, b):
    return ops.is_true(ops.lt(a, b))


def _int_less(a, b):
    assert isinstance(a, W_Int)
    assert isinstance(b, W_Int)
    return a.intval < b.intval


def _float_less(a, b):
    assert isinstance(a, W_Float)
    assert isinstance(b, W_Float)
    return a.floatval < b.floatval


def _str_less(a, b):
    assert isinstance(a, W_Str)
    assert isinstance(b, W_Str)
    return a._utf8 < b._utf8


def _keyed(less):
    def keyed_less(a, b):
        return less(a.w_key, b.w_key)
    return keyed_less


GeneralSort = make_timsort_class(lt=_general_less)
IntSort = make_timsort_class(lt=_int_less)
FloatSort = make_timsort_class(lt=_float_less)
StrSort = make_timsort_class(lt=_str_less)
KeyedGeneralSort = make_timsort_class(lt=_keyed(_general_less))
KeyedIntSort = make_timsort_class(lt=_keyed(_int_less))
KeyedFloatSort = make_timsort_class(lt=_keyed(_float_less))
KeyedStrSort = make_timsort_class(lt=_keyed(_str_less))

GENERAL, INTS, FLOATS, STRINGS = 0, 1, 2, 3


def will_be_written(items):
    """Tells the stock collector that a list is about to be written all over: else it notes each item of a large one by itself."""


def _ll_will_be_written(l):
    llop.gc_writebarrier(lltype.Void, l.ll_items())


class _Entry(ExtRegistryEntry):
    _about_ = will_be_written

    def compute_result_annotation(self, s_items):
        return annmodel.s_None

    def specialize_call(self, hop):
        v_items = hop.inputarg(hop.args_r[0], 0)
        hop.exception_cannot_occur()
        return hop.gendirectcall(_ll_will_be_written, v_items)


def kind_of(w_obj):
    """The fast comparison that an object allows."""
    if w_obj.__class__ is W_Int:
        return INTS
    if w_obj.__class__ is W_Float:
        return FLOATS
    if w_obj.__class__ is W_Str:
        return STRINGS
    return GENERAL


def sort_items(items):
    """Sorts a list of W_Root in place."""
    if len(items) < 2:
        return
    kind = kind_of(items[0])
    for w_item in items:
        if kind_of(w_item) != kind:
            kind = GENERAL
            break
    will_be_written(items)
    if kind == INTS:
        IntSort(items).sort()
    elif kind == FLOATS:
        FloatSort(items).sort()
    elif kind == STRINGS:
        StrSort(items).sort()
    else:
        GeneralSort(items).sort()


def sort_keyed(items):
    """Sorts a list of Keyed in place."""
    if len(items) < 2:
        return
    kind = kind_of(items[0].w_key)
    for item in items:
        if kind_of(item.w_key) != kind:
            kind = GENERAL
            break
    will_be_written(items)
    if kind == INTS:
        KeyedIntSort(items).sort()
    elif kind == FLOATS:
        KeyedFloatSort(items).sort()
    elif kind == STRINGS:
        KeyedStrSort(items).sort()
    else:
        KeyedGeneralSort(items).sort()


def sort_list(w_list, w_key, reverse):
    """w_list.sort(key=w_key, reverse=reverse).

    The list is empty while the comparisons run; ValueError if they change it."""
    items = w_list.items
    placeholder = []
    w_list.items = placeholder
    changed = False
    try:
        items = sorted_items(items, w_key, reverse)
    finally:
        changed = w_list.items is not placeholder or len(placeholder) > 0
        w_list.items = items
    if changed:
        raise value_error("list modified during sort")


def sorted_items(items, w_key, reverse):
    """The items in order: the same list, sorted in place.

    Reversing before and after keeps equal items in their order."""
    if w_key is w_None:
        if reverse:
            items.reverse()
        try:
            sort_items(items)
        finally:
            if reverse:
                items.reverse()
        return items
    keyed = [Keyed(w_key.call1(w_item), w_item) for w_item in items]
    if reverse:
        keyed.reverse()
    try:
        sort_keyed(keyed)
    finally:
        if reverse:
            keyed.reverse()
        for i in range(len(keyed)):
            items[i] = keyed[i].w_item
    return items
