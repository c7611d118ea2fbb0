def f(a,
      b):
    return (a +
            b)
class Strange(Exception):
    def __str__(self): raise ValueError
try:
    f(1,
      'x')
except TypeError:
    raise Strange()
