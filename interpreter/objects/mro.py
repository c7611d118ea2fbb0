"""The method resolution order: C3 (https://www.python.org/download/releases/2.3/mro/)."""

from interpreter.errors import type_error
from interpreter.objects.root import w_None


def compute_mro(w_type):
    """The MRO of a type from its bases, as type.mro() gives it: a new list of W_Type."""
    bases_w = w_type.bases_w
    for w_base in bases_w:
        if len(w_base.mro_w) == 0:
            raise type_error("Cannot extend an incomplete type '%s'" % w_base.name)
    for i in range(len(bases_w)):
        for j in range(i + 1, len(bases_w)):
            if bases_w[i] is bases_w[j]:
                raise type_error("duplicate base class %s" % bases_w[i].name)
    if len(bases_w) == 1:
        result = [w_type]
        for w_class in bases_w[0].mro_w:
            result.append(w_class)
        return result
    sequences = [w_base.mro_w for w_base in bases_w]
    bases_copy_w = bases_w[:]
    sequences.append(bases_copy_w)
    positions = [0] * len(sequences)
    result = [w_type]
    while True:
        w_next = None
        finished = True
        for i in range(len(sequences)):
            if positions[i] < len(sequences[i]):
                finished = False
                w_candidate = sequences[i][positions[i]]
                if not _in_a_tail(w_candidate, sequences, positions):
                    w_next = w_candidate
                    break
        if finished:
            return result
        if w_next is None:
            raise _mro_error(sequences, positions)
        result.append(w_next)
        for i in range(len(sequences)):
            if positions[i] < len(sequences[i]) and sequences[i][positions[i]] is w_next:
                positions[i] += 1


def _in_a_tail(w_class, sequences, positions):
    for i in range(len(sequences)):
        sequence = sequences[i]
        for j in range(positions[i] + 1, len(sequence)):
            if sequence[j] is w_class:
                return True
    return False


def _mro_error(sequences, positions):
    heads = []
    names = []
    for i in range(len(sequences)):
        if positions[i] < len(sequences[i]):
            w_head = sequences[i][positions[i]]
            if w_head not in heads:
                heads.append(w_head)
                names.append(w_head.name)
    return type_error("Cannot create a consistent method resolution\norder (MRO) for bases %s" % ', '.join(names))


def mro_of(w_type):
    """The MRO of a new type: what its metaclass's `mro` says.  A fixed-size list of W_Type."""
    from interpreter import ops
    from interpreter.objects.type import W_Type
    w_meta = w_type.gettype()
    type_type = W_Type.typedef.w_type
    if w_meta is type_type:
        return compute_mro(w_type)[:]
    w_mro = w_meta.lookup('mro')
    if w_mro is type_type.lookup('mro'):
        return compute_mro(w_type)[:]
    items_w = ops.fixedview(ops.call_special0(w_type, w_mro))
    result = []
    for w_item in items_w:
        if not isinstance(w_item, W_Type):
            raise type_error("mro() returned a non-class ('%s')" % w_item.gettype().name)
        if not w_type.layout.issubtype(w_item.layout):
            raise type_error("mro() returned base with unsuitable layout ('%s')" % w_item.name)
        result.append(w_item)
    return result[:]
