"""Sums, products and distances of several numbers."""
from __future__ import absolute_import

import math

from rpython.rlib.rfloat import INFINITY, NAN

from interpreter import ops
from interpreter.errors import overflow_error, type_error, value_error
from interpreter.gateway import function, raw_function
from interpreter.objects.wrap import newfloat


@function('fsum(seq, /) -> float')
def fsum(w_seq):
    """The sum of floats, rounded once."""
    # Shewchuk's partial sums: `partials` do not overlap and their sum is exact
    partials = []
    special = 0.0
    infinities = 0.0
    w_iterator = ops.iter(w_seq)
    while True:
        w_item = ops.next(w_iterator)
        if w_item is None:
            break
        x = ops.float_w(w_item)
        original = x
        count = 0
        for i in range(len(partials)):
            y = partials[i]
            if math.fabs(x) < math.fabs(y):
                x, y = y, x
            high = x + y
            low = y - (high - x)
            if low != 0.0:
                partials[count] = low
                count += 1
            x = high
        del partials[count:]
        if x != 0.0:
            if math.isinf(x) or math.isnan(x):
                if not math.isinf(original) and not math.isnan(original):
                    raise overflow_error("intermediate overflow in fsum")
                if math.isinf(original):
                    infinities += original
                special += original
                partials = []
            else:
                partials.append(x)
    if special != 0.0:
        if math.isnan(infinities):
            raise value_error("-inf + inf in fsum")
        return special
    n = len(partials) - 1
    if n < 0:
        return 0.0
    high = partials[n]
    low = 0.0
    while n > 0:
        n -= 1
        x, y = high, partials[n]
        high = x + y
        low = y - (high - x)
        if low != 0.0:
            break
    if n > 0 and ((low < 0.0 and partials[n - 1] < 0.0) or (low > 0.0 and partials[n - 1] > 0.0)):
        # round half even needs the digits below
        y = low * 2.0
        x = high + y
        if y == x - high:
            high = x
    return high


def _norm(values):
    """The Euclidean length of a list of floats, without undue overflow."""
    largest = 0.0
    found_nan = False
    for x in values:
        x = math.fabs(x)
        if math.isnan(x):
            found_nan = True
        elif x > largest:
            largest = x
    if math.isinf(largest):
        return INFINITY
    if found_nan:
        return NAN
    if largest == 0.0:
        return 0.0
    # scale by a power of two, which is exact, and sum with the rounding errors of each step
    exponent = math.frexp(largest)[1]
    if exponent < -1000:
        return 2.2250738585072014e-308 * _norm([x / 2.2250738585072014e-308 for x in values])
    scale = math.ldexp(1.0, -exponent)
    total, error = 1.0, 0.0
    for x in values:
        x *= scale
        square = x * x
        high = _high_half(x)
        low = x - high
        square_error = ((high * high - square) + 2.0 * high * low) + low * low
        new_total = total + square
        error += (square - (new_total - total)) + square_error
        total = new_total
    result = math.sqrt(total - 1.0 + error)
    # one correction step of Newton's iteration, in double precision
    high = _high_half(result)
    low = result - high
    square = result * result
    square_error = ((high * high - square) + 2.0 * high * low) + low * low
    remainder = ((total - 1.0 - square) - square_error) + error
    return (result + remainder / (2.0 * result)) / scale


def _high_half(x):
    """The upper 26 bits of x (Veltkamp's splitting)."""
    t = x * 134217729.0
    return t - (t - x)


@raw_function('hypot')
def hypot(args_w, kwnames):
    """The Euclidean length of the vector of the arguments."""
    if kwnames is not None and len(kwnames) > 0:
        raise type_error("math.hypot() takes no keyword arguments")
    return newfloat(_norm([ops.float_w(w_arg) for w_arg in args_w]))


@function('dist(p, q, /) -> float')
def dist(w_p, w_q):
    """The Euclidean distance of two points."""
    p_w, q_w = ops.listview(w_p), ops.listview(w_q)
    if len(p_w) != len(q_w):
        raise value_error("both points must have the same number of dimensions")
    return _norm([ops.float_w(p_w[i]) - ops.float_w(q_w[i]) for i in range(len(p_w))])


@function('prod(iterable, /, *, start=1)')
def prod(w_iterable, w_start):
    """start times the product of the items."""
    w_result = w_start
    w_iterator = ops.iter(w_iterable)
    while True:
        w_item = ops.next(w_iterator)
        if w_item is None:
            return w_result
        w_result = ops.mul(w_result, w_item)
