"""eval, exec, compile: namespaces, modes, flags, code objects, builtins, globals and locals."""
import types
g, l = {'x': 1}, {'x': 2, 'y': 3}
print(eval('x + y', g, l), eval('[x for _ in "ab"]', g, l), eval('(lambda: x)()', g, l), '__builtins__' in g, eval(' 1+1 '), eval(b'2 * 3'), eval('\t3\n'), eval('(1,\n2)'))
exec('z = x\nglobal w\nw = 5\ndef f(): return w\nclass C: q = x', g, l)
print(l['z'], 'w' in g, 'w' in l, l['f'](), l['C'].q, sorted(k for k in g if k[0] != '_'))
print(eval('len([1])', {'__builtins__': {'len': lambda v: 'my len'}}), exec('pass'), eval('__name__', {'__name__': 'n'}))


class Spy(dict):
    def __missing__(self, key):
        return 'missing ' + key

    def __setitem__(self, k, v):
        super().__setitem__(k, ('spied', v))


s = Spy()
exec('a = b\nc = a', {}, s)
print(s, eval('undefined', {}, Spy()))
for mode, src in (('eval', '1 + 1'), ('exec', 'v = 1 + 1'), ('single', '1 + 1'), ('single', 'v = 7; v'), ('single', 'for i in range(2): i\n'), ('exec', '"docstring"\nx=1'), ('exec', '')):
    code = compile(src, '<%s>' % mode, mode)
    ns = {}
    print(mode, repr(src), eval(code, ns), {k: v for k, v in ns.items() if k != '__builtins__'}, code.co_filename, code.co_name, code.co_names, code.co_consts if mode == 'eval' else '')
c = compile('def f(a, b=2, *c, d, **e):\n    g = 1\n    def h(): return g\n    return h', 'file.py', 'exec')
f = next(k for k in c.co_consts if isinstance(k, types.CodeType))
print(f.co_name, f.co_argcount, f.co_kwonlyargcount, f.co_varnames, f.co_cellvars, f.co_firstlineno, f.co_flags & 0xff, bool(f.co_flags & 4), bool(f.co_flags & 8), f.co_qualname, f.replace(co_name='other').co_name, f == f.replace(), hash(f) == hash(f.replace()), isinstance(f.co_code, bytes), [line for _, _, line in f.co_lines() if line] != [])
for bad in ('eval("x = 1")', 'eval("")', 'eval("1;2")', 'exec("1 +")', 'eval(5)', 'exec(None)', 'eval("1", 5)', 'eval("1", {}, 5)', 'exec("1", [])', 'compile("1", "f", "bad")', 'compile(5, "f", "exec")', 'compile("1", 5, "exec")', 'eval("a\\0b")', 'compile("1", "f", "exec", 99999999)', 'compile("a; b", "f", "single") and eval("0")', 'compile("1\\n2", "f", "single")', 'eval(compile("x=1", "f", "exec"))', 'eval("unknown_name")', 'exec("return 1")', 'exec("yield 1")', 'exec("await x")', 'exec("break")', 'exec("import *")', 'exec(c, {}, None)', 'eval(b"\\xff")', 'exec("nonlocal g")', 'eval("(yield)")', 'exec(f)', 'compile("x", "f")', 'eval()', 'eval(source="1")', 'exec("raise ValueError(1)")', 'exec("x: int\\nprint(__annotations__)", {})', 'exec((lambda: zz).__code__, {"zz": 1})', 'exec((lambda a: a).__code__)'):
    try:
        print(bad, '=', eval(bad) if 'compile' not in bad or 'eval' in bad else eval(bad).co_name)
    except BaseException as e:
        print(bad, '->', type(e).__name__, getattr(e, 'msg', None) or e)


def scope():
    v = 'local'
    exec('v = "changed"')
    d = dict(locals())
    exec('v = "in d"; new = 1', {}, d)
    return v, eval('v'), d['v'], d['new'], eval('v', {'v': 'given'}), [eval('v') if False else 1 for _ in 'a'], sorted(vars())


print(scope())
import __future__
code = compile('def f(a: undefined): pass\nprint(f.__annotations__)', '<f>', 'exec', flags=__future__.annotations.compiler_flag)
exec(code)
print(compile('assert 0', 'f', 'exec', optimize=1) is not None, exec(compile('assert 0\nprint(__debug__)', 'f', 'exec', optimize=1)), eval(compile('__debug__', 'f', 'eval', optimize=2)))
import ast
tree = ast.parse('1 + 2', mode='eval')
tree.body.op = ast.Mult()
tree.body.right = ast.Constant(21)
print(eval(compile(ast.fix_missing_locations(tree), '<ast>', 'eval')), type(compile('1', 'f', 'eval', ast.PyCF_ONLY_AST)).__name__)
fn = types.FunctionType(compile('lambda p: p * k', 'f', 'eval').co_consts[0], {'k': 3})
print(fn(4), types.FunctionType((lambda: q).__code__, {'q': 'new globals'})())
