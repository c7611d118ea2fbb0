def f(command):               # 0
    match command:            # 1
        case 1:               # 2
            if False:         # 3
                return 1      # 4
        case _:               # 5
            if False:         # 6
                return 0      # 7
def g(x):
    if x:
        pass
    else:
        if 0:
            y = 1
def h(x):
    try:
        if 0:
            return 1
    finally:
        pass
def k(x):
    for i in x:
        if 0:
            return 2
def l(x):
    while x:
        if x:
            break
        if 0:
            continue
    else:
        if 0:
            pass
def m(x):
    if not x:
        return 1
    if 0:
        return 2
def n(x):
    with x:
        if 0:
            return 1
class CM:
    def __enter__(self): pass
    def __exit__(self, *a): pass
seen = []
def trace(frame, event, arg):
    if frame.f_code.co_name in 'fghklmn':
        seen.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
        return trace
for fn, arg in (f, 1), (f, 0), (g, 1), (g, 0), (h, 0), (k, [1]), (l, []), (l, [1]), (m, 0), (m, 1), (n, CM()):
    settrace(trace)
    fn(arg)
    settrace(None)
    print(fn.__name__, seen)
    seen = []
