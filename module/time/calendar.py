"""Broken-down times and their text."""
from __future__ import absolute_import

import errno
import math

from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.fscodec import fsdecode, fsencode
from interpreter.gateway import function
from interpreter.objects.float import W_Float
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import newfloat, newint, newstr, newtuple
from module.structseq import make_structseq
from module.time import clib
from module.time.clocks import CLOCK_REALTIME, read_clock

W_StructTime = make_structseq('struct_time', 'time', [
    'tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst', 'tm_zone', 'tm_gmtoff'], visible=9,
                              doc="What gmtime(), localtime() and strptime() return: a date and a time of day.",
                              docs=["The year.", "The month, 1 to 12.", "The day of the month, 1 to 31.", "The hour, 0 to 23.",
                                    "The minute, 0 to 59.", "The second, 0 to 61.", "The day of the week, 0 (Monday) to 6.",
                                    "The day of the year, 1 to 366.", "Is it summer time? 1, 0, or -1 for unknown.",
                                    "The name of the time zone.", "The seconds east of UTC."])
DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']


def when_argument(w_seconds):
    """Seconds since the epoch, rounded down; now for None."""
    if w_seconds is None or w_seconds is w_None:
        seconds, ns = read_clock(CLOCK_REALTIME)
        return seconds
    if isinstance(w_seconds, W_Float):
        value = math.floor(w_seconds.floatval)
        if value != value:
            raise errors.value_error("Invalid value NaN (not a number)")
        if not -9.2e18 < value < 9.2e18:
            raise errors.overflow_error("timestamp out of range for platform time_t")
        return int(value)
    from interpreter.objects.exception import W_OverflowError
    try:
        return ops.int_w(w_seconds)
    except errors.OperationError as e:
        if not e.is_instance(W_OverflowError.typedef):
            raise
        raise errors.overflow_error("timestamp out of range for platform time_t")


def build(out, zone, gmtoff):
    fields_w = [newint(out[i]) for i in range(9)]
    fields_w.append(newstr(zone))
    fields_w.append(newint(gmtoff))
    return W_StructTime.build(fields_w)


@function('gmtime(seconds=None, /)')
def gmtime(w_seconds):
    """The time in UTC, in fields."""
    when = when_argument(w_seconds)
    with lltype.scoped_alloc(clib.LONGS, 10) as out:
        if clib.c_gmtime(when, out) < 0:
            raise errors.os_error(clib.saved_errno(), None)
        return build(out, 'GMT', 0)


@function('localtime(seconds=None, /)')
def localtime(w_seconds):
    """The time in the local zone, in fields."""
    when = when_argument(w_seconds)
    with lltype.scoped_alloc(clib.LONGS, 10) as out:
        if clib.c_localtime(when, out) < 0:
            raise errors.os_error(clib.saved_errno(), None)
        return build(out, fsdecode(rffi.charp2str(clib.c_zone(when))), out[9])


def get_fields(w_tuple, out, function_name):
    """The nine fields of a time tuple into `out` (and the offset); returns the zone's name, '' if it has none."""
    if not isinstance(w_tuple, W_Tuple):
        raise errors.type_error("Tuple or struct_time argument required")
    items_w = w_tuple.items
    if len(items_w) != 9:
        raise errors.type_error("%s(): illegal time tuple argument" % function_name)
    for i in range(9):
        value = ops.int_w(items_w[i])
        if not -2147483648 <= value <= 2147483647:
            raise errors.overflow_error("signed integer is greater than maximum" if value > 0 else
                                        "signed integer is less than minimum")
        out[i] = value
    if out[0] < -2147483648 + 1900:
        raise errors.overflow_error("year out of range")
    out[9] = 0
    if isinstance(w_tuple, W_StructTime):
        w_zone = w_tuple.hidden_w[0]
        if isinstance(w_zone, W_Str):
            if w_tuple.hidden_w[1] is not w_None:
                out[9] = ops.int_w(w_tuple.hidden_w[1])
            return w_zone._utf8
    return ''


def check_fields(out):
    """ValueError for fields out of range; zeros that stand for the first are accepted and changed."""
    if out[1] == 0:
        out[1] = 1
    if out[1] < 1 or out[1] > 12:
        raise errors.value_error("month out of range")
    if out[2] == 0:
        out[2] = 1
    if out[2] < 1 or out[2] > 31:
        raise errors.value_error("day of month out of range")
    if out[3] < 0 or out[3] > 23:
        raise errors.value_error("hour out of range")
    if out[4] < 0 or out[4] > 59:
        raise errors.value_error("minute out of range")
    if out[5] < 0 or out[5] > 61:
        raise errors.value_error("seconds out of range")
    if out[6] < -1:
        raise errors.value_error("day of week out of range")
    if out[6] < 0:
        out[6] += 7
    out[6] %= 7
    if out[7] == 0:
        out[7] = 1
    if out[7] < 1 or out[7] > 366:
        raise errors.value_error("day of year out of range")


def now_fields(out):
    seconds, ns = read_clock(CLOCK_REALTIME)
    if clib.c_localtime(seconds, out) < 0:
        raise errors.os_error(clib.saved_errno(), None)
    return fsdecode(rffi.charp2str(clib.c_zone(seconds)))


@function('mktime(tuple, /) -> float')
def mktime(w_tuple):
    """Seconds since the epoch of local time given in fields."""
    with lltype.scoped_alloc(clib.LONGS, 10) as fields:
        get_fields(w_tuple, fields, 'mktime')
        with lltype.scoped_alloc(clib.LONGS, 1) as out:
            if clib.c_mktime(fields, out) < 0:
                raise errors.overflow_error("mktime argument out of range")
            return float(out[0])


def text_of(out):
    """'Sun Jun 20 23:21:05 1993'"""
    return "%s %s %s %s:%s:%s %d" % (DAYS[out[6]], MONTHS[out[1] - 1], pad(out[2], ' '), pad(out[3], '0'), pad(out[4], '0'),
                                     pad(out[5], '0'), out[0])


def pad(value, fill):
    return fill + str(value) if 0 <= value < 10 else str(value)


@function('asctime(tuple=?, /) -> str')
def asctime(w_tuple):
    """The time as text like 'Sun Jun 20 23:21:05 1993'."""
    with lltype.scoped_alloc(clib.LONGS, 10) as out:
        if w_tuple is None:
            now_fields(out)
        else:
            get_fields(w_tuple, out, 'asctime')
            check_fields(out)
        return text_of(out)


@function('ctime(seconds=None, /) -> str')
def ctime(w_seconds):
    """Local time as text like 'Sun Jun 20 23:21:05 1993'."""
    when = when_argument(w_seconds)
    with lltype.scoped_alloc(clib.LONGS, 10) as out:
        if clib.c_localtime(when, out) < 0:
            raise errors.os_error(clib.saved_errno(), None)
        return text_of(out)


@function('strftime(format: str, tuple=?, /)')
def strftime(format, w_tuple):
    """The time as text, as the format says."""
    with lltype.scoped_alloc(clib.LONGS, 10) as out:
        if w_tuple is None:
            zone = now_fields(out)
        else:
            zone = get_fields(w_tuple, out, 'strftime')
            check_fields(out)
        if '\x00' in format:
            raise errors.value_error("embedded null character")
        if format == '':
            return newstr('')
        zone = fsencode(zone)
        size = 1024
        while True:
            with rffi.scoped_alloc_buffer(size) as buf:
                count = clib.c_strftime(buf.raw, size, fsencode(format), out, zone)
                if count > 0 or size >= 256 * len(format):
                    return newstr(fsdecode(buf.str(count)))
            size *= 2


@function("strptime(string, format='%a %b %d %H:%M:%S %Y', /)")
def strptime(w_string, w_format):
    """The fields of a time that is given as text."""
    from module._imp.importing import import_module
    return ops.call_method(import_module('_strptime'), '_strptime_time', [w_string, w_format])


@function('tzset() -> None')
def tzset():
    """Looks at the environment variable TZ again."""
    clib.c_tzset()
    from module.framework import load_builtin
    set_zone(load_builtin('time').getdict())


def set_zone(w_dict):
    """timezone, altzone, daylight, tzname: from the offsets in January and July of this year."""
    year = 365 * 86400 + 6 * 3600
    with lltype.scoped_alloc(clib.LONGS, 10) as out:
        seconds, ns = read_clock(CLOCK_REALTIME)
        start = seconds // year * year
        clib.c_localtime(start, out)
        january = -out[9]
        january_name = fsdecode(rffi.charp2str(clib.c_zone(start)))
        clib.c_localtime(start + year // 2, out)
        july = -out[9]
        july_name = fsdecode(rffi.charp2str(clib.c_zone(start + year // 2)))
    if january < july:          # the southern half
        standard, standard_name, summer, summer_name = july, july_name, january, january_name
    else:
        standard, standard_name, summer, summer_name = january, january_name, july, july_name
    w_dict.setitem_str('timezone', newint(standard))
    w_dict.setitem_str('altzone', newint(summer))
    w_dict.setitem_str('daylight', newint(1 if january != july else 0))
    w_dict.setitem_str('tzname', newtuple([newstr(standard_name), newstr(summer_name)]))
