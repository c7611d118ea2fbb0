"""memoryview.cast."""

from rpython.rlib.rarithmetic import ovfcheck

from interpreter.errors import type_error, value_error
from interpreter.objects.itemformat import item_size
from interpreter.objects.memoryview import MAX_DIMENSIONS, W_MemoryView, strides_of


def is_byte_format(format):
    return format == 'B' or format == 'b' or format == 'c' or format == '@B' or format == '@b' or format == '@c'


def cast(view, format, w_shape):
    """view.cast(format, shape); w_shape may be None."""
    view.checked()
    if not view.is_contiguous(False):
        raise type_error("memoryview: casts are restricted to C-contiguous views")
    size = item_size(format)
    if size == 0:
        raise value_error("memoryview: destination format must be a native single character format prefixed with an optional '@'")
    if not is_byte_format(format) and not is_byte_format(view.format):
        raise type_error("memoryview: cannot cast between two non-byte formats")
    if w_shape is not None and len(view.shape) != 1 and not (len(view.shape) == 0):
        check_dimensions(view, w_shape)
    total = view.count() * view.itemsize
    if total % size:
        raise type_error("memoryview: length is not a multiple of itemsize")
    if w_shape is None:
        shape = [total // size]
    else:
        shape = shape_from(w_shape)
        check_total(shape, size, total)
    return W_MemoryView(view.checked(), view.start, shape, strides_of(shape, size), format, size, view.readonly)


def check_dimensions(view, w_shape):
    from interpreter import ops
    if ops.len(w_shape) != 1:
        raise type_error("memoryview: cast must be 1D -> ND or ND -> 1D")


def shape_from(w_shape):
    """A list or tuple of extents, as a list of RPython ints."""
    from interpreter import ops
    from interpreter.objects.list import W_List
    from interpreter.objects.tuple import W_Tuple
    from interpreter.objects.int import W_AbstractInt
    if not isinstance(w_shape, W_List) and not isinstance(w_shape, W_Tuple):
        raise type_error("shape must be a list or a tuple")
    items_w = ops.fixedview(w_shape)
    if len(items_w) > MAX_DIMENSIONS:
        raise value_error("memoryview: number of dimensions must not exceed %d" % MAX_DIMENSIONS)
    shape = [0] * len(items_w)
    for i in range(len(items_w)):
        if not isinstance(items_w[i], W_AbstractInt):
            raise type_error("memoryview.cast(): elements of shape must be integers")
        extent = ops.int_w(items_w[i])
        if extent <= 0:
            raise value_error("memoryview.cast(): elements of shape must be integers > 0")
        shape[i] = extent
    return shape


def check_total(shape, size, total):
    product = size
    try:
        for extent in shape:
            product = ovfcheck(product * extent)
    except OverflowError:
        raise value_error("memoryview.cast(): product(shape) > SSIZE_MAX")
    if product != total:
        raise type_error("memoryview: product(shape) * itemsize != buffer size")
