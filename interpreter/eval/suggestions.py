"""'Did you mean': the known name that is nearest to one that was not found."""

from interpreter import ops
from interpreter.objects import exception
from interpreter.objects.dict import W_Dict
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newlist

MOVE_COST = 2
CASE_COST = 1
MAX_LENGTH = 40
MAX_CANDIDATES = 750


def suggestion_for(w_exc):
    """The name to suggest for a NameError or an AttributeError; '' if there is none."""
    if isinstance(w_exc, exception.W_AttributeError):
        w_name = w_exc.w_name
        w_obj = w_exc.w_obj
        if not isinstance(w_name, W_Str) or w_obj is None:
            return ''
        return nearest(w_name._utf8, attribute_names(w_obj))
    if isinstance(w_exc, exception.W_NameError):
        w_name = w_exc.w_name
        w_entry = w_exc.w_traceback
        if not isinstance(w_name, W_Str) or w_entry is None:
            return ''
        while w_entry.w_next is not None:
            w_entry = w_entry.w_next
        frame = w_entry.frame
        found = nearest(w_name._utf8, frame.code.varnames)
        if found == '':
            found = nearest(w_name._utf8, names_in(frame.w_globals))
        if found == '' and isinstance(frame.w_builtins, W_Dict):
            found = nearest(w_name._utf8, names_in(frame.w_builtins))
        return found
    return ''


def attribute_names(w_obj):
    """dir(w_obj): sorted, so that the first of equally near names is CPython's."""
    w_method = ops.lookup_special(w_obj, '__dir__')
    if w_method is None:
        return []
    w_names = newlist(ops.listview(w_method.call0()))
    ops.call_method0(w_names, 'sort')
    return names_in(w_names)


def names_in(w_iterable):
    names = []
    for w_name in ops.listview(w_iterable):
        if isinstance(w_name, W_Str):
            names.append(w_name._utf8)
    return names[:]


def nearest(wrong, names):
    """The name with the smallest distance, if that is small enough; the first of equals."""
    if len(names) >= MAX_CANDIDATES:
        return ''
    best = ''
    best_distance = -1
    for name in names:
        if name == wrong:
            continue
        # no more than a third of the characters may differ
        most = (len(wrong) + len(name) + 3) * MOVE_COST // 6
        if best_distance >= 0 and best_distance - 1 < most:
            most = best_distance - 1
        distance = edit_distance(wrong, name, most)
        if distance > most:
            continue
        if best_distance < 0 or distance < best_distance:
            best = name
            best_distance = distance
    return best


def substitution_cost(a, b):
    if a == b:
        return 0
    if ord(a) & 31 == ord(b) & 31 and lower(a) == lower(b):
        return CASE_COST
    return MOVE_COST


def lower(ch):
    code = ord(ch)
    if 65 <= code <= 90:
        return code + 32
    return code


def edit_distance(a, b, most):
    """The Levenshtein distance with these costs; something above `most` where it is larger."""
    if len(a) > MAX_LENGTH or len(b) > MAX_LENGTH:
        return most + 1
    if (len(b) - len(a)) * MOVE_COST > most or (len(a) - len(b)) * MOVE_COST > most:
        return most + 1
    row = [0] * (len(b) + 1)
    for j in range(len(b) + 1):
        row[j] = j * MOVE_COST
    for i in range(len(a)):
        diagonal = row[0]
        row[0] = (i + 1) * MOVE_COST
        for j in range(len(b)):
            cost = diagonal + substitution_cost(a[i], b[j])
            diagonal = row[j + 1]
            if row[j + 1] + MOVE_COST < cost:
                cost = row[j + 1] + MOVE_COST
            if row[j] + MOVE_COST < cost:
                cost = row[j] + MOVE_COST
            row[j + 1] = cost
    return row[len(b)]
