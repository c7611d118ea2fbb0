"""An RPython target that reaches every built-in type: for finding what the annotator and the rtyper refuse.

    python2.7 -m translator --stock tests/interpreter/objects/targetobjects.py
"""
import os

from interpreter import ops
from interpreter.errors import OperationError
from interpreter.typedef import finish_typedefs

finish_typedefs()

from interpreter.objects.wrap import newint, newstr, newtuple, newdict, newlist, w_None
from interpreter.objects.dict import newmoduledict
from interpreter.objects.type import W_Type


def make_class(name, w_base):
    w_namespace = newdict()
    w_namespace.setitem_str('__module__', newstr('target'))
    return W_Type.typedef.w_type.op_call([newstr(name), newtuple([w_base]), w_namespace], None)


def run():
    w_list = newlist([newint(1), newstr('two'), newtuple([newint(3)])])
    w_class = make_class('C', w_list.gettype())
    w_obj = ops.call1(w_class, w_list)
    ops.setattr(w_obj, 'attribute', w_list)
    ops.call_method1(w_obj, 'append', ops.getattr(w_obj, 'attribute'))
    print ops.repr_w(w_obj)
    print ops.repr_w(ops.getattr(w_obj, '__dict__'))
    print ops.len(w_obj), ops.hash(newtuple([newint(3), newstr('x')]))
    w_plain = ops.call0(make_class('D', w_class.gettype().lookup('__new__').gettype().bases_w[0]))
    for i in range(10):
        ops.setattr(w_plain, 'a%d' % i, newint(i))
    ops.delattr(w_plain, 'a3')
    print ops.repr_w(ops.getattr(w_plain, '__dict__'))


def run_source(source):
    from interpreter.eval.run import compile_source, exec_code
    w_globals = newmoduledict()
    exec_code(compile_source(source, '<string>', 'exec', 0, -1), w_globals, w_globals)
    print ops.repr_w(w_globals)


def entry_point(argv):
    try:
        run()
        if len(argv) > 1:
            run_source(argv[1])
    except OperationError as e:
        os.write(2, ops.repr_w(e.w_exc) + '\n')
        return 1
    return 0


def target(driver, args):
    return entry_point, None
