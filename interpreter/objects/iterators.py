"""Iterators: over sequences and callables, enumerate, zip, map, filter and reversed."""

from interpreter import ops
from interpreter.errors import type_error, value_error, OperationError
from interpreter.gateway import method, new, raw_new, classmethod_, has_python_init
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.int import newint, newbigint, W_Int
from interpreter.objects.tuple import W_Tuple, newtuple
from interpreter.typedef import TypeDef


def ends_sequence(e):
    """Does this exception of `__getitem__` mean the end of the sequence?"""
    from interpreter.objects import exception
    return e.is_instance(exception.W_IndexError.typedef) or e.is_instance(exception.W_StopIteration.typedef)


class W_SequenceIterator(W_Root):
    """iter() of an object with `__getitem__` only."""
    _attrs_ = ['w_sequence', 'index']

    def __init__(self, w_sequence):
        self.w_sequence = w_sequence
        self.index = 0

    def op_iter(self):
        return self

    def op_next(self):
        if self.w_sequence is None:
            return None
        try:
            w_item = ops.getitem(self.w_sequence, newint(self.index))
        except OperationError as e:
            if not ends_sequence(e):
                raise
            self.w_sequence = None
            return None
        self.index += 1
        return w_item

    @method('__length_hint__(self, /)')
    def descr_length_hint(self):
        from interpreter.objects.root import w_NotImplemented
        if self.w_sequence is None:
            return newint(0)
        if not self.w_sequence.has_len():
            return w_NotImplemented
        return newint(max(ops.len(self.w_sequence) - self.index, 0))

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        w_iter = ops.builtin('iter')         # looking it up may run Python code that ends this iterator
        if self.w_sequence is None:
            return newtuple([w_iter, newtuple([newtuple([])])])
        return newtuple([w_iter, newtuple([self.w_sequence]), newint(self.index)])

    @method('__setstate__(self, state: index, /) -> None')
    def descr_setstate(self, index):
        if self.w_sequence is not None:
            self.index = max(index, 0)


W_SequenceIterator.typedef = TypeDef('iterator', W_SequenceIterator, subclassable=False)


class W_CallableIterator(W_Root):
    """iter(callable, sentinel)"""
    _attrs_ = ['w_callable', 'w_sentinel']

    def __init__(self, w_callable, w_sentinel):
        self.w_callable = w_callable
        self.w_sentinel = w_sentinel

    def op_iter(self):
        return self

    def op_next(self):
        from interpreter.objects import exception
        if self.w_callable is None:
            return None
        try:
            w_item = self.w_callable.call0()
        except OperationError as e:
            if not e.is_instance(exception.W_StopIteration.typedef):
                raise
            self.w_callable = None
            return None
        if self.w_callable is None:
            return None               # exhausted by its own call
        if ops.eq_w(self.w_sentinel, w_item):
            self.w_callable = None
            return None
        return w_item

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        w_iter = ops.builtin('iter')
        if self.w_callable is None:
            return newtuple([w_iter, newtuple([newtuple([])])])
        return newtuple([w_iter, newtuple([self.w_callable, self.w_sentinel])])


W_CallableIterator.typedef = TypeDef('callable_iterator', W_CallableIterator, subclassable=False)


class W_SingleIterator(W_Root):
    """What unpacks a GenericAlias: an iterator over one object, the alias with a star."""
    _attrs_ = ['w_item']

    def __init__(self, w_item):
        self.w_item = w_item

    def op_iter(self):
        return self

    def op_next(self):
        w_item = self.w_item
        self.w_item = None
        return w_item

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        w_iter = ops.builtin('iter')
        if self.w_item is None:
            return newtuple([w_iter, newtuple([newtuple([])])])
        return newtuple([w_iter, newtuple([self.w_item.without_star()])])


W_SingleIterator.typedef = TypeDef('types.GenericAliasIterator', W_SingleIterator, subclassable=False)


# ____________________________________________________________


class W_Enumerate(W_Root):
    """index counts while it fits a machine word; then w_index does."""
    _attrs_ = ['w_iterator', 'index', 'w_index']

    @new('(cls, iterable, start=?)')
    def descr_new(w_cls, w_iterable, w_start):
        from interpreter.objects.instance import allocate_instance
        index = 0
        w_index = None
        if w_start is not None:
            w_start = ops.index(w_start)
            if isinstance(w_start, W_Int):
                index = w_start.intval
            else:
                w_index = w_start
        w_iterator = ops.iter(w_iterable)
        w_enumerate = allocate_instance(W_Enumerate, w_cls)
        w_enumerate.w_iterator = w_iterator
        w_enumerate.index = index
        w_enumerate.w_index = w_index
        return w_enumerate

    def op_iter(self):
        return self

    def op_next(self):
        w_item = self.w_iterator.op_next()
        if w_item is None:
            return None
        if self.w_index is not None:
            w_index = self.w_index
            self.w_index = ops.add(w_index, newint(1))
            return W_Tuple([w_index, w_item])
        index = self.index
        w_index = newint(index)
        if index == 9223372036854775807:
            self.w_index = ops.add(w_index, newint(1))
        else:
            self.index = index + 1
        return W_Tuple([w_index, w_item])

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        w_index = self.w_index
        if w_index is None:
            w_index = newint(self.index)
        return newtuple([self.gettype(), newtuple([self.w_iterator, w_index])])

    @classmethod_('__class_getitem__(cls, object, /)')
    def descr_class_getitem(w_cls, w_item):
        from interpreter.objects.genericalias import newgenericalias
        return newgenericalias(w_cls, w_item)


W_Enumerate.typedef = TypeDef('enumerate', W_Enumerate, text_signature='(iterable, start=0)',
                              doc="Pairs of a running number and the items of an iterable.")


def take_strict(kwnames, args_w, name):
    """The value of the keyword `strict`; TypeError for any other keyword."""
    if kwnames is None:
        return False
    strict = False
    start = len(args_w) - len(kwnames)
    for i in range(len(kwnames)):
        if kwnames[i] != 'strict':
            raise type_error("'%s' is an invalid keyword argument for %s()" % (kwnames[i], name))
        strict = ops.is_true(args_w[start + i])
    return strict


class W_Zip(W_Root):
    _attrs_ = ['iterators_w', 'strict']

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        from interpreter.objects.instance import allocate_instance
        from interpreter.objects.type import W_Type
        w_cls = args_w[0]
        assert isinstance(w_cls, W_Type)
        strict = False
        n = len(args_w)
        if kwnames is not None:
            n -= len(kwnames)
            strict = take_strict(kwnames, args_w, 'zip')
        iterators_w = [None] * (n - 1)
        for i in range(n - 1):
            iterators_w[i] = iter_argument(args_w[i + 1], i + 1)
        w_zip = allocate_instance(W_Zip, w_cls)
        w_zip.iterators_w = iterators_w
        w_zip.strict = strict
        return w_zip

    def op_iter(self):
        return self

    def op_next(self):
        n = len(self.iterators_w)
        if n == 0:
            return None
        items_w = [None] * n
        for i in range(n):
            w_item = self.iterators_w[i].op_next()
            if w_item is None:
                if self.strict:
                    self.check_lengths(i)
                return None
            items_w[i] = w_item
        return W_Tuple(items_w)

    def check_lengths(self, ended):
        """Strict, and the iterator number `ended` was the first to end: ValueError unless all end."""
        if ended > 0:
            plural = ' ' if ended == 1 else 's 1-'
            raise value_error("zip() argument %d is shorter than argument%s%d" % (ended + 1, plural, ended))
        for i in range(1, len(self.iterators_w)):
            if self.iterators_w[i].op_next() is not None:
                plural = ' ' if i == 1 else 's 1-'
                raise value_error("zip() argument %d is longer than argument%s%d" % (i + 1, plural, i))

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        from interpreter.objects.int import w_True
        w_args = newtuple(self.iterators_w)
        if self.strict:
            return newtuple([self.gettype(), w_args, w_True])
        return newtuple([self.gettype(), w_args])

    @method('__setstate__(self, state, /) -> None')
    def descr_setstate(self, w_state):
        self.strict = ops.is_true(w_state)


def iter_argument(w_iterable, number):
    """iter() of an argument of zip: the TypeError tells which."""
    if w_iterable.op_iter_is_missing():
        raise type_error("'%s' object is not iterable" % w_iterable.gettype().name)
    return ops.iter(w_iterable)


W_Zip.typedef = TypeDef('zip', W_Zip,
                        doc="Tuples of the items of several iterables, side by side.")


class W_Map(W_Root):
    _attrs_ = ['w_function', 'iterators_w']

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        from interpreter.objects.instance import allocate_instance
        from interpreter.objects.type import W_Type
        w_cls = args_w[0]
        assert isinstance(w_cls, W_Type)
        n = len(args_w)
        if kwnames is not None:
            if not has_python_init(w_cls):
                raise type_error("map() takes no keyword arguments")
            n -= len(kwnames)
        if n < 3:
            raise type_error("map() must have at least two arguments.")
        iterators_w = [None] * (n - 2)
        for i in range(n - 2):
            iterators_w[i] = ops.iter(args_w[i + 2])
        w_map = allocate_instance(W_Map, w_cls)
        w_map.w_function = args_w[1]
        w_map.iterators_w = iterators_w
        return w_map

    def op_iter(self):
        return self

    def op_next(self):
        n = len(self.iterators_w)
        w_first = self.iterators_w[0].op_next()
        if w_first is None:
            return None
        if n == 1:
            return self.w_function.call1(w_first)
        args_w = [w_first] * n
        for i in range(1, n):
            w_item = self.iterators_w[i].op_next()
            if w_item is None:
                return None
            args_w[i] = w_item
        return self.w_function.op_call(args_w, None)

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        return newtuple([self.gettype(), newtuple([self.w_function] + self.iterators_w)])


W_Map.typedef = TypeDef('map', W_Map,
                        doc="The results of a function for the items of one or more iterables.")


class W_Filter(W_Root):
    _attrs_ = ['w_function', 'w_iterator']

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        from interpreter.objects.instance import allocate_instance
        from interpreter.objects.type import W_Type
        w_cls = args_w[0]
        assert isinstance(w_cls, W_Type)
        n = len(args_w)
        if kwnames is not None:
            if not has_python_init(w_cls):
                raise type_error("filter() takes no keyword arguments")
            n -= len(kwnames)
        if n != 3:
            raise type_error("filter expected 2 arguments, got %d" % (n - 1))
        w_iterator = ops.iter(args_w[2])
        w_filter = allocate_instance(W_Filter, w_cls)
        w_filter.w_function = args_w[1]
        w_filter.w_iterator = w_iterator
        return w_filter

    def op_iter(self):
        return self

    def op_next(self):
        from interpreter.objects.int import W_Bool
        plain = self.w_function is w_None or self.w_function is W_Bool.typedef.w_type
        while True:
            w_item = self.w_iterator.op_next()
            if w_item is None:
                return None
            w_test = w_item
            if not plain:
                w_test = self.w_function.call1(w_item)
            if ops.is_true(w_test):
                return w_item

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        return newtuple([self.gettype(), newtuple([self.w_function, self.w_iterator])])


W_Filter.typedef = TypeDef('filter', W_Filter,
                           doc="The items of an iterable for which a function is true.")


class W_Reversed(W_Root):
    """reversed() of a sequence without `__reversed__`; index is -1 when it is exhausted."""
    _attrs_ = ['w_sequence', 'index']

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        from interpreter.objects.instance import allocate_instance
        from interpreter.objects.type import W_Type
        w_cls = args_w[0]
        assert isinstance(w_cls, W_Type)
        n = len(args_w)
        if kwnames is not None:
            if not has_python_init(w_cls):
                raise type_error("reversed() takes no keyword arguments")
            n -= len(kwnames)
        if n != 2:
            raise type_error("reversed expected 1 argument, got %d" % (n - 1))
        w_sequence = args_w[1]
        w_descr = w_sequence.gettype().lookup('__reversed__')
        if w_descr is w_None:
            raise type_error("'%s' object is not reversible" % w_sequence.gettype().name)
        if w_descr is not None:
            return ops.call_special0(w_sequence, w_descr)
        if w_sequence.gettype().lookup('__getitem__') is None or is_dict_like(w_sequence):
            raise type_error("'%s' object is not reversible" % w_sequence.gettype().name)
        length = ops.len(w_sequence)
        w_reversed = allocate_instance(W_Reversed, w_cls)
        w_reversed.w_sequence = w_sequence
        w_reversed.index = length - 1
        return w_reversed

    def op_iter(self):
        return self

    def op_next(self):
        if self.index < 0:
            self.w_sequence = None
            return None
        try:
            w_item = ops.getitem(self.w_sequence, newint(self.index))
        except OperationError as e:
            self.index = -1
            self.w_sequence = None
            if not ends_sequence(e):
                raise
            return None
        self.index -= 1
        if self.index < 0:
            self.w_sequence = None
        return w_item

    @method('__length_hint__(self, /) -> int')
    def descr_length_hint(self):
        if self.w_sequence is None:
            return 0
        length = ops.len(self.w_sequence)
        if self.index + 1 > length:
            return 0
        return self.index + 1

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        if self.w_sequence is None:
            return newtuple([self.gettype(), newtuple([newtuple([])])])
        return newtuple([self.gettype(), newtuple([self.w_sequence]), newint(self.index)])

    @method('__setstate__(self, state: index, /) -> None')
    def descr_setstate(self, index):
        if self.w_sequence is not None:
            n = ops.len(self.w_sequence)
            self.index = min(max(index, -1), n - 1)


def is_dict_like(w_obj):
    """Has it `__getitem__` of a mapping, as PySequence_Check tells?"""
    from interpreter.objects.dict import W_Dict
    from interpreter.objects.mappingproxy import W_MappingProxy
    return isinstance(w_obj, W_Dict) or isinstance(w_obj, W_MappingProxy)


W_Reversed.typedef = TypeDef('reversed', W_Reversed, text_signature='(sequence, /)',
                             doc="The items of a sequence from the last to the first.")
