# compare stderr
"""A syntax error in an exec'd string and at the top level."""
try:
    exec('x = (1 +\ny = 2')
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset)
compile('def f():\n    return 1 +\n', 'some_file.py', 'exec')
