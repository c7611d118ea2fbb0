def f(a):
    b = (a +
         1)
    if b:
        return b.missing


def fail(function):
    try:
        function(1)
    except AttributeError as e:
        entry = e.__traceback__.tb_next
        return entry.tb_lineno, entry.tb_frame.f_lineno


def decode(table, first):
    # the lines of CPython's table
    units = iter(table)
    def number():
        value = shift = 0
        while True:
            byte = next(units)
            value |= (byte & 63) << shift
            shift += 6
            if not byte & 64:
                return value
    def signed():
        value = number()
        return -(value >> 1) if value & 1 else value >> 1
    for byte in units:
        kind, length = byte >> 3 & 15, (byte & 7) + 1
        line = end = start_column = end_column = None
        if kind < 10:
            second = next(units)
            line = end = first
            start_column = kind << 3 | second >> 4
            end_column = start_column + (second & 15)
        elif kind < 13:
            first += kind - 10
            line = end = first
            start_column, end_column = next(units), next(units)
        elif kind == 13:
            first += signed()
            line = end = first
        elif kind == 14:
            first += signed()
            line, end = first, first + number()
            start_column, end_column = number(), number()
            start_column = start_column - 1 if start_column else None
            end_column = end_column - 1 if end_column else None
        for _ in [None] * length:
            yield line, end, start_column, end_column


def lines(code):
    found = []
    for _, _, line in code.co_lines():
        if line is not None and line not in found:
            found.append(line)
    return found


for function in f, fail, decode:
    code = function.__code__
    print(list(decode(code.co_linetable, code.co_firstlineno)) == list(code.co_positions()))
print(fail(f), set(lines(f.__code__)) >= {2, 4, 5})
code = f.__code__
print((5, 5, 15, 24) in code.co_positions())
f.__code__ = code.replace(co_firstlineno=101)
print(fail(f), [line - 100 for line in lines(f.__code__)] == lines(code))
f.__code__ = code.replace(co_linetable=b'\xf8\xf8\xf8\xf9\xf8\xf8\xf8')
print(fail(f), f.__code__.co_linetable)
f.__code__ = code.replace(co_linetable=b'')
print(fail(f), list(f.__code__.co_lines()), list(f.__code__.co_positions()), f.__code__ == code)
table = bytes([0x80 | 14 << 3 | 7, 8, 3, 0, 0]) * 40
f.__code__ = code.replace(co_linetable=table)
print(list(f.__code__.co_positions())[:9])
try:
    code.replace(co_nlocals=code.co_nlocals + 1)
except ValueError as e:
    print(e)
