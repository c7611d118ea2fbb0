def show(e, indent=0):
    print(' ' * indent, repr(e) if not isinstance(e, BaseExceptionGroup) else str(e))
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions: show(x, indent + 2)

eg = ExceptionGroup('top', [ValueError(1), TypeError(2), ExceptionGroup('inner', [ValueError(3), KeyError(4)])])
show(eg)
match, rest = eg.split(ValueError)
show(match)
show(rest)
show(eg.subgroup(lambda e: isinstance(e, (TypeError, BaseExceptionGroup))))
print(eg.split(OSError)[0], eg.subgroup((OSError, EOFError)))
print(type(BaseExceptionGroup('x', [ValueError()])), type(BaseExceptionGroup('x', [KeyboardInterrupt()])))
for args in [(), (1,), ('a', 1), ('a', []), ('a', [1]), (1, [ValueError()]), ('a', [KeyboardInterrupt()])]:
    try:
        print(ExceptionGroup(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

def run(f):
    try:
        f()
    except BaseException as e:
        show(e)
    else:
        print('fine')

def handled():
    try:
        raise eg
    except* ValueError as e:
        show(e, 4)
    except* (TypeError, KeyError) as e:
        show(e, 4)
run(handled)
def partly():
    try:
        raise eg
    except* ValueError as e:
        pass
run(partly)
def raising():
    try:
        raise eg
    except* ValueError as e:
        raise RuntimeError('new')
    except* TypeError as e:
        raise
run(raising)
def naked():
    try:
        raise ValueError('naked')
    except* ValueError as e:
        show(e, 4)
run(naked)
def unmatched():
    try:
        raise ValueError('naked')
    except* TypeError as e:
        show(e, 4)
run(unmatched)
def bad_type():
    try:
        raise ValueError('naked')
    except* ExceptionGroup:
        pass
run(bad_type)
class MyGroup(ExceptionGroup):
    def derive(self, excs): return MyGroup(self.message, excs)
m = MyGroup('mine', [ValueError(1), TypeError(2)])
print([type(x).__name__ for x in m.split(ValueError)])
deep = TypeError(1)
for i in range(3000):
    deep = ExceptionGroup('eg', [deep])
try:
    deep.split(ValueError)
except RecursionError as e:
    print(type(e))
