def f(x):
    return x['key']['other']
def g(n):
    return g(n - 1) if n else 1 / 0
def h():
    try:
        g(8)
    except ZeroDivisionError as e:
        e.add_note('a note\non two lines')
        raise KeyError('new') from e
def k():
    try:
        h()
    except KeyError:
        f({'key': 5})
k()
