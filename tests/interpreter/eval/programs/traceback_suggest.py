def f(counter):
    return conter + 1
f(1)
