"""compile(): file names, ranges of errors over several lines, trees that are wrong, blank lines behind a single statement."""
import ast
import warnings

for name in 'file.py', b'file.py', bytearray(b'file.py'), memoryview(b'file.py'), list(b'file.py'), 3:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            print(compile('pass', name, 'exec').co_filename, [str(w.message) for w in caught])
        except TypeError as e:
            print(e)
for source in ("foo(a, z\n    for z in\n    range(10), b, c)", "é = foo('é', z\n  for z in\n   range(1000000000000000), b)\n", "x(\n a) = 1",
               "print f(\n  aaaaaaaaaaaaa)\n", "(a,\n b + 1) += 1\n"):
    for text in source, source.encode():
        try:
            compile(text, '?', 'exec')
        except SyntaxError as e:
            print(e.args)
for source in "1 + 2\t\t\n        ", "1\n  2", "if x:\n  y\n  \n":
    try:
        print(compile(source, '?', 'single').co_names)
    except SyntaxError as e:
        print(e.args)
tree = ast.Expression(ast.NamedExpr(ast.Constant(1), ast.Constant(3)))
try:
    compile(ast.fix_missing_locations(tree), '?', 'eval')
except TypeError as e:
    print(e)
