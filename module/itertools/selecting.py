"""chain, islice, takewhile, dropwhile, filterfalse, compress, starmap, accumulate, pairwise."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import OperationError, type_error, value_error
from interpreter.gateway import classmethod_, method, new
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newbool, newint, newtuple
from interpreter.typedef import TypeDef
from module.itertools.infinite import W_Iterator
from module.itertools.state import function_and_iterator, state_items


class W_Chain(W_Iterator):
    """`w_iterables` yields the iterables; `w_current` is the iterator of the present one, or None."""
    _attrs_ = ['w_iterables', 'w_current']

    @new('(cls, /, *iterables)')
    def descr_new(w_cls, iterables_w):
        return make_chain(w_cls, ops.iter(newtuple(iterables_w)))

    @classmethod_('from_iterable(cls, iterable, /)')
    def m_from_iterable(w_cls, w_iterable):
        """A chain over the iterables that one iterable gives."""
        return make_chain(w_cls, ops.iter(w_iterable))

    def op_iter(self):
        return self

    def op_next(self):
        while self.w_iterables is not None:
            if self.w_current is None:
                w_iterable = ops.next(self.w_iterables)
                if w_iterable is None:
                    self.w_iterables = None
                    return None
                try:
                    self.w_current = ops.iter(w_iterable)
                except OperationError:
                    self.w_iterables = None
                    raise
            w_item = ops.next(self.w_current)
            if w_item is not None:
                return w_item
            self.w_current = None
        return None

    @method('__reduce__(self, /)')
    def m_reduce(self):
        if self.w_iterables is None:
            return newtuple([self.gettype(), newtuple([])])
        if self.w_current is None:
            return newtuple([self.gettype(), newtuple([]), newtuple([self.w_iterables])])
        return newtuple([self.gettype(), newtuple([]), newtuple([self.w_iterables, self.w_current])])

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_state):
        items_w = state_items(w_state)
        if len(items_w) < 1 or len(items_w) > 2:
            raise type_error("function takes at %s (%d given)" % (
                "least 1 argument" if len(items_w) == 0 else "most 2 arguments", len(items_w)))
        for w_item in items_w:
            if not w_item.is_iterator():
                raise type_error("Arguments must be iterators.")
        self.w_iterables = items_w[0]
        self.w_current = items_w[1] if len(items_w) == 2 else None

    @classmethod_('__class_getitem__(cls, object, /)')
    def m_class_getitem(w_cls, w_item):
        from interpreter.objects.genericalias import newgenericalias
        return newgenericalias(w_cls, w_item)


W_Chain.typedef = TypeDef('itertools.chain', W_Chain, doc="The items of one iterable after the other.")


def make_chain(w_cls, w_iterables):
    w_self = allocate_instance(W_Chain, w_cls)
    w_self.w_iterables = w_iterables
    w_self.w_current = None
    return w_self


def chain_of(w_first, w_second):
    """itertools.chain(first, second)"""
    return make_chain(W_Chain.typedef.w_type, ops.iter(newtuple([w_first, w_second])))


def bound(w_value, default, message):
    """An islice argument: None, or an int >= 0."""
    if w_value is w_None:
        return default
    try:
        value = ops.int_w(w_value)
    except OperationError:
        raise value_error(message)
    if value < 0:
        raise value_error(message)
    return value


class W_Islice(W_Iterator):
    """`position` items were taken so far; the next to yield is number `wanted`; `stop` is -1 for no end."""
    _attrs_ = ['w_iterator', 'position', 'wanted', 'stop', 'step']

    @new('(cls, iterable, start_or_stop, stop=?, step=?, /)')
    def descr_new(w_cls, w_iterable, w_first, w_second, w_third):
        message = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        start, step = 0, 1
        if w_second is None:
            stop = bound(w_first, -1, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        else:
            start = bound(w_first, 0, message)
            stop = bound(w_second, -1, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
            if w_third is not None:
                step = bound(w_third, 1, "Step for islice() must be a positive integer or None.")
                if step < 1:
                    raise value_error("Step for islice() must be a positive integer or None.")
        w_self = allocate_instance(W_Islice, w_cls)
        w_self.w_iterator = ops.iter(w_iterable)
        w_self.position = 0
        w_self.wanted = start
        w_self.stop = stop
        w_self.step = step
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        w_iterator = self.w_iterator
        if w_iterator is None:
            return None
        wanted = self.wanted
        if self.stop >= 0 and wanted >= self.stop:
            # what lies before `stop` is consumed
            wanted = self.stop
            while self.position < wanted:
                if ops.next(w_iterator) is None:
                    break
                self.position += 1
            self.w_iterator = None
            return None
        while True:
            w_item = ops.next(w_iterator)
            if w_item is None:
                self.w_iterator = None
                return None
            self.position += 1
            if self.position > wanted:
                break
        wanted += self.step
        if self.stop >= 0 and (wanted > self.stop or wanted < 0):
            wanted = self.stop
        self.wanted = wanted
        return w_item

    @method('__reduce__(self, /)')
    def m_reduce(self):
        w_iterator = self.w_iterator
        if w_iterator is None:
            return newtuple([self.gettype(), newtuple([ops.iter(newtuple([])), newint(0)]), newint(0)])
        w_stop = w_None
        if self.stop >= 0:
            w_stop = newint(self.stop)
        w_arguments = newtuple([w_iterator, newint(self.wanted), w_stop, newint(self.step)])
        return newtuple([self.gettype(), w_arguments, newint(self.position)])

    @method('__setstate__(self, state: int, /) -> None')
    def m_setstate(self, position):
        self.position = position


W_Islice.typedef = TypeDef('itertools.islice', W_Islice, doc="A slice of an iterable, without negative indices.")


class W_Takewhile(W_Iterator):
    _attrs_ = ['w_predicate', 'w_iterator', 'stopped']

    @new('(cls, predicate, iterable, /)')
    def descr_new(w_cls, w_predicate, w_iterable):
        w_self = allocate_instance(W_Takewhile, w_cls)
        w_self.w_predicate = w_predicate
        w_self.w_iterator = ops.iter(w_iterable)
        w_self.stopped = False
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        if self.stopped:
            return None
        w_item = ops.next(self.w_iterator)
        if w_item is None:
            return None
        if ops.is_true(ops.call1(self.w_predicate, w_item)):
            return w_item
        self.stopped = True
        return None

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return newtuple([self.gettype(), newtuple([self.w_predicate, self.w_iterator]), newbool(self.stopped)])

    @method('__setstate__(self, state: bool, /) -> None')
    def m_setstate(self, stopped):
        self.stopped = stopped


W_Takewhile.typedef = TypeDef('itertools.takewhile', W_Takewhile,
                              text_signature='(predicate, iterable, /)',
                              doc="The items before the first for which the predicate fails.")


class W_Dropwhile(W_Iterator):
    _attrs_ = ['w_predicate', 'w_iterator', 'started']

    @new('(cls, predicate, iterable, /)')
    def descr_new(w_cls, w_predicate, w_iterable):
        w_self = allocate_instance(W_Dropwhile, w_cls)
        w_self.w_predicate = w_predicate
        w_self.w_iterator = ops.iter(w_iterable)
        w_self.started = False
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        while True:
            w_item = ops.next(self.w_iterator)
            if w_item is None or self.started:
                return w_item
            if not ops.is_true(ops.call1(self.w_predicate, w_item)):
                self.started = True
                return w_item

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return newtuple([self.gettype(), newtuple([self.w_predicate, self.w_iterator]), newbool(self.started)])

    @method('__setstate__(self, state: bool, /) -> None')
    def m_setstate(self, started):
        self.started = started


W_Dropwhile.typedef = TypeDef('itertools.dropwhile', W_Dropwhile,
                              text_signature='(predicate, iterable, /)',
                              doc="The items from the first on for which the predicate fails.")


class W_Filterfalse(W_Iterator):
    _attrs_ = ['w_predicate', 'w_iterator']

    @new('(cls, function, iterable, /)')
    def descr_new(w_cls, w_predicate, w_iterable):
        w_self = allocate_instance(W_Filterfalse, w_cls)
        w_self.w_predicate = w_predicate
        w_self.w_iterator = ops.iter(w_iterable)
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        while True:
            w_item = ops.next(self.w_iterator)
            if w_item is None:
                return None
            w_test = w_item if self.w_predicate is w_None else ops.call1(self.w_predicate, w_item)
            if not ops.is_true(w_test):
                return w_item

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return function_and_iterator(self, self.w_predicate, self.w_iterator)


W_Filterfalse.typedef = TypeDef('itertools.filterfalse', W_Filterfalse,
                                text_signature='(function, iterable, /)',
                                doc="The items for which the predicate fails.")


class W_Compress(W_Iterator):
    _attrs_ = ['w_data', 'w_selectors']

    @new('(cls, data, selectors)')
    def descr_new(w_cls, w_data, w_selectors):
        w_self = allocate_instance(W_Compress, w_cls)
        w_self.w_data = ops.iter(w_data)
        w_self.w_selectors = ops.iter(w_selectors)
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        while True:
            w_item = ops.next(self.w_data)
            if w_item is None:
                return None
            w_selector = ops.next(self.w_selectors)
            if w_selector is None:
                return None
            if ops.is_true(w_selector):
                return w_item

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return function_and_iterator(self, self.w_data, self.w_selectors)


W_Compress.typedef = TypeDef('itertools.compress', W_Compress, text_signature='(data, selectors)', doc="The items whose selector is true.")


class W_Starmap(W_Iterator):
    _attrs_ = ['w_function', 'w_iterator']

    @new('(cls, function, iterable, /)')
    def descr_new(w_cls, w_function, w_iterable):
        w_self = allocate_instance(W_Starmap, w_cls)
        w_self.w_function = w_function
        w_self.w_iterator = ops.iter(w_iterable)
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        w_item = ops.next(self.w_iterator)
        if w_item is None:
            return None
        return ops.call_args(self.w_function, ops.fixedview(w_item), None)

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return function_and_iterator(self, self.w_function, self.w_iterator)


W_Starmap.typedef = TypeDef('itertools.starmap', W_Starmap, text_signature='(function, iterable, /)', doc="function(*item) for each item.")


class W_Accumulate(W_Iterator):
    """`w_total` is None before the first item; `w_initial` is what comes first, or None."""
    _attrs_ = ['w_iterator', 'w_function', 'w_initial', 'w_total']

    @new('(cls, iterable, func=None, *, initial=None)')
    def descr_new(w_cls, w_iterable, w_function, w_initial):
        w_self = allocate_instance(W_Accumulate, w_cls)
        w_self.w_iterator = ops.iter(w_iterable)
        w_self.w_function = None if w_function is w_None else w_function
        w_self.w_initial = None if w_initial is w_None else w_initial
        w_self.w_total = None
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        if self.w_initial is not None:
            self.w_total = self.w_initial
            self.w_initial = None
            return self.w_total
        w_item = ops.next(self.w_iterator)
        if w_item is None:
            return None
        if self.w_total is None:
            self.w_total = w_item
        elif self.w_function is None:
            self.w_total = ops.add(self.w_total, w_item)
        else:
            self.w_total = ops.call2(self.w_function, self.w_total, w_item)
        return self.w_total

    @method('__reduce__(self, /)')
    def m_reduce(self):
        w_function = w_None if self.w_function is None else self.w_function
        if self.w_initial is not None:
            w_iterator = chain_of(newtuple([self.w_initial]), self.w_iterator)
            return newtuple([self.gettype(), newtuple([w_iterator, w_function]), w_None])
        w_total = self.w_total
        if w_total is w_None:
            # None as a state would not be restored: it comes first, and is left out
            w_iterator = chain_of(newtuple([w_None]), self.w_iterator)
            w_accumulate = W_Accumulate.typedef.w_type.op_call([w_iterator, w_function], None)
            return newtuple([W_Islice.typedef.w_type, newtuple([w_accumulate, newint(1), w_None])])
        if w_total is None:
            w_total = w_None
        return newtuple([self.gettype(), newtuple([self.w_iterator, w_function]), w_total])

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_total):
        self.w_total = w_total


W_Accumulate.typedef = TypeDef('itertools.accumulate', W_Accumulate, text_signature='(iterable, func=None, *, initial=None)', doc="Running totals.")


class W_Pairwise(W_Iterator):
    _attrs_ = ['w_iterator', 'w_previous']

    @new('(cls, iterable, /)')
    def descr_new(w_cls, w_iterable):
        w_self = allocate_instance(W_Pairwise, w_cls)
        w_self.w_iterator = ops.iter(w_iterable)
        w_self.w_previous = None
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        if self.w_iterator is None:
            return None
        w_previous = self.w_previous
        if w_previous is None:
            w_previous = ops.next(self.w_iterator)
            self.w_previous = w_previous
            if w_previous is None:
                self.w_iterator = None
                return None
            if self.w_iterator is None:       # the iterator used this object, and came to its end
                self.w_previous = None
                return None
        w_item = ops.next(self.w_iterator)
        if w_item is None:
            self.w_iterator = None
            self.w_previous = None
            return None
        self.w_previous = w_item
        return newtuple([w_previous, w_item])


W_Pairwise.typedef = TypeDef('itertools.pairwise', W_Pairwise, text_signature='(iterable, /)', doc="Each item with the one after it.")
